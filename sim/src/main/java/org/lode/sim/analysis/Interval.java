package org.lode.sim.analysis;

/**
 * An estimate with its uncertainty.
 *
 * @param estimate the point estimate
 * @param low lower end; NaN where the sample is too small to say
 * @param high upper end
 * @param level coverage aimed at, such as 0.95
 * @param method how it was made: {@code student}, {@code wilson} or {@code bootstrap}
 */
public record Interval(double estimate, double low, double high, double level, String method) {
    public Interval {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level (" + level + ") must be between 0 and 1");
        }
    }
}
