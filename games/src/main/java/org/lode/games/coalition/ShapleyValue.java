package org.lode.games.coalition;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The Shapley value (1953): each player's marginal worth averaged over all orders of arrival. Exact by summing over
 * coalitions (n 2^(n-1) marginal worths, 20 players in well under a second), or sampled over orders for games of any
 * size or whose worth is costly.
 */
public final class ShapleyValue {
    private ShapleyValue() {}

    /**
     * Returns every player's exact value; the values sum to the worth of the grand coalition.
     *
     * @param game at most {@value TabledWorth#MOST_PLAYERS_TABLED} players; tabulated first
     */
    public static double[] exact(CharacteristicFunction game) {
        double[] worth = TabledWorth.of(game).table();
        int n = game.players();
        double[] weight = weights(n);
        double[] value = new double[n];
        for (int i = 0; i < n; i++) {
            int joiner = 1 << i;
            double sum = 0;
            for (int others = 0; others < worth.length; others++) {
                if ((others & joiner) == 0) {
                    sum += weight[Integer.bitCount(others)] * (worth[others | joiner] - worth[others]);
                }
            }
            value[i] = sum;
        }
        return value;
    }

    /** Chance that exactly a given set of s others arrived before a player: s! (n-1-s)! / n!. */
    private static double[] weights(int n) {
        double[] weight = new double[n];
        weight[0] = 1.0 / n;
        for (int s = 1; s < n; s++) {
            weight[s] = weight[s - 1] * s / (n - s);
        }
        return weight;
    }

    /**
     * Estimates every player's value from random orders, each taken forwards and backwards (antithetic pairs).
     *
     * @param pairs pairs of orders, at least 2
     * @param z half-widths in standard errors, for example 1.96 for 95 percent; positive
     * @param random where all chance comes from
     */
    public static Sampled sampled(CharacteristicFunction game, int pairs, double z, RandomGenerator random) {
        if (pairs < 2) {
            throw new IllegalArgumentException("pairs (" + pairs + ") must be at least 2");
        }
        if (!(z > 0)) {
            throw new IllegalArgumentException("z (" + z + ") must be positive");
        }
        int n = game.players();
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        double[] pair = new double[n];
        double[] mean = new double[n];
        double[] spread = new double[n];
        for (int k = 1; k <= pairs; k++) {
            shuffle(order, random);
            Arrays.fill(pair, 0);
            addMarginals(game, order, true, pair);
            addMarginals(game, order, false, pair);
            for (int i = 0; i < n; i++) { // Welford's update: stable for values far from 0
                double step = pair[i] / 2 - mean[i];
                mean[i] += step / k;
                spread[i] += step * (pair[i] / 2 - mean[i]);
            }
        }
        double[] half = new double[n];
        for (int i = 0; i < n; i++) {
            half[i] = z * Math.sqrt(spread[i] / (pairs - 1.0) / pairs);
        }
        return new Sampled(mean, half);
    }

    private static void shuffle(int[] order, RandomGenerator random) {
        for (int k = order.length - 1; k > 0; k--) {
            int with = (int) (random.nextDouble() * (k + 1));
            int swapped = order[k];
            order[k] = order[with];
            order[with] = swapped;
        }
    }

    private static void addMarginals(CharacteristicFunction game, int[] order, boolean forwards, double[] into) {
        int arrived = 0;
        double before = 0;
        for (int k = 0; k < order.length; k++) {
            int player = order[forwards ? k : order.length - 1 - k];
            arrived |= 1 << player;
            double after = game.worth(arrived);
            into[player] += after - before;
            before = after;
        }
    }

    /** A sampled value: estimates that sum to the grand worth, and the half-widths of their intervals. */
    public static final class Sampled {
        private final double[] value;
        private final double[] halfWidth;

        Sampled(double[] value, double[] halfWidth) {
            this.value = value;
            this.halfWidth = halfWidth;
        }

        /** Returns the estimate for {@code player}. */
        public double value(int player) {
            return value[player];
        }

        /** Returns half the width of the interval around {@code player}'s estimate. */
        public double halfWidth(int player) {
            return halfWidth[player];
        }
    }
}
