package org.lode.sim.analysis;

import java.util.Arrays;

/**
 * A sample in seven numbers. All but {@code n} are NaN for an empty sample, and {@code sd} for one value.
 *
 * @param n how many values
 * @param sd standard deviation with n - 1
 * @param q10 tenth percentile
 * @param q90 ninetieth percentile
 */
public record Summary(int n, double mean, double sd, double min, double q10, double median, double q90, double max) {
    /** Summarises values; sums in their order, so that the same values in the same order give the same bytes. */
    public static Summary of(double[] values) {
        int n = values.length;
        if (n == 0) {
            double none = Double.NaN;
            return new Summary(0, none, none, none, none, none, none, none);
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / n;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double sd = n > 1 ? StrictMath.sqrt(squares / (n - 1)) : Double.NaN;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Summary(
                n,
                mean,
                sd,
                sorted[0],
                quantile(sorted, 0.1),
                quantile(sorted, 0.5),
                quantile(sorted, 0.9),
                sorted[n - 1]);
    }

    /**
     * The quantile of sorted values, linear between order statistics (type 7 of Hyndman and Fan 1996, Sample quantiles in
     * statistical packages, American Statistician 50; the default of R and NumPy).
     *
     * @param sorted ascending, at least one
     * @param share 0..1
     */
    public static double quantile(double[] sorted, double share) {
        if (sorted.length == 0 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "share (" + share + ") must be between 0 and 1, of at least one value, not " + sorted.length);
        }
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        double rest = at - below;
        return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[above] - sorted[below]);
    }
}
