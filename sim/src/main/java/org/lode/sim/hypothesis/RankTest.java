package org.lode.sim.hypothesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.lode.sim.hypothesis.Answer.Hinge;

/**
 * Which parameters go with an effect: Spearman's rank correlation with Student's approximation of its p-value (Kendall and Stuart
 * 1979, The advanced theory of statistics 2, section 31.19), and Holm's (1979) correction for as many tests as there are
 * parameters (A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6), so that chance
 * lists any at all in one study of twenty.
 */
final class RankTest {
    private static final double SIGNIFICANT = 0.05;
    /** Fewer draws cannot pass the correction, and the approximation is poor. */
    private static final int LEAST = 8;

    private RankTest() {}

    /**
     * The parameters that pass, the smallest p-value first.
     *
     * @param names of the parameters
     * @param values by draw, in the order of the names
     * @param effects by draw
     */
    static List<Hinge> strongest(List<String> names, List<double[]> values, List<Double> effects) {
        int n = effects.size();
        if (n < LEAST) {
            return List.of();
        }
        double[] ranked =
                ranks(effects.stream().mapToDouble(Double::doubleValue).toArray());
        TDistribution student = new TDistribution(null, n - 2.0);
        List<Hinge> tests = new ArrayList<>();
        for (int p = 0; p < names.size(); p++) {
            double[] column = new double[n];
            for (int d = 0; d < n; d++) {
                column[d] = values.get(d)[p];
            }
            double rho = correlation(ranks(column), ranked);
            if (!Double.isNaN(rho)) {
                double t = Math.abs(rho) * StrictMath.sqrt((n - 2) / Math.max(1e-12, 1 - rho * rho));
                tests.add(new Hinge(names.get(p), rho, 2 * student.cumulativeProbability(-t)));
            }
        }
        tests.sort(Comparator.comparingDouble(Hinge::adjusted).thenComparing(Hinge::parameter));
        List<Hinge> passed = new ArrayList<>();
        double largest = 0;
        for (int k = 0; k < tests.size(); k++) {
            Hinge test = tests.get(k);
            largest = Math.max(largest, Math.min(1, test.adjusted() * (tests.size() - k)));
            if (largest > SIGNIFICANT) {
                break;
            }
            passed.add(new Hinge(test.parameter(), test.correlation(), largest));
        }
        return passed;
    }

    /** Ranks from 1, ties sharing their mean. */
    static double[] ranks(double[] values) {
        int n = values.length;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> values[i]));
        double[] ranks = new double[n];
        for (int first = 0; first < n; ) {
            int last = first;
            while (last + 1 < n && values[order.get(last + 1)] == values[order.get(first)]) {
                last++;
            }
            for (int k = first; k <= last; k++) {
                ranks[order.get(k)] = (first + last) / 2.0 + 1;
            }
            first = last + 1;
        }
        return ranks;
    }

    private static double correlation(double[] x, double[] y) {
        double mean = (x.length + 1) / 2.0;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mean) * (y[i] - mean);
            xx += (x[i] - mean) * (x[i] - mean);
            yy += (y[i] - mean) * (y[i] - mean);
        }
        return xx > 0 && yy > 0 ? xy / StrictMath.sqrt(xx * yy) : Double.NaN;
    }
}
