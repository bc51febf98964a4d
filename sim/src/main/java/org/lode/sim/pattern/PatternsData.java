package org.lode.sim.pattern;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Kind;

/**
 * Patterns as written.
 *
 * @param scenario a file, relative to this one
 * @param seed of all chance
 * @param quick how much is run in minutes
 * @param full how much is run otherwise
 * @param holds patterns, or figures as {@link PatternRow#name}, that must not miss any more
 * @param bands by pattern and figure; frozen
 * @param patterns what measures each; one that is not there is not measured yet
 */
@Kind("patterns")
public record PatternsData(
        @Doc("scenario's file, relative to this one") String scenario,
        @Doc("seed of all chance") long seed,
        @Doc("how much --quick runs") Size quick,
        @Doc("how much is run otherwise") Size full,

        @Doc("patterns, or single figures as in 'prices wedge', that must not miss any more")
        List<String> holds,

        @Doc("where each figure of a pattern has to lie; frozen")
        Map<String, Map<String, Band>> bands,

        @Doc("what measures each pattern") Map<String, Pattern> patterns) {
    public PatternsData {
        holds = List.copyOf(holds);
        bands = Collections.unmodifiableMap(new LinkedHashMap<>(bands));
        patterns = Collections.unmodifiableMap(new LinkedHashMap<>(patterns));
    }

    /** Whether a row must not miss any more. */
    public boolean held(PatternRow row) {
        return holds.contains(row.pattern()) || holds.contains(row.name());
    }
}
