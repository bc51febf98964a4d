package org.lode.games.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lode.games.form.NormalForm;

/**
 * All pure equilibria, any number of players, by passes over the table.
 *
 * <p>Block by block, player 0's best replies are marked in straight runs; what is marked is checked for the other players one
 * by one, from the last, whose deviations are neighbours in memory, until one of them would deviate. Ties are exact: those
 * that doubles see are looked at again in the fractions that the table keeps. Cost:
 * player 0's and the last player's payoffs are read through, and little of the others' where equilibria are few. Blocks run
 * in parallel and are joined in order.
 */
public record PureEnumeration() implements Solver {
    /** Profiles per block and strategy: the buffers stay in the first-level cache. */
    private static final int BLOCK = 1024;
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
        int run = game.stride(0);
        IntStream blocks = IntStream.range(0, (run - 1) / BLOCK + 1);
        if (game.profiles() >= PARALLEL_PROFILES) {
            blocks = blocks.parallel();
        }
        List<int[]> parts = blocks.mapToObj(block -> block(game, block * BLOCK, Math.min(BLOCK, run - block * BLOCK)))
                .toList();
        int[] found = parts.stream().flatMapToInt(Arrays::stream).toArray();
        Arrays.sort(found);
        return game.isExact()
                ? Arrays.stream(found)
                        .filter(index -> isEquilibrium(game, index))
                        .toArray()
                : found;
    }

    /** Returns whether nobody gains by leaving a profile, also where doubles see a tie. */
    private static boolean isEquilibrium(NormalForm game, int index) {
        for (int player = 0; player < game.players(); player++) {
            int own = game.strategy(player, index);
            for (int s = 0; s < game.strategies(player); s++) {
                if (game.difference(player, index + (s - own) * game.stride(player), index) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Looks at a run of profiles of the other players, with each strategy of player 0. */
    private static int[] block(NormalForm game, int start, int length) {
        int stride = game.stride(0);
        int last = game.players() - 1;
        double[] payoffs = new double[length];
        double[] best = new double[length];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        int[] found = new int[8];
        int count = 0;
        for (int s = 0; s < game.strategies(0); s++) {
            game.copyPayoffs(0, start + s * stride, length, payoffs);
            raise(payoffs, best, length);
        }
        int[] bits = new int[length];
        // Strategies in groups of 32: the bits of an int.
        for (int group = 0; group < game.strategies(0); group += Integer.SIZE) {
            Arrays.fill(bits, 0);
            for (int s = group; s < Math.min(game.strategies(0), group + Integer.SIZE); s++) {
                game.copyPayoffs(0, start + s * stride, length, payoffs);
                mark(payoffs, best, bits, 1 << s - group, length);
            }
            int lastStrategy = start % game.strategies(last);
            for (int i = 0; i < length; i++) {
                for (int left = bits[i]; left != 0; left &= left - 1) {
                    int index = start + (group + Integer.numberOfTrailingZeros(left)) * stride + i;
                    if (last == 0 || (stays(game, last, lastStrategy, index) && restStays(game, last - 1, index))) {
                        if (count == found.length) {
                            found = Arrays.copyOf(found, 2 * count);
                        }
                        found[count++] = index;
                    }
                }
                lastStrategy = lastStrategy + 1 == game.strategies(last) ? 0 : lastStrategy + 1;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static void raise(double[] payoffs, double[] best, int length) {
        for (int i = 0; i < length; i++) {
            best[i] = Math.max(best[i], payoffs[i]);
        }
    }

    private static void mark(double[] payoffs, double[] best, int[] bits, int bit, int length) {
        for (int i = 0; i < length; i++) {
            bits[i] |= payoffs[i] >= best[i] ? bit : 0;
        }
    }

    private static boolean stays(NormalForm game, int player, int strategy, int index) {
        int stride = game.stride(player);
        double now = game.payoff(player, index);
        int deviation = index - strategy * stride;
        for (int s = game.strategies(player); s > 0; s--) {
            if (game.payoff(player, deviation) > now) {
                return false;
            }
            deviation += stride;
        }
        return true;
    }

    /** From the last player on, whose deviations lie nearest in memory. */
    private static boolean restStays(NormalForm game, int from, int index) {
        for (int player = from; player > 0; player--) {
            if (!stays(game, player, game.strategy(player, index), index)) {
                return false;
            }
        }
        return true;
    }
}
