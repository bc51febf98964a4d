package org.lode.games.solve;

/** Small dense linear systems by elimination with partial pivoting, on buffers of the caller. */
final class Dense {
    private Dense() {}

    /**
     * Factors a square matrix in place.
     *
     * @param a row-major, n by n, overwritten by its factors
     * @param pivots length n, overwritten
     * @return whether every pivot is a positive finite number in size; if not, the factors are of no use
     */
    static boolean factor(double[] a, int n, int[] pivots) {
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(a[i * n + k]) > Math.abs(a[pivot * n + k])) {
                    pivot = i;
                }
            }
            pivots[k] = pivot;
            double head = a[pivot * n + k];
            if (!(Math.abs(head) > 0) || Double.isInfinite(head)) {
                return false;
            }
            if (pivot != k) {
                for (int j = 0; j < n; j++) {
                    double held = a[k * n + j];
                    a[k * n + j] = a[pivot * n + j];
                    a[pivot * n + j] = held;
                }
            }
            for (int i = k + 1; i < n; i++) {
                double factor = a[i * n + k] / head;
                a[i * n + k] = factor;
                if (factor != 0) {
                    for (int j = k + 1; j < n; j++) {
                        a[i * n + j] -= factor * a[k * n + j];
                    }
                }
            }
        }
        return true;
    }

    /** Solves with factors of {@link #factor}; {@code b} is overwritten by the solution. */
    static void solve(double[] factors, int n, int[] pivots, double[] b) {
        for (int k = 0; k < n; k++) { // whole rows were swapped, so all swaps come first
            double held = b[k];
            b[k] = b[pivots[k]];
            b[pivots[k]] = held;
        }
        for (int i = 1; i < n; i++) {
            for (int j = 0; j < i; j++) {
                b[i] -= factors[i * n + j] * b[j];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                b[i] -= factors[i * n + j] * b[j];
            }
            b[i] /= factors[i * n + i];
        }
    }
}
