package org.lode.sim.pattern;

import org.lode.sim.lockin.Estimate;

/**
 * One number that a pattern asks for.
 *
 * @param id as in the bands
 * @param estimate with its 95 % interval; not defined where the figure is absent
 * @param absent why there is none, where the world has not what it takes; empty if there is one
 */
public record Figure(String id, Estimate estimate, String absent) {
    /** A figure that was measured. */
    public static Figure of(String id, Estimate estimate) {
        return new Figure(id, estimate, "");
    }

    /** A figure that cannot be measured yet. */
    public static Figure absent(String id, String why) {
        return new Figure(id, Estimate.none(0), why);
    }

    /** A count or the like, of which nothing was resampled. */
    static Figure count(String id, double value, int n) {
        return of(id, new Estimate(value, Double.NaN, Double.NaN, n, "count"));
    }
}
