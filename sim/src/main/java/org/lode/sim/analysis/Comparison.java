package org.lode.sim.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.sim.results.CsvTable;
import org.lode.sim.results.Hashes;
import org.lode.sim.results.ResultDirectory;
import org.lode.sim.results.ResultFiles;

/**
 * Two result directories against each other, metric by metric. Runs are paired where both have the same point and
 * replication, the same seed and the same design: those share their chance, so the difference of a pair is that of the two
 * configurations. Else all runs of one stand against all of the other.
 */
public final class Comparison {
    /** At most so many cells of runs.csv are in memory at a time. */
    private static final int MOST_CELLS = 2_000_000;

    private final Path a;
    private final Path b;
    private final Settings settings;
    private final RunTable runsA;
    private final RunTable runsB;
    private final String unpairedBecause;
    private final int[][] common;
    private final List<MetricComparison> metrics = new ArrayList<>();
    private final List<CategoryComparison> categories = new ArrayList<>();

    /** What a metric shows. */
    public enum Verdict {
        IDENTICAL,
        EQUIVALENT,
        DIFFERENT,
        CANNOT_TELL;

        @Override
        public String toString() {
            return this == CANNOT_TELL ? "cannot tell" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * How to judge.
     *
     * @param level of intervals; tests are at one less this
     * @param power aimed at by the number of runs needed
     * @param bound differences of means smaller than so many pooled standard deviations do not matter
     * @param shareBound total-variation distances of shares below this do not matter
     * @param bounds for some metrics instead, in their own units
     * @param paired whether to use pairs where there are any
     */
    public record Settings(
            double level, double power, double bound, double shareBound, Map<String, Double> bounds, boolean paired) {
        /** A small effect in Cohen's words; a tenth of the runs in another regime. */
        public static final Settings USUAL = new Settings(0.95, 0.8, 0.2, 0.1, Map.of(), true);

        public Settings {
            bounds = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(bounds));
            within("level", level, 1);
            within("power", power, 1);
            within("bound", bound, Double.POSITIVE_INFINITY);
            within("share bound", shareBound, 1);
            bounds.forEach((metric, value) -> within("bound of " + metric, value, Double.POSITIVE_INFINITY));
        }

        private static void within(String name, double value, double below) {
            if (!(value > 0 && value < below)) {
                throw new IllegalArgumentException(name + " (" + value + ") must be above 0"
                        + (below < Double.POSITIVE_INFINITY ? " and below " + Decimals.fixed(below, 0) : ""));
            }
        }

        double alpha() {
            return 1 - level;
        }
    }

    private Comparison(Path a, Path b, Settings settings) throws IOException {
        this.a = a;
        this.b = b;
        this.settings = settings;
        runsA = RunTable.open(a);
        runsB = RunTable.open(b);
        unpairedBecause = obstacle();
        common = unpairedBecause.isEmpty() ? runsA.common(runsB) : new int[2][0];
    }

    /**
     * Compares directories, each after the first with the first. P-values are corrected for the number of all tests together.
     *
     * @throws IOException if one is not a finished result directory of runs
     */
    public static List<Comparison> of(List<Path> directories, Settings settings) throws IOException {
        List<Comparison> comparisons = new ArrayList<>();
        for (Path other : directories.subList(1, directories.size())) {
            var comparison = new Comparison(directories.get(0), other, settings);
            comparison.compute();
            comparisons.add(comparison);
        }
        correct(comparisons, settings);
        return List.copyOf(comparisons);
    }

    private static void correct(List<Comparison> comparisons, Settings settings) {
        List<Double> all = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            comparison.metrics.forEach(metric -> all.add(metric.p()));
            comparison.categories.forEach(category -> all.add(category.test().p()));
        }
        double[] corrected =
                TwoSamples.holm(all.stream().mapToDouble(Double::doubleValue).toArray());
        long tests = all.stream().filter(p -> !Double.isNaN(p)).count();
        int at = 0;
        for (Comparison comparison : comparisons) {
            for (int m = 0; m < comparison.metrics.size(); m++) {
                comparison.metrics.set(m, comparison.metrics.get(m).judged(corrected[at++], tests, settings));
            }
            for (int c = 0; c < comparison.categories.size(); c++) {
                comparison.categories.set(c, comparison.categories.get(c).judged(corrected[at++], tests, settings));
            }
        }
    }

    /** Why runs with the same key are not pairs; empty if they are. */
    private String obstacle() throws IOException {
        if (!settings.paired()) {
            return "as asked";
        }
        ResultDirectory first = ResultDirectory.open(a);
        ResultDirectory second = ResultDirectory.open(b);
        if (!first.fact("seed").equals(second.fact("seed"))) {
            return "the seeds differ";
        }
        Path design = Path.of("design.csv");
        boolean has = Files.exists(a.resolve(design));
        if (has != Files.exists(b.resolve(design)) || (has && !same(a.resolve(design), b.resolve(design)))) {
            return "the designs differ, so their points are not the same";
        }
        return runsA.common(runsB)[0].length == 0 ? "they have no key in common" : "";
    }

    private static boolean same(Path a, Path b) throws IOException {
        return Files.mismatch(a, b) < 0;
    }

    private void compute() throws IOException {
        List<String> shared =
                runsA.metrics().stream().filter(runsB.metrics()::contains).toList();
        for (String metric : settings.bounds().keySet()) {
            if (!shared.contains(metric)) {
                throw new IllegalArgumentException("bound of " + metric + ": must be one of the metrics " + shared);
            }
        }
        int atOnce = Math.max(1, MOST_CELLS / Math.max(1, runsA.size() + runsB.size()));
        for (int from = 0; from < shared.size(); from += atOnce) {
            List<String> names = shared.subList(from, Math.min(shared.size(), from + atOnce));
            String[][] cellsA = runsA.cells(names);
            String[][] cellsB = runsB.cells(names);
            for (int c = 0; c < names.size(); c++) {
                var samples = new Samples(names.get(c), cellsA[c], cellsB[c], common, sameKeys());
                if (samples.numeric()) {
                    metrics.add(MetricComparison.of(samples, settings));
                } else {
                    categories.add(CategoryComparison.of(samples, settings));
                }
            }
        }
    }

    private boolean sameKeys() {
        return unpairedBecause.isEmpty() && common[0].length == runsA.size() && common[0].length == runsB.size();
    }

    public Path a() {
        return a;
    }

    public Path b() {
        return b;
    }

    /** How many runs of each went well, and how many pairs there are. */
    public int[] sizes() {
        return new int[] {runsA.size(), runsB.size(), common[0].length};
    }

    /** How many runs of each failed; they are not compared. */
    public int[] failed() {
        return new int[] {runsA.failed(), runsB.failed()};
    }

    /** Why runs are not paired; empty if they are. */
    public String unpairedBecause() {
        return unpairedBecause;
    }

    /** The metrics that are numbers, in the order of the file. */
    public List<MetricComparison> metrics() {
        return List.copyOf(metrics);
    }

    /** The metrics that are words, such as regimes. */
    public List<CategoryComparison> categories() {
        return List.copyOf(categories);
    }

    /** Metrics that only one of the two has. */
    public List<String> unshared() {
        List<String> names = new ArrayList<>(runsA.metrics());
        names.removeAll(runsB.metrics());
        List<String> others = new ArrayList<>(runsB.metrics());
        others.removeAll(runsA.metrics());
        names.addAll(others);
        return names;
    }

    /** What differs in the configurations. */
    public List<ConfigDifferences.Difference> configurations() throws IOException {
        return ConfigDifferences.of(a, b);
    }

    /**
     * The first difference of each file of rows that is the same on every machine, compressed ones by their content: one line
     * for each file that is not the same. None: the directories are identical.
     */
    public List<String> files() throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> names = new ArrayList<>(ResultFiles.STABLE);
        names.add("design.csv");
        for (String name : names) {
            boolean inA = Files.exists(a.resolve(name));
            if (inA != Files.exists(b.resolve(name))) {
                lines.add(name + ": only in " + (inA ? a : b));
            } else if (inA && name.equals(ResultFiles.CONFIG)) {
                int values = configurations().size();
                if (values > 0) {
                    lines.add(name + ": " + values + (values == 1 ? " value differs" : " values differ"));
                }
            } else if (inA && !Hashes.same(a.resolve(name), b.resolve(name))) {
                lines.add(name + ": " + firstDifference(name));
            }
        }
        return lines;
    }

    private static String shortened(String cell) {
        return cell.length() > 40 ? cell.substring(0, 37) + "..." : cell;
    }

    private String firstDifference(String name) throws IOException {
        try (CsvTable first = CsvTable.open(a.resolve(name));
                CsvTable second = CsvTable.open(b.resolve(name))) {
            if (!first.columns().equals(second.columns())) {
                return "other columns";
            }
            for (long row = 2; ; row++) {
                boolean more = first.next();
                if (more != second.next()) {
                    return "ends at line " + row + " in " + (more ? b : a);
                }
                for (int c = 0; more && c < first.columns().size(); c++) {
                    if (!first.text(c).equals(second.text(c))) {
                        return "first at line " + row + ", " + first.columns().get(c) + ": " + shortened(first.text(c))
                                + ", " + shortened(second.text(c));
                    }
                }
                if (!more) {
                    return "other bytes, the same cells";
                }
            }
        }
    }
}
