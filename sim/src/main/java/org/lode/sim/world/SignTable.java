package org.lode.sim.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lode.sim.config.Above;
import org.lode.sim.config.Binder;
import org.lode.sim.config.Default;
import org.lode.sim.config.Kind;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Min;
import org.lode.sim.config.Provenance;
import org.lode.sim.config.Raw;

/**
 * What an instrument or a parameter must move, and in which direction; set down before anything was tuned.
 *
 * @param scenario the scenario's file, relative to this one
 */
@Kind("signs")
record SignTable(String scenario, List<InstrumentRow> instruments, List<ParameterRow> parameters) {
    enum Sign {
        UP,
        DOWN
    }

    /** What is read off the world. */
    enum Quantity {
        POOL_PRICE,
        HOME_PRICE,
        USER_PRICE,
        BORDER_REVENUE,
        OUTLAY,
        ROYALTY,
        FROM_DOMINANT,
        POOL_PURCHASE,
        DEMAND,
        CAPACITY,
        POOL_CAPACITY,
        POOL_STANDING,
        STOCK,
        CONTRACTED,
        ORE_TO_DOMINANT,
        ORE_TO_POOL,
        ORE_KEPT,
        COMMITMENT,
        ADOPTION,
        HOSTILITY,
        TRUST,
        HAZARD,
        EXPOSURE,
        COMPONENT,
        RULE_POWER_HOME,
        RULE_POWER_WEST
    }

    /** Where to look: actor, other actor, club, mineral or component, where the quantity has one. */
    record Measured(
            Quantity quantity,
            Optional<String> of,
            Optional<String> toward,
            Optional<String> club,
            Optional<String> mineral,
            Optional<String> component) {}

    /**
     * One instrument alone: everybody neutral but for {@code given}, then the same with the instrument set.
     *
     * @param setting as in a strategy
     * @param given what must stand for the instrument to mean anything, by actor; the same in both runs
     */
    record InstrumentRow(
            String id,
            String instrument,
            String actor,
            Raw setting,
            @Default("{}") Map<String, Raw> given,
            @Min(0) @Default("1") int rounds,
            Measured measured,
            Sign sign,
            String why) {
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Parameters times a factor, the course held: what {@code given} says, or the scenario's start.
     *
     * @param paths dotted paths, * for any one segment
     */
    record ParameterRow(
            String id,
            List<String> paths,
            @Above(0) double factor,
            @Default("{}") Map<String, Raw> given,
            @Min(0) @Default("1") int rounds,
            Measured measured,
            Sign sign,
            String why) {
        @Override
        public String toString() {
            return id;
        }
    }

    /** Checks a file of signs on its own; it holds no parameters, so the list of them is empty. */
    static Provenance check(MapNode tree) {
        return new Binder().bind(tree, SignTable.class).provenance();
    }
}
