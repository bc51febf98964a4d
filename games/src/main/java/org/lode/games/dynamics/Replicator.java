package org.lode.games.dynamics;

import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/**
 * The replicator dynamic of a symmetric two-player game (Taylor and Jonker 1978): a strategy's share grows by how much
 * it earns above the average, x_a' = x_a ((A x)_a - x'A x). Followed by a fourth-order Runge-Kutta step on the logarithms
 * of shares, so shares stay positive; stability of rest points by the linearised flow.
 */
public final class Replicator {
    /** How nearby states move. */
    public enum Stability {
        /** All nearby states return. */
        ATTRACTING,
        /** Some nearby states leave. */
        REPELLING,
        /** The linearised flow does not tell: some eigenvalue has no real part. */
        NEUTRAL
    }

    private static final double NO_REAL_PART = 1e-9;

    private final double[][] payoffs;
    private final double scale;
    private final double[] earned;

    /**
     * Describes the dynamic; holds its own buffers, so it is not for use by two threads at once.
     *
     * @param payoffs square: what the row strategy gets against the column strategy
     */
    public Replicator(double[][] payoffs) {
        SymmetricGame.check(payoffs);
        this.payoffs = SymmetricGame.copy(payoffs);
        this.earned = new double[payoffs.length];
        double most = 0;
        for (double[] row : payoffs) {
            for (double payoff : row) {
                most = Math.max(most, Math.abs(payoff));
            }
        }
        this.scale = most > 0 ? most : 1;
    }

    /** Writes x' for the state {@code x}. */
    public void velocity(double[] x, double[] into) {
        double mean = earnings(x);
        for (int a = 0; a < x.length; a++) {
            into[a] = x[a] * (earned[a] - mean);
        }
    }

    private double earnings(double[] x) {
        double mean = 0;
        for (int a = 0; a < x.length; a++) {
            double sum = 0;
            for (int b = 0; b < x.length; b++) {
                sum += payoffs[a][b] * x[b];
            }
            earned[a] = sum;
            mean += x[a] * sum;
        }
        return mean;
    }

    /**
     * Returns the state reached from {@code start} after some time, in steps of 0.05 over the largest payoff.
     *
     * @param start probabilities; strategies at 0 stay there
     * @param time at least 0, in the inverse unit of payoffs
     */
    public double[] follow(double[] start, double time) {
        int n = start.length;
        double[] log = new double[n];
        for (int a = 0; a < n; a++) {
            log[a] = StrictMath.log(start[a]);
        }
        int steps = (int) Math.min(Integer.MAX_VALUE, Math.ceil(time * scale / 0.05));
        double step = steps > 0 ? time / steps : 0;
        double[] x = start.clone();
        double[][] slope = new double[4][n];
        double[] at = new double[n];
        for (int k = 0; k < steps; k++) {
            slope(log, x, slope[0]);
            slope(moved(log, slope[0], step / 2, at), x, slope[1]);
            slope(moved(log, slope[1], step / 2, at), x, slope[2]);
            slope(moved(log, slope[2], step, at), x, slope[3]);
            for (int a = 0; a < n; a++) {
                log[a] += step / 6 * (slope[0][a] + 2 * slope[1][a] + 2 * slope[2][a] + slope[3][a]);
            }
        }
        normalise(log, x);
        return x;
    }

    private void slope(double[] log, double[] x, double[] into) {
        normalise(log, x);
        double mean = earnings(x);
        for (int a = 0; a < x.length; a++) {
            into[a] = earned[a] - mean;
        }
    }

    private static double[] moved(double[] log, double[] slope, double step, double[] into) {
        for (int a = 0; a < log.length; a++) {
            into[a] = log[a] + step * slope[a];
        }
        return into;
    }

    private static void normalise(double[] log, double[] x) {
        double most = Double.NEGATIVE_INFINITY;
        for (double l : log) {
            most = Math.max(most, l);
        }
        double total = 0;
        for (int a = 0; a < x.length; a++) {
            x[a] = StrictMath.exp(log[a] - most);
            total += x[a];
        }
        for (int a = 0; a < x.length; a++) {
            x[a] /= total;
        }
    }

    /** Returns the largest gain of any strategy over the average at {@code x}: 0 at a symmetric equilibrium. */
    public double regret(double[] x) {
        double mean = earnings(x);
        double most = 0;
        for (double e : earned) {
            most = Math.max(most, e - mean);
        }
        return most;
    }

    /**
     * Returns how nearby states move, from the eigenvalues of the linearised flow along the simplex.
     *
     * @param x a rest point, to about 1e-9
     */
    public Stability stability(double[] x) {
        int n = x.length;
        if (n == 1) {
            return Stability.ATTRACTING;
        }
        double mean = earnings(x);
        double[] column = new double[n]; // derivative of the mean: (A x)_b + (x'A)_b
        for (int b = 0; b < n; b++) {
            column[b] = earned[b];
            for (int a = 0; a < n; a++) {
                column[b] += x[a] * payoffs[a][b];
            }
        }
        double[][] tangent = new double[n - 1][n - 1]; // with the last share given by the others
        for (int a = 0; a < n - 1; a++) {
            for (int b = 0; b < n - 1; b++) {
                double toB = x[a] * (payoffs[a][b] - column[b]) + (a == b ? earned[a] - mean : 0);
                double toLast = x[a] * (payoffs[a][n - 1] - column[n - 1]);
                tangent[a][b] = toB - toLast;
            }
        }
        double largest = Double.NEGATIVE_INFINITY;
        for (double real : new EigenDecomposition(MatrixUtils.createRealMatrix(tangent)).getRealEigenvalues()) {
            largest = Math.max(largest, real);
        }
        if (largest > NO_REAL_PART * scale) {
            return Stability.REPELLING;
        }
        return largest < -NO_REAL_PART * scale ? Stability.ATTRACTING : Stability.NEUTRAL;
    }
}
