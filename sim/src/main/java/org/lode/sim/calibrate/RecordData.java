package org.lode.sim.calibrate;

import static org.lode.sim.config.Unit.ONE;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Kind;
import org.lode.sim.config.Max;
import org.lode.sim.config.Min;

/** The record of all actors with the weights of its rows and the codes it is written in, as configured. */
@Kind("record")
public record RecordData(
        String source,
        @Doc("what a row counts in the likelihood") Weights weights,
        @Doc("codes of membership, with what they mean") Map<String, String> memberships,
        @Doc("codes of buying, with what they mean") Map<String, String> buying,
        @Doc("codes of instruments, with what they mean") Map<String, String> instruments,
        @Doc("files of kind actor-record") List<ActorRecord> actors) {
    public RecordData {
        memberships = inOrder(memberships);
        buying = inOrder(buying);
        instruments = inOrder(instruments);
        actors = List.copyOf(actors);
    }

    private static Map<String, String> inOrder(Map<String, String> codes) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    /** What a row counts, by how sure it is. */
    public record Weights(
            @Doc("read in a public source") @In(ONE) @Min(0) @Max(1) double seen,

            @Doc("from memory") @In(ONE) @Min(0) @Max(1) double memory,

            @Doc("reasoned, persistence among it") @In(ONE) @Min(0) @Max(1) double reasoned) {
        /** The weight of a row. */
        public double of(Sure sure) {
            return switch (sure) {
                case SEEN -> seen;
                case MEMORY -> memory;
                case REASONED -> reasoned;
            };
        }
    }

    /** The actors whose strategies are on a menu: those that the likelihood takes. */
    public List<ActorRecord> modelled() {
        return actors.stream().filter(actor -> actor.menu().isPresent()).toList();
    }

    /** The actors that are carried over and described, but not modelled. */
    public List<ActorRecord> unmodelled() {
        return actors.stream().filter(actor -> actor.unmodelled().isPresent()).toList();
    }
}
