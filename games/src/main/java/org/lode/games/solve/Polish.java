package org.lode.games.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.games.check.Regret;
import org.lode.games.form.Expectation;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;

/**
 * Moves a profile that is nearly an equilibrium to the equilibrium next to it.
 *
 * <p>For each plausible support, solves the indifference equations by Newton's method with a little damping (so that continua
 * do no harm), and keeps whichever profile has the least regret as a share of
 * each player's range; never worse than what it was given.
 */
final class Polish {
    private static final double[] THRESHOLDS = {0.2, 0.05, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8, 1e-11};
    private static final int STEPS = 40;

    private final NormalForm game;
    private final Expectation expectation;
    private final int n;
    private final double[] scale; // of each player

    private Polish(NormalForm game) {
        this.game = game;
        this.expectation = new Expectation(game);
        this.n = expectation.length();
        this.scale = new double[game.players()];
        Arrays.setAll(scale, game::range);
    }

    /** Returns the best of the profile and the equilibria that its likely supports lead to. */
    static MixedProfile settle(NormalForm game, MixedProfile start) {
        Polish polish = new Polish(game);
        MixedProfile best = start;
        double least = Regret.share(game, start);
        List<boolean[]> tried = new ArrayList<>();
        for (double threshold : THRESHOLDS) {
            boolean[] used = polish.support(start, threshold);
            if (tried.stream().anyMatch(each -> Arrays.equals(each, used))) {
                continue;
            }
            tried.add(used);
            double[] point = polish.solve(start.probabilities(), used);
            if (point.length > 0) {
                MixedProfile profile = MixedProfile.of(game.shape(), point);
                double regret = Regret.share(game, profile);
                if (regret < least) {
                    least = regret;
                    best = profile;
                }
            }
        }
        return best;
    }

    private boolean[] support(MixedProfile profile, double threshold) {
        boolean[] used = new boolean[n];
        int[] mode = profile.mode();
        for (int player = 0; player < game.players(); player++) {
            for (int s = 0; s < game.strategies(player); s++) {
                used[expectation.start(player) + s] = s == mode[player] || profile.probability(player, s) > threshold;
            }
        }
        return used;
    }

    /** Returns probabilities on a support that make its strategies equally good, or an empty array. */
    private double[] solve(double[] start, boolean[] used) {
        List<int[]> free = new ArrayList<>(); // {position, position of the player's first used one, player}
        for (int player = 0; player < game.players(); player++) {
            int first = -1;
            for (int i = expectation.start(player); i < expectation.start(player + 1); i++) {
                if (used[i] && first < 0) {
                    first = i;
                } else if (used[i]) {
                    free.add(new int[] {i, first, player});
                }
            }
        }
        double[] point = new double[n];
        for (int i = 0; i < n; i++) {
            point[i] = used[i] ? start[i] : 0;
        }
        normalize(point);
        double[] errors = new double[free.size()];
        double error = errors(point, free, errors);
        double damping = 1e-12;
        for (int step = 0; step < STEPS && error > 0; step++) {
            double[] change = step(point, free, errors, damping);
            double[] next = point.clone();
            for (int k = 0; k < free.size(); k++) {
                next[free.get(k)[0]] += change[k];
                next[free.get(k)[1]] -= change[k];
            }
            double[] nextErrors = new double[free.size()];
            double nextError = errors(next, free, nextErrors);
            if (nextError < error) {
                point = next;
                errors = nextErrors;
                error = nextError;
                damping = Math.max(1e-15, damping / 10);
            } else if (damping < 1) {
                damping *= 100;
            } else {
                break;
            }
        }
        for (int i = 0; i < n; i++) {
            if (!(point[i] >= -1e-7)) {
                return new double[0];
            }
            point[i] = Math.max(0, point[i]);
        }
        normalize(point);
        return point;
    }

    private double errors(double[] point, List<int[]> free, double[] into) {
        double[] payoffs = new double[n];
        expectation.payoffs(point, payoffs);
        double largest = 0;
        for (int k = 0; k < into.length; k++) {
            into[k] = (payoffs[free.get(k)[1]] - payoffs[free.get(k)[0]]) / scale[free.get(k)[2]];
            largest = Math.max(largest, Math.abs(into[k]));
        }
        return largest;
    }

    /** Returns the damped Gauss-Newton step: (J'J + damping) change = -J' errors. */
    private double[] step(double[] point, List<int[]> free, double[] errors, double damping) {
        int d = free.size();
        double[] jacobian = new double[d * d];
        double[] pairs = new double[n * n];
        for (int player = 0; player < game.players(); player++) {
            expectation.pairwise(player, point, pairs);
            int mine = expectation.start(player);
            for (int row = 0; row < d; row++) {
                int[] equation = free.get(row);
                if (equation[2] != player) {
                    continue;
                }
                int a = (equation[1] - mine) * n;
                int b = (equation[0] - mine) * n;
                for (int column = 0; column < d; column++) {
                    int[] unknown = free.get(column);
                    if (unknown[2] != player) {
                        jacobian[row * d + column] = (pairs[a + unknown[0]]
                                        - pairs[a + unknown[1]]
                                        - pairs[b + unknown[0]]
                                        + pairs[b + unknown[1]])
                                / scale[player];
                    }
                }
            }
        }
        double[] direct = jacobian.clone();
        int[] pivots = new int[d];
        double[] change = new double[d];
        if (damping <= 1e-12 && Dense.factor(direct, d, pivots)) {
            for (int k = 0; k < d; k++) {
                change[k] = -errors[k];
            }
            Dense.solve(direct, d, pivots, change);
            if (Arrays.stream(change).allMatch(each -> Math.abs(each) < 2)) {
                return change; // the plain step: full accuracy where the equations are regular
            }
        }
        double[] normal = new double[d * d];
        Arrays.fill(change, 0);
        for (int a = 0; a < d; a++) {
            for (int row = 0; row < d; row++) {
                change[a] -= jacobian[row * d + a] * errors[row];
                for (int b = 0; b < d; b++) {
                    normal[a * d + b] += jacobian[row * d + a] * jacobian[row * d + b];
                }
            }
            normal[a * d + a] += damping;
        }
        if (!Dense.factor(normal, d, pivots)) {
            Arrays.fill(change, 0);
            return change;
        }
        Dense.solve(normal, d, pivots, change);
        return change;
    }

    private void normalize(double[] point) {
        for (int player = 0; player < game.players(); player++) {
            int from = expectation.start(player);
            int to = expectation.start(player + 1);
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += point[i];
            }
            for (int i = from; i < to; i++) {
                point[i] /= sum;
            }
        }
    }
}
