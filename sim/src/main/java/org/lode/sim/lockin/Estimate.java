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
}
