package org.lode.sim.analysis;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Confidence intervals. All are the same on every Java: the distributions come from a library in plain Java. */
public final class Intervals {
    private Intervals() {}

    /**
     * Student's interval of a mean.
     *
     * @param sample finite; with fewer than two values the ends are NaN
     */
    public static Interval student(double[] sample, double level) {
        Summary summary = Summary.of(sample);
        return student(summary.mean(), summary.sd(), sample.length, level);
    }

    /**
     * The same of a sample that is not kept.
     *
     * @param n its size; below two the ends are NaN
     */
    static Interval student(double mean, double sd, long n, double level) {
        if (n < 2) {
            return new Interval(n == 0 ? Double.NaN : mean, Double.NaN, Double.NaN, level, "student");
        }
        double quantile = new TDistribution(null, n - 1.0).inverseCumulativeProbability((1 + level) / 2);
        double half = quantile * sd / StrictMath.sqrt(n);
        return new Interval(mean, mean - half, mean + half, level, "student");
    }

    /**
     * The interval of a difference of two shares of the same pairs (Agresti and Min 2005, Simple improved confidence intervals for
     * comparing matched proportions, Statistics in Medicine 24): Wald's with half a pair added to each of the four cells, so
     * that it is wide even where all pairs agree. With none the ends are -1 and 1.
     *
     * @param only pairs of which the first alone succeeds
     * @param without pairs of which the second alone succeeds
     * @param n pairs
     */
    static Interval matched(long only, long without, long n, double level) {
        double estimate = n == 0 ? Double.NaN : (double) (only - without) / n;
        double total = n + 2.0;
        double difference = (only - without) / total;
        double discordant = (only + without + 1) / total;
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
        double half = z * StrictMath.sqrt((discordant - difference * difference) / total);
        double low = n == 0 ? -1 : Math.max(-1, Math.min(estimate, difference - half));
        double high = n == 0 ? 1 : Math.min(1, Math.max(estimate, difference + half));
        return new Interval(estimate, low, high, level, "agresti-min");
    }

    /**
     * The score interval of a share (Wilson 1927, Probable inference, the law of succession, and statistical inference,
     * Journal of the American Statistical Association 22): inside 0..1, and wide even if none or all succeed.
     *
     * @param successes 0..{@code n}
     * @param n trials; with none the ends are 0 and 1
     */
    public static Interval wilson(int successes, int n, double level) {
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException("successes (" + successes + ") must be between 0 and " + n);
        }
        if (n == 0) {
            return new Interval(Double.NaN, 0, 1, level, "wilson");
        }
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
        double share = (double) successes / n;
        double square = z * z / n;
        double centre = (share + square / 2) / (1 + square);
        double half = z / (1 + square) * StrictMath.sqrt(share * (1 - share) / n + square / (4 * n));
        double low = successes == 0 ? 0 : Math.max(0, centre - half);
        double high = successes == n ? 1 : Math.min(1, centre + half);
        return new Interval(share, low, high, level, "wilson");
    }

    /**
     * The percentile interval of any statistic by resampling (Efron 1979, Bootstrap methods, Annals of Statistics 7).
     *
     * @param sample at least one value
     * @param statistic read only on an array that is overwritten between calls; of the sample's length
     * @param resamples at least 1; some thousands for a 95 % interval
     * @param random draws only doubles
     */
    public static Interval bootstrap(
            double[] sample,
            ToDoubleFunction<double[]> statistic,
            double level,
            int resamples,
            RandomGenerator random) {
        if (sample.length == 0 || resamples < 1) {
            throw new IllegalArgumentException(
                    "sample (" + sample.length + ") and resamples (" + resamples + ") must be at least 1");
        }
        double[] estimates = new double[resamples];
        double[] drawn = new double[sample.length];
        for (int b = 0; b < resamples; b++) {
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = sample[(int) (random.nextDouble() * sample.length)];
            }
            estimates[b] = statistic.applyAsDouble(drawn);
        }
        Arrays.sort(estimates);
        return new Interval(
                statistic.applyAsDouble(sample.clone()),
                Summary.quantile(estimates, (1 - level) / 2),
                Summary.quantile(estimates, (1 + level) / 2),
                level,
                "bootstrap");
    }
}
