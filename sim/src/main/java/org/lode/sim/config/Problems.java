package org.lode.sim.config;

import java.util.ArrayList;
import java.util.List;

/** Collects problems, so that a file is reported whole. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(Origin origin, String message) {
        Problem problem = new Problem(origin, message);
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    void addAll(List<Problem> others) {
        others.forEach(other -> add(other.origin(), other.message()));
    }

    /** Throws what was found, if anything was. */
    void check() {
        if (!found.isEmpty()) {
            throw new ConfigException(found);
        }
    }
}
