package org.lode.sim.analysis;

import java.util.Arrays;
import java.util.function.Function;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Streams;

/**
 * How intervals are made: percentile bootstrap over whole blocks or trajectories, which are what a design draws.
 *
 * @param level coverage aimed at, above 0 and below 1
 * @param resamples at least 10
 * @param seed of the resampling
 */
public record Resampling(double level, int resamples, long seed) {
    private static final Purpose BOOTSTRAP = Purpose.named("bootstrap of indices");

    public Resampling {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level (" + level + ") must be between 0 and 1");
        }
        if (resamples < 10) {
            throw new IllegalArgumentException("resamples (" + resamples + ") must be at least 10");
        }
    }

    /**
     * Intervals of several statistics of the same units at once.
     *
     * @param units how many there are
     * @param statistics from the units drawn, with repetition, to the statistics; NaN ones do not count
     * @param key what is resampled, so that each has its own stream
     */
    Interval[] intervals(int units, Function<int[], double[]> statistics, String key) {
        int[] all = new int[units];
        Arrays.setAll(all, u -> u);
        double[] estimates = statistics.apply(all);
        double[][] drawn = new double[estimates.length][resamples];
        var random = new Streams(seed, Streams.COMMON, 0).stream(BOOTSTRAP, key, 0);
        int[] sample = new int[units];
        for (int b = 0; b < resamples; b++) {
            for (int u = 0; u < units; u++) {
                sample[u] = (int) (random.nextDouble() * units);
            }
            double[] values = statistics.apply(sample);
            for (int s = 0; s < values.length; s++) {
                drawn[s][b] = values[s];
            }
        }
        Interval[] intervals = new Interval[estimates.length];
        for (int s = 0; s < estimates.length; s++) {
            double[] sorted =
                    Arrays.stream(drawn[s]).filter(Double::isFinite).sorted().toArray();
            boolean known = units > 1 && sorted.length > 1;
            intervals[s] = new Interval(
                    estimates[s],
                    known ? Summary.quantile(sorted, (1 - level) / 2) : Double.NaN,
                    known ? Summary.quantile(sorted, (1 + level) / 2) : Double.NaN,
                    level,
                    "bootstrap");
        }
        return intervals;
    }
}
