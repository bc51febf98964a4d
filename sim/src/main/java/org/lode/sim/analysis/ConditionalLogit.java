package org.lode.sim.analysis;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The conditional logit (McFadden 1974): alternative a is chosen with odds exp(lambda x sum over g of w_g x part[a, g]), where
 * w_0 = 1 is the measure and precision lambda and the other weights are estimated.
 *
 * <p>Parameters are logarithms, (ln lambda, ln w_1, ..., ln w_{G-1}), under a ridge: independent normal priors. Hence weights
 * keep their sign, and without data the estimate is the prior. The mode is found by Newton's method with halved steps, started at
 * the prior's centre; where the exact curvature is not positive, the expected one (Fisher scoring) takes its place. The same
 * bytes everywhere: StrictMath and fixed order of sums.
 */
public final class ConditionalLogit {
    private static final int MOST_STEPS = 500;
    /** Largest slope left, in log posterior per unit of log parameter: far below any standard error that matters. */
    private static final double FLAT = 1e-9;
    /** Relative; curvatures are mirrored, so any would do. */
    private static final double ASYMMETRY = 1e-12;
    /** Pivots below this count as not positive: the prior alone gives more. */
    private static final double POSITIVE = 1e-12;

    private final double[] centre;
    private final double[] sd;

    /**
     * A model with its prior.
     *
     * @param centre means of the logarithms, precision first; one for each group
     * @param sd their standard deviations, above 0
     */
    public ConditionalLogit(double[] centre, double[] sd) {
        if (centre.length == 0 || centre.length != sd.length) {
            throw new IllegalArgumentException(
                    "sd (" + sd.length + " numbers) must have one for each of " + centre.length + " parameters");
        }
        for (double one : sd) {
            if (!(one > 0)) {
                throw new IllegalArgumentException("sd (" + one + ") must be above 0");
            }
        }
        this.centre = centre.clone();
        this.sd = sd.clone();
    }

    /** An estimate. Arrays are indexed as the parameters. */
    public static final class Fit {
        private final double[] logs;
        private final double[] errors;
        private final double logLikelihood;
        private final double logPosterior;

        Fit(double[] logs, double[] errors, double logLikelihood, double logPosterior) {
            this.logs = logs;
            this.errors = errors;
            this.logLikelihood = logLikelihood;
            this.logPosterior = logPosterior;
        }

        public int parameters() {
            return logs.length;
        }

        /** Logarithm of a parameter. */
        public double log(int parameter) {
            return logs[parameter];
        }

        /** Posterior standard deviation of the logarithm, from the curvature at the mode. */
        public double error(int parameter) {
            return errors[parameter];
        }

        public double precision() {
            return StrictMath.exp(logs[0]);
        }

        /** Weight of a group; 1 for the first. */
        public double weight(int group) {
            return group == 0 ? 1 : StrictMath.exp(logs[group]);
        }

        /** At the estimate, of the choices alone. */
        public double logLikelihood() {
            return logLikelihood;
        }

        /** At the estimate, with the ridge, up to a constant. */
        public double logPosterior() {
            return logPosterior;
        }

        /** Logarithms as an array of the caller's own. */
        public double[] logs() {
            return logs.clone();
        }

        /** Writes the probability of each alternative. */
        public void probabilities(PreferenceChoice choice, double[] into) {
            ConditionalLogit.probabilities(logs, choice, into);
        }

        /** Log probability of what was chosen. */
        public double logProbability(PreferenceChoice choice) {
            return ConditionalLogit.logProbability(logs, choice);
        }
    }

    /** Fits to choices; those with one alternative say nothing. */
    public Fit fit(List<PreferenceChoice> choices) {
        int n = centre.length;
        for (PreferenceChoice choice : choices) {
            if (choice.groups() != n) {
                throw new IllegalArgumentException(
                        "groups of a choice (" + choice.groups() + ") must be as many as parameters (" + n + ")");
            }
        }
        double[] at = centre.clone();
        double[] slope = new double[n];
        double[][] exact = new double[n][n];
        double[][] expected = new double[n][n];
        double[] trial = new double[n];
        double value = logPosterior(at, choices);
        for (int k = 0; k < MOST_STEPS; k++) {
            derivatives(at, choices, slope, exact, expected);
            if (largest(slope) < FLAT) {
                break;
            }
            double[] step = curvature(exact, expected)
                    .getSolver()
                    .solve(new ArrayRealVector(slope, false))
                    .toArray();
            double length = 1;
            double better = Double.NEGATIVE_INFINITY;
            while (length > 1e-12) {
                for (int i = 0; i < n; i++) {
                    trial[i] = at[i] + length * step[i];
                }
                better = logPosterior(trial, choices);
                if (better >= value) {
                    break;
                }
                length /= 2;
            }
            if (!(better > value)) {
                break; // flat to the last digit
            }
            System.arraycopy(trial, 0, at, 0, n);
            value = better;
        }
        derivatives(at, choices, slope, exact, expected);
        RealMatrix covariance = curvature(exact, expected).getSolver().getInverse();
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            errors[i] = Math.sqrt(covariance.getEntry(i, i));
        }
        double likelihood = 0;
        for (PreferenceChoice choice : choices) {
            likelihood += logProbability(at, choice);
        }
        return new Fit(at, errors, likelihood, value);
    }

    /** The exact curvature where it is positive, else the expected one, which always is. */
    private static CholeskyDecomposition curvature(double[][] exact, double[][] expected) {
        try {
            return new CholeskyDecomposition(new Array2DRowRealMatrix(exact), ASYMMETRY, POSITIVE);
        } catch (NonPositiveDefiniteMatrixException e) {
            return new CholeskyDecomposition(new Array2DRowRealMatrix(expected), ASYMMETRY, POSITIVE);
        }
    }

    private double logPosterior(double[] logs, List<PreferenceChoice> choices) {
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            double away = (logs[i] - centre[i]) / sd[i];
            sum -= away * away / 2;
        }
        for (PreferenceChoice choice : choices) {
            sum += logProbability(logs, choice);
        }
        return sum;
    }

    private static double utility(double[] logs, PreferenceChoice choice, int alternative) {
        double sum = choice.part(alternative, 0);
        for (int g = 1; g < logs.length; g++) {
            sum += StrictMath.exp(logs[g]) * choice.part(alternative, g);
        }
        return StrictMath.exp(logs[0]) * sum;
    }

    private static double logProbability(double[] logs, PreferenceChoice choice) {
        int n = choice.alternatives();
        double best = Double.NEGATIVE_INFINITY;
        double[] utility = new double[n];
        for (int a = 0; a < n; a++) {
            utility[a] = utility(logs, choice, a);
            best = Math.max(best, utility[a]);
        }
        double total = 0;
        for (int a = 0; a < n; a++) {
            total += StrictMath.exp(utility[a] - best);
        }
        return utility[choice.chosen()] - best - StrictMath.log(total);
    }

    private static void probabilities(double[] logs, PreferenceChoice choice, double[] into) {
        int n = choice.alternatives();
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < n; a++) {
            into[a] = utility(logs, choice, a);
            best = Math.max(best, into[a]);
        }
        double total = 0;
        for (int a = 0; a < n; a++) {
            into[a] = StrictMath.exp(into[a] - best);
            total += into[a];
        }
        for (int a = 0; a < n; a++) {
            into[a] /= total;
        }
    }

    /** Slope of the log posterior, and minus its curvature, exact and expected. */
    private void derivatives(
            double[] logs, List<PreferenceChoice> choices, double[] slope, double[][] exact, double[][] expected) {
        int n = logs.length;
        double lambda = StrictMath.exp(logs[0]);
        for (int i = 0; i < n; i++) {
            slope[i] = -(logs[i] - centre[i]) / (sd[i] * sd[i]);
            for (int j = 0; j < n; j++) {
                expected[i][j] = i == j ? 1 / (sd[i] * sd[i]) : 0;
                exact[i][j] = expected[i][j];
            }
        }
        double[] mean = new double[n];
        for (PreferenceChoice choice : choices) {
            int alternatives = choice.alternatives();
            double[] chance = new double[alternatives];
            probabilities(logs, choice, chance);
            // Derivatives of an alternative's utility by each logarithm.
            double[][] by = new double[alternatives][n];
            for (int a = 0; a < alternatives; a++) {
                by[a][0] = utility(logs, choice, a);
                for (int g = 1; g < n; g++) {
                    by[a][g] = lambda * StrictMath.exp(logs[g]) * choice.part(a, g);
                }
            }
            for (int i = 0; i < n; i++) {
                mean[i] = 0;
                for (int a = 0; a < alternatives; a++) {
                    mean[i] += chance[a] * by[a][i];
                }
                slope[i] += by[choice.chosen()][i] - mean[i];
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    double covariance = 0;
                    for (int a = 0; a < alternatives; a++) {
                        covariance += chance[a] * (by[a][i] - mean[i]) * (by[a][j] - mean[j]);
                    }
                    expected[i][j] += covariance;
                    exact[i][j] += covariance;
                }
                // A utility is exponential in each logarithm, so its second derivatives are first ones again.
                double surprise = by[choice.chosen()][i] - mean[i];
                exact[i][i] -= surprise;
                if (i > 0) {
                    exact[i][0] -= surprise;
                }
            }
        }
        mirror(exact);
        mirror(expected);
    }

    private static void mirror(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                matrix[j][i] = matrix[i][j];
            }
        }
    }

    private static double largest(double[] numbers) {
        double most = 0;
        for (double number : numbers) {
            most = Math.max(most, Math.abs(number));
        }
        return most;
    }
}
