package org.lode.sim.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/** How two samples differ: by how much, and whether that is more than chance. */
public final class TwoSamples {
    private TwoSamples() {}

    /** Up to so many pairs that differ the signed rank test is exact: its distribution then takes some ten thousand numbers. */
    private static final int MOST_EXACT = 100;

    /**
     * Two-sided p-value of Wilcoxon's signed rank test, given the ranks: zeros are ranked and then left out (Pratt 1959, Remarks on
     * zeros and ties in the Wilcoxon signed rank procedures, Journal of the American Statistical Association 54), ties have the mean of
     * their ranks. Exact, with ties and zeros, for up to {@value #MOST_EXACT} pairs that differ; else normal with the exact variance
     * and a correction for continuity.
     *
     * @param differences finite; NaN comes back if there are none, 1 if all are zero
     */
    public static double signedRank(double[] differences) {
        if (differences.length == 0) {
            return Double.NaN;
        }
        int[] ranks = doubledRanks(differences);
        long all = 0;
        long above = 0;
        double squares = 0;
        int n = 0;
        for (int i = 0; i < ranks.length; i++) {
            if (differences[i] != 0) {
                all += ranks[i];
                above += differences[i] > 0 ? ranks[i] : 0;
                squares += (double) ranks[i] * ranks[i];
                ranks[n++] = ranks[i];
            }
        }
        if (n == 0) {
            return 1;
        }
        long smaller = Math.min(above, all - above);
        if (n <= MOST_EXACT) {
            return Math.min(1, 2 * upTo(Arrays.copyOf(ranks, n), (int) smaller));
        }
        double away = Math.max(0, all / 2.0 - smaller - 1); // continuity: half a rank, and ranks are doubled
        return 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-away / (StrictMath.sqrt(squares) / 2));
    }

    /** Twice the rank of each absolute value, ties sharing the mean: whole numbers. */
    private static int[] doubledRanks(double[] differences) {
        Integer[] order = IntStream.range(0, differences.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> Math.abs(differences[i])));
        int[] ranks = new int[order.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to < order.length && Math.abs(differences[order[to]]) == Math.abs(differences[order[from]])) {
                to++;
            }
            for (int at = from; at < to; at++) {
                ranks[order[at]] = from + 1 + to;
            }
            from = to;
        }
        return ranks;
    }

    /** The chance that ranks, each taken or not by a fair coin, add up to at most {@code sum}. */
    private static double upTo(int[] ranks, int sum) {
        double[] chance = new double[sum + 1];
        chance[0] = 1;
        for (int rank : ranks) {
            for (int s = sum; s >= 0; s--) {
                chance[s] = 0.5 * (chance[s] + (s >= rank ? chance[s - rank] : 0));
            }
        }
        double total = 0;
        for (double each : chance) {
            total += each;
        }
        return total;
    }

    /**
     * Two-sided p-value of the Mann-Whitney test: exact for small samples without ties, else normal with corrections for ties and
     * continuity (Hollander and Wolfe 1999, Nonparametric Statistical Methods, section 4.1).
     *
     * @param a finite; NaN comes back if either sample is empty, 1 if all values are the same
     */
    public static double mannWhitney(double[] a, double[] b) {
        if (a.length == 0 || b.length == 0) {
            return Double.NaN;
        }
        if (Arrays.stream(a).allMatch(v -> v == a[0]) && Arrays.stream(b).allMatch(v -> v == a[0])) {
            return 1;
        }
        return MannWhitneyUTest.withDefaults().test(a, b).getPValue();
    }

    /**
     * P-values corrected for their number by Holm's method (Holm 1979, A simple sequentially rejective multiple test procedure,
     * Scandinavian Journal of Statistics 6). Those that are NaN stay so and do not count.
     */
    public static double[] holm(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] corrected = new double[p.length];
        Arrays.fill(corrected, Double.NaN);
        double largest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            largest = Math.max(largest, Math.min(1, (order.length - rank) * p[order[rank]]));
            corrected[order[rank]] = largest;
        }
        return corrected;
    }

    /**
     * A mean difference, b less a, with what tests of it need.
     *
     * @param error its standard error
     * @param spread standard deviation whose square over n is the error's square: of the differences of pairs, or the root of the
     *     sum of both variances
     * @param freedom degrees of freedom
     */
    public record Difference(double mean, double error, double spread, double freedom) {
        /** Of pairs; b less a, in their order. */
        public static Difference paired(double[] differences) {
            Summary summary = Summary.of(differences);
            return new Difference(
                    summary.mean(),
                    summary.sd() / StrictMath.sqrt(differences.length),
                    summary.sd(),
                    differences.length - 1.0);
        }

        /** Of samples that have nothing to do with each other (Welch 1947, Biometrika 34). */
        public static Difference unpaired(Summary a, Summary b) {
            double ofA = a.sd() * a.sd() / a.n();
            double ofB = b.sd() * b.sd() / b.n();
            double freedom = (ofA + ofB) * (ofA + ofB) / (ofA * ofA / (a.n() - 1) + ofB * ofB / (b.n() - 1));
            return new Difference(
                    b.mean() - a.mean(),
                    StrictMath.sqrt(ofA + ofB),
                    StrictMath.sqrt(a.sd() * a.sd() + b.sd() * b.sd()),
                    ofA + ofB == 0 ? a.n() + b.n() - 2.0 : freedom);
        }

        /** Student's interval; its ends are NaN where there is too little to say. */
        public Interval interval(double level) {
            double half = freedom >= 1
                    ? error * new TDistribution(null, freedom).inverseCumulativeProbability((1 + level) / 2)
                    : Double.NaN;
            return new Interval(mean, mean - half, mean + half, level, "student");
        }

        /**
         * P-value of two one-sided t tests that the difference is within a bound of zero (Schuirmann 1987, Journal of
         * Pharmacokinetics and Biopharmaceutics 15; Lakens 2017, Social Psychological and Personality Science 8).
         *
         * @param bound in the metric's unit, at least 0
         */
        public double equivalence(double bound) {
            if (!(freedom >= 1) || Double.isNaN(error)) {
                return Double.NaN;
            }
            if (error == 0) {
                return Math.abs(mean) < bound ? 0 : 1;
            }
            var student = new TDistribution(null, freedom);
            double below = student.cumulativeProbability(-(mean + bound) / error);
            double above = student.cumulativeProbability((mean - bound) / error);
            return Math.max(below, above);
        }

        /**
         * The least n (pairs, or runs on each side) at which a verdict would come with a power, were this the true difference:
         * that it is not zero at level {@code strict}, or within the bound at level {@code alpha}, whichever takes fewer. By the
         * normal approximation; at least as many as a signed rank test needs to reach {@code strict} at all.
         */
        public long needed(double bound, double alpha, double strict, double power) {
            var normal = new NormalDistribution(null, 0, 1);
            double toPower = normal.inverseCumulativeProbability(power);
            double differs = normal.inverseCumulativeProbability(1 - strict / 2) + toPower;
            double equals = normal.inverseCumulativeProbability(1 - alpha)
                    + (mean == 0 ? normal.inverseCumulativeProbability((1 + power) / 2) : toPower);
            double size = Math.abs(mean);
            double forDifference = size == 0 ? Double.POSITIVE_INFINITY : square(differs * spread / size);
            double forEquality = size < bound ? square(equals * spread / (bound - size)) : Double.POSITIVE_INFINITY;
            double ranks = 1 + StrictMath.log(1 / strict) / StrictMath.log(2);
            double n = Math.max(Math.min(forDifference, forEquality), ranks);
            return Double.isNaN(n) || n > 1e15 ? Long.MAX_VALUE : (long) StrictMath.ceil(n);
        }

        private static double square(double value) {
            return value * value;
        }
    }

    /** Standard deviation within both samples. */
    public static double pooled(Summary a, Summary b) {
        return StrictMath.sqrt(((a.n() - 1) * a.sd() * a.sd() + (b.n() - 1) * b.sd() * b.sd()) / (a.n() + b.n() - 2.0));
    }

    /**
     * Cohen's d: the difference of the means, b less a, in pooled standard deviations (Cohen 1988, Statistical Power Analysis for
     * the Behavioral Sciences, section 2.2); 0 if the means are equal, NaN where there is no spread to measure it with.
     */
    public static double cohen(Summary a, Summary b) {
        double difference = b.mean() - a.mean();
        double spread = pooled(a, b);
        return difference == 0 ? 0 : spread > 0 ? difference / spread : Double.NaN;
    }

    /**
     * How often a value of b is above one of a, ties counting half (Vargha and Delaney 2000, A critique and improvement of the CL
     * common language effect size statistics, Journal of Educational and Behavioral Statistics 25): 0.5 where neither tends to be
     * larger.
     */
    public static double vargha(double[] a, double[] b) {
        double[] sortedA = a.clone();
        double[] sortedB = b.clone();
        Arrays.sort(sortedA);
        Arrays.sort(sortedB);
        int below = 0;
        int upTo = 0;
        double wins = 0;
        for (double value : sortedB) {
            while (below < sortedA.length && sortedA[below] < value) {
                below++;
            }
            upTo = Math.max(upTo, below);
            while (upTo < sortedA.length && sortedA[upTo] <= value) {
                upTo++;
            }
            wins += below + 0.5 * (upTo - below);
        }
        return wins / ((double) a.length * b.length);
    }
}
