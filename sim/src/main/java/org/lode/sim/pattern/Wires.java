package org.lode.sim.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lode.sim.config.Doc;

/**
 * Whether what is connected moves something: each wire at two levels, on the same chance, and what it must move in the last round.
 *
 * @param wires by id of the figure
 */
public record Wires(
        @Doc("two levels of each wire, and what it must move")
        Map<String, Wire> wires) implements Pattern {

    /** What is read off the last round. */
    enum Quantity {
        /** Adoption of the hegemon's and the plural track together. */
        WESTERN_ADOPTION,
        /** Adoption of the dominant supplier's track. */
        HOME_ADOPTION,
        /** Share of the most adopted track in the adoption of all three. */
        LARGEST_TRACK,
        /** Share refined outside China, mean over minerals. */
        REFINED_OUTSIDE
    }

    /**
     * One wire.
     *
     * @param low its lower level
     * @param high its upper level
     * @param moves what is compared, the upper less the lower
     */
    record Wire(
            @Doc("lower level") Change low,
            @Doc("upper level") Change high,

            @Doc("what is compared, upper less lower") Quantity moves) {}

    @Override
    public List<String> figures() {
        return List.copyOf(wires.keySet());
    }

    @Override
    public List<Figure> measure(Bench bench) {
        List<Figure> figures = new ArrayList<>();
        wires.forEach((id, wire) -> {
            Optional<String> missing =
                    wire.low().missing(bench.tree()).or(() -> wire.high().missing(bench.tree()));
            figures.add(missing.isPresent() ? Figure.absent(id, missing.get()) : difference(bench, id, wire));
        });
        return figures;
    }

    private static Figure difference(Bench bench, String id, Wire wire) {
        int n = bench.size().pairs();
        List<Played> low = bench.runs(wire.low(), n);
        List<Played> high = bench.runs(wire.high(), n);
        double[] gains = new double[n];
        for (int r = 0; r < n; r++) {
            gains[r] = read(high.get(r), wire.moves()) - read(low.get(r), wire.moves());
        }
        return Figure.of(id, bench.estimator().mean("wire " + id, gains));
    }

    private static double read(Played run, Quantity quantity) {
        double[] adoption = run.adoption();
        return switch (quantity) {
            case WESTERN_ADOPTION -> run.west();
            case HOME_ADOPTION -> adoption[2];
            case LARGEST_TRACK -> {
                double all = run.west() + adoption[2];
                double most = Math.max(adoption[2], Math.max(adoption[0], adoption[1]));
                yield all > 0 ? most / all : 0;
            }
            case REFINED_OUTSIDE -> {
                double sum = 0;
                for (double[] refined : run.refined()) {
                    sum += 1 - refined[refined.length - 1];
                }
                yield sum / run.refined().length;
            }
        };
    }
}
