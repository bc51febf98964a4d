package org.lode.sim.replication;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Kind;

/**
 * A replication as written.
 *
 * @param id such as V1
 * @param name in a few words
 * @param source what is replicated
 * @param computed what computes the figures, with the paper's parameters
 * @param published by figure; just those that are computed
 * @param absent why nothing is computed; then there are no figures
 */
@Kind("replication")
public record ReplicationData(
        @Doc("such as V1") String id,
        @Doc("in a few words") String name,

        @Doc("what is replicated: author, year, title, place")
        String source,

        @Doc("what computes the figures, with the paper's parameters")
        Optional<Replication> computed,

        @Doc("the figures as published, by name; just those that are computed") @Default("{}")
        Map<String, Published> published,

        @Doc("why nothing is computed yet; then no figures are given")
        Optional<String> absent) {
    public ReplicationData {
        published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("id (" + id + ") must be letters, digits and dashes");
        }
        if (computed.isPresent() == absent.isPresent()) {
            throw new IllegalArgumentException("a replication must have one of computed and absent");
        }
        if (absent.isPresent() && !published.isEmpty()) {
            throw new IllegalArgumentException(
                    "published (" + published.size() + " figures) must be left out where absent says why");
        }
    }
}
