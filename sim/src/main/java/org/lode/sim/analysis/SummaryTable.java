package org.lode.sim.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.sim.lockin.Regime;
import org.lode.sim.results.CsvTable;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.Rows;

/**
 * {@code summary.csv} from {@code runs.csv}: for each metric n, mean, standard deviation, median and Student's interval of the
 * mean, for each regime the share of replications with Wilson's interval. Failed replications and empty cells do not count.
 * Memory: at most {@value #MOST_NUMBERS} numbers at a time, the file being read more than once if it holds more.
 */
public final class SummaryTable {
    private static final double LEVEL = 0.95;
    private static final int MOST_NUMBERS = 4_000_000;
    private static final List<String> HEADER =
            List.of("point", "metric", "kind", "n", "mean", "sd", "median", "low", "high", "level", "method");

    private SummaryTable() {}

    /** Reads runs.csv of a directory with one point, writes summary.csv beside it. */
    public static void write(Path directory) throws IOException {
        Path runs = directory.resolve(ResultFiles.RUNS);
        List<String> columns;
        int ok = 0;
        try (CsvTable table = CsvTable.open(runs)) {
            columns = table.columns();
            int status = table.column("status");
            while (table.next()) {
                ok += table.text(status).equals("ok") ? 1 : 0;
            }
        }
        Rows out = new Rows().texts(HEADER).end();
        List<String> numbers = new ArrayList<>();
        for (String column : columns.subList(columns.indexOf("status") + 1, columns.size())) {
            if (column.equals("regimeFinal") || column.equals("regimeModal")) {
                shares(runs, column, ok, out);
            } else {
                numbers.add(column);
            }
        }
        int atOnce = Math.max(1, MOST_NUMBERS / Math.max(1, ok));
        for (int from = 0; from < numbers.size(); from += atOnce) {
            means(runs, numbers.subList(from, Math.min(numbers.size(), from + atOnce)), ok, out);
        }
        Files.write(directory.resolve(ResultFiles.SUMMARY), out.bytes());
    }

    private static void shares(Path runs, String column, int ok, Rows out) throws IOException {
        int[] counts = new int[Regime.values().length];
        try (CsvTable table = CsvTable.open(runs)) {
            int place = table.column(column);
            int status = table.column("status");
            while (table.next()) {
                if (table.text(status).equals("ok")) {
                    counts[Regime.of(table.text(place)).ordinal()]++;
                }
            }
        }
        for (Regime regime : Regime.values()) {
            Interval interval = Intervals.wilson(counts[regime.ordinal()], ok, LEVEL);
            out.whole(0)
                    .text(column + "=" + regime.id())
                    .text("share")
                    .whole(ok)
                    .number(interval.estimate());
            out.text("").text("");
            bounds(out, interval);
        }
    }

    private static void means(Path runs, List<String> columns, int ok, Rows out) throws IOException {
        double[][] samples = new double[columns.size()][ok];
        int[] sizes = new int[columns.size()];
        try (CsvTable table = CsvTable.open(runs)) {
            int status = table.column("status");
            int first = table.column(columns.get(0));
            while (table.next()) {
                for (int c = 0; c < samples.length && table.text(status).equals("ok"); c++) {
                    double value = table.number(first + c);
                    if (!Double.isNaN(value)) {
                        samples[c][sizes[c]++] = value;
                    }
                }
            }
        }
        for (int c = 0; c < samples.length; c++) {
            double[] sample = Arrays.copyOf(samples[c], sizes[c]);
            Summary summary = Summary.of(sample);
            out.whole(0).text(columns.get(c)).text("mean").whole(summary.n());
            out.number(summary.mean()).number(summary.sd()).number(summary.median());
            bounds(out, Intervals.student(sample, LEVEL));
        }
    }

    private static void bounds(Rows out, Interval interval) {
        out.number(interval.low()).number(interval.high()).number(interval.level());
        out.text(interval.method()).end();
    }
}
