package org.lode.games.coalition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One linear program of the nucleolus: share the grand worth so that the largest excess v(S) - x(S) over the coalitions
 * whose excess can still change is as small as possible. Solved in its dual, whose basis has only n + 1 columns, by
 * generating the coalition of largest excess as column (a scan of 2^n sums). The basis is factored afresh at each pivot,
 * so errors do not pile up; after a run of degenerate pivots Bland's rule takes over, so it cannot cycle.
 */
final class ExcessProgram {
    /** Relative to the largest worth: sums of n doubles are right to about 1e-15 of it, pivots lose some digits. */
    private static final double TOLERANCE = 1e-11;

    private static final int DEGENERATE_PIVOTS_BEFORE_BLAND = 50;
    private static final int PIVOTS_PER_STAGE = 200_000;

    /** A column of the dual: a coalition's share in the excess, a fixed sum, or a player's individual bound. */
    private record Column(int coalition, Kind kind, double gain) {
        double[] vector(int n) {
            double[] v = new double[n + 1];
            for (int i = 0; i < n; i++) {
                v[i] = coalition >>> i & 1;
            }
            v[n] = kind == Kind.EXCESS ? 1 : 0;
            return v;
        }
    }

    private enum Kind {
        EXCESS,
        FIXED,
        BOUND
    }

    private final double[] worth;
    private final int n;
    private final boolean individuallyRational;
    private final double tolerance;
    private final CoalitionSpan span;
    private final List<Column> fixed = new ArrayList<>();
    private final SubsetSums sums;
    private double[] shares = new double[0];
    private double largestExcess;

    ExcessProgram(TabledWorth game, boolean individuallyRational) {
        this.worth = game.table();
        this.n = game.players();
        this.individuallyRational = individuallyRational;
        double scale = 1;
        for (double w : worth) {
            scale = Math.max(scale, Math.abs(w));
        }
        this.tolerance = TOLERANCE * scale;
        this.span = new CoalitionSpan(n);
        this.sums = new SubsetSums(n);
        fix(worth.length - 1, worth[worth.length - 1]);
    }

    private void fix(int coalition, double sum) {
        if (span.add(coalition)) {
            fixed.add(new Column(coalition, Kind.FIXED, sum));
        }
    }

    /** Whether every player's share is determined. */
    boolean finished() {
        return span.rank() == n;
    }

    double largestExcess() {
        return largestExcess;
    }

    double tolerance() {
        return tolerance;
    }

    /** The shares of the last stage solved, or the only ones left once finished. */
    double[] shares() {
        if (!finished()) {
            return shares.clone();
        }
        double[][] columns = new double[n][];
        double[] sum = new double[n];
        for (int k = 0; k < n; k++) {
            columns[k] = Arrays.copyOf(fixed.get(k).vector(n), n);
            sum[k] = fixed.get(k).gain();
        }
        return new SquareSystem(columns).solveTransposed(sum);
    }

    /**
     * Minimises the largest excess left, then fixes the sums of coalitions that bind in every solution: those with a
     * positive dual value, of which there is at least one outside the span, so at most n - 1 stages are needed.
     */
    void solveStage() {
        sums.exclude(span);
        List<Column> basis = start();
        int degenerate = 0;
        for (int pivots = 0; ; pivots++) {
            if (pivots == PIVOTS_PER_STAGE) {
                throw new ArithmeticException("the excess program did not settle in " + PIVOTS_PER_STAGE + " pivots");
            }
            double[][] columns = new double[n + 1][];
            double[] gains = new double[n + 1];
            for (int k = 0; k <= n; k++) {
                columns[k] = basis.get(k).vector(n);
                gains[k] = basis.get(k).gain();
            }
            SquareSystem system = new SquareSystem(columns);
            double[] y = system.solveTransposed(gains);
            double[] right = new double[n + 1];
            right[n] = 1;
            double[] level = system.solve(right);
            Column entering = entering(y, degenerate > DEGENERATE_PIVOTS_BEFORE_BLAND, basis);
            if (entering == null) {
                settle(y, basis, level);
                return;
            }
            double[] direction = system.solve(entering.vector(n));
            int leaving = leaving(basis, level, direction);
            degenerate = level[leaving] > 1e-12 ? 0 : degenerate + 1;
            basis.set(leaving, entering);
        }
    }

    private void settle(double[] y, List<Column> basis, double[] level) {
        shares = Arrays.copyOf(y, n);
        largestExcess = y[n];
        double most = 0;
        for (int k = 0; k <= n; k++) {
            if (basis.get(k).kind() == Kind.EXCESS) {
                most = Math.max(most, level[k]);
            }
        }
        for (int k = 0; k <= n; k++) {
            Column column = basis.get(k);
            if (column.kind() == Kind.EXCESS && level[k] > 1e-9 * most) {
                fix(column.coalition(), column.gain() - largestExcess);
            } else if (column.kind() == Kind.BOUND && level[k] > 1e-9 * most) {
                fix(column.coalition(), column.gain());
            }
        }
    }

    /** A feasible basis: equal weights on single players outside the span, thinned to independent ones. */
    private List<Column> start() {
        List<Column> basis = new ArrayList<>(fixed);
        List<Column> singles = new ArrayList<>();
        List<Double> weight = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (!span.contains(1 << i)) {
                singles.add(new Column(1 << i, Kind.EXCESS, worth[1 << i]));
                weight.add(1.0);
            }
        }
        // Carathéodory: while too many, shift weight along a dependence until one single's weight is 0.
        int wanted = n + 1 - fixed.size();
        while (singles.size() > wanted) {
            double[] dependence = dependence(singles);
            int out = -1;
            double step = Double.POSITIVE_INFINITY;
            for (int k = 0; k < singles.size(); k++) {
                if (dependence[k] > 1e-9 && weight.get(k) / dependence[k] < step) {
                    step = weight.get(k) / dependence[k];
                    out = k;
                }
            }
            for (int k = 0; k < singles.size(); k++) {
                weight.set(k, Math.max(0, weight.get(k) - step * dependence[k]));
            }
            singles.remove(out);
            weight.remove(out);
        }
        basis.addAll(singles);
        return basis;
    }

    /** Weights, one of them positive, under which fixed sums and the singles' columns cancel. */
    private double[] dependence(List<Column> singles) {
        int total = fixed.size() + singles.size();
        double[][] rows = new double[n + 1][total];
        for (int k = 0; k < total; k++) {
            double[] vector = (k < fixed.size() ? fixed.get(k) : singles.get(k - fixed.size())).vector(n);
            for (int i = 0; i <= n; i++) {
                rows[i][k] = vector[i];
            }
        }
        double[] nothing = Kernel.vector(rows);
        double[] dependence = Arrays.copyOfRange(nothing, fixed.size(), total);
        double largest = 0;
        for (double d : dependence) {
            largest = Math.abs(d) > Math.abs(largest) ? d : largest;
        }
        for (int k = 0; k < dependence.length; k++) {
            dependence[k] /= largest;
        }
        return dependence;
    }

    private @Nullable Column entering(double[] y, boolean bland, List<Column> basis) {
        int coalition = bland ? sums.firstAbove(worth, y, tolerance) : sums.largestExcess(worth, y);
        Column best = null;
        double most = tolerance;
        if (coalition != 0) {
            Column column = new Column(coalition, Kind.EXCESS, worth[coalition]);
            double gain = worth[coalition] - sums.sum(coalition) - y[n];
            if (gain > most && !basis.contains(column)) {
                best = column;
                most = gain;
            }
        }
        for (int i = 0; individuallyRational && i < n && !(bland && best != null); i++) {
            Column column = new Column(1 << i, Kind.BOUND, worth[1 << i]);
            double gain = column.gain() - y[i];
            if (gain > most && !basis.contains(column)) {
                best = column;
                most = gain;
            }
        }
        return best;
    }

    private static int leaving(List<Column> basis, double[] level, double[] direction) {
        int out = -1;
        double step = Double.POSITIVE_INFINITY;
        for (int k = 0; k < level.length; k++) {
            if (basis.get(k).kind() == Kind.FIXED || direction[k] <= 1e-10) {
                continue;
            }
            double ratio = Math.max(0, level[k]) / direction[k];
            boolean earlier = out >= 0
                    && ratio <= step + 1e-14
                    && Integer.compareUnsigned(
                                    basis.get(k).coalition(), basis.get(out).coalition())
                            < 0;
            if (ratio < step - 1e-14 || earlier) {
                step = Math.min(ratio, step);
                out = k;
            }
        }
        if (out < 0) {
            throw new IllegalArgumentException(
                    "no shares give every player at least its own worth: the worths of single"
                            + " players sum to more than the grand coalition's");
        }
        return out;
    }
}
