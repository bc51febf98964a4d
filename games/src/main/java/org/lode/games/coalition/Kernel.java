package org.lode.games.coalition;

/** The null space of a small matrix. */
final class Kernel {
    private Kernel() {}

    /**
     * Returns a non-zero vector that the matrix maps to 0, largest free entry 1.
     *
     * @param rows dense matrix with more columns than its rank, overwritten
     */
    static double[] vector(double[][] rows) {
        int width = rows[0].length;
        int[] pivotOf = new int[rows.length];
        int rank = 0;
        int free = -1;
        for (int j = 0; j < width; j++) {
            int best = rank;
            for (int i = rank + 1; i < rows.length; i++) {
                best = Math.abs(rows[i][j]) > Math.abs(rows[best][j]) ? i : best;
            }
            if (rank == rows.length || Math.abs(rows[best][j]) < 1e-9) {
                free = j;
                break;
            }
            double[] swapped = rows[rank];
            rows[rank] = rows[best];
            rows[best] = swapped;
            eliminate(rows, rank, j);
            pivotOf[rank++] = j;
        }
        if (free < 0) {
            throw new ArithmeticException("the matrix has no null vector");
        }
        double[] vector = new double[width];
        vector[free] = 1;
        for (int k = 0; k < rank; k++) {
            vector[pivotOf[k]] = -rows[k][free];
        }
        return vector;
    }

    private static void eliminate(double[][] rows, int pivot, int column) {
        double head = rows[pivot][column];
        for (int j = 0; j < rows[pivot].length; j++) {
            rows[pivot][j] /= head;
        }
        for (int i = 0; i < rows.length; i++) {
            double factor = rows[i][column];
            for (int j = 0; i != pivot && factor != 0 && j < rows[i].length; j++) {
                rows[i][j] -= factor * rows[pivot][j];
            }
        }
    }
}
