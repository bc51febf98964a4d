package org.lode.sim.analysis;

/**
 * One sensitivity index of one metric.
 *
 * @param factor whose it is; empty for a quantity of the metric as a whole
 * @param index its name, such as {@code total} or {@code muStar}
 * @param interval estimate with its uncertainty; NaN ends where none is given
 * @param p probability of an estimate at least as far from 0 where the factor does nothing; NaN where no test is made
 * @param n how many units were averaged: blocks, trajectories or points
 */
public record Effect(String metric, String factor, String index, Interval interval, double p, int n) {
    static Effect bare(String metric, String factor, String index, double estimate, int n) {
        return new Effect(
                metric, factor, index, new Interval(estimate, Double.NaN, Double.NaN, 0.95, ""), Double.NaN, n);
    }
}
