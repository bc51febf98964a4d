package org.lode.sim.experiment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.lode.sim.config.Above;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Min;
import org.lode.sim.results.RunRecorder;
import org.lode.sim.world.Scenario;

/**
 * Replications until means are known well enough: each point has {@code least}, and then {@code batch} more at a time, until
 * Student's interval of the mean of each metric reaches at most {@code halfWidth} times that mean to either side, or there are
 * {@code most}. It is decided after each whole batch from the point's own runs in their order, so whoever computes them comes to
 * the same number (Law and Kelton 2000, Simulation Modeling and Analysis, section 9.4.1, with batches; intervals of samples that
 * stopped so cover a little less than their level). Runs that failed and empty cells do not count.
 *
 * @param metrics columns of runs.csv that are numbers
 * @param halfWidth relative to the mean, above 0
 */
record Precision(
        List<String> metrics,

        @Doc("half of the interval, relative to the mean") @Above(0)
        double halfWidth,

        @Default("0.95") @Above(0) double level,
        @Default("10") @Min(2) int least,
        @Default("1000") @Min(2) int most,
        @Default("10") @Min(1) int batch) {
    Precision {
        metrics = List.copyOf(metrics);
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("metrics (0) must be at least 1");
        }
        if (level >= 1) {
            throw new IllegalArgumentException("level (" + level + ") must be below 1");
        }
        if (most < least) {
            throw new IllegalArgumentException("most (" + most + ") must be at least least (" + least + ")");
        }
    }

    /** The last replication of the batch that follows {@code done}. */
    long next(long done) {
        return Math.min(most, done < least ? least : done + batch);
    }

    /** Whether it is decided after so many replications, whether to go on. */
    private boolean batchEnds(long done) {
        return done == most || done >= least && (done - least) % batch == 0;
    }

    /** What is known of one point; takes in its runs in their order. */
    Known of(Scenario scenario) {
        List<String> columns = RunRecorder.runColumns(scenario);
        int[] places = new int[metrics.size()];
        for (int m = 0; m < places.length; m++) {
            places[m] = columns.indexOf(metrics.get(m));
            if (places[m] < 3
                    || metrics.get(m).equals("regimeFinal")
                    || metrics.get(m).equals("regimeModal")) {
                List<String> numbers = new ArrayList<>(columns.subList(3, columns.size()));
                numbers.removeAll(List.of("regimeFinal", "regimeModal"));
                throw new IllegalArgumentException(
                        "precision: metrics (" + metrics.get(m) + ") must be among " + numbers);
            }
        }
        return new Known(places);
    }

    /** Means and spreads of a point's runs so far, by Welford's updates in the order of the replications. */
    final class Known {
        private final int[] places;
        private final long[] n;
        private final double[] mean;
        private final double[] squares;
        private long done;

        private Known(int[] places) {
            this.places = places;
            n = new long[places.length];
            mean = new double[places.length];
            squares = new double[places.length];
        }

        /** Takes in the next run. */
        void add(PlanRuns.Result run) {
            done++;
            if (run.rows() == null) {
                return;
            }
            String[] cells =
                    new String(run.rows().run(), StandardCharsets.UTF_8).strip().split(",", -1);
            for (int m = 0; m < places.length; m++) {
                String cell = cells[places[m]];
                if (!cell.isEmpty() && !cell.endsWith("inf")) {
                    double value = Double.parseDouble(cell);
                    n[m]++;
                    double before = value - mean[m];
                    mean[m] += before / n[m];
                    squares[m] += before * (value - mean[m]);
                }
            }
        }

        /** How many runs were taken in. */
        long done() {
            return done;
        }

        /** Whether the point needs no more runs. */
        boolean enough() {
            if (!batchEnds(done) || done == most) {
                return done == most;
            }
            for (int m = 0; m < places.length; m++) {
                if (n[m] < 2 || !(half(m) <= halfWidth * Math.abs(mean[m]))) {
                    return false;
                }
            }
            return true;
        }

        private double half(int m) {
            double quantile = new TDistribution(null, n[m] - 1.0).inverseCumulativeProbability((1 + level) / 2);
            return quantile * StrictMath.sqrt(squares[m] / (n[m] - 1) / n[m]);
        }
    }
}
