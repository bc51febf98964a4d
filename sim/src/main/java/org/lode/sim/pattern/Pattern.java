package org.lode.sim.pattern;

import java.util.List;

/** Measures the figures of one pattern. A record whose components are its settings. */
public interface Pattern {
    /** Ids of the figures, those of its bands. */
    List<String> figures();

    /**
     * Measures them, or says of each why it is absent. The same bench gives the same figures on any number of threads.
     *
     * @throws org.lode.sim.config.ConfigException if a change of the scenario is wrong
     */
    List<Figure> measure(Bench bench);
}
