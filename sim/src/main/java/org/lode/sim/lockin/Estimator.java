package org.lode.sim.lockin;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Stream;
import org.lode.sim.chance.Streams;

/**
 * Estimates with intervals, resampling whole histories: forks of one history are not independent. Percentile bootstrap (Efron 1979,
 * Bootstrap methods, Annals of Statistics 7), its quantiles moved out as for a mean of few values (Hesterberg 2015, What teachers
 * should know about the bootstrap, American Statistician 69, section 5.3). Shares of independent trials are exact.
 */
public final class Estimator {
    private static final Purpose RESAMPLE = Purpose.named("resample");

    private final double level;
    private final int resamples;
    private final Streams streams;
    private final Stream random = new Stream();

    /**
     * @param level coverage aimed at, in (0, 1)
     * @param resamples at least 1
     * @param streams of the resampling; what is drawn for one estimate does not depend on the others
     */
    public Estimator(double level, int resamples, Streams streams) {
        if (!(level > 0 && level < 1) || resamples < 1) {
            throw new IllegalArgumentException(
                    "level (" + level + ") must be between 0 and 1, and resamples (" + resamples + ") at least 1");
        }
        this.level = level;
        this.resamples = resamples;
        this.streams = streams;
    }

    /** A number computed from some of the histories, given by their places, which may repeat; NaN if it is not defined. */
    public interface Statistic {
        double of(int[] histories);
    }

    public double level() {
        return level;
    }

    /** A generator for something else than resampling, such as permutations. */
    Stream random(Purpose purpose, String name) {
        return streams.reset(new Stream(), purpose, name, 0);
    }

    /**
     * Any statistic of {@code n} histories. Resamples for which it is not defined are left out; where it is the same in all of
     * them the interval is a point.
     *
     * @param name of what is estimated, unique; the key of its resampling
     */
    public Estimate of(String name, int n, Statistic statistic) {
        int[] histories = new int[n];
        Arrays.setAll(histories, i -> i);
        double value = n == 0 ? Double.NaN : statistic.of(histories);
        if (Double.isNaN(value)) {
            return Estimate.none(n);
        }
        streams.reset(random, RESAMPLE, name, 0);
        double[] drawn = new double[resamples];
        int kept = 0;
        for (int b = 0; b < resamples; b++) {
            for (int i = 0; i < n; i++) {
                histories[i] = (int) (random.nextDouble() * n);
            }
            double one = statistic.of(histories);
            if (!Double.isNaN(one)) {
                drawn[kept++] = one;
            }
        }
        if (kept == 0) {
            return new Estimate(value, value, value, n, "bootstrap");
        }
        double[] sorted = Arrays.copyOf(drawn, kept);
        Arrays.sort(sorted);
        double tail = tail(n);
        return new Estimate(value, quantile(sorted, tail), quantile(sorted, 1 - tail), n, "bootstrap");
    }

    /** The lower tail to cut: below (1 - level) / 2 for few histories, which the plain bootstrap shows too narrow. */
    private double tail(int n) {
        if (n < 2) {
            return 0;
        }
        double t = new TDistribution(null, n - 1.0).inverseCumulativeProbability((1 - level) / 2);
        return new NormalDistribution(null, 0, 1).cumulativeProbability(t * StrictMath.sqrt(n / (n - 1.0)));
    }

    /** Linear between order statistics; infinite ones stay so. */
    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        double rest = at - below;
        if (rest == 0 || sorted[below] == sorted[above]) {
            return sorted[below];
        }
        return sorted[below] + rest * (sorted[above] - sorted[below]);
    }

    /** The mean of one number per history; NaN ones are left out. */
    public Estimate mean(String name, double[] sample) {
        return of(name, sample.length, histories -> mean(sample, histories));
    }

    static double mean(double[] sample, int[] histories) {
        double sum = 0;
        int n = 0;
        for (int h : histories) {
            if (!Double.isNaN(sample[h])) {
                sum += sample[h];
                n++;
            }
        }
        return n > 0 ? sum / n : Double.NaN;
    }

    /** The mean of {@code above} over the mean of {@code below}; not defined where that is 0. */
    public Estimate ratio(String name, double[] above, double[] below) {
        return of(name, above.length, histories -> {
            double base = mean(below, histories);
            return base == 0 ? Double.NaN : mean(above, histories) / base;
        });
    }

    /** A share of independent trials, exact (Clopper and Pearson 1934, Biometrika 26). */
    public Estimate share(int successes, int n) {
        if (n == 0) {
            return Estimate.none(0);
        }
        double tail = (1 - level) / 2;
        double low = successes == 0
                ? 0
                : new BetaDistribution(null, successes, n - successes + 1.0).inverseCumulativeProbability(tail);
        double high = successes == n
                ? 1
                : new BetaDistribution(null, successes + 1.0, n - successes).inverseCumulativeProbability(1 - tail);
        return new Estimate((double) successes / n, low, high, n, "exact");
    }

    /**
     * A mean of shares, one per history, each of several forks. Where all are 0, or all 1, resampling would show no uncertainty:
     * then each history counts as one trial, and the interval is exact.
     */
    public Estimate shares(String name, double[] sample) {
        boolean none = true;
        boolean all = true;
        for (double share : sample) {
            none &= share == 0;
            all &= share == 1;
        }
        return none || all ? share(all ? sample.length : 0, sample.length) : mean(name, sample);
    }

    /** As {@link #shares(String, double[])}, of a list. */
    Estimate shares(String name, List<Double> sample) {
        return shares(name, sample.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
