package org.lode.games.solve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * All solutions of one support's equations, by branch and bound with an interval Newton operator.
 *
 * <p>A box is thrown away when a payoff difference certainly has one sign in it or the operator maps it off itself; it is known
 * to hold exactly one solution when the operator maps it into itself; otherwise it is narrowed or halved, one half at once and
 * the other later, so that few boxes wait. A search can be taken up again with more work. Boxes too narrow to be decided are
 * kept aside: a continuum, a singular solution, or a solution on a face, which belongs to another support.
 */
final class SupportSearch {
    /** Boxes narrower than this are not halved: the operator works at ten thousand times the rounding or never. */
    private static final double NARROW = 1e-8;
    /** Boxes kept aside before a search stops: they come in crowds, round solutions that are not isolated. */
    private static final int MAX_STUCK = 40;
    /** A box must shrink to this share of its size for another narrowing to pay. */
    private static final double PROGRESS = 0.7;
    /** From this width on, Newton's method from the middle is worth trying to find the solution before its box. */
    private static final double TRY_NEWTON = 0.05;

    private final SupportSystem system;
    private final IntervalNewton newton;
    private final int length;
    private final ArrayDeque<double[]> queue = new ArrayDeque<>();
    private final List<double[]> stuck = new ArrayList<>();
    private final List<double[]> regions = new ArrayList<>();
    private final List<double[]> solutions = new ArrayList<>();

    SupportSearch(SupportSystem system) {
        this.system = system;
        this.newton = new IntervalNewton(system);
        this.length = system.length;
        double[] all = new double[2 * length];
        Arrays.fill(all, length, 2 * length, 1);
        queue.add(all);
    }

    /** Returns the operator, to look closer at solutions. */
    IntervalNewton newton() {
        return newton;
    }

    /** Returns the solutions found, flat, to the last places; each once, some may lie outside the simplices. */
    List<double[]> solutions() {
        List<double[]> distinct = new ArrayList<>();
        for (double[] solution : solutions) {
            if (!distinct.contains(solution)) { // the same array: one solution in two regions
                distinct.add(solution);
            }
        }
        return distinct;
    }

    /** Returns whether boxes wait that more work may decide. */
    boolean isOpen() {
        return !queue.isEmpty() && !isStuck();
    }

    /** Returns whether boxes were met that no work decides. */
    boolean isStuck() {
        stuck.removeIf(box -> known(box) || system.excludes(box));
        return stuck.size() >= MAX_STUCK || (queue.isEmpty() && !stuck.isEmpty());
    }

    /** Searches on, and returns how many boxes it took. */
    int run(int budget) {
        int taken = 0;
        while (!queue.isEmpty() && taken < budget && stuck.size() < MAX_STUCK) {
            taken++;
            double[] box = queue.pollLast();
            if (survives(box)) {
                halve(box);
            }
        }
        return taken;
    }

    /** Returns boxes that cover what is not decided, by halving what waits, widest first. */
    List<double[]> cover(int budget) {
        queue.addAll(stuck);
        stuck.clear();
        for (int taken = 0; !queue.isEmpty() && taken < budget; taken++) {
            double[] box = queue.poll();
            if (survives(box)) {
                halve(box);
            }
        }
        List<double[]> left = new ArrayList<>(stuck);
        left.addAll(queue);
        left.removeIf(box -> !system.tighten(box) || known(box) || system.excludes(box));
        return left;
    }

    private void halve(double[] box) {
        int widest = newton.widest(box);
        double width = box[length + widest] - box[widest];
        if (width < NARROW) {
            stuck.add(box);
            return;
        }
        double half = box[widest] + width / 2;
        double[] other = box.clone();
        box[length + widest] = half;
        other[widest] = half;
        queue.add(box);
        queue.add(other);
    }

    /** Looks for solutions by Newton's method from points of the simplices: what it finds is proved, but need not be all. */
    void sample(int tries, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < tries; trial++) {
            double[] point = new double[length];
            for (int player = 0; player < system.players; player++) {
                double sum = 0;
                for (int i = system.offset[player]; i < system.offset[player + 1]; i++) {
                    point[i] = -StrictMath.log(1 - random.nextDouble());
                    sum += point[i];
                }
                for (int i = system.offset[player]; i < system.offset[player + 1]; i++) {
                    point[i] /= sum;
                }
            }
            if (newton.refine(point) && Arrays.stream(point).allMatch(each -> each > 0)) {
                certify(point, TRY_NEWTON);
            }
        }
    }

    /** Narrows a box as far as it goes; returns false if nothing is left to look for in it. */
    private boolean survives(double[] box) {
        while (true) {
            if (!system.tighten(box)
                    || known(box)
                    || system.excludes(box)
                    || !system.narrow(box)
                    || !system.tighten(box)) {
                return false;
            }
            double before = width(box);
            double[] original = box.clone();
            int verdict = newton.step(box, false);
            if (verdict == IntervalNewton.INSIDE) {
                double[] region = newton.open(original);
                double[] image = region.clone();
                if (newton.step(image, true) == IntervalNewton.INSIDE) {
                    keep(region);
                    return false;
                }
            }
            if (verdict == IntervalNewton.EMPTY) {
                return false;
            }
            if (before < TRY_NEWTON && verdict != IntervalNewton.SINGULAR && approach(box, before)) {
                continue; // a new region may hold the box
            }
            if (width(box) > PROGRESS * before) {
                return true;
            }
        }
    }

    /** Newton's method from a box's middle; certifies the largest region it can around a new solution nearby. */
    private boolean approach(double[] box, double width) {
        double[] point = new double[length];
        for (int i = 0; i < length; i++) {
            point[i] = (box[i] + box[length + i]) / 2;
        }
        if (!newton.refine(point)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (Math.abs(point[i] - (box[i] + box[length + i]) / 2) > 2 * width) {
                return false;
            }
        }
        return certify(point, 2 * width);
    }

    private boolean certify(double[] point, double widest) {
        for (double[] region : regions) {
            if (holds(region, point)) {
                return false;
            }
        }
        for (double radius = widest; radius > NARROW; radius /= 2) {
            double[] image = newton.around(point, radius);
            if (newton.step(image, true) == IntervalNewton.INSIDE) {
                regions.add(newton.around(point, radius));
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
        if (!newton.refine(point) || !holds(region, point)) {
            // The operator has proved a solution; narrow down to it by the operator itself.
            double[] box = region.clone();
            for (int step = 0; step < 60; step++) {
                newton.step(box, true);
            }
            for (int i : newton.position) {
                point[i] = (box[i] + box[length + i]) / 2;
            }
            newton.completeFirst(point);
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

    private boolean known(double[] box) {
        for (double[] region : regions) {
            boolean within = true;
            for (int i : newton.position) {
                within &= region[i] <= box[i] && box[length + i] <= region[length + i];
            }
            if (within) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(double[] region, double[] point) {
        for (int i : newton.position) {
            if (point[i] < region[i] || point[i] > region[length + i]) {
                return false;
            }
        }
        return true;
    }

    private boolean meets(double[] a, double[] b) {
        for (int i : newton.position) {
            if (a[i] > b[length + i] || b[i] > a[length + i]) {
                return false;
            }
        }
        return true;
    }

    private double width(double[] box) {
        double widest = 0;
        for (int i = 0; i < length; i++) {
            widest = Math.max(widest, box[length + i] - box[i]);
        }
        return widest;
    }
}
