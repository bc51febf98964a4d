package org.lode.sim.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lode.sim.chance.Draws;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Streams;
import org.lode.sim.results.CsvTable;
import org.lode.sim.results.ResultDirectory;
import org.lode.sim.results.ResultFiles;
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
     * @param all how many there are
     * @param differences one line each, at most twenty of rows; none if all is as it should be
     */
    public record Found(long runs, long all, List<String> differences) {}

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
        differences.addAll(headers(directory, plan));
        long there = rows(directory);
        BitSet chosen = chosen(plan, there, sample);
        var runs = new PlanRuns(plan, new PlanRuns.Bindings(plan));
        var keys = new Keys(plan);
        int rows = 0;
        long done = 0;
        long at = 0;
        try (var recorded = new FinishedRuns(directory)) {
            for (PlanRuns.Result was = recorded.next(); was != null; was = recorded.next(), at++) {
                if (keys.over() || was.point() != keys.point || was.replication() != keys.replication) {
                    differences.add("runs.csv: row " + (at + 1) + " is of point " + was.point() + ", replication "
                            + was.replication() + "; expected " + keys);
                    return new Found(done, there, differences);
                }
                if (chosen.get((int) at)) {
                    String difference = difference(was, runs.run(was.point(), was.replication()));
                    if (!difference.isEmpty() && rows++ < SHOWN) {
                        differences.add(
                                "point " + was.point() + ", replication " + was.replication() + ": " + difference);
                    }
                    progress.done(++done);
                }
                keys.after(was);
            }
            if (recorded.left()) {
                differences.add("rounds.csv.gz or strategies.csv.gz: rows that belong to no run of runs.csv");
            }
        }
        if (!keys.over()) {
            differences.add("runs.csv: ends after " + at + " rows; expected " + keys);
        }
        return new Found(done, there, differences);
    }

    /** The keys that rows must have, one after another. */
    private static final class Keys {
        private final SweepPlan plan;
        private final @Nullable Precision precision;
        private long point;
        private long replication = 1;
        private Precision.@Nullable Known known;

        Keys(SweepPlan plan) {
            this.plan = plan;
            precision = plan.precision();
            point = plan.firstPoint();
            known = precision == null ? null : precision.of(plan.base().scenario());
        }

        boolean over() {
            return point >= plan.firstPoint() + plan.points();
        }

        /** Moves on from a row. */
        void after(PlanRuns.Result run) {
            boolean last = replication == plan.replications();
            if (known != null && precision != null) {
                known.add(run);
                last = known.enough();
                known = last ? precision.of(plan.base().scenario()) : known;
            }
            point += last ? 1 : 0;
            replication = last ? 1 : replication + 1;
        }

        @Override
        public String toString() {
            return over() ? "no more" : "point " + point + ", replication " + replication;
        }
    }

    /** How many rows runs.csv has. */
    static long rows(Path directory) throws IOException {
        long rows = 0;
        try (CsvTable table = CsvTable.open(directory.resolve(ResultFiles.RUNS))) {
            while (table.next()) {
                rows++;
            }
        }
        return rows;
    }

    /** What is not a row of a run: the headers, and the points. */
    private static List<String> headers(Path directory, SweepPlan plan) throws IOException {
        var scenario = plan.base().scenario();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put(ResultFiles.RUNS, RunRecorder.runColumns(scenario));
        columns.put(ResultFiles.ROUNDS, RunRecorder.roundColumns(scenario));
        columns.put(ResultFiles.STRATEGIES, RunRecorder.strategyColumns(scenario));
        List<String> wrong = new ArrayList<>();
        for (var entry : columns.entrySet()) {
            Path file = directory.resolve(entry.getKey());
            if (Files.exists(file)) {
                try (CsvTable table = CsvTable.open(file)) {
                    if (!table.columns().equals(entry.getValue())) {
                        wrong.add(entry.getKey() + ": its columns are not those that are recorded");
                    }
                }
            }
        }
        Path design = directory.resolve(SweepPlan.DESIGN);
        if (Files.exists(design)
                && !Arrays.equals(Files.readAllBytes(design), plan.designRows().bytes())) {
            wrong.add("design.csv: is not what the plan gives");
        }
        return wrong;
    }

    private static BitSet chosen(SweepPlan plan, long there, long sample) {
        int runs = Math.toIntExact(there);
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
