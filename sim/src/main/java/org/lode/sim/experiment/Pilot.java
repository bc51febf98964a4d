package org.lode.sim.experiment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.lode.sim.results.RunRecorder;
import org.lode.sim.run.Progress;

/**
 * A few runs of a plan, at points spread evenly over its design: what a run costs and how much its metrics scatter. Nothing is kept
 * on disk.
 *
 * @param plan what was tried
 * @param points that were tried
 * @param replications of each
 * @param failed how many runs failed
 * @param seconds processor time of a run, median of the later half, when the compiler has done most of its work
 * @param bytes of a run's rows
 * @param packed of the same, rounds and strategies compressed
 * @param metrics by name, then point and replication; NaN for an empty cell or a failed run
 */
public record Pilot(
        SweepPlan plan,
        List<Long> points,
        int replications,
        int failed,
        double seconds,
        double bytes,
        double packed,
        Map<String, double[][]> metrics) {

    /** Tries a plan on one thread. */
    public static Pilot of(SweepPlan plan, int points, int replications, Progress progress) throws IOException {
        if (points < 1 || replications < 2) {
            throw new IllegalArgumentException(
                    "points (" + points + ") must be at least 1, replications (" + replications + ") at least 2");
        }
        int tried = (int) Math.min(points, plan.points());
        List<Long> chosen = new ArrayList<>();
        for (int p = 0; p < tried; p++) {
            chosen.add(plan.firstPoint() + (2L * p + 1) * plan.points() / (2L * tried));
        }
        List<String> columns = RunRecorder.runColumns(plan.base().scenario());
        Map<String, double[][]> metrics = new LinkedHashMap<>();
        for (String name : columns.subList(3, columns.size())) {
            if (!name.equals("regimeFinal") && !name.equals("regimeModal")) {
                double[][] values = new double[tried][replications];
                Arrays.stream(values).forEach(row -> Arrays.fill(row, Double.NaN));
                metrics.put(name, values);
            }
        }
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        var runs = new PlanRuns(plan, new PlanRuns.Bindings(plan));
        double[] seconds = new double[tried * replications];
        long bytes = 0;
        long kept = 0;
        int failed = 0;
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int at = 0; at < seconds.length; at++) { // points in turn, as a sweep visits them
                long from = clock.getCurrentThreadCpuTime();
                PlanRuns.Result run = runs.run(chosen.get(at % tried), at / tried + 1L);
                seconds[at] = (clock.getCurrentThreadCpuTime() - from) * 1e-9;
                RunRecorder.Recorded rows = run.rows();
                if (rows == null) {
                    failed++;
                } else {
                    bytes += rows.run().length + rows.rounds().length + (long) rows.strategies().length;
                    kept += rows.run().length;
                    gzip.write(rows.rounds());
                    gzip.write(rows.strategies());
                    take(rows, columns, metrics, at % tried, at / tried);
                }
                progress.done(at + 1L);
            }
        }
        double[] later = Arrays.copyOfRange(seconds, seconds.length / 2, seconds.length);
        Arrays.sort(later);
        int went = Math.max(1, seconds.length - failed);
        boolean rounds = plan.recording().rounds();
        return new Pilot(
                plan,
                List.copyOf(chosen),
                replications,
                failed,
                later[later.length / 2],
                (double) bytes / went,
                (kept + (rounds ? packed.size() : 0.0)) / went,
                metrics);
    }

    private static void take(
            RunRecorder.Recorded rows, List<String> columns, Map<String, double[][]> metrics, int point, int at) {
        String[] cells = new String(rows.run(), StandardCharsets.UTF_8).strip().split(",", -1);
        for (int c = 3; c < cells.length; c++) {
            double[][] values = metrics.get(columns.get(c));
            if (values != null && !cells[c].isEmpty() && !cells[c].endsWith("inf")) {
                values[point][at] = Double.parseDouble(cells[c]);
            }
        }
    }
}
