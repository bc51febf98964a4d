package org.lode.games.dynamics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Evolutionarily stable strategies of symmetric two-player games (Maynard Smith and Price 1973): strategies that no small
 * group of mutants can invade. Every support is tried, so all are found; the second-order condition is strict
 * copositivity on the best replies (Haigh 1975, Abakuks 1980). Cost: 2^n small linear systems, n up to about 15.
 */
public final class EvolutionaryStability {
    /** Relative to the payoffs' range: singular systems and payoff ties of exact input come out below this. */
    private static final double TOLERANCE = 1e-10;

    private static final int MOST_STRATEGIES = 15;

    private EvolutionaryStability() {}

    /**
     * Returns every evolutionarily stable strategy, by support in ascending bit order.
     *
     * @param payoffs square, at most 15 strategies: what the row strategy gets against the column strategy
     */
    public static List<double[]> all(double[][] payoffs) {
        SymmetricGame.check(payoffs);
        int n = payoffs.length;
        if (n > MOST_STRATEGIES) {
            throw new IllegalArgumentException("strategies (" + n + ") must be at most " + MOST_STRATEGIES);
        }
        double[][] unit = scaled(payoffs);
        List<double[]> found = new ArrayList<>();
        for (int support = 1; support < 1 << n; support++) {
            double[] x = equilibriumOn(unit, support);
            if (x.length > 0 && isUninvadable(unit, x, support)) {
                found.add(x);
            }
        }
        return found;
    }

    /**
     * Whether a strategy is evolutionarily stable.
     *
     * @param x probabilities of a mixture
     */
    public static boolean isStable(double[][] payoffs, double[] x) {
        SymmetricGame.check(payoffs);
        double[][] unit = scaled(payoffs);
        int support = 0;
        for (int a = 0; a < x.length; a++) {
            support |= x[a] > 1e-12 ? 1 << a : 0;
        }
        double[] solved = equilibriumOn(unit, support);
        for (int a = 0; a < solved.length; a++) {
            if (Math.abs(solved[a] - x[a]) > 1e-6) {
                return false;
            }
        }
        return solved.length > 0 && isUninvadable(unit, solved, support);
    }

    /** Payoffs moved and scaled to lie in [0, 1], which changes nothing but makes one tolerance right. */
    private static double[][] scaled(double[][] payoffs) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double[] row : payoffs) {
            for (double payoff : row) {
                least = Math.min(least, payoff);
                most = Math.max(most, payoff);
            }
        }
        double[][] unit = new double[payoffs.length][payoffs.length];
        for (int a = 0; a < unit.length; a++) {
            for (int b = 0; b < unit.length; b++) {
                unit[a][b] = most > least ? (payoffs[a][b] - least) / (most - least) : 0;
            }
        }
        return unit;
    }

    /** The only symmetric equilibrium whose support is exactly this; empty if there is none or a continuum. */
    private static double[] equilibriumOn(double[][] payoffs, int support) {
        int[] used = members(support);
        int k = used.length;
        RealMatrix system = MatrixUtils.createRealMatrix(k + 1, k + 1);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                system.setEntry(i, j, payoffs[used[i]][used[j]]);
            }
            system.setEntry(i, k, -1);
            system.setEntry(k, i, 1);
        }
        SingularValueDecomposition svd = new SingularValueDecomposition(system);
        double[] values = svd.getSingularValues();
        if (values[k] <= TOLERANCE * values[0]) {
            return new double[0];
        }
        double[] right = new double[k + 1];
        right[k] = 1;
        double[] solution =
                svd.getSolver().solve(MatrixUtils.createRealVector(right)).toArray();
        double[] x = new double[payoffs.length];
        for (int i = 0; i < k; i++) {
            if (solution[i] <= TOLERANCE) {
                return new double[0];
            }
            x[used[i]] = solution[i];
        }
        for (int a = 0; a < payoffs.length; a++) {
            if (against(payoffs[a], x) > solution[k] + TOLERANCE) {
                return new double[0];
            }
        }
        return x;
    }

    private static double against(double[] row, double[] x) {
        double sum = 0;
        for (int b = 0; b < x.length; b++) {
            sum += row[b] * x[b];
        }
        return sum;
    }

    /** Haigh's condition: the form built on one used strategy is positive where unused best replies only enter. */
    private static boolean isUninvadable(double[][] payoffs, double[] x, int support) {
        int pivot = Integer.numberOfTrailingZeros(support);
        double value = against(payoffs[pivot], x);
        List<Integer> order = new ArrayList<>(); // the used ones first, then unused best replies
        for (int a = 0; a < x.length; a++) {
            if (a != pivot && (support >>> a & 1) != 0) {
                order.add(a);
            }
        }
        int free = order.size();
        for (int a = 0; a < x.length; a++) {
            if ((support >>> a & 1) == 0 && against(payoffs[a], x) >= value - TOLERANCE) {
                order.add(a);
            }
        }
        int m = order.size();
        double[][] form = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                int a = order.get(i);
                int b = order.get(j);
                double loss = payoffs[pivot][b] + payoffs[a][pivot] - payoffs[a][b] - payoffs[pivot][pivot];
                form[i][j] += loss / 2;
                form[j][i] += loss / 2;
            }
        }
        for (int k = 0; k < free; k++) { // eliminate the free directions, in which the form must be positive definite
            if (form[k][k] <= TOLERANCE) {
                return false;
            }
            for (int i = k + 1; i < m; i++) {
                for (int j = k + 1; j < m; j++) {
                    form[i][j] -= form[i][k] * form[k][j] / form[k][k];
                }
            }
        }
        double[][] rest = new double[m - free][m - free];
        for (int i = free; i < m; i++) {
            System.arraycopy(form[i], free, rest[i - free], 0, m - free);
        }
        return isStrictlyCopositive(rest);
    }

    /**
     * Whether z' M z is positive for all z at least 0 but 0 itself. The least value on the unit simplex is taken inside
     * some face, where M z is constant on the face; a face with a continuum of such points shares their value with a
     * smaller face.
     */
    static boolean isStrictlyCopositive(double[][] m) {
        for (int face = 1; face < 1 << m.length; face++) {
            int[] used = members(face);
            int k = used.length;
            RealMatrix system = MatrixUtils.createRealMatrix(k + 1, k + 1);
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    system.setEntry(i, j, m[used[i]][used[j]]);
                }
                system.setEntry(i, k, -1);
                system.setEntry(k, i, 1);
            }
            SingularValueDecomposition svd = new SingularValueDecomposition(system);
            if (svd.getSingularValues()[k] <= TOLERANCE * svd.getSingularValues()[0]) {
                continue;
            }
            double[] right = new double[k + 1];
            right[k] = 1;
            double[] z =
                    svd.getSolver().solve(MatrixUtils.createRealVector(right)).toArray();
            boolean inside = true;
            for (int i = 0; i < k; i++) {
                inside &= z[i] > 0;
            }
            if (inside && z[k] <= TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private static int[] members(int set) {
        int[] members = new int[Integer.bitCount(set)];
        int count = 0;
        for (int left = set; left != 0; left &= left - 1) {
            members[count++] = Integer.numberOfTrailingZeros(left);
        }
        return members;
    }
}
