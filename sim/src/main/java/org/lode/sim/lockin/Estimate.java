package org.lode.sim.lockin;

/**
 * What a metric found, with its uncertainty.
 *
 * @param value the estimate; NaN where it is not defined
 * @param low lower end of its interval; NaN where the value is
 * @param high upper end
 * @param n independent histories behind it
 * @param method {@code bootstrap} or {@code exact}
 */
public record Estimate(double value, double low, double high, int n, String method) {
    /** Nothing can be said. */
    public static Estimate none(int n) {
        return new Estimate(Double.NaN, Double.NaN, Double.NaN, n, "none");
    }

    /** Whether there is a value. */
    public boolean defined() {
        return !Double.isNaN(value);
    }

    /** Whether the whole interval lies above a threshold. */
    public boolean above(double threshold) {
        return low > threshold;
    }

    /** Whether the whole interval lies below a threshold. */
    public boolean below(double threshold) {
        return high < threshold;
    }

    /**
     * The difference to another estimate; its interval from the two intervals (Zou and Donner 2008, Construction of confidence
     * limits about effect measures, Statistics in Medicine 27), as if they were independent: where both rest on the same chance
     * it is wider than it need be. The smaller n.
     */
    public Estimate less(Estimate other) {
        int both = Math.min(n, other.n);
        double difference = value - other.value;
        if (!Double.isFinite(difference)) {
            return none(both);
        }
        double below = StrictMath.sqrt(square(value - low) + square(other.high - other.value));
        double above = StrictMath.sqrt(square(high - value) + square(other.value - other.low));
        return new Estimate(difference, difference - below, difference + above, both, "mover");
    }

    private static double square(double value) {
        return value * value;
    }
}
