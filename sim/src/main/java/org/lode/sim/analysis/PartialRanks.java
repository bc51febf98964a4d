package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Partial rank correlation of a metric with each factor, the others held fixed linearly in ranks (Marino et al. 2008, A
 * methodology for performing global uncertainty and sensitivity analysis in systems biology, Journal of Theoretical Biology
 * 254). Ties share their mean rank. Interval by Fisher's z, p by Student's t with n - 1 - k degrees of freedom, over point
 * means. Says little where a metric rises and falls with a factor.
 */
final class PartialRanks {
    private PartialRanks() {}

    /** @throws IllegalArgumentException if points are too few, or factors move together */
    static List<Effect> of(SweepTable table, Response response, double level) {
        List<Integer> factors = new ArrayList<>();
        for (int f = 0; f < table.factors().size(); f++) {
            if (table.numeric(f)) {
                factors.add(f);
            }
        }
        int[] points = java.util.stream.IntStream.range(0, table.points())
                .filter(p -> response.count(p) > 0)
                .toArray();
        int n = points.length;
        int k = factors.size();
        if (k == 0) {
            throw new IllegalArgumentException(table.design() + ": index (prcc) needs a factor with numbers");
        }
        if (n < k + 4) {
            throw new IllegalArgumentException(table.design() + ": points with " + response.name() + " (" + n
                    + ") must be at least " + (k + 4) + " for the index prcc of " + k + " factors");
        }
        double[][] ranks = new double[k + 1][];
        for (int i = 0; i < k; i++) {
            int f = factors.get(i);
            ranks[i] = ranks(Arrays.stream(points)
                    .mapToDouble(p -> Measure.number(table.cell(p, f)))
                    .toArray());
        }
        ranks[k] = ranks(Arrays.stream(points).mapToDouble(response::mean).toArray());
        RealMatrix inverse = inverse(table, correlations(ranks));
        List<Effect> effects = new ArrayList<>();
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
        double freedom = n - 1.0 - k;
        for (int i = 0; i < k; i++) {
            double r = -inverse.getEntry(i, k) / StrictMath.sqrt(inverse.getEntry(i, i) * inverse.getEntry(k, k));
            r = Math.max(-1, Math.min(1, r));
            double half = z / StrictMath.sqrt(n - k - 2.0);
            double centre = StrictMath.log((1 + r) / (1 - r)) / 2;
            double t = Math.abs(r) * StrictMath.sqrt(freedom / (1 - r * r));
            double p = Math.abs(r) == 1 ? 0 : 2 * new TDistribution(null, freedom).cumulativeProbability(-t);
            Interval interval = Math.abs(r) == 1
                    ? new Interval(r, r, r, level, "fisher")
                    : new Interval(r, StrictMath.tanh(centre - half), StrictMath.tanh(centre + half), level, "fisher");
            effects.add(new Effect(response.name(), table.factors().get(factors.get(i)), "prcc", interval, p, n));
        }
        double variance = Summary.of(
                        Arrays.stream(points).mapToDouble(response::mean).toArray())
                .sd();
        double seeds = response.seedVariance();
        double parameters = Math.max(0, variance * variance - seeds / response.replications());
        effects.addAll(SobolIndices.noise(response, parameters, seeds, n));
        return effects;
    }

    private static RealMatrix inverse(SweepTable table, RealMatrix correlations) {
        try {
            return new LUDecomposition(correlations, 1e-10).getSolver().getInverse();
        } catch (SingularMatrixException e) {
            throw new IllegalArgumentException(
                    table.design()
                            + ": factors, or a factor and the metric, must not have the same ranks throughout for the index prcc",
                    e);
        }
    }

    /** Ranks from 1; equal values share the mean of theirs. */
    static double[] ranks(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(values[i], values[j]));
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i <= to; i++) {
                ranks[order[i]] = (from + to) / 2.0 + 1;
            }
            from = to + 1;
        }
        return ranks;
    }

    private static RealMatrix correlations(double[][] rows) {
        int n = rows[0].length;
        double[][] centred = new double[rows.length][n];
        for (int i = 0; i < rows.length; i++) {
            double squares = 0;
            for (int p = 0; p < n; p++) {
                centred[i][p] = rows[i][p] - (n + 1) / 2.0;
                squares += centred[i][p] * centred[i][p];
            }
            double size = StrictMath.sqrt(squares);
            for (int p = 0; p < n; p++) {
                centred[i][p] /= size == 0 ? 1 : size;
            }
        }
        RealMatrix matrix = new Array2DRowRealMatrix(centred);
        return matrix.multiply(matrix.transpose());
    }
}
