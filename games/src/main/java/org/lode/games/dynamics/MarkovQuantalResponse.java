package org.lode.games.dynamics;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lode.games.coalition.SquareSystem;

/**
 * Markov perfect equilibrium by the quantal-response homotopy (Eibelshäuser and Poensgen 2019, after Turocy 2005): start
 * where everyone mixes uniformly, follow the branch of Markov quantal responses as precision rises, around turning points
 * if need be, until nobody can gain. Predictor and corrector with pseudo-arclength steps; one factorisation of the
 * equations' derivatives per correction.
 */
public final class MarkovQuantalResponse {
    /** Size of the last correction at which a point counts as on the branch; looser ones lose it at sharp turns. */
    private static final double CORRECTED = 1e-10;

    /** Where precision is high, rounding keeps corrections from shrinking below CORRECTED; this much is good enough. */
    private static final double STAGNANT = 1e-7;

    private static final int CORRECTIONS = 6;
    private static final double SHORTEST = 1e-10;

    /** Successive directions must agree to about 37 degrees, or the step could jump to another branch. */
    private static final double AGREEMENT = 0.8;

    private final StochasticGame game;
    private final MarkovLogitSystem system;
    private final int size;
    private final double[][] jacobian;
    private final double[] residual;
    private @Nullable SquareSystem bordered;
    private final double[] scales;

    private MarkovQuantalResponse(StochasticGame game) {
        this.game = game;
        this.system = new MarkovLogitSystem(game);
        this.size = system.size;
        this.jacobian = new double[size][size + 1];
        this.residual = new double[size];
        this.scales = new double[size + 1];
    }

    /**
     * Returns the equilibrium at the end of the principal branch.
     *
     * @param regret largest gain to accept, relative to the range of each player's discounted payoffs; positive. What was
     *     reached is in the answer, whose regret is computed afresh: look at it
     * @param steps at most this many steps along the branch
     */
    public static MarkovEquilibrium solve(StochasticGame game, double regret, int steps) {
        if (!(regret > 0)) {
            throw new IllegalArgumentException("regret (" + regret + ") must be positive");
        }
        MarkovQuantalResponse path = new MarkovQuantalResponse(game);
        // In scaled values a one-shot gain of g in every state adds up to g / (1 - delta), and the range is 1.
        double discount = 0;
        for (int i = 0; i < game.players(); i++) {
            discount = Math.max(discount, game.discount(i));
        }
        double gain = regret * (1 - discount) / 2;
        double[] y = path.follow(steps, point -> path.system.gain <= gain);
        return path.cleaned(y);
    }

    /** Returns the quantal response on the principal branch where precision first reaches {@code lambda}. */
    public static MarkovEquilibrium at(StochasticGame game, double lambda, int steps) {
        if (!(lambda >= 0)) {
            throw new IllegalArgumentException("lambda (" + lambda + ") must be at least 0");
        }
        MarkovQuantalResponse path = new MarkovQuantalResponse(game);
        double[] y = path.follow(steps, point -> point[path.size] >= lambda);
        double[] fixed = new double[path.size + 1];
        fixed[path.size] = 1;
        y[path.size] = lambda;
        path.correct(y, fixed);
        return MarkovEquilibrium.evaluate(game, path.system.mixtures(y), lambda);
    }

    /** Drops what is hardly played, as much of it as does not raise regret. */
    private MarkovEquilibrium cleaned(double[] y) {
        MarkovEquilibrium best = MarkovEquilibrium.evaluate(game, system.mixtures(y), y[size]);
        for (double least : new double[] {1e-9, 1e-6, 1e-4}) {
            double[][][] mix = system.mixtures(y);
            for (double[][] state : mix) {
                for (double[] own : state) {
                    double total = 0;
                    for (int a = 0; a < own.length; a++) {
                        own[a] = own[a] < least ? 0 : own[a];
                        total += own[a];
                    }
                    for (int a = 0; a < own.length; a++) {
                        own[a] /= total;
                    }
                }
            }
            MarkovEquilibrium cleaned = MarkovEquilibrium.evaluate(game, mix, y[size]);
            best = cleaned.regretShare() <= best.regretShare() ? cleaned : best;
        }
        return best;
    }

    private double[] follow(int steps, Predicate<double[]> done) {
        double[] y = system.uniform();
        double[] fixed = new double[size + 1];
        fixed[size] = 1;
        correct(y, fixed); // values of uniform play; linear, so exact
        double[] tangent = tangent();
        double length = 0.05;
        double[] ahead = new double[size + 1];
        for (int step = 0; step < steps && !done.test(y); step++) {
            boolean accepted = false;
            while (!accepted && length > SHORTEST) {
                for (int k = 0; k <= size; k++) {
                    ahead[k] = y[k] + length * tangent[k];
                }
                int corrections = correct(ahead, tangent);
                double[] next = corrections > 0 ? tangent() : new double[0];
                accepted = next.length > 0 && dot(next, tangent) > AGREEMENT;
                if (accepted) {
                    System.arraycopy(ahead, 0, y, 0, size + 1);
                    tangent = next;
                    length *= corrections <= 2 ? 2 : corrections <= 3 ? 1.4 : 1;
                } else {
                    length /= 2.5;
                }
            }
            if (!accepted) {
                break; // stuck, at a bifurcation perhaps: what was reached is returned with its regret
            }
        }
        return y;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Newton's steps in the plane across {@code normal}; returns how many were taken, 0 if they did not settle. */
    private int correct(double[] y, double[] normal) {
        double before = Double.POSITIVE_INFINITY;
        for (int k = 1; k <= CORRECTIONS; k++) {
            system.equations(y, residual, jacobian);
            double[] right = new double[size + 1];
            for (int row = 0; row < size; row++) {
                right[row] = -residual[row];
            }
            if (!factor(normal)) {
                return 0;
            }
            double[] step = solved(right);
            double change = step.length == 0 ? Double.NaN : system.change(y, step);
            boolean stagnant = change <= STAGNANT && change > before / 4;
            if (!(change < 10) || (change >= 2 * before && !stagnant)) {
                return 0;
            }
            for (int i = 0; i <= size; i++) {
                y[i] += step[i];
            }
            if (change <= CORRECTED || stagnant) {
                return k;
            }
            before = change;
        }
        return 0;
    }

    /** The direction of the branch at the point corrected last, on the side of the plane it was corrected in. */
    private double[] tangent() {
        double[] right = new double[size + 1];
        right[size] = 1;
        double[] direction = solved(right);
        double norm = Math.sqrt(dot(direction, direction));
        for (int k = 0; k < direction.length; k++) {
            direction[k] /= norm;
        }
        return direction;
    }

    /** Factors the equations' derivatives bordered by {@code normal}, rows scaled; returns false if singular. */
    private boolean factor(double[] normal) {
        double[][] rows = new double[size + 1][];
        for (int row = 0; row < size; row++) {
            rows[row] = jacobian[row].clone();
        }
        rows[size] = normal.clone();
        for (int row = 0; row <= size; row++) {
            double most = 0;
            for (double entry : rows[row]) {
                most = Math.max(most, Math.abs(entry));
            }
            if (!(most > 0) || Double.isInfinite(most)) {
                return false;
            }
            scales[row] = most;
            for (int k = 0; k <= size; k++) {
                rows[row][k] /= most;
            }
        }
        try {
            bordered = SquareSystem.ofOwnedRows(rows);
            return true;
        } catch (ArithmeticException singular) {
            return false;
        }
    }

    /** Solves with the last factors; {@code right} is overwritten; empty if what comes out is no number. */
    private double[] solved(double[] right) {
        for (int row = 0; row <= size; row++) {
            right[row] /= scales[row];
        }
        double[] solution = Objects.requireNonNull(bordered).solve(right);
        return Arrays.stream(solution).allMatch(Double::isFinite) ? solution : new double[0];
    }
}
