package org.lode.sim.hypothesis;

import java.util.List;
import java.util.Optional;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Min;
import org.lode.sim.config.Unit;

/**
 * How much of what a course brought is left years after it was given up: (reversed - never) / (continued - never), of the share
 * of refining outside the dominant supplier. 1 if all stays, 0 if nothing does.
 *
 * @param reversal years after the start at which the reversed arm gives up
 * @param after years from then on until the share is read
 */
public record Persistence(
        @Doc("when the reversed arm gives up, after the start") @In(Unit.YEARS) @Min(0) double reversal,

        @Doc("from then until the share is read") @In(Unit.YEARS) @Min(0) double after)
        implements Measure {
    private static final int NEVER = 0;
    private static final int CONTINUED = 1;
    private static final int REVERSED = 2;

    @Override
    public void check(List<String> arms) {
        Arms.require(arms, List.of("never", "continued", "reversed"));
    }

    @Override
    public List<String> quantities() {
        return List.of("share", "shareAtReversal");
    }

    @Override
    public void observe(RunSeries run, double[] into) {
        into[0] = run.outsideShare(Math.max(0, run.round("reversal and after", reversal + after) - 1), false);
        into[1] = run.outsideShare(Math.max(0, run.round("reversal", reversal) - 1), false);
    }

    private static double gain(Cells cells, int arm) {
        return cells.mean(arm, 0) - cells.mean(NEVER, 0);
    }

    @Override
    public String effectName() {
        return "share of the diversification that is left after the reversal";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public double effect(Cells cells) {
        return gain(cells, REVERSED) / gain(cells, CONTINUED);
    }

    @Override
    public Optional<Premise> premise() {
        return Optional.of(new Premise(
                new Figure("share gained where the course goes on", "share", cells -> gain(cells, CONTINUED)), false));
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure("share outside, never", "share", cells -> cells.mean(NEVER, 0)),
                new Figure("share outside, continued", "share", cells -> cells.mean(CONTINUED, 0)),
                new Figure("share outside, reversed", "share", cells -> cells.mean(REVERSED, 0)),
                new Figure(
                        "share gained at the reversal",
                        "share",
                        cells -> cells.mean(CONTINUED, 1) - cells.mean(NEVER, 1)));
    }
}
