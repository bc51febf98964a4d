package org.lode.sim.analysis;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.Origin;
import org.lode.sim.experiment.Factor;
import org.lode.sim.experiment.SweepPlan;
import org.lode.sim.results.CsvTable;
import org.lode.sim.results.ResultFiles;

/**
 * A sweep read back from two tables, made here or elsewhere. {@code design.csv}: a column {@code point}, then one per factor, a
 * row per point. {@code runs.csv}: {@code point}, where there are several {@code replication}, where some failed {@code status}
 * (rows other than {@code ok} do not count), then metrics. The design is in memory, runs only in the metrics asked for.
 */
public final class SweepTable {
    private static final List<String> KEYS = List.of("point", "replication", "status");
    private static final String OK = "ok";
    /** Words named in a message. */
    private static final int SHOWN = 12;

    private final Path directory;
    private final Path runs;
    private final List<String> factors;
    private final Map<String, Integer> points = new LinkedHashMap<>();
    private final List<List<String>> cells = new ArrayList<>();
    private final List<ToDoubleFunction<String>> places = new ArrayList<>();
    private final List<Boolean> numeric = new ArrayList<>();
    private final List<String> metrics;

    private SweepTable(Path directory) throws IOException {
        this.directory = directory;
        runs = directory.resolve(ResultFiles.RUNS);
        Path design = design();
        try (CsvTable table = CsvTable.open(design)) {
            int point = table.column("point");
            factors = table.columns().stream()
                    .filter(name -> !name.equals("point"))
                    .toList();
            if (factors.isEmpty()) {
                throw wrong(design, 1, "factors (0) must be at least one column beside point");
            }
            while (table.next()) {
                String id = table.text(point);
                List<String> row = new ArrayList<>();
                for (int c = 0; c < table.columns().size(); c++) {
                    if (c != point) {
                        row.add(table.text(c));
                    }
                }
                if (points.put(id, cells.size()) != null) {
                    throw wrong(design, cells.size() + 2, "point (" + id + ") must be there once");
                }
                cells.add(row);
            }
        }
        if (cells.size() < 2) {
            throw wrong(design, 1, "points (" + cells.size() + ") must be at least 2");
        }
        try (CsvTable table = CsvTable.open(runs)) {
            table.column("point");
            metrics = table.columns().stream()
                    .filter(name -> !KEYS.contains(name))
                    .toList();
            if (metrics.isEmpty()) {
                throw wrong(runs, 1, "metrics (0) must be at least one column beside " + KEYS);
            }
        }
    }

    /**
     * Reads the design of a directory and the header of its runs.
     *
     * @throws ConfigException if a table is not as it must be
     * @throws IOException if a file cannot be read
     */
    public static SweepTable open(Path directory) throws IOException {
        for (String name : List.of(SweepPlan.DESIGN, ResultFiles.RUNS)) {
            if (!Files.isRegularFile(directory.resolve(name))) {
                throw new FileSystemException(
                        directory.toString(),
                        null,
                        "no finished sweep, nor such tables from elsewhere: it has no " + name);
            }
        }
        SweepTable table = reading(directory, () -> new SweepTable(directory));
        table.scale();
        return table;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /** Rows of the wrong width are wrong input, not a failure of the disk. */
    private static <T> T reading(Path directory, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage() == null ? directory.toString() : e.getMessage(), e);
        }
    }

    private static ConfigException wrong(Path file, int line, String message) {
        return new ConfigException(new Origin(file.toString(), line), message);
    }

    /** Where in its range each value lies: by the plan where there is one, else between the least and the largest value. */
    private void scale() throws IOException {
        Map<String, Factor> planned = new LinkedHashMap<>();
        if (Files.exists(directory.resolve(ResultFiles.CONFIG))) {
            SweepPlan.of(directory).factors().forEach(factor -> planned.put(factor.id(), factor));
        }
        for (int f = 0; f < factors.size(); f++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            boolean numbers = true;
            for (List<String> row : cells) {
                String cell = row.get(f);
                if (!cell.isEmpty()) {
                    numbers &= Measure.isNumber(cell);
                    least = numbers ? Math.min(least, Measure.number(cell)) : least;
                    most = numbers ? Math.max(most, Measure.number(cell)) : most;
                }
            }
            numeric.add(numbers);
            Factor factor = planned.get(factors.get(f));
            if (factor != null && factor.ranged() && numbers) {
                places.add(cell -> factor.place(Measure.number(cell)));
            } else {
                double low = least;
                double span = most > least ? most - least : 1;
                places.add(cell -> (Measure.number(cell) - low) / span);
            }
        }
    }

    Path design() {
        return directory.resolve(SweepPlan.DESIGN);
    }

    /** The factors' names, in the order of the design. */
    public List<String> factors() {
        return factors;
    }

    int points() {
        return cells.size();
    }

    /** A cell of the design; empty where a point leaves the factor as it is. */
    String cell(int point, int factor) {
        return cells.get(point).get(factor);
    }

    boolean same(int point, int other, int factor) {
        return cell(point, factor).equals(cell(other, factor));
    }

    /** Whether all values of a factor are numbers. */
    boolean numeric(int factor) {
        return numeric.get(factor);
    }

    /** Where in its range a point's value lies, 0 to 1; of a numeric factor. */
    double place(int point, int factor) {
        return places.get(factor).applyAsDouble(cell(point, factor));
    }

    /** The columns of runs.csv that are no keys. */
    public List<String> metrics() {
        return metrics;
    }

    /** The metrics whose cells are numbers, not all the same. Reads the runs once. */
    public List<String> varying() throws IOException {
        return reading(directory, () -> {
            @Nullable String[] first = new @Nullable String[metrics.size()];
            boolean[] varies = new boolean[metrics.size()];
            boolean[] words = new boolean[metrics.size()];
            try (CsvTable table = CsvTable.open(runs)) {
                int status = table.columns().indexOf("status");
                int[] at = metrics.stream().mapToInt(table::column).toArray();
                while (table.next()) {
                    if (status >= 0 && !table.text(status).equals(OK)) {
                        continue;
                    }
                    for (int m = 0; m < at.length; m++) {
                        String cell = table.text(at[m]);
                        if (!words[m] && !cell.isEmpty()) {
                            words[m] = !Measure.isNumber(cell);
                            varies[m] |= first[m] != null && !first[m].equals(cell);
                            first[m] = first[m] == null ? cell : first[m];
                        }
                    }
                }
            }
            List<String> found = new ArrayList<>();
            for (int m = 0; m < words.length; m++) {
                if (varies[m] && !words[m]) {
                    found.add(metrics.get(m));
                }
            }
            return found;
        });
    }

    /**
     * Reads metrics of all runs: eight bytes for each and run.
     *
     * @throws ConfigException if a cell is no number, a run is there twice or its point is not in the design
     */
    public List<Response> responses(List<Measure> measures) throws IOException {
        return reading(directory, () -> {
            Map<String, Integer> replications = replications();
            double[][][] values = new double[measures.size()][points()][replications.size()];
            for (double[][] metric : values) {
                for (double[] row : metric) {
                    java.util.Arrays.fill(row, Double.NaN);
                }
            }
            fill(measures, replications, values);
            List<Response> responses = new ArrayList<>();
            for (int m = 0; m < values.length; m++) {
                responses.add(new Response(measures.get(m), values[m]));
            }
            return responses;
        });
    }

    private Map<String, Integer> replications() throws IOException {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        try (CsvTable table = CsvTable.open(runs)) {
            int column = table.columns().indexOf("replication");
            while (table.next()) {
                numbers.putIfAbsent(column < 0 ? "" : table.text(column), numbers.size());
            }
        }
        if (numbers.isEmpty()) {
            throw wrong(runs, 1, "runs (0) must be at least one row");
        }
        return numbers;
    }

    private void fill(List<Measure> measures, Map<String, Integer> replications, double[][][] values)
            throws IOException {
        List<TreeSet<String>> words = new ArrayList<>();
        measures.forEach(measure -> words.add(new TreeSet<>()));
        var seen = new java.util.BitSet();
        try (CsvTable table = CsvTable.open(runs)) {
            int point = table.column("point");
            int replication = table.columns().indexOf("replication");
            int status = table.columns().indexOf("status");
            int[] at = measures.stream()
                    .mapToInt(measure -> table.column(measure.column()))
                    .toArray();
            for (int line = 2; table.next(); line++) {
                Integer p = points.get(table.text(point));
                if (p == null) {
                    throw wrong(runs, line, "point (" + table.text(point) + ") must be a point of design.csv");
                }
                int r = java.util.Objects.requireNonNull(
                        replications.get(replication < 0 ? "" : table.text(replication)));
                int key = Math.addExact(Math.multiplyExact(p, replications.size()), r);
                if (seen.get(key)) {
                    throw wrong(
                            runs,
                            line,
                            "point (" + table.text(point) + ") must be there once"
                                    + (replication < 0 ? ", or have a column replication" : " in each replication"));
                }
                seen.set(key);
                if (status >= 0 && !table.text(status).equals(OK)) {
                    continue;
                }
                for (int m = 0; m < at.length; m++) {
                    String cell = table.text(at[m]);
                    try {
                        values[m][p][r] = measures.get(m).of(cell);
                    } catch (NumberFormatException e) {
                        throw wrong(
                                runs,
                                line,
                                measures.get(m).column() + " (" + cell + ") must be a number; for words, ask for one: "
                                        + measures.get(m).column() + "=" + cell);
                    }
                    if (measures.get(m).word() && words.get(m).size() < SHOWN) {
                        words.get(m).add(cell);
                    }
                }
            }
        }
        for (int m = 0; m < values.length; m++) {
            Measure measure = measures.get(m);
            if (measure.word() && words.get(m).size() < SHOWN && !words.get(m).contains(measure.operand())) {
                throw new IllegalArgumentException(runs + ": " + measure.column() + " (" + measure.operand()
                        + ") must be a value that occurs: " + String.join(", ", words.get(m)));
            }
        }
    }
}
