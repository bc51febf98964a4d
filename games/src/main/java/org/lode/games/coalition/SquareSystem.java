package org.lode.games.coalition;

/** A small dense square system factored by rows with partial pivoting; solves with the matrix and its transpose. */
final class SquareSystem {
    private final int n;
    private final double[][] lu;
    private final int[] row;

    /**
     * Factors a matrix given by its columns, which are copied.
     *
     * @param columns n columns of length n, of full rank
     */
    SquareSystem(double[][] columns) {
        n = columns.length;
        lu = new double[n][n];
        row = new int[n];
        for (int i = 0; i < n; i++) {
            row[i] = i;
            for (int j = 0; j < n; j++) {
                lu[i][j] = columns[j][i];
            }
        }
        for (int k = 0; k < n; k++) {
            pivot(k);
            for (int i = k + 1; i < n; i++) {
                double factor = lu[i][k] /= lu[k][k];
                for (int j = k + 1; factor != 0 && j < n; j++) {
                    lu[i][j] -= factor * lu[k][j];
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
        if (lu[best][k] == 0) {
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
    double[] solve(double[] b) {
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
    double[] solveTransposed(double[] c) {
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
