package org.lode.sim.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lode.sim.results.RunRecorder;
import org.lode.sim.run.Trace;

/** One run of a result directory, computed again under observation. */
public final class Replay {
    private Replay() {}

    /**
     * What the run brought.
     *
     * @param row its row of runs.csv
     * @param same whether all rows on file are what it gave now, byte for byte
     */
    public record Repeated(String row, boolean same) {}

    /**
     * Repeats a run.
     *
     * @param eyes watch the run, which they do not change
     * @throws IllegalArgumentException if the directory holds no such run, or the run failed
     */
    public static Repeated of(Path directory, long point, long replication, Trace eyes) throws IOException {
        SweepPlan plan = SweepPlan.of(directory);
        PlanRuns.Result was = find(directory, point, replication);
        if (was == null) {
            throw new IllegalArgumentException("run (" + point + ":" + replication + ") must be POINT:REPLICATION with"
                    + " points " + plan.firstPoint() + " to " + (plan.firstPoint() + plan.points() - 1)
                    + " and replications 1 to " + plan.replications());
        }
        RunRecorder.Recorded then = was.rows();
        if (then == null) {
            throw new IllegalArgumentException("run (" + point + ":" + replication + ") failed: " + was.failure());
        }
        RunRecorder.Recorded now = new PlanRuns(plan, new PlanRuns.Bindings(plan)).watched(point, replication, eyes);
        boolean same = Arrays.equals(then.run(), now.run())
                && Arrays.equals(then.rounds(), now.rounds())
                && Arrays.equals(then.strategies(), now.strategies());
        return new Repeated(new String(now.run(), StandardCharsets.UTF_8).strip(), same);
    }

    private static PlanRuns.@Nullable Result find(Path directory, long point, long replication) throws IOException {
        try (var runs = new FinishedRuns(directory)) {
            for (PlanRuns.Result run = runs.next(); run != null; run = runs.next()) {
                if (run.point() == point && run.replication() == replication) {
                    return run;
                }
            }
            return null;
        }
    }
}
