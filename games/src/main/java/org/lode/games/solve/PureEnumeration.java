package org.lode.games.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lode.games.form.NormalForm;

/**
 * All pure equilibria, any number of players, by passes over the table.
 *
 * <p>Block by block, player 0's and then player 1's best replies are marked in straight runs; what is marked by both is
 * checked for the other players one by one, until one of them would deviate. Ties are exact. Cost: two reads of the table for
 * the first two players, and little more for games with few equilibria. Blocks run in parallel and are joined in order.
 */
public record PureEnumeration() implements Solver {
    /** Profiles per block and strategy pair: the buffers of a usual game stay in the first-level cache. */
    private static final int BLOCK = 512;
    /** Runs shorter than this do not pay for a pass of their own. */
    private static final int SHORT_RUN = 16;
    /** Games below this size are not worth a second thread. */
    private static final int PARALLEL_PROFILES = 1 << 17;
    /** More equilibria than this are counted, not listed as profiles: a constant game has as many as profiles. */
    private static final int MAX_LISTED = 100_000;

    @Override
    public String name() {
        return "pure";
    }

    @Override
    public String refusal(NormalForm game) {
        return "";
    }

    @Override
    public Solution solve(NormalForm game) {
        int[] found = indexes(game);
        List<Equilibrium> equilibria = new ArrayList<>();
        for (int i = 0; i < Math.min(found.length, MAX_LISTED); i++) {
            equilibria.add(Equilibrium.pure(game, game.profile(found[i])));
        }
        String method = "pure profiles, all checked";
        return found.length <= MAX_LISTED
                ? new Solution.Complete(equilibria, List.of(), method)
                : new Solution.Partial(
                        equilibria,
                        List.of(),
                        method,
                        "there are " + found.length + " pure equilibria, of which the first " + MAX_LISTED
                                + " are listed");
    }

    /** Returns the numbers of the pure equilibria, ascending. */
    public static int[] indexes(NormalForm game) {
        boolean second = game.players() > 1 && game.stride(1) >= SHORT_RUN;
        int run = game.stride(second ? 1 : 0);
        int blocks = (run - 1) / BLOCK + 1;
        IntStream starts = IntStream.range(0, blocks);
        if (game.profiles() >= PARALLEL_PROFILES) {
            starts = starts.parallel();
        }
        List<int[]> parts = starts.mapToObj(
                        block -> block(game, second, block * BLOCK, Math.min(BLOCK, run - block * BLOCK)))
                .toList();
        int[] found = parts.stream().flatMapToInt(Arrays::stream).toArray();
        Arrays.sort(found);
        return found;
    }

    private static int[] block(NormalForm game, boolean second, int from, int length) {
        int k0 = game.strategies(0);
        int k1 = second ? game.strategies(1) : 1;
        int d0 = game.stride(0);
        int d1 = second ? game.stride(1) : 0;
        boolean[] alive = new boolean[k0 * k1 * length];
        double[] payoffs = new double[length];
        double[] best = new double[length];
        for (int s1 = 0; s1 < k1; s1++) {
            Arrays.fill(best, Double.NEGATIVE_INFINITY);
            for (int s0 = 0; s0 < k0; s0++) {
                game.copyPayoffs(0, s0 * d0 + s1 * d1 + from, length, payoffs);
                raise(payoffs, best, length);
            }
            for (int s0 = 0; s0 < k0; s0++) {
                game.copyPayoffs(0, s0 * d0 + s1 * d1 + from, length, payoffs);
                mark(payoffs, best, alive, (s0 * k1 + s1) * length, length);
            }
        }
        for (int s0 = 0; s0 < k0 && second; s0++) {
            Arrays.fill(best, Double.NEGATIVE_INFINITY);
            for (int s1 = 0; s1 < k1; s1++) {
                game.copyPayoffs(1, s0 * d0 + s1 * d1 + from, length, payoffs);
                raise(payoffs, best, length);
            }
            for (int s1 = 0; s1 < k1; s1++) {
                game.copyPayoffs(1, s0 * d0 + s1 * d1 + from, length, payoffs);
                keep(payoffs, best, alive, (s0 * k1 + s1) * length, length);
            }
        }
        int[] found = new int[8];
        int count = 0;
        for (int cell = 0; cell < k0 * k1; cell++) {
            int index = cell / k1 * d0 + cell % k1 * d1 + from;
            for (int i = 0; i < length; i++) {
                if (alive[cell * length + i] && restStays(game, second ? 2 : 1, index + i)) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, 2 * count);
                    }
                    found[count++] = index + i;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static void raise(double[] payoffs, double[] best, int length) {
        for (int i = 0; i < length; i++) {
            best[i] = Math.max(best[i], payoffs[i]);
        }
    }

    private static void mark(double[] payoffs, double[] best, boolean[] alive, int offset, int length) {
        for (int i = 0; i < length; i++) {
            alive[offset + i] = payoffs[i] >= best[i];
        }
    }

    private static void keep(double[] payoffs, double[] best, boolean[] alive, int offset, int length) {
        for (int i = 0; i < length; i++) {
            alive[offset + i] &= payoffs[i] >= best[i];
        }
    }

    private static boolean restStays(NormalForm game, int firstPlayer, int index) {
        for (int player = firstPlayer; player < game.players(); player++) {
            int stride = game.stride(player);
            double now = game.payoff(player, index);
            int deviation = index - game.strategy(player, index) * stride;
            for (int s = 0; s < game.strategies(player); s++) {
                if (game.payoff(player, deviation) > now) {
                    return false;
                }
                deviation += stride;
            }
        }
        return true;
    }
}
