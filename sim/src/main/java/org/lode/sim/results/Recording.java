package org.lode.sim.results;

/** How much of a run is kept. Each level holds those before it. */
public enum Recording {
    /** One row per replication: {@code runs.csv}. */
    RUNS,
    /** One more per round: {@code rounds.csv.gz}. */
    ROUNDS,
    /** One more per actor and round: {@code strategies.csv.gz}. */
    FULL;

    public boolean rounds() {
        return this != RUNS;
    }

    public boolean strategies() {
        return this == FULL;
    }
}
