package org.lode.games.solve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All solutions of one support's equations, by branch and bound with an interval Newton operator.
 *
 * <p>A box is thrown away when a payoff difference certainly has one sign in it or the Newton operator maps it off itself; it
 * is known to hold exactly one solution when the operator maps it into itself (Neumaier 1990, Interval methods for systems of
 * equations, theorem 5.1.8); otherwise it is narrowed or halved. What is left when a budget is used up is undecided: a
 * continuum, a singular solution or too hard.
 */
final class SupportSearch {
    /** Boxes narrower than this are not halved: the operator works at ten thousand times the rounding or never. */
    private static final double NARROW = 1e-8;
    /** A box must shrink to this share of its size for another narrowing to pay. */
    private static final double PROGRESS = 0.7;
    /** From this width on, Newton's method from the middle is worth trying to find the solution before its box. */
    private static final double TRY_NEWTON = 0.05;

    /** Boxes waiting at once; they pile up like this only round solutions that are not isolated. */
    private static final int MAX_QUEUE = 3_000;

    private static final int NEWTON_STEPS = 8;

    private final SupportSystem system;
    private final int d;
    private final int length;
    private final List<double[]> regions = new ArrayList<>();
    private final List<double[]> solutions = new ArrayList<>();
    private List<double[]> undecided = List.of();
    private final double[] middle;
    private final double[] values;
    private final double[] lower;
    private final double[] upper;
    private final double[] center;
    private final double[] inverse;
    private final double[] column;
    private final int[] pivots;
    private final int[] position; // of each unknown in the flat profile

    SupportSearch(SupportSystem system) {
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

    /** Returns boxes that together hold every solution, each box exactly one; some may lie outside the simplices. */
    List<double[]> regions() {
        return regions;
    }

    /** Returns the solution in each region, flat, to the last places. */
    List<double[]> solutions() {
        return solutions;
    }

    /** Returns the boxes that could not be decided. */
    List<double[]> undecided() {
        return undecided;
    }

    /** Searches all probabilities from 0 to 1; returns how many boxes it took. */
    int run(int budget) {
        ArrayDeque<double[]> queue = new ArrayDeque<>();
        double[] all = new double[2 * length];
        Arrays.fill(all, length, 2 * length, 1);
        queue.add(all);
        List<double[]> stuck = new ArrayList<>();
        int taken = 0;
        while (!queue.isEmpty() && taken < budget && queue.size() < MAX_QUEUE) {
            double[] box = queue.poll();
            taken++;
            if (!survives(box)) {
                continue;
            }
            int widest = widest(box);
            double width = box[length + widest] - box[widest];
            if (width < NARROW) {
                stuck.add(box);
                continue;
            }
            double half = box[widest] + width / 2;
            double[] other = box.clone();
            box[length + widest] = half;
            other[widest] = half;
            queue.add(box);
            queue.add(other);
        }
        stuck.addAll(queue);
        stuck.removeIf(box -> !system.tighten(box) || known(box) || system.excludes(box));
        undecided = stuck;
        return taken;
    }

    /** Narrows a box as far as it goes; returns false if nothing is left to look for in it. */
    private boolean survives(double[] box) {
        while (true) {
            if (!system.tighten(box) || known(box) || system.excludes(box)) {
                return false;
            }
            double before = width(box);
            double[] original = box.clone();
            int verdict = newton(box, false);
            if (verdict == INSIDE) {
                double[] region = open(original);
                double[] image = region.clone();
                if (newton(image, true) == INSIDE) {
                    keep(region);
                    return false;
                }
            }
            if (verdict == EMPTY) {
                return false;
            }
            if (before < TRY_NEWTON && verdict != SINGULAR && approach(box, before)) {
                continue; // a new region may hold the box
            }
            if (width(box) > PROGRESS * before) {
                return true;
            }
        }
    }

    private static final int EMPTY = 0;
    private static final int INSIDE = 1;
    private static final int UNDECIDED = 2;
    private static final int SINGULAR = 3;

    /** One step of Hansen and Sengupta's operator; narrows the box to where solutions may be. */
    private int newton(double[] box, boolean proving) {
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
    private double[] open(double[] box) {
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

    private static final double ULP = 0x1p-50;

    /** Newton's method from a box's middle; certifies the largest region it can around a new solution. */
    private boolean approach(double[] box, double width) {
        double[] point = new double[length];
        for (int i = 0; i < length; i++) {
            point[i] = (box[i] + box[length + i]) / 2;
        }
        if (!refine(point)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (Math.abs(point[i] - (box[i] + box[length + i]) / 2) > 2 * width) {
                return false;
            }
        }
        for (double[] region : regions) {
            if (holds(region, point)) {
                return false;
            }
        }
        for (double radius = 2 * width; radius > NARROW; radius /= 2) {
            double[] region = around(point, radius);
            if (newton(region, true) == INSIDE) {
                regions.add(around(point, radius));
                solutions.add(point);
                return true;
            }
        }
        return false;
    }

    private void keep(double[] region) {
        double[] point = new double[length];
        for (int i = 0; i < length; i++) {
            point[i] = (region[i] + region[length + i]) / 2;
        }
        if (!refine(point) || !holds(region, point)) {
            // The operator has proved a solution; narrow down to it by the operator itself.
            double[] box = region.clone();
            for (int step = 0; step < 60; step++) {
                newton(box, true);
            }
            for (int k = 0; k < d; k++) {
                point[position[k]] = (box[position[k]] + box[length + position[k]]) / 2;
            }
            completeFirst(point);
        }
        for (double[] known : regions) {
            if (holds(known, point) && meets(known, region)) {
                // Both hold one solution, and it is the same one.
                regions.add(region);
                solutions.add(solutions.get(regions.indexOf(known)));
                return;
            }
        }
        regions.add(region);
        solutions.add(point);
    }

    /** Returns a tight box around a solution that certainly holds it, or null if rounding is too large. */
    double @org.jspecify.annotations.Nullable [] enclosure(double[] solution) {
        for (double radius = 1e-11; radius < 1e-4; radius *= 10) {
            double[] box = around(solution, radius);
            if (newton(box, true) == INSIDE) {
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

    private double[] around(double[] point, double radius) {
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

    private static final double ROUND_OFF = 1e-14;

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

    private void completeFirst(double[] point) {
        for (int player = 0; player < system.players; player++) {
            int first = system.offset[player];
            double rest = 1;
            for (int s = 1; s < system.size[player]; s++) {
                rest -= point[first + s];
            }
            point[first] = rest;
        }
    }

    private boolean known(double[] box) {
        for (double[] region : regions) {
            boolean within = true;
            for (int k = 0; k < d && within; k++) {
                int i = position[k];
                within = region[i] <= box[i] && box[length + i] <= region[length + i];
            }
            if (within) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(double[] region, double[] point) {
        for (int k = 0; k < d; k++) {
            int i = position[k];
            if (point[i] < region[i] || point[i] > region[length + i]) {
                return false;
            }
        }
        return true;
    }

    private boolean meets(double[] a, double[] b) {
        for (int k = 0; k < d; k++) {
            int i = position[k];
            if (a[i] > b[length + i] || b[i] > a[length + i]) {
                return false;
            }
        }
        return true;
    }

    private int widest(double[] box) {
        int widest = 0;
        for (int i = 1; i < length; i++) {
            if (box[length + i] - box[i] > box[length + widest] - box[widest]) {
                widest = i;
            }
        }
        return widest;
    }

    private double width(double[] box) {
        int widest = widest(box);
        return box[length + widest] - box[widest];
    }
}
