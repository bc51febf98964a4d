package org.lode.sim.replication;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.Above;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Min;
import org.lode.sim.lockin.Estimator;
import org.lode.sim.lockin.Hysteresis;
import org.lode.sim.lockin.Laboratory;
import org.lode.sim.run.Progress;
import org.lode.sim.world.EntryExit;

/**
 * Entry and exit under uncertainty (Dixit 1989): the two triggers by which the model's capacity enters and leaves, and the loop
 * that a firm with them makes when its price is ramped, as the metric of hysteresis sees it.
 *
 * @param cost w, unit cost of running
 * @param entry k, sunk cost of entry
 * @param exit l, cost of exit
 * @param rate r, per year
 * @param drift mu, per year
 * @param sigma per square root of a year
 * @param calm sigma at which uncertainty is about nothing
 * @param steps rounds of each way of the ramps, ascending
 */
public record EntryBand(
        @Doc("w, unit cost of running") @Above(0) double cost,
        @Doc("k, sunk cost of entry") @Above(0) double entry,
        @Doc("l, cost of exit") @Min(0) double exit,
        @Doc("r, per year") @Above(0) double rate,
        @Doc("mu, per year") double drift,
        @Doc("sigma, per square root of a year") @Above(0) double sigma,

        @Doc("sigma at which there is about no uncertainty") @Above(0)
        double calm,

        @Doc("rounds of each way of the ramps") List<Integer> steps)
        implements Replication {
    public EntryBand {
        steps = List.copyOf(steps);
    }

    @Override
    public Map<String, DoubleSupplier> figures(Path folder) {
        var triggers = Figures.once(() -> EntryExit.solve(cost, entry, exit, rate, drift, sigma));
        var certain = Figures.once(() -> EntryExit.solve(cost, entry, exit, rate, drift, calm));
        return new Figures()
                .add("enter", () -> triggers.get().high())
                .add("leave", () -> triggers.get().low())
                .add("enter-calm", () -> certain.get().high())
                .add("leave-calm", () -> certain.get().low())
                .add("loop", () -> loop(triggers.get()))
                .all();
    }

    /** Width of the loop at rest of a firm that is in or out, its price ramped from half the exit price to twice the cost. */
    private double loop(EntryExit triggers) {
        var firm = new LawProcess(
                "running",
                0,
                0,
                (running, chance, price) -> price >= triggers.high() ? 1 : price < triggers.low() ? 0 : running,
                running -> 0,
                List.of(new LawProcess.Ramp("price", triggers.low() / 2, 2 * cost, "running", "USD/kg")));
        var estimator = new Estimator(0.95, 1, new Streams(0, Streams.COMMON, 0));
        var laboratory = new Laboratory(firm, new Laboratory.Scope(1, 1, 1), 1, estimator, Progress.NONE);
        return new Hysteresis(steps)
                .measure(laboratory).stream()
                        .filter(finding -> finding.measure().equals("widthAtRest"))
                        .mapToDouble(finding -> finding.estimate().value())
                        .findFirst()
                        .orElse(Double.NaN);
    }
}
