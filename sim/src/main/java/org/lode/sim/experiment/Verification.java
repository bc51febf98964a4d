package org.lode.sim.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.lode.sim.chance.Draws;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Streams;
import org.lode.sim.results.ResultDirectory;
import org.lode.sim.results.RunRecorder;
import org.lode.sim.run.Progress;

/** Computes the runs of a result directory again and compares every byte; and every file with its hash in the manifest. */
public final class Verification {
    private static final Purpose SAMPLE = Purpose.named("verification sample");
    private static final int SHOWN = 20;

    private Verification() {}

    /**
     * What was found.
     *
     * @param runs how many were computed again
     * @param differences one line each, at most twenty of rows; none if all is as it should be
     */
    public record Found(long runs, List<String> differences) {}

    /**
     * Verifies a directory.
     *
     * @param sample how many runs to compute again, drawn with the directory's seed; all if there are fewer
     */
    public static Found of(Path directory, long sample, Progress progress) throws IOException {
        ResultDirectory results = ResultDirectory.open(directory);
        List<String> differences = new ArrayList<>(results.damage());
        SweepPlan plan = SweepPlan.of(directory);
        if (!plan.hash().equals(results.fact("hash"))) {
            differences.add(
                    "config.resolved.json: its hash is " + plan.hash() + ", the manifest says " + results.fact("hash"));
        }
        BitSet chosen = chosen(plan, sample);
        var runs = new PlanRuns(plan, new PlanRuns.Bindings(plan));
        int rows = 0;
        long done = 0;
        long at = 0;
        try (var recorded = new FinishedRuns(directory)) {
            for (PlanRuns.Result was = recorded.next(); was != null; was = recorded.next(), at++) {
                long point = plan.firstPoint() + at / plan.replications();
                long replication = at % plan.replications() + 1;
                if (at >= plan.runs() || was.point() != point || was.replication() != replication) {
                    differences.add("runs.csv: row " + (at + 1) + " is of point " + was.point() + ", replication "
                            + was.replication() + "; expected point " + point + ", replication " + replication);
                    return new Found(done, differences);
                }
                if (chosen.get((int) at)) {
                    String difference = difference(was, runs.run(point, replication));
                    if (!difference.isEmpty() && rows++ < SHOWN) {
                        differences.add("point " + point + ", replication " + replication + ": " + difference);
                    }
                    progress.done(++done);
                }
            }
            if (recorded.left()) {
                differences.add("rounds.csv.gz or strategies.csv.gz: rows that belong to no run of runs.csv");
            }
        }
        if (at < plan.runs()) {
            differences.add("runs.csv: " + at + " rows, must be " + plan.runs());
        }
        return new Found(done, differences);
    }

    private static BitSet chosen(SweepPlan plan, long sample) {
        int runs = Math.toIntExact(plan.runs());
        var chosen = new BitSet();
        if (sample >= runs) {
            chosen.set(0, runs);
            return chosen;
        }
        var random = new Streams(plan.seed(), Streams.COMMON, 0).stream(SAMPLE, "", 0);
        for (int j = runs - (int) sample; j < runs; j++) { // Floyd's: each subset as likely as any other
            int draw = Draws.index(random, j + 1);
            chosen.set(chosen.get(draw) ? j : draw);
        }
        return chosen;
    }

    private static String difference(PlanRuns.Result was, PlanRuns.Result is) {
        RunRecorder.Recorded then = was.rows();
        RunRecorder.Recorded now = is.rows();
        if (then == null || now == null) {
            return then == null && now == null
                    ? was.failure() != null && was.failure().equals(is.failure()) ? "" : "another failure"
                    : then == null ? "is said to have failed, and does not" : "fails: " + is.failure();
        }
        List<String> files = new ArrayList<>();
        if (!Arrays.equals(then.run(), now.run())) {
            files.add("runs.csv " + cell(then.run(), now.run()));
        }
        if (!Arrays.equals(then.rounds(), now.rounds())) {
            files.add("rounds.csv.gz " + cell(then.rounds(), now.rounds()));
        }
        if (!Arrays.equals(then.strategies(), now.strategies())) {
            files.add("strategies.csv.gz " + cell(then.strategies(), now.strategies()));
        }
        return String.join("; ", files);
    }

    /** The first cell that differs. */
    private static String cell(byte[] then, byte[] now) {
        String[] was = new String(then, java.nio.charset.StandardCharsets.UTF_8).split("[,\n]", -1);
        String[] is = new String(now, java.nio.charset.StandardCharsets.UTF_8).split("[,\n]", -1);
        for (int i = 0; i < Math.min(was.length, is.length); i++) {
            if (!was[i].equals(is[i])) {
                return "has " + was[i] + " where the run gives " + is[i];
            }
        }
        return "has " + was.length + " cells where the run gives " + is.length;
    }
}
