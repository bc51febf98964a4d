package org.lode.sim.results;

import java.util.List;

/** Names of the files in a result directory. */
public final class ResultFiles {
    public static final String CONFIG = "config.resolved.json";
    public static final String RUNS = "runs.csv";
    public static final String ROUNDS = "rounds.csv.gz";
    public static final String STRATEGIES = "strategies.csv.gz";
    public static final String EQUILIBRIA = "equilibria.csv";
    public static final String CLUBS = "clubs.csv";
    /** Why each actor plays what it plays, in replication 1 at the report rounds. */
    public static final String WHY = "why.csv";
    /** Headlines beside those of the placebos; only where that was asked for. */
    public static final String PLACEBO = "placebo.csv";

    public static final String FAILURES = "failures.csv";
    public static final String SUMMARY = "summary.csv";
    public static final String TIMING = "timing.csv";
    public static final String MANIFEST = "manifest.json";

    /** The files that are the same bytes on any threads and Java; the figures' CSV are too. */
    public static final List<String> STABLE =
            List.of(CONFIG, RUNS, ROUNDS, STRATEGIES, EQUILIBRIA, CLUBS, WHY, FAILURES, SUMMARY);

    /** Folders that analyses add to a finished directory: made from the results, and no part of them. */
    public static final String SENSITIVITY = "sensitivity";

    public static final String DISCOVERY = "discovery";

    private ResultFiles() {}

    /** Whether a file, by its path in the directory, belongs to an analysis. */
    static boolean ofAnalysis(String name) {
        return name.startsWith(SENSITIVITY + "/") || name.startsWith(DISCOVERY + "/");
    }
}
