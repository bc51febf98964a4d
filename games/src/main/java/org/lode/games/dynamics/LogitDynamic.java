package org.lode.games.dynamics;

/**
 * The logit dynamic of a symmetric two-player game (Fudenberg and Levine 1998): shares move towards the smoothed best
 * reply, x' = softmax(lambda A x) - x. Its rest points are the symmetric quantal responses.
 */
public final class LogitDynamic {
    private final double[][] payoffs;
    private final double lambda;
    private final double[] reply;

    /**
     * Describes the dynamic; holds its own buffer, so it is not for use by two threads at once.
     *
     * @param payoffs square: what the row strategy gets against the column strategy
     * @param lambda precision, per unit of payoff, at least 0
     */
    public LogitDynamic(double[][] payoffs, double lambda) {
        SymmetricGame.check(payoffs);
        if (!(lambda >= 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("lambda (" + lambda + ") must be finite and at least 0");
        }
        this.payoffs = SymmetricGame.copy(payoffs);
        this.lambda = lambda;
        this.reply = new double[payoffs.length];
    }

    /** Writes x' for the state {@code x}. */
    public void velocity(double[] x, double[] into) {
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < x.length; a++) {
            double sum = 0;
            for (int b = 0; b < x.length; b++) {
                sum += payoffs[a][b] * x[b];
            }
            reply[a] = lambda * sum;
            best = Math.max(best, reply[a]);
        }
        double total = 0;
        for (int a = 0; a < x.length; a++) {
            reply[a] = StrictMath.exp(reply[a] - best);
            total += reply[a];
        }
        for (int a = 0; a < x.length; a++) {
            into[a] = reply[a] / total - x[a];
        }
    }

    /** Returns the state reached from {@code start} after some time, by Euler steps of 0.01: convex, so shares stay valid. */
    public double[] follow(double[] start, double time) {
        double[] x = start.clone();
        double[] slope = new double[x.length];
        for (long k = Math.round(time / 0.01); k > 0; k--) {
            velocity(x, slope);
            for (int a = 0; a < x.length; a++) {
                x[a] += 0.01 * slope[a];
            }
        }
        return x;
    }
}
