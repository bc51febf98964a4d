package org.lode.sim.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.sim.results.CsvTable;
import org.lode.sim.results.ResultFiles;

/**
 * The rows of a directory's runs.csv by their keys, and columns of it on demand. Runs that failed have a key in
 * {@link #failed()} only. Memory: two numbers a run, and the columns last asked for.
 */
final class RunTable {
    private final Path file;
    private final List<String> metrics;
    private final long[] points;
    private final long[] replications;
    private final int failed;

    private RunTable(Path file, List<String> metrics, long[] points, long[] replications, int failed) {
        this.file = file;
        this.metrics = metrics;
        this.points = points;
        this.replications = replications;
        this.failed = failed;
    }

    /** Reads the keys. */
    static RunTable open(Path directory) throws IOException {
        Path file = directory.resolve(ResultFiles.RUNS);
        long[] points = new long[64];
        long[] replications = new long[64];
        int n = 0;
        int failed = 0;
        try (CsvTable table = CsvTable.open(file)) {
            int point = table.column("point");
            int replication = table.column("replication");
            int status = table.column("status");
            while (table.next()) {
                if (!table.text(status).equals("ok")) {
                    failed++;
                    continue;
                }
                if (n == points.length) {
                    points = Arrays.copyOf(points, 2 * n);
                    replications = Arrays.copyOf(replications, 2 * n);
                }
                points[n] = (long) table.number(point);
                replications[n++] = (long) table.number(replication);
            }
            List<String> metrics =
                    table.columns().subList(status + 1, table.columns().size());
            return new RunTable(
                    file, List.copyOf(metrics), Arrays.copyOf(points, n), Arrays.copyOf(replications, n), failed);
        }
    }

    /** Names of the metrics, in the order of the file. */
    List<String> metrics() {
        return metrics;
    }

    /** How many runs went well. */
    int size() {
        return points.length;
    }

    /** How many runs failed. */
    int failed() {
        return failed;
    }

    long point(int row) {
        return points[row];
    }

    long replication(int row) {
        return replications[row];
    }

    /** The cells of some metrics, by metric and then row. */
    String[][] cells(List<String> names) throws IOException {
        String[][] cells = new String[names.size()][size()];
        try (CsvTable table = CsvTable.open(file)) {
            int status = table.column("status");
            List<Integer> places = new ArrayList<>();
            for (String name : names) {
                places.add(table.column(name));
            }
            int row = 0;
            while (table.next()) {
                if (table.text(status).equals("ok")) {
                    for (int c = 0; c < cells.length; c++) {
                        cells[c][row] = table.text(places.get(c));
                    }
                    row++;
                }
            }
        }
        return cells;
    }

    /**
     * The rows of two tables that have the same point and replication.
     *
     * @return two arrays of the same length, row numbers of this table and of the other
     */
    int[][] common(RunTable other) {
        int[] mine = new int[Math.min(size(), other.size())];
        int[] theirs = new int[mine.length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < size() && j < other.size()) {
            int order = Long.compare(points[i], other.points[j]);
            order = order == 0 ? Long.compare(replications[i], other.replications[j]) : order;
            if (order == 0) {
                mine[n] = i++;
                theirs[n++] = j++;
            } else if (order < 0) {
                i++;
            } else {
                j++;
            }
        }
        return new int[][] {Arrays.copyOf(mine, n), Arrays.copyOf(theirs, n)};
    }
}
