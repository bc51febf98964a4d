package org.lode.sim.world;

/**
 * Which share of a mineral's projects pays at a price: lognormal about the median, with a spread of its own below and above it, so
 * that it passes through the three quantiles given (a tenth, a half, nine tenths). By linear interpolation on a table over the price
 * relative to the median, so that the look-ahead calls no logarithm (error below 1e-3).
 */
final class Incentives {
    private static final int KNOTS = 512;
    /** Relative price beyond which all projects count as paying. */
    private static final double REACH = 8;
    /** Standard normal quantile of nine tenths. */
    private static final double NINE_TENTHS = 1.2815515655446004;

    private final double[] share = new double[KNOTS + 1];

    Incentives(MineralData.Incentive given) {
        double below = StrictMath.log(given.median() / given.low()) / NINE_TENTHS;
        double above = StrictMath.log(given.high() / given.median()) / NINE_TENTHS;
        for (int k = 1; k <= KNOTS; k++) {
            double z = StrictMath.log(REACH * k / KNOTS);
            share[k] = normal(z / (z < 0 ? below : above));
        }
    }

    /** Share of projects that need at most {@code relative} times the median. */
    double share(double relative) {
        double at = Math.min(REACH, Math.max(0, relative)) * (KNOTS / REACH);
        int k = Math.min(KNOTS - 1, (int) at);
        return share[k] + (at - k) * (share[k + 1] - share[k]);
    }

    /** Standard normal distribution function, error below 7.5e-8 (Abramowitz and Stegun 1964, 26.2.17). */
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * StrictMath.abs(z));
        double tail = StrictMath.exp(-z * z / 2)
                / StrictMath.sqrt(2 * StrictMath.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z > 0 ? 1 - tail : tail;
    }
}
