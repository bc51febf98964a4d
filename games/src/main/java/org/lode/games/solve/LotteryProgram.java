package org.lode.games.solve;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The linear program of correlated equilibria: maximize goal x over x &gt;= 0 with gains x &lt;= 0, where the first entries of x
 * are a lottery and add up to 1.
 *
 * <p>Works on the dual, min over y &gt;= 0 of the largest goal(p) - y gains(p): all incentive constraints have right-hand side 0,
 * so the program itself is degenerate throughout, while the dual is so only where profiles tie; those ties are broken by an
 * infinitesimal random change of the goal (Charnes 1952, Optimality and degeneracy in linear programming, Econometrica 20).
 * Starts from the best profile and adds the deviation that it tempts to most. The basis found is computed afresh from the data
 * until that confirms it, so that rounding does not add up; {@link LotteryCertificate} then proves the answer. Cost: a pivot
 * passes once over columns times constraints, and takes as many pivots as some multiple of the constraints that bind.
 */
final class LotteryProgram {
    private static final double OPTIMAL = 1e-13;
    private static final double BROKEN = 1e-12;
    private static final double SMALLEST_PIVOT = 1e-9;
    /** Share of a column's largest entry below which a pivot would lose digits. */
    private static final double SOUND = 1e-7;

    private static final double TIE = 1e-12;
    private static final int MAX_REBUILDS = 12;

    private final double[][] gains;
    private final double[] goal;
    private final int lotteries;
    private final int deviations;
    private final int start; // the best profile, whose row holds the bound
    private final double[][]
            rows; // slack = coefficients of the nonbasic variables, then the goal's part and the change's
    private final double[] change;
    private final int[] basic; // per row: a deviation's multiplier, or deviations + a profile's slack
    private final int[] nonbasic;
    private boolean solved;

    /**
     * Solves.
     *
     * @param gains what each deviation gains at each column, deviations by columns, near 1 in size; read only
     * @param goal what each column is worth, near 1 in size; read only
     * @param lotteries how many columns add up to 1, from the first on; the others must be worth at most 0
     */
    LotteryProgram(double[][] gains, double[] goal, int lotteries) {
        this.gains = gains;
        this.goal = goal;
        this.lotteries = lotteries;
        this.deviations = gains.length;
        int best = 0;
        for (int p = 1; p < lotteries; p++) {
            best = goal[p] > goal[best] ? p : best;
        }
        start = best;
        SplittableRandom random = new SplittableRandom(goal.length);
        change = new double[goal.length];
        for (int p = 0; p < change.length; p++) {
            change[p] = p == start ? 0 : 1 + random.nextDouble();
        }
        rows = new double[goal.length][deviations + 3];
        basic = new int[goal.length];
        nonbasic = new int[deviations + 1];
        begin();
        for (int rebuild = 0; rebuild < MAX_REBUILDS && !solved; rebuild++) {
            descend();
            int[] basis = basic.clone();
            begin();
            solved = enter(basis) && isOptimal();
        }
    }

    /** Returns whether the basis was confirmed from the data. */
    boolean isSolved() {
        return solved;
    }

    /** Returns the columns that are used, and the deviations that bind: one column more, spare ones included. */
    int[][] basis() {
        int[] columns = Arrays.stream(nonbasic)
                .filter(v -> v >= deviations)
                .map(v -> v - deviations)
                .sorted()
                .toArray();
        int[] binding = Arrays.stream(basic)
                .filter(v -> v >= 0 && v < deviations)
                .sorted()
                .toArray();
        return new int[][] {columns, binding};
    }

    /** Writes the dictionary in which only the best profile is used. */
    private void begin() {
        int last = deviations;
        for (int p = 0; p < rows.length; p++) {
            double share = p < lotteries ? 1 : 0;
            double[] row = rows[p];
            for (int d = 0; d < deviations; d++) {
                row[d] = p == start ? -gains[d][start] : gains[d][p] - share * gains[d][start];
            }
            row[last] = p == start ? 1 : share;
            row[last + 1] = p == start ? goal[start] : share * goal[start] - goal[p];
            row[last + 2] = change[p];
            basic[p] = p == start ? -1 : deviations + p;
        }
        for (int d = 0; d < deviations; d++) {
            nonbasic[d] = d;
        }
        nonbasic[last] = deviations + start;
    }

    /** Pivots while the bound falls, then while a slack that rounding had hidden is below zero. */
    private void descend() {
        int most = 50 * (deviations + rows.length);
        for (int step = 0; step < most; step++) {
            int column = entering();
            int row = column >= 0 ? leaving(column) : broken();
            if (row >= 0 && column < 0) {
                column = mending(row);
            }
            if (row < 0 || column < 0) {
                return;
            }
            pivot(row, column);
        }
    }

    private int entering() {
        double[] bound = rows[start];
        int best = 0;
        for (int j = 1; j < nonbasic.length; j++) {
            best = bound[j] < bound[best] ? j : best;
        }
        return bound[best] < -OPTIMAL ? best : -1;
    }

    private int leaving(int column) {
        double largest = 0;
        for (int p = 0; p < rows.length; p++) {
            largest = p == start ? largest : Math.max(largest, -rows[p][column]);
        }
        double least = Math.max(SMALLEST_PIVOT, SOUND * largest);
        int right = nonbasic.length;
        int best = -1;
        double ratio = Double.POSITIVE_INFINITY;
        for (int p = 0; p < rows.length; p++) {
            if (p == start || rows[p][column] > -least) {
                continue;
            }
            double each = Math.max(0, rows[p][right]) / -rows[p][column];
            if (each < ratio - TIE || (each < ratio + TIE && isBefore(p, best, column))) {
                best = p;
                ratio = Math.min(ratio, each);
            }
        }
        return best;
    }

    private boolean isBefore(int p, int best, int column) {
        int right = nonbasic.length + 1;
        return rows[p][right] * rows[best][column] > rows[best][right] * rows[p][column];
    }

    private boolean isOptimal() {
        return entering() < 0 && broken() < 0;
    }

    /** Returns the row whose slack is furthest below zero, or -1. */
    private int broken() {
        int right = nonbasic.length;
        int worst = -1;
        for (int p = 0; p < rows.length; p++) {
            if (p != start && rows[p][right] < (worst < 0 ? -BROKEN : rows[worst][right])) {
                worst = p;
            }
        }
        return worst;
    }

    /** Returns the column that lifts a slack above zero at the least cost to the bound. */
    private int mending(int row) {
        int best = -1;
        for (int j = 0; j < nonbasic.length; j++) {
            if (rows[row][j] > SMALLEST_PIVOT
                    && (best < 0
                            || Math.max(0, rows[start][j]) * rows[row][best]
                                    < Math.max(0, rows[start][best]) * rows[row][j])) {
                best = j;
            }
        }
        return best;
    }

    private void pivot(int row, int column) {
        double[] head = rows[row];
        double inverse = 1 / head[column];
        for (int j = 0; j < head.length; j++) {
            head[j] *= -inverse;
        }
        head[column] = inverse;
        for (int i = 0; i < rows.length; i++) {
            double factor = rows[i][column];
            if (i != row && factor != 0) {
                double[] line = rows[i];
                line[column] = 0;
                for (int j = 0; j < line.length; j++) {
                    line[j] += factor * head[j];
                }
            }
        }
        int leaves = basic[row];
        basic[row] = nonbasic[column];
        nonbasic[column] = leaves;
    }

    /** Makes the same deviations basic as in a basis found before, largest pivots first; returns whether that was possible. */
    private boolean enter(int[] basis) {
        boolean[] stays = new boolean[deviations + rows.length];
        for (int variable : basis) {
            if (variable >= 0) {
                stays[variable] = true;
            }
        }
        boolean whole = true;
        for (int j = 0; j < nonbasic.length; j++) {
            if (!stays[nonbasic[j]]) {
                continue;
            }
            int best = -1;
            for (int p = 0; p < rows.length; p++) {
                if (p != start && !stays[basic[p]] && (best < 0 || Math.abs(rows[p][j]) > Math.abs(rows[best][j]))) {
                    best = p;
                }
            }
            if (best < 0 || Math.abs(rows[best][j]) < SMALLEST_PIVOT) {
                whole = false;
                continue;
            }
            pivot(best, j);
        }
        return whole;
    }
}
