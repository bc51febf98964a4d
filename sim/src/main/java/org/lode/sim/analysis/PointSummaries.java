package org.lode.sim.analysis;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lode.sim.lockin.Regime;
import org.lode.sim.results.CsvTable;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.Rows;

/**
 * {@code summary.csv} of a sweep: what {@link SummaryTable} says of one point, for each of them. Runs that failed and empty cells
 * do not count. The replications of one point are in memory.
 */
public final class PointSummaries {
    private static final double LEVEL = 0.95;
    private static final List<String> REGIMES = List.of("regimeFinal", "regimeModal");

    private final List<String> metrics;
    private final int first;
    private final List<List<String>> cells = new ArrayList<>();
    private final Rows rows = new Rows();

    private PointSummaries(List<String> columns, int first) {
        this.first = first;
        metrics = columns.subList(first, columns.size());
        metrics.forEach(metric -> cells.add(new ArrayList<>()));
    }

    /** Reads runs.csv of a directory and writes summary.csv beside it. */
    public static void write(Path directory) throws IOException {
        try (CsvTable table = CsvTable.open(directory.resolve(ResultFiles.RUNS));
                OutputStream out =
                        new BufferedOutputStream(Files.newOutputStream(directory.resolve(ResultFiles.SUMMARY)))) {
            int point = table.column("point");
            int status = table.column("status");
            var summaries = new PointSummaries(table.columns(), status + 1);
            new Rows()
                    .texts(List.of(
                            "point", "metric", "kind", "n", "mean", "sd", "median", "low", "high", "level", "method"))
                    .end()
                    .writeTo(out);
            String current = "";
            while (table.next()) {
                if (!table.text(point).equals(current)) {
                    summaries.flush(current, out);
                    current = table.text(point);
                }
                if (table.text(status).equals("ok")) {
                    summaries.add(table);
                }
            }
            summaries.flush(current, out);
        }
    }

    private void add(CsvTable table) {
        for (int m = 0; m < metrics.size(); m++) {
            cells.get(m).add(table.text(first + m));
        }
    }

    private void flush(String point, OutputStream out) throws IOException {
        if (point.isEmpty()) {
            return;
        }
        for (int m = 0; m < metrics.size(); m++) {
            List<String> values = cells.get(m);
            if (REGIMES.contains(metrics.get(m))) {
                shares(point, metrics.get(m), values);
            } else {
                double[] numbers = values.stream()
                        .filter(value -> !value.isEmpty())
                        .mapToDouble(PointSummaries::number)
                        .toArray();
                row(point, metrics.get(m), "mean", Summary.of(numbers), Intervals.student(numbers, LEVEL));
            }
            values.clear();
        }
        rows.writeTo(out);
        rows.clear();
    }

    private static double number(String cell) {
        return switch (cell) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(cell);
        };
    }

    private void shares(String point, String metric, List<String> values) {
        int[] counts = new int[Regime.values().length];
        for (String value : values) {
            counts[Regime.of(value).ordinal()]++;
        }
        double none = Double.NaN;
        for (Regime regime : Regime.values()) {
            Interval share = Intervals.wilson(counts[regime.ordinal()], values.size(), LEVEL);
            var summary = new Summary(values.size(), share.estimate(), none, none, none, none, none, none);
            row(point, metric + "=" + regime.id(), "share", summary, share);
        }
    }

    private void row(String point, String metric, String kind, Summary summary, Interval interval) {
        rows.text(point)
                .text(metric)
                .text(kind)
                .whole(summary.n())
                .number(summary.mean())
                .number(summary.sd());
        rows.number(summary.median()).number(interval.low()).number(interval.high());
        rows.number(interval.level()).text(interval.method()).end();
    }
}
