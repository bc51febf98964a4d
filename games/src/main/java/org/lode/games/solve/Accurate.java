package org.lode.games.solve;

/** Dot products as if computed in twice the precision of doubles (Ogita, Rump and Oishi 2005, SIAM J. Sci. Comput. 26). */
final class Accurate {
    private static final double ULP = 0x1p-53;

    private Accurate() {}

    /** Returns right - row x, rounded once but for {@link #error}. */
    static double residual(double[] row, int from, double[] x, double right) {
        double sum = right;
        double rest = 0;
        for (int k = 0; k < x.length; k++) {
            double factor = -row[from + k];
            double product = factor * x[k];
            double next = sum + product;
            double part = next - sum;
            rest += Math.fma(factor, x[k], -product) + ((sum - (next - part)) + (product - part));
            sum = next;
        }
        return sum + rest;
    }

    /** Returns the error beyond one rounding of a residual of some terms whose sizes add up to {@code size}. */
    static double error(int terms, double size) {
        double share = (terms + 2) * ULP;
        return 2 * share * share * size;
    }
}
