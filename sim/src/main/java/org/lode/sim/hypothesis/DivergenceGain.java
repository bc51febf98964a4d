package org.lode.sim.hypothesis;

import java.util.List;
import java.util.Optional;
import org.lode.sim.config.Above;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Unit;

/**
 * What the dominant supplier gains if the others are split rather than united, and whether that lasts: its gain in the later
 * years over its gain in the first ones.
 *
 * @param early years of the first period, from the start
 * @param late years at which the second period ends, which follows the first
 */
public record DivergenceGain(
        @Doc("end of the first period, after the start") @In(Unit.YEARS) @Above(0)
        double early,

        @Doc("end of the second period, after the start") @In(Unit.YEARS) @Above(0)
        double late)
        implements Measure {
    private static final int UNITED = 0;
    private static final int SPLIT = 1;

    public DivergenceGain {
        if (!(early < late)) {
            throw new IllegalArgumentException("early (" + early + ") must be below late (" + late + ")");
        }
    }

    @Override
    public void check(List<String> arms) {
        Arms.require(arms, List.of("united", "split"));
    }

    @Override
    public List<String> quantities() {
        return List.of("early", "late");
    }

    @Override
    public void observe(RunSeries run, double[] into) {
        int middle = run.round("early", early);
        into[0] = mean(run, 0, middle);
        into[1] = mean(run, middle, run.round("late", late));
    }

    private static double mean(RunSeries run, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += run.dominantPayoff(t);
        }
        return sum / (to - from);
    }

    private static double gain(Cells cells, int period) {
        return cells.mean(SPLIT, period) - cells.mean(UNITED, period);
    }

    @Override
    public String effectName() {
        return "gain of the dominant supplier in the later years over that in the first";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public double effect(Cells cells) {
        return gain(cells, 1) / gain(cells, 0);
    }

    @Override
    public Optional<Premise> premise() {
        return Optional.of(
                new Premise(new Figure("gain in the first years", "USD bn/yr", cells -> gain(cells, 0)), true));
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure("gain in the later years", "USD bn/yr", cells -> gain(cells, 1)));
    }
}
