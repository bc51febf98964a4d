package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * The patient rule induction method: boxes of the factors' space in which an outcome is dense (Friedman and Fisher 1999, Bump
 * hunting in high-dimensional data, Statistics and Computing 9; Bryant and Lempert 2010, Thinking inside the box, Technological
 * Forecasting and Social Change 77). From all cases the peel is taken that gains most density per case lost (Kwakkel and
 * Jaxa-Rozen 2016, Improving scenario discovery for handling heterogeneous uncertainties and multinomial classified outcomes,
 * Environmental Modelling and Software 79; with numbers only it is Friedman and Fisher's), until few are left; then the box of
 * the path with the largest harmonic mean of coverage and density is widened again where density does not fall. The next box
 * is sought in what the first leaves.
 *
 * @param alpha share of the cases in the box that a peel takes, above 0 and below 0.5
 * @param mass share of all cases below which no box is peeled
 * @param boxes at most so many, at least 1
 */
public record Prim(double alpha, double mass, int boxes) {
    public Prim {
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha (" + alpha + ") must be above 0 and below 0.5");
        }
        if (!(mass > 0 && mass < 1)) {
            throw new IllegalArgumentException("mass (" + mass + ") must be above 0 and below 1");
        }
        if (boxes < 1) {
            throw new IllegalArgumentException("boxes (" + boxes + ") must be at least 1");
        }
    }

    /**
     * A step of a peeling path.
     *
     * @param coverage share of all of the outcome that lies in the box
     * @param density mean of the outcome in the box
     * @param mass share of all cases in the box
     * @param limited how many factors have a limit
     */
    public record Step(double coverage, double density, double mass, int limited) {}

    /**
     * A limit of a box.
     *
     * @param low lower end, halfway between the last case outside and the first inside; infinite where there is none
     * @param words those allowed; empty for a factor with numbers
     * @param quasi probability of as much of the outcome as in the box, were its density that of the box without this limit
     */
    public record Limit(String factor, double low, double high, List<String> words, double quasi) {}

    /**
     * A box that was found.
     *
     * @param path from all cases left by earlier boxes to the smallest box
     * @param chosen which step of the path was taken
     * @param step the box after widening
     */
    public record Found(List<Limit> limits, Step step, int cases, List<Step> path, int chosen) {}

    private record Peel(Box box, int kept, double sum) {
        double density() {
            return sum / kept;
        }
    }

    /** Finds the boxes, the first the one found in all cases. */
    public List<Found> find(Cases cases) {
        List<Found> found = new ArrayList<>();
        boolean[] left = new boolean[cases.count()];
        Arrays.fill(left, true);
        double overall = cases.total() / cases.count();
        for (int b = 0; b < boxes; b++) {
            Peel all = measured(cases, left, Box.whole(cases));
            if (all.sum == 0 || all.kept <= mass * cases.count()) {
                break;
            }
            List<Peel> path = peeled(cases, left, all);
            int chosen = 0;
            for (int s = 1; s < path.size(); s++) {
                chosen = balance(cases, path.get(s)) > balance(cases, path.get(chosen)) ? s : chosen;
            }
            Peel box = widened(cases, left, path.get(chosen));
            if (box.box.limited().isEmpty() || b > 0 && box.density() <= overall) {
                break;
            }
            found.add(new Found(
                    limits(cases, left, box),
                    step(cases, box),
                    box.kept,
                    path.stream().map(peel -> step(cases, peel)).toList(),
                    chosen));
            for (int i = 0; i < left.length; i++) {
                left[i] &= !box.box.holds(i);
            }
        }
        return found;
    }

    private static Step step(Cases cases, Peel peel) {
        return new Step(
                peel.sum / cases.total(),
                peel.density(),
                (double) peel.kept / cases.count(),
                peel.box.limited().size());
    }

    private static double balance(Cases cases, Peel peel) {
        double coverage = peel.sum / cases.total();
        return peel.sum == 0 ? 0 : 2 * coverage * peel.density() / (coverage + peel.density());
    }

    private static Peel measured(Cases cases, boolean[] left, Box box) {
        int kept = 0;
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            if (left[i] && box.holds(i)) {
                kept++;
                sum += cases.share(i);
            }
        }
        return new Peel(box, kept, sum);
    }

    private List<Peel> peeled(Cases cases, boolean[] left, Peel all) {
        List<Peel> path = new ArrayList<>(List.of(all));
        Peel now = all;
        while (now.density() < 1) {
            Peel best = null;
            double most = Double.NEGATIVE_INFINITY;
            for (Peel peel : candidates(cases, left, now)) {
                double gain = (peel.density() - now.density()) / (now.kept - peel.kept);
                if (peel.kept >= mass * cases.count() && gain > most) {
                    most = gain;
                    best = peel;
                }
            }
            if (best == null) {
                break;
            }
            now = best;
            path.add(now);
        }
        return path;
    }

    private List<Peel> candidates(Cases cases, boolean[] left, Peel now) {
        int[] inside = new int[now.kept];
        int n = 0;
        for (int i = 0; i < left.length; i++) {
            if (left[i] && now.box.holds(i)) {
                inside[n++] = i;
            }
        }
        List<Peel> peels = new ArrayList<>();
        for (int f = 0; f < cases.factors().size(); f++) {
            int factor = f;
            if (cases.words(f) > 0) {
                for (int code = 0; code < cases.words(f); code++) {
                    if (now.box.allows(f, code)) {
                        add(peels, cases, inside, now.box.withWord(f, code, false), f);
                    }
                }
                continue;
            }
            double[] sorted = Arrays.stream(inside)
                    .mapToDouble(i -> cases.value(i, factor))
                    .sorted()
                    .toArray();
            int take = Math.max(1, (int) (alpha * n));
            int from = take;
            while (from < n
                    && sorted[from] == sorted[from - 1]) { // equal values stay together: outside if they start there
                from++;
            }
            int back = take;
            while (back > 0 && back < n && sorted[back] == sorted[back - 1]) { // or inside, if something still goes
                back--;
            }
            from = back > 0 ? back : from;
            if (from < n) {
                add(peels, cases, inside, now.box.withLow(f, middle(sorted[from - 1], sorted[from])), f);
            }
            int to = n - 1 - take;
            while (to >= 0 && sorted[to] == sorted[to + 1]) {
                to--;
            }
            int forth = n - 1 - take;
            while (forth >= 0 && forth < n - 1 && sorted[forth] == sorted[forth + 1]) {
                forth++;
            }
            to = forth < n - 1 ? forth : to;
            if (to >= 0) {
                add(peels, cases, inside, now.box.withHigh(f, middle(sorted[to], sorted[to + 1])), f);
            }
        }
        return peels;
    }

    private static double middle(double below, double above) {
        return below + (above - below) / 2;
    }

    private static void add(List<Peel> peels, Cases cases, int[] inside, Box box, int factor) {
        int kept = 0;
        double sum = 0;
        for (int i : inside) {
            if (box.holds(i, factor)) {
                kept++;
                sum += cases.share(i);
            }
        }
        if (kept > 0 && kept < inside.length) {
            peels.add(new Peel(box, kept, sum));
        }
    }

    /** Moves limits out while density does not fall, the way that ends densest first; of equal ones the larger. */
    private Peel widened(Cases cases, boolean[] left, Peel chosen) {
        Peel now = chosen;
        for (boolean more = true; more; ) {
            Peel best = now;
            for (Peel wider : wider(cases, left, now)) {
                if (wider.kept > now.kept
                        && (best == now
                                ? wider.density() >= now.density()
                                : wider.density() > best.density()
                                        || wider.density() == best.density() && wider.kept > best.kept)) {
                    best = wider;
                }
            }
            more = best != now;
            now = best;
        }
        return now;
    }

    private List<Peel> wider(Cases cases, boolean[] left, Peel now) {
        List<Peel> peels = new ArrayList<>();
        int take = Math.max(1, (int) (alpha * now.kept));
        for (int f : now.box.limited()) {
            for (int code = 0; code < cases.words(f); code++) {
                if (!now.box.allows(f, code)) {
                    peels.add(measured(cases, left, now.box.withWord(f, code, true)));
                }
            }
            if (cases.words(f) > 0) {
                continue;
            }
            Box free = now.box.free(f);
            double low = now.box.low(f);
            double high = now.box.high(f);
            List<Double> below = new ArrayList<>();
            List<Double> above = new ArrayList<>();
            for (int i = 0; i < left.length; i++) {
                if (left[i] && free.holds(i)) {
                    double value = cases.value(i, f);
                    if (value < low) {
                        below.add(value);
                    } else if (value > high) {
                        above.add(value);
                    }
                }
            }
            below.sort(Comparator.reverseOrder());
            above.sort(Comparator.naturalOrder());
            if (low > Double.NEGATIVE_INFINITY) {
                double end = end(below, take);
                peels.add(
                        measured(cases, left, now.box.withLow(f, Double.isNaN(end) ? Double.NEGATIVE_INFINITY : end)));
            }
            if (high < Double.POSITIVE_INFINITY) {
                double end = end(above, take);
                peels.add(
                        measured(cases, left, now.box.withHigh(f, Double.isNaN(end) ? Double.POSITIVE_INFINITY : end)));
            }
        }
        return peels;
    }

    /** The middle between the last value taken in and the next one that differs; NaN if all are taken in. */
    private static double end(List<Double> outward, int take) {
        for (int i = take; i < outward.size(); i++) {
            if (!outward.get(i).equals(outward.get(i - 1))) {
                return middle(outward.get(i - 1), outward.get(i));
            }
        }
        return Double.NaN;
    }

    private static List<Limit> limits(Cases cases, boolean[] left, Peel peel) {
        List<Limit> limits = new ArrayList<>();
        for (int f : peel.box.limited()) {
            Peel without = measured(cases, left, peel.box.free(f));
            int hits = (int) Math.ceil(peel.sum - 1e-9);
            double quasi = hits == 0
                    ? 1
                    : 1
                            - new BinomialDistribution(null, peel.kept, Math.min(1, without.density()))
                                    .cumulativeProbability(hits - 1);
            limits.add(new Limit(
                    cases.factors().get(f),
                    peel.box.low(f),
                    peel.box.high(f),
                    cases.words(f) > 0 ? peel.box.words(f) : List.of(),
                    Math.max(0, quasi)));
        }
        return limits;
    }
}
