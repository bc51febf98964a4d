package org.lode.sim.hypothesis;

import java.util.List;
import java.util.Optional;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Kind;
import org.lode.sim.config.Min;
import org.lode.sim.config.Unit;

/**
 * A hypothesis as written.
 *
 * @param id such as H3
 * @param name two or three words
 * @param claim one sentence
 * @param source who says so
 * @param scenario a file, relative to this one
 * @param set {@code KEY=VALUE} changes of the scenario, for all arms
 * @param floored minerals on which floors are meant; those of the hypotheses that speak of floors
 * @param arms what is compared
 */
@Kind("hypothesis")
public record HypothesisData(
        @Doc("such as H3") String id,
        @Doc("in two or three words") String name,
        @Doc("in one sentence") String claim,

        @Doc("who says so, and how it was made an experiment")
        String source,

        @Doc("scenario's file, relative to this one") String scenario,

        @Doc("KEY=VALUE changes of the scenario, for all arms, after any draw") @Default("[]")
        List<String> set,

        @Doc("minerals on which floors are meant") @Default("[]")
        List<String> floored,

        @Doc("what is compared, on the same chance and draws")
        List<Arm> arms,

        @Doc("what is read off the runs") Measure measure,
        @Doc("effects for which the claim holds") Decision decision,
        @Doc("runs of --quick") Size quick,
        @Doc("runs otherwise") Size full) {
    public HypothesisData {
        set = List.copyOf(set);
        floored = List.copyOf(floored);
        arms = List.copyOf(arms);
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("id (" + id + ") must be letters, digits and dashes");
        }
        List<String> ids = arms.stream().map(Arm::id).toList();
        if (ids.isEmpty() || ids.stream().distinct().count() < ids.size()) {
            throw new IllegalArgumentException("arms (" + String.join(", ", ids) + ") must be at least one, each once");
        }
        measure.check(ids);
    }

    /**
     * One way the world goes.
     *
     * @param set {@code KEY=VALUE} changes of the scenario, after any draw
     * @param multiply numbers to scale, after {@code set}
     */
    public record Arm(
            @Doc("the measure's name for it") String id,

            @Doc("KEY=VALUE changes of the scenario, after any draw") @Default("[]")
            List<String> set,

            @Doc("numbers to scale, after set") @Default("[]")
            List<Scaling> multiply) {
        public Arm {
            set = List.copyOf(set);
            multiply = List.copyOf(multiply);
        }
    }

    /**
     * Scales every number at or below a path.
     *
     * @param path of a number or a block of numbers
     * @param by factor
     */
    public record Scaling(
            @Doc("a number or a block of numbers") String path,
            @Doc("factor") @Min(0) double by) {}

    /**
     * For which effects the claim holds: those above the one bound and below the other.
     *
     * @param above lower bound, if there is one
     * @param below upper bound, if there is one
     */
    public record Decision(
            @Doc("the claim holds above this") @In(Unit.ONE) Optional<Double> above,
            @Doc("and below this") @In(Unit.ONE) Optional<Double> below) {
        public Decision {
            if (above.isEmpty() && below.isEmpty()) {
                throw new IllegalArgumentException("decision must have a bound: above, below or both");
            }
            if (above.isPresent() && below.isPresent() && !(above.get() < below.get())) {
                throw new IllegalArgumentException(
                        "above (" + above.get() + ") must be less than below (" + below.get() + ")");
            }
        }

        double low() {
            return above.orElse(Double.NEGATIVE_INFINITY);
        }

        double high() {
            return below.orElse(Double.POSITIVE_INFINITY);
        }

        /** Whether the claim holds for an effect; not for NaN. */
        public boolean holds(double effect) {
            return effect > low() && effect < high();
        }
    }

    /**
     * How many runs.
     *
     * @param draws of the parameters
     * @param seedsPerDraw runs of each draw and arm
     * @param seeds runs of each arm with the parameters as configured
     */
    public record Size(
            @Doc("draws of the parameters") @Min(0) int draws,
            @Doc("runs of each draw and arm") @Min(1) int seedsPerDraw,

            @Doc("runs of each arm with the parameters as configured") @Min(1) int seeds) {}
}
