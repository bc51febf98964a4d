package org.lode.sim.hypothesis;

import java.util.List;
import java.util.Optional;
import org.lode.sim.config.Above;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Unit;

/**
 * Whether a floor matters more for capacity where the dominant supplier keeps prices low: the interaction, in log points of
 * refining capacity outside it after some years, (floor and low - low alone) - (floor alone - neither). Counts the minerals that
 * have a floor.
 *
 * @param years after the start at which capacity is read
 * @param stagnant growth a year below which capacity counts as stagnant, where prices are low and there is no floor
 */
public record FloorUnderLowPrices(
        @Doc("after the start") @In(Unit.YEARS) @Above(0) double years,

        @Doc("growth below which capacity counts as stagnant") @In(Unit.PER_YEAR) @Above(0)
        double stagnant)
        implements Measure {
    private static final int BOTH = 0;
    private static final int FLOOR = 1;
    private static final int LOW = 2;
    private static final int NEITHER = 3;
    /** Capacity that is gone counts as this share of what there was, so that its logarithm exists. */
    private static final double GONE = 1e-3;

    @Override
    public void check(List<String> arms) {
        Arms.require(arms, List.of("both", "floor", "low", "neither"));
    }

    @Override
    public List<String> quantities() {
        return List.of("logGrowth");
    }

    @Override
    public void observe(RunSeries run, double[] into) {
        double base = run.outsideCapacity(0);
        double then = run.outsideCapacity(Math.max(0, run.round("years", years) - 1));
        if (!(base > 0)) {
            throw new IllegalArgumentException("no refining capacity outside the dominant supplier at base");
        }
        into[0] = StrictMath.log(Math.max(GONE, then / base));
    }

    @Override
    public String effectName() {
        return "floor x low price on log capacity outside the dominant supplier";
    }

    @Override
    public String unit() {
        return "log points";
    }

    @Override
    public double effect(Cells cells) {
        return cells.mean(BOTH, 0) - cells.mean(LOW, 0) - (cells.mean(FLOOR, 0) - cells.mean(NEITHER, 0));
    }

    private double growth(Cells cells, int arm) {
        return StrictMath.expm1(cells.mean(arm, 0) / years);
    }

    @Override
    public Optional<Premise> premise() {
        return Optional.of(new Premise(
                new Figure(
                        "stagnation bound less growth at low prices without a floor",
                        "1/yr",
                        cells -> stagnant - growth(cells, LOW)),
                true));
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure("growth, floor and low prices", "1/yr", cells -> growth(cells, BOTH)),
                new Figure("growth, floor alone", "1/yr", cells -> growth(cells, FLOOR)),
                new Figure("growth, low prices alone", "1/yr", cells -> growth(cells, LOW)),
                new Figure("growth, neither", "1/yr", cells -> growth(cells, NEITHER)));
    }
}
