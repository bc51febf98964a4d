package org.lode.sim.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lode.sim.analysis.Decimals;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Min;
import org.lode.sim.lockin.Estimate;
import org.lode.sim.lockin.Finding;
import org.lode.sim.lockin.Laboratory;
import org.lode.sim.lockin.ModelProcess;
import org.lode.sim.lockin.Reversal;
import org.lode.sim.lockin.ReversalTest;
import org.lode.sim.world.ScenarioReader.Loaded;

/**
 * Whether feedbacks can lock a path in: the index of the reversal test with all feedbacks cut, at their sourced values and at twice
 * these, and whether the race of rules has a boundary.
 *
 * @param zero the change that cuts all feedbacks and makes the world memoryless
 * @param half all feedbacks at 1
 * @param full all feedbacks at 2
 * @param inertia the zero world with the costs of moving kept, whose index is printed
 * @param reversal that is forced
 * @param round at which histories are forked
 * @param forced rounds of forcing
 * @param after rounds from its end to the judgement
 * @param conversion first axis of the phase diagram
 * @param pace second axis
 */
public record LockIn(
        @Doc("the change that cuts all feedbacks") Change zero,
        @Doc("all feedbacks at 1") Change half,
        @Doc("all feedbacks at 2") Change full,

        @Doc("the zero world with the costs of moving kept") Change inertia,

        @Doc("reversal that is forced") String reversal,

        @Doc("round at which histories are forked") @Min(1) int round,

        @Doc("rounds of forcing") @Min(1) int forced,

        @Doc("rounds from its end to the judgement") @Min(1) int after,

        @Doc("first axis of the phase diagram") Axis conversion,
        @Doc("second axis of the phase diagram") Axis pace)
        implements Pattern {
    private static final double LOCKED = 0.8;

    @Override
    public List<String> figures() {
        return List.of("chance-zero", "chance-full", "zero", "rise", "boundary-conversion", "boundary-pace");
    }

    private record Index(Estimate chance, Estimate index) {}

    @Override
    public List<Figure> measure(Bench bench) {
        List<Figure> figures = new ArrayList<>();
        Optional<String> missing =
                zero.missing(bench.tree()).or(() -> half.missing(bench.tree())).or(() -> full.missing(bench.tree()));
        if (missing.isPresent()) {
            figures().stream()
                    .filter(id -> !id.startsWith("boundary"))
                    .forEach(id -> figures.add(Figure.absent(id, missing.get())));
        } else {
            Index low = index(bench, zero);
            Index middle = index(bench, half);
            Index high = index(bench, full);
            if (inertia.missing(bench.tree()).isEmpty()) {
                Estimate alone = index(bench, inertia).index();
                bench.note("lock-in: costs of moving alone give an index of " + Decimals.three(alone.value())
                        + ", which is inertia");
            }
            boolean twice = high.index().value() >= middle.index().value();
            figures.add(Figure.of("chance-zero", low.chance()));
            figures.add(Figure.of("chance-full", high.chance()));
            figures.add(Figure.of("zero", low.index()));
            figures.add(Figure.of("rise", less((twice ? high : middle).index(), low.index())));
        }
        PhaseBoundary boundary = PhaseBoundary.of(bench, conversion, pace);
        int n = bench.size().cell();
        figures.add(Figure.count("boundary-conversion", boundary.first(), n));
        figures.add(Figure.count("boundary-pace", boundary.second(), n));
        return figures;
    }

    private Index index(Bench bench, Change change) {
        Loaded loaded = bench.load(change);
        var process = new ModelProcess(loaded, bench.file(), Reversal.usual(loaded.scenario()), List.of());
        int histories = bench.size().histories();
        var laboratory = new Laboratory(
                process,
                new Laboratory.Scope(loaded.scenario().rounds(), histories, histories),
                bench.threads(),
                bench.estimator(),
                done -> {});
        List<Finding> findings = new ReversalTest(
                        List.of(round), forced, after, bench.size().forks(), LOCKED, List.of(), "")
                .measure(laboratory);
        String subject = process.aspects().get(0).name() + " " + reversal;
        return new Index(find(findings, "P0", subject), find(findings, "L", subject));
    }

    private static Estimate find(List<Finding> findings, String measure, String subject) {
        return findings.stream()
                .filter(finding ->
                        finding.measure().equals(measure) && finding.subject().equals(subject))
                .findFirst()
                .map(Finding::estimate)
                .orElseThrow(
                        () -> new IllegalArgumentException("reversal (" + subject + ") must be one of the scenario's"));
    }

    /** A difference of two estimates taken as independent, which is wide where they are pairs. */
    static Estimate less(Estimate one, Estimate other) {
        double value = one.value() - other.value();
        double down = StrictMath.sqrt(square(one.value() - one.low()) + square(other.high() - other.value()));
        double up = StrictMath.sqrt(square(one.high() - one.value()) + square(other.value() - other.low()));
        return new Estimate(value, value - down, value + up, Math.min(one.n(), other.n()), "bootstrap");
    }

    private static double square(double x) {
        return x * x;
    }
}
