package org.lode.games.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * All isolated complex solutions of one support's equations, by a multihomogeneous homotopy.
 *
 * <p>Each equation is linear in the probabilities of each opponent. The start system replaces it by a product of random linear
 * forms, one per opponent; its solutions are found by linear algebra, as many as ways of giving each equation to one opponent
 * such that every player gets as many equations as it has unknowns: the multihomogeneous Bezout number, here equal to the
 * mixed volume. Each is followed in complex numbers to the equations in question (Sommese and Wampler 2005, The numerical
 * solution of systems of polynomials, chapter 8; McKelvey and McLennan 1997 for the number).
 */
final class PathTracker {
    /** A path this far out at the end leads to infinity. */
    private static final double FAR = 1e7;

    private static final double TOLERANCE = 1e-9;
    private static final int MAX_STEPS = 20_000;
    private static final double SHORTEST = 1e-13;
    private static final double LONGEST = 0.1;

    private final SupportSystem system;
    private final int d;
    private final int[] groupOf; // of each unknown: its player
    private final int[] firstUnknown; // of each player
    private final int[] owner; // of each equation: its player
    private final int[] choice; // of each equation: which of the owner's strategies is compared with the first
    private final double[][]
            forms; // per equation and player: constant, then coefficients; real and imaginary alternate
    private final double gammaReal;
    private final double gammaImaginary;
    private final double[] matrix;
    private final double[] right;
    private final int[] pivots;
    private final double[] values;
    private final double[] gradient; // per equation and unknown, complex
    private final double[] timeDerivative;
    private final double[] full; // complex probabilities of all strategies
    private final List<double[]> ends = new ArrayList<>();
    private boolean complete = true;

    PathTracker(SupportSystem system, long seed) {
        this.system = system;
        d = system.unknowns;
        groupOf = new int[d];
        owner = new int[d];
        choice = new int[d];
        firstUnknown = new int[system.players + 1];
        int k = 0;
        for (int player = 0; player < system.players; player++) {
            firstUnknown[player] = k;
            for (int s = 1; s < system.size[player]; s++) {
                groupOf[k] = player;
                owner[k] = player;
                choice[k++] = s;
            }
        }
        firstUnknown[system.players] = k;
        SplittableRandom random = new SplittableRandom(seed);
        gammaReal = random.nextDouble() * 2 - 1;
        gammaImaginary = 0.5 + random.nextDouble();
        forms = new double[d * system.players][];
        for (int i = 0; i < forms.length; i++) {
            int size = system.size[i % system.players];
            forms[i] = new double[2 * size];
            for (int j = 0; j < forms[i].length; j++) {
                forms[i][j] = random.nextDouble() * 2 - 1;
            }
        }
        matrix = new double[4 * d * d];
        right = new double[2 * d];
        pivots = new int[2 * d];
        values = new double[2 * d];
        gradient = new double[2 * d * d];
        timeDerivative = new double[2 * d];
        full = new double[2 * system.length];
    }

    /** Follows every path. */
    void run() {
        assign(new int[d], 0, capacities());
    }

    /** Returns whether every path ended at a regular solution or at infinity. */
    boolean isComplete() {
        return complete;
    }

    /** Returns the finite ends: the unknowns, real and imaginary parts alternating. */
    List<double[]> ends() {
        return ends;
    }

    private int[] capacities() {
        int[] capacities = new int[system.players];
        for (int player = 0; player < capacities.length; player++) {
            capacities[player] = system.size[player] - 1;
        }
        return capacities;
    }

    private void assign(int[] group, int equation, int[] left) {
        if (equation == d) {
            follow(start(group));
            return;
        }
        for (int player = 0; player < left.length; player++) {
            if (player != owner[equation] && left[player] > 0) {
                left[player]--;
                group[equation] = player;
                assign(group, equation + 1, left);
                left[player]++;
            }
        }
    }

    /** Returns where the forms given to each player vanish together. */
    private double[] start(int[] group) {
        double[] x = new double[2 * d];
        for (int player = 0; player < system.players; player++) {
            int size = system.size[player] - 1;
            int row = 0;
            double[] a = new double[4 * size * size];
            double[] b = new double[2 * size];
            for (int equation = 0; equation < d; equation++) {
                if (group[equation] == player) {
                    double[] form = forms[equation * system.players + player];
                    for (int s = 0; s < size; s++) {
                        put(a, size, row, s, form[2 * s + 2], form[2 * s + 3]);
                    }
                    b[row] = -form[0];
                    b[size + row] = -form[1];
                    row++;
                }
            }
            int[] order = new int[2 * size];
            if (size > 0 && Dense.factor(a, 2 * size, order)) {
                Dense.solve(a, 2 * size, order, b);
            }
            for (int s = 0; s < size; s++) {
                x[2 * (firstUnknown[player] + s)] = b[s];
                x[2 * (firstUnknown[player] + s) + 1] = b[size + s];
            }
        }
        return x;
    }

    private static void put(double[] a, int n, int row, int column, double real, double imaginary) {
        int width = 2 * n;
        a[row * width + column] = real;
        a[row * width + n + column] = -imaginary;
        a[(n + row) * width + column] = imaginary;
        a[(n + row) * width + n + column] = real;
    }

    private void follow(double[] x) {
        double t = 0;
        double step = 0.05;
        double[] trial = new double[2 * d];
        double[] slope = new double[2 * d];
        double[] middle = new double[2 * d];
        for (int count = 0; t < 1; count++) {
            boolean last = t + step * (1 + 1e-6) >= 1; // no sliver is left for a step of rounding errors
            double h = last ? 1 - t : step;
            if (count == MAX_STEPS || (step < SHORTEST && !last)) {
                break;
            }
            boolean ok = tangent(x, t, slope);
            for (int i = 0; ok && i < 2 * d; i++) {
                middle[i] = x[i] + h / 2 * slope[i];
            }
            ok = ok && tangent(middle, t + h / 2, slope); // the midpoint rule: second order
            for (int i = 0; ok && i < 2 * d; i++) {
                trial[i] = x[i] + h * slope[i];
            }
            int corrections = ok ? correct(trial, last ? 1 : t + h, last ? 8 : 3) : -1;
            if (corrections < 0) {
                step = h / 2;
                if (step < SHORTEST) {
                    break;
                }
                continue;
            }
            System.arraycopy(trial, 0, x, 0, 2 * d);
            t = last ? 1 : t + h;
            step = corrections <= 1 ? Math.min(LONGEST, 2 * h) : h;
            if (size(x) > FAR) {
                return; // at infinity
            }
        }
        if (t < 1) {
            // Near the end a path that grows without bound is on its way to infinity; any other is lost.
            complete &= 1 - t < 1e-4 && size(x) > 1e2;
            return;
        }
        ends.add(x);
    }

    private static double size(double[] x) {
        double size = 0;
        for (double each : x) {
            size = Math.max(size, Math.abs(each));
        }
        return size;
    }

    private boolean tangent(double[] x, double t, double[] into) {
        evaluate(x, t);
        for (int i = 0; i < d; i++) {
            right[i] = -timeDerivative[2 * i];
            right[d + i] = -timeDerivative[2 * i + 1];
        }
        return solve(into);
    }

    private int correct(double[] x, double t, int most) {
        double[] change = new double[2 * d];
        for (int iteration = 0; iteration <= most; iteration++) {
            evaluate(x, t);
            for (int i = 0; i < d; i++) {
                right[i] = -values[2 * i];
                right[d + i] = -values[2 * i + 1];
            }
            if (!solve(change)) {
                return -1;
            }
            for (int i = 0; i < 2 * d; i++) {
                x[i] += change[i];
            }
            if (size(change) <= TOLERANCE * (1 + size(x))) {
                return iteration;
            }
        }
        return -1;
    }

    private boolean solve(double[] into) {
        for (int row = 0; row < d; row++) {
            for (int column = 0; column < d; column++) {
                int at = 2 * (row * d + column);
                put(matrix, d, row, column, gradient[at], gradient[at + 1]);
            }
        }
        if (!Dense.factor(matrix, 2 * d, pivots)) {
            return false;
        }
        Dense.solve(matrix, 2 * d, pivots, right);
        for (int i = 0; i < d; i++) {
            into[2 * i] = right[i];
            into[2 * i + 1] = right[d + i];
        }
        return Double.isFinite(size(into));
    }

    /** Writes values, gradient and time derivative of (1 - t) * gamma * start + t * equations. */
    private void evaluate(double[] x, double t) {
        for (int player = 0; player < system.players; player++) {
            int first = system.offset[player];
            full[2 * first] = 1;
            full[2 * first + 1] = 0;
            for (int s = 1; s < system.size[player]; s++) {
                int unknown = firstUnknown[player] + s - 1;
                full[2 * (first + s)] = x[2 * unknown];
                full[2 * (first + s) + 1] = x[2 * unknown + 1];
                full[2 * first] -= x[2 * unknown];
                full[2 * first + 1] -= x[2 * unknown + 1];
            }
        }
        Arrays.fill(gradient, 0);
        for (int equation = 0; equation < d; equation++) {
            startEquation(equation, x, t);
            gameEquation(equation, t);
        }
    }

    private void startEquation(int equation, double[] x, double t) {
        int players = system.players;
        double[] form = new double[2 * players];
        for (int player = 0; player < players; player++) {
            boolean used = player != owner[equation] && system.size[player] > 1;
            double[] linear = forms[equation * players + player];
            double real = used ? linear[0] : 1;
            double imaginary = used ? linear[1] : 0;
            for (int s = 1; used && s < system.size[player]; s++) {
                int unknown = firstUnknown[player] + s - 1;
                real += linear[2 * s] * x[2 * unknown] - linear[2 * s + 1] * x[2 * unknown + 1];
                imaginary += linear[2 * s] * x[2 * unknown + 1] + linear[2 * s + 1] * x[2 * unknown];
            }
            form[2 * player] = real;
            form[2 * player + 1] = imaginary;
        }
        for (int skipped = -1; skipped < players; skipped++) {
            if (skipped >= 0 && (skipped == owner[equation] || system.size[skipped] == 1)) {
                continue;
            }
            double real = gammaReal;
            double imaginary = gammaImaginary;
            for (int player = 0; player < players; player++) {
                if (player != skipped) {
                    double next = real * form[2 * player] - imaginary * form[2 * player + 1];
                    imaginary = real * form[2 * player + 1] + imaginary * form[2 * player];
                    real = next;
                }
            }
            if (skipped < 0) {
                values[2 * equation] = (1 - t) * real;
                values[2 * equation + 1] = (1 - t) * imaginary;
                timeDerivative[2 * equation] = -real;
                timeDerivative[2 * equation + 1] = -imaginary;
            } else {
                double[] linear = forms[equation * players + skipped];
                for (int s = 1; s < system.size[skipped]; s++) {
                    int at = 2 * (equation * d + firstUnknown[skipped] + s - 1);
                    gradient[at] += (1 - t) * (real * linear[2 * s] - imaginary * linear[2 * s + 1]);
                    gradient[at + 1] += (1 - t) * (real * linear[2 * s + 1] + imaginary * linear[2 * s]);
                }
            }
        }
    }

    private void gameEquation(int equation, double t) {
        int players = system.players;
        double[] tensor = system.equation(owner[equation], choice[equation]);
        int[] at = new int[players];
        for (double coefficient : tensor) {
            for (int skipped = -1; skipped < players; skipped++) {
                if (skipped >= 0 && (skipped == owner[equation] || system.size[skipped] == 1)) {
                    continue;
                }
                double real = coefficient;
                double imaginary = 0;
                for (int player = 0; player < players; player++) {
                    if (player != skipped && player != owner[equation] && system.size[player] > 1) {
                        int i = 2 * (system.offset[player] + at[player]);
                        double next = real * full[i] - imaginary * full[i + 1];
                        imaginary = real * full[i + 1] + imaginary * full[i];
                        real = next;
                    }
                }
                if (skipped < 0) {
                    values[2 * equation] += t * real;
                    values[2 * equation + 1] += t * imaginary;
                    timeDerivative[2 * equation] += real;
                    timeDerivative[2 * equation + 1] += imaginary;
                } else if (at[skipped] > 0) {
                    int to = 2 * (equation * d + firstUnknown[skipped] + at[skipped] - 1);
                    gradient[to] += t * real;
                    gradient[to + 1] += t * imaginary;
                } else {
                    for (int s = 1; s < system.size[skipped]; s++) {
                        int to = 2 * (equation * d + firstUnknown[skipped] + s - 1);
                        gradient[to] -= t * real;
                        gradient[to + 1] -= t * imaginary;
                    }
                }
            }
            for (int player = players - 1; player >= 0; player--) {
                if (player != owner[equation] && ++at[player] < system.size[player]) {
                    break;
                }
                at[player] = 0;
            }
        }
    }
}
