package org.lode.games.solve;

import java.util.Arrays;

/**
 * What a basis of a {@link LotteryProgram} proves: a lottery, and multipliers of the deviations that bound what any lottery
 * without a gain can be worth.
 *
 * <p>For every y &gt;= 0 the largest goal(p) - y gains(p) over the profiles is such a bound (weak duality on the simplex), so the
 * multipliers need not be optimal for the bound to hold: how near the lottery's worth comes to it proves the lottery. Both systems
 * of the basis are solved by factors and refined with residuals in twice the precision, multipliers kept in two parts, because
 * they are large where equilibria are few; the bound is raised by what its own rounding may hide.
 */
final class LotteryCertificate {
    private static final int REFINEMENTS = 20;
    private static final double ULP = 0x1p-52;

    private final double[] lottery;
    private final double[] multipliers;
    private final double bound;

    /**
     * Computes both sides.
     *
     * @param gains what each deviation gains at each column, deviations by columns
     * @param goal what each column is worth
     * @param lotteries how many columns are profiles
     * @param columns used, as {@link LotteryProgram#basis} gives them
     * @param binding deviations, one fewer
     */
    LotteryCertificate(double[][] gains, double[] goal, int lotteries, int[] columns, int[] binding) {
        int n = columns.length;
        double[] matrix = new double[n * n];
        double[] transposed = new double[n * n];
        double[] worths = new double[n];
        for (int k = 0; k < n; k++) {
            worths[k] = goal[columns[k]];
            for (int row = 0; row < n; row++) {
                double entry = row > 0 ? gains[binding[row - 1]][columns[k]] : columns[k] < lotteries ? 1 : 0;
                matrix[row * n + k] = entry;
                transposed[k * n + row] = entry;
            }
        }
        double[] one = new double[n];
        one[0] = 1;
        double[] weights = solve(matrix, one)[0];
        double[][] duals = solve(transposed, worths);
        multipliers = new double[gains.length];
        for (int d = 0; d < binding.length; d++) {
            multipliers[binding[d]] = Math.max(0, duals[0][d + 1]);
        }
        lottery = new double[lotteries];
        double total = 0;
        for (int k = 0; k < n; k++) {
            if (columns[k] < lotteries) {
                lottery[columns[k]] = Math.max(0, weights[k]);
                total += lottery[columns[k]];
            }
        }
        for (int p = 0; p < lotteries; p++) {
            lottery[p] /= total;
        }
        bound = bound(gains, goal, binding, duals);
    }

    /** Returns the probability of each profile. */
    double[] lottery() {
        return lottery;
    }

    /** Returns what each deviation's gain costs, rounded; at least 0. */
    double[] multipliers() {
        return multipliers;
    }

    /** Returns what no lottery without a gain is worth more than. */
    double bound() {
        return bound;
    }

    private double bound(double[][] gains, double[] goal, int[] binding, double[][] duals) {
        int n = binding.length;
        double[] y = new double[2 * n]; // each multiplier in two parts
        for (int d = 0; d < n; d++) {
            boolean positive = duals[0][d + 1] > 0;
            y[d] = positive ? duals[0][d + 1] : 0;
            y[n + d] = positive ? duals[1][d + 1] : 0;
        }
        double[] column = new double[2 * n];
        double shrink = 1;
        for (int spare = lottery.length; spare < goal.length; spare++) { // these must not be worth using
            double cost = 0;
            for (int d = 0; d < n; d++) {
                cost += y[d] * gains[binding[d]][spare];
            }
            shrink = cost < goal[spare] ? Math.min(shrink, goal[spare] / cost * (1 - 2 * n * ULP)) : shrink;
        }
        for (int d = 0; d < 2 * n && shrink < 1; d++) {
            y[d] *= shrink;
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int p = 0; p < lottery.length; p++) {
            double size = Math.abs(goal[p]);
            for (int d = 0; d < n; d++) {
                column[d] = gains[binding[d]][p];
                column[n + d] = column[d];
                size += Math.abs(column[d] * y[d]);
            }
            double slack = Accurate.residual(column, 0, y, goal[p]);
            most = Math.max(most, slack + 2 * ULP * Math.abs(slack) + Accurate.error(2 * n, size));
        }
        return most;
    }

    /** Solves a square system; the solution is the sum of two parts, the second far below the last place of the first. */
    private static double[][] solve(double[] matrix, double[] right) {
        int n = right.length;
        double[] factors = matrix.clone();
        int[] pivots = new int[n];
        double[] twice = new double[2 * n];
        if (!Dense.factor(factors, n, pivots)) {
            Arrays.fill(twice, Double.NaN);
        }
        double[] line = new double[2 * n];
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < REFINEMENTS; step++) {
            double[] change = new double[n];
            for (int row = 0; row < n; row++) {
                System.arraycopy(matrix, row * n, line, 0, n);
                System.arraycopy(matrix, row * n, line, n, n);
                change[row] = Accurate.residual(line, 0, twice, right[row]);
            }
            Dense.solve(factors, n, pivots, change);
            double size = 0;
            for (double each : change) {
                size = Math.max(size, Math.abs(each));
            }
            if (!(size < before)) {
                break;
            }
            for (int k = 0; k < n; k++) {
                double low = twice[n + k] + change[k];
                double high = twice[k] + low;
                twice[n + k] = low - (high - twice[k]);
                twice[k] = high;
            }
            before = size;
        }
        return new double[][] {Arrays.copyOf(twice, n), Arrays.copyOfRange(twice, n, 2 * n)};
    }
}
