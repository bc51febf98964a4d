package org.lode.sim.hypothesis;

import java.util.Arrays;

/**
 * Times of an event of which some are not seen before watching ends (Kaplan and Meier 1958, Nonparametric estimation from
 * incomplete observations, Journal of the American Statistical Association 53; Peto and Peto 1972, Asymptotically efficient rank
 * invariant test procedures, Journal of the Royal Statistical Society A 135).
 */
final class Survival {
    private final double[] times;
    private final boolean[] seen;

    /**
     * @param times of the event, or of the end of watching
     * @param seen whether it was the event
     */
    Survival(double[] times, boolean[] seen) {
        if (times.length != seen.length) {
            throw new IllegalArgumentException(
                    "times (" + times.length + ") must be as many as seen (" + seen.length + ")");
        }
        this.times = times.clone();
        this.seen = seen.clone();
    }

    /** A quantity of an arm as time, and the one after it as whether the event was seen (1) or not (0). */
    static Survival of(Cells cells, int arm, int quantity) {
        double[] times = new double[cells.size()];
        boolean[] seen = new boolean[times.length];
        for (int c = 0; c < times.length; c++) {
            times[c] = cells.at(c, arm, quantity);
            seen[c] = cells.at(c, arm, quantity + 1) > 0;
        }
        return new Survival(times, seen);
    }

    /** First time at which at most half are left by the Kaplan-Meier curve; NaN if more are left at the end. */
    double median() {
        double left = 1;
        for (double time : distinct(this, this)) {
            int risk = atRisk(time);
            left *= 1 - (double) events(time) / risk;
            if (left <= 0.5 + 1e-12) {
                return time;
            }
        }
        return Double.NaN;
    }

    /** The curve at a time: the share for which the event is still to come just after it. */
    double left(double at) {
        double left = 1;
        for (double time : distinct(this, this)) {
            if (time <= at) {
                left *= 1 - (double) events(time) / atRisk(time);
            }
        }
        return left;
    }

    private int atRisk(double time) {
        int count = 0;
        for (double each : times) {
            count += each >= time ? 1 : 0;
        }
        return count;
    }

    private int events(double time) {
        int count = 0;
        for (int i = 0; i < times.length; i++) {
            count += seen[i] && times[i] == time ? 1 : 0;
        }
        return count;
    }

    private static double[] distinct(Survival one, Survival other) {
        double[] all = new double[one.times.length + other.times.length];
        int n = 0;
        for (Survival each : new Survival[] {one, other}) {
            for (int i = 0; i < each.times.length; i++) {
                if (each.seen[i]) {
                    all[n++] = each.times[i];
                }
            }
        }
        return Arrays.stream(all, 0, n).sorted().distinct().toArray();
    }

    /**
     * What the log-rank test sums up: events of {@code one} less those expected if both had the same hazard, and its variance.
     *
     * @param excess observed less expected events of the first
     * @param variance hypergeometric
     */
    record LogRank(double excess, double variance) {
        /** Peto's estimate of the log hazard ratio, first over second; NaN where there is no event to go by. */
        double logHazardRatio() {
            return variance > 0 ? excess / variance : Double.NaN;
        }

        /** The test's statistic, chi-squared with one degree of freedom for independent samples. */
        double chiSquared() {
            return variance > 0 ? excess * excess / variance : Double.NaN;
        }
    }

    static LogRank logRank(Survival one, Survival other) {
        double excess = 0;
        double variance = 0;
        for (double time : distinct(one, other)) {
            double risk1 = one.atRisk(time);
            double risk = risk1 + other.atRisk(time);
            double events1 = one.events(time);
            double events = events1 + other.events(time);
            excess += events1 - events * risk1 / risk;
            if (risk > 1) {
                variance += events * (risk1 / risk) * (1 - risk1 / risk) * (risk - events) / (risk - 1);
            }
        }
        return new LogRank(excess, variance);
    }
}
