package org.lode.games.solve;

import java.util.Arrays;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Payoff;

/**
 * The precision at which quantal responses fit observed choices best (McKelvey and Palfrey 1995, section 6).
 *
 * @param response the quantal response equilibrium at the best lambda of the principal branch
 * @param logLikelihood sum of count times logarithm of probability; the multinomial constant is left out
 * @param atLimit whether the likelihood still grew at the largest lambda tried
 */
public record QuantalFit(QuantalResponse response, double logLikelihood, boolean atLimit) {
    private static final int MAX_STEPS = 20_000;
    private static final double GOLDEN = 0.6180339887498949;

    /**
     * Fits lambda.
     *
     * @param counts how often each strategy was chosen, players in order, strategies in order; at least 0, not all 0
     * @param largest lambda up to which the branch is followed if it can be, per unit of payoff
     * @throws ArithmeticException if the branch turns where the likelihood is largest
     */
    public static QuantalFit of(NormalForm game, double[] counts, double largest) {
        int length = Arrays.stream(game.shape()).sum();
        if (counts.length != length) {
            throw new IllegalArgumentException(
                    "frequencies (" + counts.length + ") must be as many as strategies (" + length + ")");
        }
        for (double count : counts) {
            if (!(count >= 0) || !Payoff.isSound(count)) {
                throw new IllegalArgumentException("frequency (" + count + ") must be from 0 to 1e100");
            }
        }
        if (Arrays.stream(counts).sum() == 0) {
            throw new IllegalArgumentException("frequencies (all 0) must have one above 0");
        }
        LogitBranch branch = new LogitBranch(game);
        double[] before = branch.save();
        double[] last = before;
        double bestValue = branch.likelihood(before, counts);
        double lastValue = bestValue;
        double[] low = before;
        double[] high = before;
        boolean open = true;
        for (int step = 0; branch.lambda() < largest; step++) {
            if (step == MAX_STEPS || !branch.advance()) {
                break; // as far as it can be followed: a likelihood that still grows there is at the limit
            }
            double[] here = branch.save();
            double value = branch.likelihood(here, counts);
            if (value > bestValue) {
                bestValue = value;
                low = last;
                high = here;
                open = true;
            } else if (open) {
                high = here; // the first point past the best one
                open = false;
            }
            last = here;
            lastValue = value;
        }
        boolean atLimit = bestValue == lastValue && open && bestValue > branch.likelihood(before, counts);
        return refine(game, branch, counts, low, high, atLimit);
    }

    /** Golden section between two points of the branch. */
    private static QuantalFit refine(
            NormalForm game, LogitBranch branch, double[] counts, double[] low, double[] high, boolean atLimit) {
        double a = branch.lambda(low);
        double b = branch.lambda(high);
        if (atLimit || a == b) {
            return at(game, branch, atLimit ? b : a, low, high, counts, atLimit);
        }
        double x = b - GOLDEN * (b - a);
        double y = a + GOLDEN * (b - a);
        double fx = value(branch, x, low, high, counts);
        double fy = value(branch, y, low, high, counts);
        while (Math.abs(b - a) > 1e-12 * Math.max(Math.abs(a), Math.abs(b)) && Math.abs(x - y) > 1e-15 * Math.abs(x)) {
            if (fx > fy) {
                b = y;
                y = x;
                fy = fx;
                x = b - GOLDEN * (b - a);
                fx = value(branch, x, low, high, counts);
            } else {
                a = x;
                x = y;
                fx = fy;
                y = a + GOLDEN * (b - a);
                fy = value(branch, y, low, high, counts);
            }
            if (fx == fy) {
                break; // flat to the last place
            }
        }
        return at(game, branch, (x + y) / 2, low, high, counts, false);
    }

    private static double value(LogitBranch branch, double lambda, double[] low, double[] high, double[] counts) {
        branch.restore(high);
        return branch.pin(lambda, low) ? branch.likelihood(branch.save(), counts) : Double.NEGATIVE_INFINITY;
    }

    private static QuantalFit at(
            NormalForm game,
            LogitBranch branch,
            double lambda,
            double[] low,
            double[] high,
            double[] counts,
            boolean atLimit) {
        branch.restore(high);
        if (!branch.pin(lambda, low)) {
            throw new ArithmeticException(
                    "the branch of quantal responses turns at lambda " + lambda + ", where the likelihood is largest");
        }
        return new QuantalFit(QuantalResponse.of(game, branch), branch.likelihood(branch.save(), counts), atLimit);
    }
}
