package org.lode.sim.lockin;

import java.util.List;

/** One measure of how far a process is bound by its history. A record whose components are its settings. */
public interface LockInMetric {
    /**
     * Measures. The same laboratory gives the same findings on any number of threads.
     *
     * @throws IllegalArgumentException if the settings ask for what the process does not have
     */
    List<Finding> measure(Laboratory laboratory);
}
