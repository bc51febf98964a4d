package org.lode.sim.analysis;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/** How the shares of categories differ between two samples, such as regimes of two scenarios. */
public final class Shares {
    /** Draws behind a p-value: its own standard error is then at most 0.005. */
    static final int DRAWS = 9_999;
    /** Below this expected count the chi-squared distribution is not trusted (Cochran 1954, Biometrics 10). */
    private static final double LEAST_EXPECTED = 5;
    /** Larger samples are not permuted: rare categories are put together instead. */
    private static final int MOST_PERMUTED = 20_000;

    private static final int RESAMPLES = 1_999;

    private Shares() {}

    /**
     * A test.
     *
     * @param name which
     * @param p NaN where there is nothing to test
     */
    public record Test(String name, double statistic, int freedom, double p) {}

    /** Half the sum of the absolute differences of shares: 0 if they are the same, 1 if nothing is in common. */
    public static double totalVariation(long[] a, long[] b) {
        double sum = 0;
        double ofA = sum(a);
        double ofB = sum(b);
        for (int k = 0; k < a.length; k++) {
            sum += Math.abs(a[k] / ofA - b[k] / ofB);
        }
        return sum / 2;
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /**
     * Bowker's test of symmetry, McNemar's with more than two categories (Bowker 1948, A test for symmetry in contingency tables,
     * Journal of the American Statistical Association 43). The p-value is not read off the chi-squared distribution but drawn:
     * where shares are equal each pair might as well be the other way round. It is right for few pairs too.
     *
     * @param pairs how many pairs have category i in a and j in b; square
     * @param random draws only longs
     */
    public static Test bowker(long[][] pairs, RandomGenerator random) {
        double observed = 0;
        int freedom = 0;
        for (int i = 0; i < pairs.length; i++) {
            for (int j = 0; j < i; j++) {
                double both = pairs[i][j] + pairs[j][i];
                if (both > 0) {
                    observed += square(pairs[i][j] - pairs[j][i]) / both;
                    freedom++;
                }
            }
        }
        int asLarge = 0;
        for (int draw = 0; freedom > 0 && draw < DRAWS; draw++) {
            double statistic = 0;
            for (int i = 0; i < pairs.length; i++) {
                for (int j = 0; j < i; j++) {
                    long both = pairs[i][j] + pairs[j][i];
                    if (both > 0) {
                        long heads = heads(both, random);
                        statistic += square(2.0 * heads - both) / both;
                    }
                }
            }
            asLarge += statistic >= observed * (1 - 1e-12) ? 1 : 0;
        }
        return new Test("bowker", observed, freedom, freedom == 0 ? 1 : (asLarge + 1.0) / (DRAWS + 1));
    }

    private static double square(double value) {
        return value * value;
    }

    /** How many of so many fair coins show heads. */
    private static long heads(long coins, RandomGenerator random) {
        long heads = 0;
        for (long left = coins; left > 0; left -= Long.SIZE) {
            long flips = random.nextLong();
            heads += Long.bitCount(left >= Long.SIZE ? flips : flips >>> (Long.SIZE - left));
        }
        return heads;
    }

    /**
     * Pearson's test that two samples have the same shares. Where a category is too rare for the chi-squared distribution the
     * p-value is that of {@value #DRAWS} random permutations; in samples too large for that the rare categories are counted as one.
     *
     * @param random draws only doubles
     */
    public static Test homogeneity(long[] a, long[] b, RandomGenerator random) {
        long all = sum(a) + sum(b);
        double rarest = Math.min(sum(a), sum(b)) / (double) all;
        long smallest = Long.MAX_VALUE;
        int categories = 0;
        for (int k = 0; k < a.length; k++) {
            if (a[k] + b[k] > 0) {
                smallest = Math.min(smallest, a[k] + b[k]);
                categories++;
            }
        }
        if (categories < 2) {
            return new Test("chi-squared", 0, 0, 1);
        }
        if (smallest * rarest >= LEAST_EXPECTED) {
            double statistic = pearson(a, b);
            return new Test("chi-squared", statistic, categories - 1, tail(statistic, categories - 1));
        }
        if (all <= MOST_PERMUTED) {
            return permuted(a, b, categories - 1, random);
        }
        long[][] merged = merged(a, b, rarest);
        int left = merged[0].length - 1;
        double statistic = pearson(merged[0], merged[1]);
        return new Test("chi-squared", statistic, left, left == 0 ? 1 : tail(statistic, left));
    }

    private static double tail(double statistic, int freedom) {
        return 1 - new ChiSquaredDistribution(null, freedom).cumulativeProbability(statistic);
    }

    private static double pearson(long[] a, long[] b) {
        double ofA = sum(a);
        double ofB = sum(b);
        double statistic = 0;
        for (int k = 0; k < a.length; k++) {
            double both = a[k] + b[k];
            if (both > 0) {
                double expectedA = both * ofA / (ofA + ofB);
                double expectedB = both * ofB / (ofA + ofB);
                statistic += square(a[k] - expectedA) / expectedA + square(b[k] - expectedB) / expectedB;
            }
        }
        return statistic;
    }

    /** The rare categories as one; if that is still rare it joins the smallest of the others. */
    private static long[][] merged(long[] a, long[] b, double rarest) {
        long restA = 0;
        long restB = 0;
        int common = 0;
        long[] keptA = new long[a.length + 1];
        long[] keptB = new long[a.length + 1];
        for (int k = 0; k < a.length; k++) {
            if ((a[k] + b[k]) * rarest >= LEAST_EXPECTED) {
                keptA[common] = a[k];
                keptB[common++] = b[k];
            } else {
                restA += a[k];
                restB += b[k];
            }
        }
        if ((restA + restB) * rarest >= LEAST_EXPECTED || common == 0) {
            keptA[common] = restA;
            keptB[common++] = restB;
        } else {
            int smallest = 0;
            for (int k = 1; k < common; k++) {
                smallest = keptA[k] + keptB[k] < keptA[smallest] + keptB[smallest] ? k : smallest;
            }
            keptA[smallest] += restA;
            keptB[smallest] += restB;
        }
        return new long[][] {java.util.Arrays.copyOf(keptA, common), java.util.Arrays.copyOf(keptB, common)};
    }

    private static Test permuted(long[] a, long[] b, int freedom, RandomGenerator random) {
        double observed = pearson(a, b);
        int[] category = new int[(int) (sum(a) + sum(b))];
        int at = 0;
        for (int k = 0; k < a.length; k++) {
            for (long c = 0; c < a[k] + b[k]; c++) {
                category[at++] = k;
            }
        }
        int first = (int) sum(a);
        int asLarge = 0;
        long[] drawnA = new long[a.length];
        long[] drawnB = new long[a.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            java.util.Arrays.fill(drawnA, 0);
            for (int i = 0; i < first; i++) { // the first part of a shuffle is enough
                int other = i + (int) (random.nextDouble() * (category.length - i));
                int swapped = category[i];
                category[i] = category[other];
                category[other] = swapped;
                drawnA[category[i]]++;
            }
            for (int k = 0; k < a.length; k++) {
                drawnB[k] = a[k] + b[k] - drawnA[k];
            }
            asLarge += pearson(drawnA, drawnB) >= observed * (1 - 1e-12) ? 1 : 0;
        }
        return new Test("permutation", observed, freedom, (asLarge + 1.0) / (DRAWS + 1));
    }

    /**
     * Percentile interval of the total-variation distance by resampling. The distance cannot be below zero, so resampling shows it
     * too large where the shares are nearly the same: an upper end below a bound can be trusted.
     *
     * @param pairs how many pairs have category i in a and j in b; for samples that are not paired use {@link #unpairedInterval}
     * @param random draws only doubles
     */
    public static Interval pairedInterval(long[][] pairs, double level, RandomGenerator random) {
        int size = pairs.length;
        long[] flat = new long[size * size];
        long[] a = new long[size];
        long[] b = new long[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                flat[i * size + j] = pairs[i][j];
                a[i] += pairs[i][j];
                b[j] += pairs[i][j];
            }
        }
        double[] distances = new double[RESAMPLES];
        long[] drawn = new long[flat.length];
        for (int r = 0; r < RESAMPLES; r++) {
            resample(flat, drawn, random);
            double sum = 0;
            long n = sum(drawn);
            for (int k = 0; k < size; k++) {
                long difference = 0;
                for (int j = 0; j < size; j++) {
                    difference += drawn[k * size + j] - drawn[j * size + k];
                }
                sum += Math.abs(difference) / (double) n;
            }
            distances[r] = sum / 2;
        }
        return interval(totalVariation(a, b), distances, level);
    }

    /** As {@link #pairedInterval}, for samples that have nothing to do with each other. */
    public static Interval unpairedInterval(long[] a, long[] b, double level, RandomGenerator random) {
        double[] distances = new double[RESAMPLES];
        long[] drawnA = new long[a.length];
        long[] drawnB = new long[b.length];
        for (int r = 0; r < RESAMPLES; r++) {
            resample(a, drawnA, random);
            resample(b, drawnB, random);
            distances[r] = totalVariation(drawnA, drawnB);
        }
        return interval(totalVariation(a, b), distances, level);
    }

    private static Interval interval(double estimate, double[] distances, double level) {
        java.util.Arrays.sort(distances);
        return new Interval(
                estimate,
                Summary.quantile(distances, (1 - level) / 2),
                Summary.quantile(distances, (1 + level) / 2),
                level,
                "bootstrap");
    }

    /** Draws as many as there are, at most {@value #MOST_PERMUTED}: of more, the interval is wider than it must be. */
    private static void resample(long[] counts, long[] drawn, RandomGenerator random) {
        long n = sum(counts);
        java.util.Arrays.fill(drawn, 0);
        for (long i = Math.min(n, MOST_PERMUTED); i > 0; i--) {
            double at = random.nextDouble() * n;
            int k = 0;
            for (double upTo = counts[0]; at >= upTo && k < counts.length - 1; upTo += counts[k]) {
                k++;
            }
            drawn[k]++;
        }
    }
}
