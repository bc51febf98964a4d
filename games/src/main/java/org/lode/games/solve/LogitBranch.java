package org.lode.games.solve;

import java.util.Arrays;
import org.lode.games.form.Expectation;
import org.lode.games.form.NormalForm;

/**
 * The principal branch of logit quantal response equilibria, traced from the centre of the simplices (lambda 0) on.
 *
 * <p>Predictor and corrector by pseudo-arclength (Turocy 2005, A dynamic homotopy interpretation of the logistic quantal
 * response equilibrium correspondence, Games and Economic Behavior 51): the unknowns are the logarithms of all
 * probabilities and lambda, so a turning point in lambda is an ordinary point, and vanishing probabilities do no harm. The
 * border of the linear systems is the last tangent, so that the branch goes straight on where another one crosses it.
 *
 * <p>Inside, payoffs are divided by their largest range; lambda outside is per unit of payoff.
 */
final class LogitBranch {
    /** Residual that ends Newton's iteration, relative to 1 + lambda: rounding of log-odds of that size. */
    private static final double TOLERANCE = 1e-11;

    private static final int MAX_CORRECTIONS = 12;
    private static final double FIRST_STEP = 0.05;
    private static final double SHORTEST_STEP = 1e-9;
    /** A corrector that moves further than this share of the step may have left for another branch. */
    private static final double TRUST = 0.35;
    /** Least cosine between successive tangents. */
    private static final double ALIGNED = 0.7;
    /** Steps this short, relative to 1 + lambda, that still change the orientation cross another branch. */
    private static final double CROSSING = 1e-6;

    private final Expectation expectation;
    private final int players;
    private final int n;
    private final double scale;
    private final double[] point;
    private final double[] tangent;
    private final double[] trial;
    private final double[] predicted;
    private final double[] residual;
    private final double[] profile;
    private final double[] payoffs;
    private final double[] pairs;
    private final double[] matrix;
    private final double[] right;
    private final int[] pivots;
    private double step = FIRST_STEP;
    private int orientation;
    private int turned;

    LogitBranch(NormalForm game) {
        this.expectation = new Expectation(game);
        this.players = game.players();
        this.n = expectation.length();
        this.scale = game.range();
        point = new double[n + 1];
        tangent = new double[n + 1];
        trial = new double[n + 1];
        predicted = new double[n + 1];
        residual = new double[n + 1];
        profile = new double[n];
        payoffs = new double[n];
        int widest = 0;
        for (int player = 0; player < players; player++) {
            int count = game.strategies(player);
            widest = Math.max(widest, count);
            Arrays.fill(point, expectation.start(player), expectation.start(player + 1), -StrictMath.log(count));
        }
        pairs = new double[widest * n];
        matrix = new double[(n + 1) * (n + 1)];
        right = new double[n + 1];
        pivots = new int[n + 1];
        tangent[n] = 1; // lambda grows at first
        if (!turn(point)) {
            throw new IllegalStateException("the branch starts at a regular point");
        }
        orientation = turned;
    }

    /** Returns the precision at the current point, per unit of payoff. */
    double lambda() {
        return point[n] / scale;
    }

    /** Returns whether lambda grows along the branch here. */
    boolean ascends() {
        return tangent[n] > 0;
    }

    /** Returns the current probabilities, flat, each player's scaled to add up to 1. */
    double[] profile() {
        double[] result = new double[n];
        for (int player = 0; player < players; player++) {
            double sum = 0;
            for (int i = expectation.start(player); i < expectation.start(player + 1); i++) {
                result[i] = StrictMath.exp(point[i]);
                sum += result[i];
            }
            for (int i = expectation.start(player); i < expectation.start(player + 1); i++) {
                result[i] /= sum;
            }
        }
        return result;
    }

    /**
     * Takes one step along the branch.
     *
     * @return false if no step, however short, can be corrected back to the branch
     */
    boolean advance() {
        while (step >= SHORTEST_STEP * (1 + Math.abs(point[n]))) {
            for (int i = 0; i <= n; i++) {
                predicted[i] = point[i] + step * tangent[i];
            }
            System.arraycopy(predicted, 0, trial, 0, n + 1);
            int corrections = predicted[n] < 0 ? -1 : correct(true);
            if (corrections >= 0 && moved() <= TRUST * step) {
                System.arraycopy(tangent, 0, predicted, 0, n + 1);
                // On one branch the orientation stays; over a hairpin's tip it would not, at a crossing it has to
                // change.
                if (turn(trial)
                        && dot(predicted, tangent) > ALIGNED
                        && (turned == orientation || step < CROSSING * (1 + point[n]))) {
                    orientation = turned;
                    System.arraycopy(trial, 0, point, 0, n + 1);
                    step *= corrections <= 3 ? 2 : corrections <= 5 ? 1.2 : 0.7;
                    return true;
                }
                System.arraycopy(predicted, 0, tangent, 0, n + 1);
            }
            step /= 3;
        }
        return false;
    }

    /**
     * Moves to a lambda between the current point and the one before, keeping to the branch.
     *
     * @param before a point of the branch, as of {@link #save}
     * @return whether Newton's iteration at that lambda converged
     */
    boolean pin(double lambda, double[] before) {
        double target = lambda * scale;
        double share = point[n] == before[n] ? 1 : (target - before[n]) / (point[n] - before[n]);
        for (int i = 0; i < n; i++) {
            trial[i] = before[i] + share * (point[i] - before[i]);
        }
        trial[n] = target;
        if (correct(false) < 0) {
            return false;
        }
        System.arraycopy(trial, 0, point, 0, n + 1);
        return true;
    }

    /** Returns a copy of the current point: logarithms of probabilities, then the scaled lambda. */
    double[] save() {
        return point.clone();
    }

    /** Returns to a point of {@link #save}. */
    void restore(double[] saved) {
        System.arraycopy(saved, 0, point, 0, n + 1);
    }

    /** Returns the lambda of a saved point, per unit of payoff. */
    double lambda(double[] saved) {
        return saved[n] / scale;
    }

    /** Returns the sum of counts times logarithms of the probabilities of a saved point. */
    double likelihood(double[] saved, double[] counts) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += counts[i] == 0 ? 0 : counts[i] * saved[i];
        }
        return sum;
    }

    /** Returns the largest error of the equations at the current point, in log-odds. */
    double residual() {
        return evaluate(point);
    }

    /** Newton's iteration from {@code trial}, on the hyperplane across the tangent or at fixed lambda. */
    private int correct(boolean across) {
        double last = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration <= MAX_CORRECTIONS; iteration++) {
            double error = evaluate(trial);
            if (error <= TOLERANCE * (1 + Math.abs(trial[n]))) {
                return iteration;
            }
            if (!(error < 1e3 * (1 + trial[n])) || (iteration > 3 && error > last)) {
                return -1;
            }
            last = error;
            derive(trial);
            for (int i = 0; i < n; i++) {
                right[i] = -residual[i];
            }
            right[n] = 0;
            for (int i = 0; i <= n; i++) {
                matrix[n * (n + 1) + i] = across ? tangent[i] : i == n ? 1 : 0;
                right[n] -= across ? tangent[i] * (trial[i] - predicted[i]) : 0;
            }
            if (!Dense.factor(matrix, n + 1, pivots)) {
                return -1;
            }
            Dense.solve(matrix, n + 1, pivots, right);
            for (int i = 0; i <= n; i++) {
                trial[i] += right[i];
            }
        }
        return -1;
    }

    /** Writes the unit tangent at a point, in the direction of the last one. */
    private boolean turn(double[] at) {
        evaluate(at);
        derive(at);
        System.arraycopy(tangent, 0, matrix, n * (n + 1), n + 1);
        Arrays.fill(right, 0);
        right[n] = 1;
        if (!Dense.factor(matrix, n + 1, pivots)) {
            return false;
        }
        turned = 1;
        for (int k = 0; k <= n; k++) {
            turned *= (matrix[k * (n + 2)] < 0 ? -1 : 1) * (pivots[k] == k ? 1 : -1);
        }
        Dense.solve(matrix, n + 1, pivots, right);
        double norm = Math.sqrt(dot(right, right));
        if (!(norm > 0) || !Double.isFinite(norm)) {
            return false;
        }
        for (int i = 0; i <= n; i++) {
            tangent[i] = right[i] / norm;
        }
        return true;
    }

    /** Writes the equations' errors into {@code residual} and returns the largest; leaves profile and payoffs. */
    private double evaluate(double[] at) {
        for (int i = 0; i < n; i++) {
            profile[i] = StrictMath.exp(at[i]);
        }
        expectation.payoffs(profile, payoffs);
        double largest = 0;
        for (int player = 0; player < players; player++) {
            int first = expectation.start(player);
            double sum = -1;
            for (int i = first; i < expectation.start(player + 1); i++) {
                payoffs[i] /= scale;
                sum += profile[i];
                residual[i] = at[i] - at[first] - at[n] * (payoffs[i] - payoffs[first]);
                largest = Math.max(largest, Math.abs(residual[i]));
            }
            residual[first] = sum;
            largest = Math.max(largest, Math.abs(sum));
        }
        return Double.isNaN(residual[0]) ? Double.NaN : largest;
    }

    /** Writes the first n rows of the matrix, n + 1 columns; needs the profile and payoffs of {@link #evaluate}. */
    private void derive(double[] at) {
        int width = n + 1;
        Arrays.fill(matrix, 0);
        for (int player = 0; player < players; player++) {
            int first = expectation.start(player);
            int count = expectation.start(player + 1) - first;
            for (int s = 0; s < count; s++) {
                matrix[first * width + first + s] = profile[first + s];
            }
            for (int s = 1; s < count; s++) {
                int row = (first + s) * width;
                matrix[row + first + s] = 1;
                matrix[row + first] = -1;
                matrix[row + n] = payoffs[first] - payoffs[first + s];
            }
            if (count > 1) {
                expectation.pairwise(player, profile, pairs);
            }
            for (int s = 1; s < count; s++) {
                for (int t = 0; t < n; t++) {
                    if (t < first || t >= first + count) {
                        matrix[(first + s) * width + t] = -at[n] / scale * profile[t] * (pairs[s * n + t] - pairs[t]);
                    }
                }
            }
        }
    }

    private double moved() {
        double sum = 0;
        for (int i = 0; i <= n; i++) {
            sum += (trial[i] - predicted[i]) * (trial[i] - predicted[i]);
        }
        return Math.sqrt(sum);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
