package org.lode.games.dynamics;

import org.lode.games.form.NormalForm;

/**
 * Logit learning (Blume 1993): one player at a time revises and takes each strategy with a chance proportional to
 * exp(lambda payoff) against what the others do now.
 */
public final class LogitLearning {
    private LogitLearning() {}

    /**
     * Returns the share of time spent at each profile in the long run. In an exact potential game it is proportional to
     * exp(lambda potential).
     *
     * @param game profiles are numbered as in {@link NormalForm}
     * @param lambda precision, per unit of payoff, at least 0
     */
    public static double[] stationary(NormalForm game, double lambda) {
        if (!(lambda >= 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("lambda (" + lambda + ") must be finite and at least 0");
        }
        int perState = 0;
        for (int player = 0; player < game.players(); player++) {
            perState += game.strategies(player) - 1;
        }
        int profiles = game.profiles();
        int[] start = new int[profiles + 1];
        int[] target = new int[profiles * perState];
        double[] rate = new double[target.length];
        int filled = 0;
        for (int profile = 0; profile < profiles; profile++) {
            for (int player = 0; player < game.players(); player++) {
                int stride = game.stride(player);
                int base = profile - game.strategy(player, profile) * stride;
                int count = game.strategies(player);
                double best = Double.NEGATIVE_INFINITY;
                for (int s = 0; s < count; s++) {
                    best = Math.max(best, game.payoff(player, base + s * stride));
                }
                double total = 0;
                for (int s = 0; s < count; s++) {
                    total += StrictMath.exp(lambda * (game.payoff(player, base + s * stride) - best));
                }
                for (int s = 0; s < count; s++) {
                    int to = base + s * stride;
                    if (to != profile) {
                        target[filled] = to;
                        rate[filled++] = StrictMath.exp(lambda * (game.payoff(player, to) - best)) / total;
                    }
                }
            }
            start[profile + 1] = filled;
        }
        return new SparseChain(start, target, rate).stationary();
    }
}
