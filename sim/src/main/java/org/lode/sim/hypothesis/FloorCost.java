package org.lode.sim.hypothesis;

import java.util.ArrayList;
import java.util.List;
import org.lode.games.format.Numbers;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Min;
import org.lode.sim.config.Unit;

/**
 * What a full floor costs and what it buys: spending outside the dominant supplier on the minerals that have a floor, over the
 * same tonnes at base prices, with every floor at a multiple of its configured value, against none. The multiples at which
 * the rise reaches two bounds are interpolated between arms.
 *
 * @param multiples of the floors, one for each arm in turn: 0 first, ascending, 1 among them
 * @param from years after the start from which cost is averaged
 * @param to years after the start, exclusive, at which capacity and share are read
 * @param low rise whose multiple is sought
 * @param high rise whose multiple is sought
 */
public record FloorCost(
        @Doc("multiples of the floors, by arm") List<Double> multiples,

        @Doc("window's start, after the scenario's") @In(Unit.YEARS) @Min(0) double from,

        @Doc("window's end, exclusive") @In(Unit.YEARS) @Min(0) double to,

        @Doc("rise of cost whose multiple is sought") @In(Unit.SHARE) @Min(0) double low,

        @Doc("rise of cost whose multiple is sought") @In(Unit.SHARE) @Min(0) double high)
        implements Measure {
    private static final int COST = 0;
    private static final int COST_ALL = 1;
    private static final int SHARE = 2;
    private static final int CAPACITY = 3;

    public FloorCost {
        multiples = List.copyOf(multiples);
        boolean ascending = multiples.size() > 1 && multiples.get(0) == 0 && multiples.contains(1.0);
        for (int k = 1; k < multiples.size(); k++) {
            ascending &= multiples.get(k - 1) < multiples.get(k);
        }
        if (!ascending) {
            throw new IllegalArgumentException(
                    "multiples (" + multiples + ") must begin with 0, ascend, and have 1 among them");
        }
        if (!(from < to)) {
            throw new IllegalArgumentException("from (" + from + ") must be below to (" + to + ")");
        }
    }

    @Override
    public void check(List<String> arms) {
        if (arms.size() != multiples.size()) {
            throw new IllegalArgumentException(
                    "arms (" + arms.size() + ") must be as many as multiples (" + multiples.size() + ")");
        }
    }

    @Override
    public List<String> quantities() {
        return List.of("cost", "costOfAll", "shareOutside", "capacityOutside");
    }

    @Override
    public void observe(RunSeries run, double[] into) {
        int first = run.round("from", from);
        int end = run.round("to", to);
        into[COST] = 0;
        into[COST_ALL] = 0;
        for (int t = first; t < end; t++) {
            into[COST] += run.chainCost(t, true) / (end - first);
            into[COST_ALL] += run.chainCost(t, false) / (end - first);
        }
        into[SHARE] = run.outsideShare(end - 1, true);
        into[CAPACITY] = run.outsideCapacity(end - 1);
    }

    private static double rise(Cells cells, int arm, int quantity) {
        return cells.mean(arm, quantity) / cells.mean(0, quantity) - 1;
    }

    private static double difference(Cells cells, int arm) {
        return cells.mean(arm, SHARE) - cells.mean(0, SHARE);
    }

    /** The arm's number, with a fraction, at which the rise first reaches a bound; NaN if it does not. */
    private double place(Cells cells, double bound) {
        double before = 0;
        for (int k = 1; k < multiples.size(); k++) {
            double now = rise(cells, k, COST);
            if (now >= bound) {
                return k - 1 + (bound - before) / (now - before);
            }
            before = now;
        }
        return Double.NaN;
    }

    private double multiple(Cells cells, double bound) {
        double place = place(cells, bound);
        if (Double.isNaN(place)) {
            return Double.NaN;
        }
        int below = Math.min((int) place, multiples.size() - 2);
        return multiples.get(below) + (place - below) * (multiples.get(below + 1) - multiples.get(below));
    }

    @Override
    public String effectName() {
        return "rise of chain cost under a full floor, minerals with floors";
    }

    @Override
    public String unit() {
        return "share";
    }

    @Override
    public double effect(Cells cells) {
        return rise(cells, multiples.indexOf(1.0), COST);
    }

    @Override
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (double bound : new double[] {low, high}) {
            String at = " at a rise of " + Numbers.text(bound);
            figures.add(new Figure("floor multiple" + at, "1", cells -> multiple(cells, bound)));
            figures.add(new Figure("share outside gained" + at, "share", cells -> between(cells, bound, SHARE)));
            figures.add(new Figure("capacity outside gained" + at, "share", cells -> between(cells, bound, CAPACITY)));
        }
        int one = multiples.indexOf(1.0);
        figures.add(new Figure("share outside gained at multiple 1", "share", cells -> difference(cells, one)));
        figures.add(new Figure("capacity outside gained at multiple 1", "share", cells -> rise(cells, one, CAPACITY)));
        figures.add(
                new Figure("rise of cost at multiple 1, all minerals", "share", cells -> rise(cells, one, COST_ALL)));
        for (int k = 1; k < multiples.size(); k++) {
            int arm = k;
            figures.add(new Figure(
                    "rise of cost at multiple " + Numbers.text(multiples.get(k)),
                    "share",
                    cells -> rise(cells, arm, COST)));
        }
        return figures;
    }

    /** What the floor buys at the multiple that raises cost so much, between arms in a straight line. */
    private double between(Cells cells, double bound, int quantity) {
        double place = place(cells, bound);
        if (Double.isNaN(place)) {
            return Double.NaN;
        }
        int below = Math.min((int) place, multiples.size() - 2);
        double lower = quantity == SHARE ? difference(cells, below) : rise(cells, below, quantity);
        double upper = quantity == SHARE ? difference(cells, below + 1) : rise(cells, below + 1, quantity);
        return lower + (place - below) * (upper - lower);
    }
}
