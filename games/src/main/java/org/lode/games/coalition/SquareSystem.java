package org.lode.games.coalition;

/** A small dense square system factored by rows with partial pivoting; solves with the matrix and its transpose. */
public final class SquareSystem {
    private final int n;
    private final double[][] lu;
    private final int[] row;

    /**
     * Factors a matrix given by its columns, which are copied.
     *
     * @param columns n columns of length n, of full rank
     */
    SquareSystem(double[][] columns) {
        this(transposed(columns), columns.length);
    }

    /**
     * Factors a matrix given by its rows, which it takes over: they must not be used afterwards.
     *
     * @param rows n rows of length n, of full rank
     * @throws ArithmeticException if a pivot is 0 or not a number
     */
    public static SquareSystem ofOwnedRows(double[][] rows) {
        return new SquareSystem(rows, rows.length);
    }

    private static double[][] transposed(double[][] columns) {
        int n = columns.length;
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = columns[j][i];
            }
        }
        return rows;
    }

    private SquareSystem(double[][] rows, int n) {
        this.n = n;
        lu = rows;
        row = new int[n];
        for (int i = 0; i < n; i++) {
            row[i] = i;
        }
        for (int k = 0; k < n; k++) {
            pivot(k);
            for (int i = k + 1; i < n; i++) {
                double[] reduced = lu[i];
                double[] by = lu[k];
                double factor = reduced[k] /= by[k];
                for (int j = k + 1; factor != 0 && j < n; j++) {
                    reduced[j] -= factor * by[j];
                }
            }
        }
    }

    private void pivot(int k) {
        int best = k;
        for (int i = k + 1; i < n; i++) {
            if (Math.abs(lu[i][k]) > Math.abs(lu[best][k])) {
                best = i;
            }
        }
        if (lu[best][k] == 0 || Double.isNaN(lu[best][k])) {
            throw new ArithmeticException("the system is singular at column " + k + " of " + n);
        }
        double[] swapped = lu[k];
        lu[k] = lu[best];
        lu[best] = swapped;
        int index = row[k];
        row[k] = row[best];
        row[best] = index;
    }

    /** Returns x with A x = b. */
    public double[] solve(double[] b) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = b[row[i]];
            for (int j = 0; j < i; j++) {
                sum -= lu[i][j] * x[j];
            }
            x[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = x[i];
            for (int j = i + 1; j < n; j++) {
                sum -= lu[i][j] * x[j];
            }
            x[i] = sum / lu[i][i];
        }
        return x;
    }

    /** Returns y with A' y = c. */
    public double[] solveTransposed(double[] c) {
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = c[i];
            for (int j = 0; j < i; j++) {
                sum -= lu[j][i] * z[j];
            }
            z[i] = sum / lu[i][i];
        }
        double[] y = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = z[i];
            for (int j = i + 1; j < n; j++) {
                sum -= lu[j][i] * z[j];
            }
            z[i] = sum;
            y[row[i]] = sum;
        }
        return y;
    }
}
