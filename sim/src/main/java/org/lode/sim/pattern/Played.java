package org.lode.sim.pattern;

import org.lode.sim.lockin.Regime;

/**
 * What is kept of one run. Arrays are not to be changed.
 *
 * @param regime that stands in the last round
 * @param plays rounds in which each actor played each strategy
 * @param poolPrice mineral by round, USD/kg
 * @param homePrice mineral by round, the dominant supplier's; the pool's where there is none, USD/kg
 * @param refined mineral by round, China's share of refining
 * @param refinedAtBase the same in the base round, by mineral
 * @param decided mineral by round, refining outside the dominant supplier decided on in the round, t/yr
 * @param adoption by track in the order hegemon, plural, home, in the last round
 * @param thoughts how actors chose; null where nobody asked
 */
record Played(
        Regime regime,
        int[][] plays,
        double[][] poolPrice,
        double[][] homePrice,
        double[][] refined,
        double[] refinedAtBase,
        double[][] decided,
        double[] adoption,
        @org.jspecify.annotations.Nullable Thoughts thoughts) {
    /** Adoption of the Western tracks together. */
    double west() {
        return adoption[0] + adoption[1];
    }

    /** Mean over some rounds, the end exclusive. */
    static double mean(double[] series, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += series[t];
        }
        return sum / (to - from);
    }
}
