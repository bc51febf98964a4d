package org.lode.games.solve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Newton's method on one support's equations, over boxes and at points.
 *
 * <p>Over a box: Hansen and Sengupta's interval operator. It narrows a box to where solutions may be, and proves that there is
 * exactly one when it maps a box into itself (Neumaier 1990, Interval methods for systems of equations, theorem 5.1.8).
 */
final class IntervalNewton {
    static final int EMPTY = 0;
    static final int INSIDE = 1;
    static final int UNDECIDED = 2;
    static final int SINGULAR = 3;

    private static final int NEWTON_STEPS = 8;
    private static final double ULP = 0x1p-50;
    private static final double ROUND_OFF = 1e-14;
    /** A variable this much narrower than the widest is not halved, whatever the equations say. */
    private static final double NARROWER = 0.25;

    private final SupportSystem system;
    private final int d;
    private final int length;
    private final double[] middle;
    private final double[] values;
    private final double[] lower;
    private final double[] upper;
    private final double[] center;
    private final double[] inverse;
    private final double[] column;
    private final int[] pivots;
    /** Where each unknown stands in a flat profile. */
    final int[] position;

    IntervalNewton(SupportSystem system) {
        this.system = system;
        this.d = system.unknowns;
        this.length = system.length;
        middle = new double[2 * length];
        values = new double[2 * d];
        lower = new double[d * d];
        upper = new double[d * d];
        center = new double[d * d];
        inverse = new double[d * d];
        column = new double[d];
        pivots = new int[d];
        position = new int[d];
        int unknown = 0;
        for (int player = 0; player < system.players; player++) {
            for (int s = 1; s < system.size[player]; s++) {
                position[unknown++] = system.offset[player] + s;
            }
        }
    }

    /**
     * One step of the operator; narrows the box to where solutions may be.
     *
     * @param proving whether INSIDE must prove that there is exactly one solution
     */
    int step(double[] box, boolean proving) {
        aim(box);
        completeMiddle();
        if (proving) {
            system.derivatives(box, lower, upper);
        } else {
            system.slopes(box, middle, lower, upper);
        }
        for (int i = 0; i < d * d; i++) {
            center[i] = (lower[i] + upper[i]) / 2;
        }
        if (!invert()) {
            return SINGULAR;
        }
        system.equations(middle, values);
        boolean inside = true;
        for (int k = 0; k < d; k++) {
            double low = 0;
            double high = 0;
            double diagonalLow = 0;
            double diagonalHigh = 0;
            for (int row = 0; row < d; row++) {
                double c = inverse[k * d + row];
                low += c >= 0 ? c * values[row] : c * values[d + row];
                high += c >= 0 ? c * values[d + row] : c * values[row];
                diagonalLow += c >= 0 ? c * lower[row * d + k] : c * upper[row * d + k];
                diagonalHigh += c >= 0 ? c * upper[row * d + k] : c * lower[row * d + k];
            }
            for (int l = 0; l < d; l++) {
                if (l == k) {
                    continue;
                }
                double a = 0;
                double b = 0;
                for (int row = 0; row < d; row++) {
                    double c = inverse[k * d + row];
                    a += c >= 0 ? c * lower[row * d + l] : c * upper[row * d + l];
                    b += c >= 0 ? c * upper[row * d + l] : c * lower[row * d + l];
                }
                int i = position[l];
                double left = box[i] - middle[i];
                double right = box[length + i] - middle[i];
                low += Math.min(Math.min(a * left, a * right), Math.min(b * left, b * right));
                high += Math.max(Math.max(a * left, a * right), Math.max(b * left, b * right));
            }
            if (diagonalLow <= 0) {
                inside = false;
                continue;
            }
            int i = position[k];
            double newLow = middle[i] - (high >= 0 ? high / diagonalLow : high / diagonalHigh) - ULP;
            double newHigh = middle[i] - (low >= 0 ? low / diagonalHigh : low / diagonalLow) + ULP;
            inside &= newLow > box[i] && newHigh < box[length + i];
            box[i] = Math.max(box[i], newLow);
            box[length + i] = Math.min(box[length + i], newHigh);
            if (box[i] > box[length + i]) {
                return EMPTY;
            }
        }
        return inside ? INSIDE : UNDECIDED;
    }

    /** Puts the middle into the box and on the sum, so that the segment to any point of both stays in them. */
    private void aim(double[] box) {
        for (int player = 0; player < system.players; player++) {
            int first = system.offset[player];
            double lows = 0;
            double highs = 0;
            for (int i = first; i < system.offset[player + 1]; i++) {
                lows += box[i];
                highs += box[length + i];
            }
            double share = highs > lows ? Math.min(1, Math.max(0, (1 - lows) / (highs - lows))) : 0;
            for (int i = first; i < system.offset[player + 1]; i++) {
                middle[i] = box[i] + share * (box[length + i] - box[i]);
            }
        }
    }

    /** Returns a box with the same unknowns whose dropped probabilities are not bounded: what existence is proved on. */
    double[] open(double[] box) {
        double[] open = box.clone();
        for (int player = 0; player < system.players; player++) {
            int first = system.offset[player];
            double lows = 0;
            double highs = 0;
            for (int i = first + 1; i < system.offset[player + 1]; i++) {
                lows += box[i];
                highs += box[length + i];
            }
            open[first] = 1 - highs - ROUND_OFF;
            open[length + first] = 1 - lows + ROUND_OFF;
        }
        return open;
    }

    /** Returns a tight box around a solution that certainly holds it, or null if rounding is too large. */
    double @Nullable [] enclosure(double[] solution) {
        for (double radius = 1e-11; radius < 1e-4; radius *= 10) {
            double[] box = around(solution, radius);
            if (step(box, true) == INSIDE) {
                for (int player = 0; player < system.players; player++) {
                    double lows = 0;
                    double highs = 0;
                    for (int s = 1; s < system.size[player]; s++) {
                        lows += box[system.offset[player] + s];
                        highs += box[length + system.offset[player] + s];
                    }
                    box[system.offset[player]] = 1 - highs - SupportSystem.ROUNDING;
                    box[length + system.offset[player]] = 1 - lows + SupportSystem.ROUNDING;
                }
                return box;
            }
        }
        return null;
    }

    /** Newton's method in plain doubles; returns whether it settled. */
    boolean refine(double[] point) {
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            System.arraycopy(point, 0, middle, 0, length);
            completeMiddle();
            system.derivatives(middle, lower, upper);
            system.equations(middle, values);
            for (int i = 0; i < d * d; i++) {
                center[i] = (lower[i] + upper[i]) / 2;
            }
            for (int row = 0; row < d; row++) {
                column[row] = -(values[row] + values[d + row]) / 2;
            }
            if (!Dense.factor(center, d, pivots)) {
                return false;
            }
            Dense.solve(center, d, pivots, column);
            double change = 0;
            for (int k = 0; k < d; k++) {
                point[position[k]] = middle[position[k]] + column[k];
                change = Math.max(change, Math.abs(column[k]));
            }
            completeFirst(point);
            if (!(change < 10)) {
                return false;
            }
            if (change < 1e-15 || (change < 1e-12 && change >= last)) {
                return true;
            }
            last = change;
        }
        return last < 1e-9;
    }

    /** Returns the index of a regular solution, 1 or -1: the sign of the determinant of the equations' derivatives. */
    int index(double[] solution) {
        System.arraycopy(solution, 0, middle, 0, length);
        completeMiddle();
        system.derivatives(middle, lower, upper);
        for (int i = 0; i < d * d; i++) {
            center[i] = (lower[i] + upper[i]) / 2;
        }
        if (!Dense.factor(center, d, pivots)) {
            return 0;
        }
        int sign = 1;
        for (int k = 0; k < d; k++) {
            sign *= (center[k * d + k] < 0 ? -1 : 1) * (pivots[k] == k ? 1 : -1);
        }
        return sign;
    }

    private boolean invert() {
        if (!Dense.factor(center, d, pivots)) {
            return false;
        }
        for (int k = 0; k < d; k++) {
            Arrays.fill(column, 0);
            column[k] = 1;
            Dense.solve(center, d, pivots, column);
            for (int row = 0; row < d; row++) {
                if (!(Math.abs(column[row]) < 1e8)) {
                    return false;
                }
                inverse[row * d + k] = column[row];
            }
        }
        return true;
    }

    /** Returns a box around a point. */
    double[] around(double[] point, double radius) {
        double[] box = new double[2 * length];
        for (int player = 0; player < system.players; player++) {
            int first = system.offset[player];
            int free = system.size[player] - 1;
            for (int s = 0; s <= free; s++) {
                double reach = s == 0 ? free * radius + ROUND_OFF : radius;
                box[first + s] = point[first + s] - reach;
                box[length + first + s] = point[first + s] + reach;
            }
        }
        return box;
    }

    private void completeMiddle() {
        for (int player = 0; player < system.players; player++) {
            int first = system.offset[player];
            double rest = 1;
            for (int s = 1; s < system.size[player]; s++) {
                rest -= middle[first + s];
            }
            middle[first] = rest;
        }
        System.arraycopy(middle, 0, middle, length, length);
    }

    /** Makes the first probability of each player what is left of 1. */
    void completeFirst(double[] point) {
        for (int player = 0; player < system.players; player++) {
            int first = system.offset[player];
            double rest = 1;
            for (int s = 1; s < system.size[player]; s++) {
                rest -= point[first + s];
            }
            point[first] = rest;
        }
    }

    /**
     * Returns which entry of a box to halve: of the wide ones, the unknown whose width times the spread of the equations'
     * derivatives is largest, for it keeps the bounds apart most.
     */
    int widest(double[] box) {
        int widest = 0;
        for (int i = 1; i < length; i++) {
            if (box[length + i] - box[i] > box[length + widest] - box[widest]) {
                widest = i;
            }
        }
        double least = NARROWER * (box[length + widest] - box[widest]);
        system.derivatives(box, lower, upper);
        double most = 0;
        for (int k = 0; k < d; k++) {
            double width = box[length + position[k]] - box[position[k]];
            if (width < least) {
                continue;
            }
            double spread = 0;
            for (int row = 0; row < d; row++) {
                spread += upper[row * d + k] - lower[row * d + k];
            }
            if (spread * width > most) {
                most = spread * width;
                widest = position[k];
            }
        }
        return widest;
    }
}
