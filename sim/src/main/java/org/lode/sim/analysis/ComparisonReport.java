package org.lode.sim.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lode.sim.analysis.Comparison.Settings;
import org.lode.sim.analysis.Comparison.Verdict;
import org.lode.sim.results.Rows;

/** A comparison for people and for other programs: lines for a terminal, and four tables. */
public final class ComparisonReport {
    private static final int SHOWN_VALUES = 12;
    private static final int SHOWN_PARTS = 12;

    private final List<Comparison> comparisons;
    private final Settings settings;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private ComparisonReport(List<Comparison> comparisons, Settings settings, int width) {
        this.comparisons = comparisons;
        this.settings = settings;
        this.width = width;
    }

    /**
     * What a terminal shows: of metrics by actor, mineral or club (those with a dot) only those that differ most; the tables have
     * all.
     */
    public static List<String> lines(List<Comparison> comparisons, Settings settings, int width) throws IOException {
        var report = new ComparisonReport(comparisons, settings, width);
        for (Comparison comparison : comparisons) {
            report.add(comparison);
        }
        return List.copyOf(report.lines);
    }

    private void add(Comparison comparison) throws IOException {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add("A " + comparison.a());
        lines.add("B " + comparison.b());
        List<String> files = comparison.files();
        if (files.isEmpty()) {
            lines.add("identical: every value of the configuration and every cell of every table");
            return;
        }
        lines.add("not identical:");
        files.forEach(file -> lines.addAll(TextTable.wrap("  " + file, width)));
        configurations(comparison);
        int[] sizes = comparison.sizes();
        int[] failed = comparison.failed();
        lines.add("");
        lines.addAll(TextTable.wrap(
                sizes[0] + " runs of A, " + sizes[1] + " of B, "
                        + (comparison.unpairedBecause().isEmpty()
                                ? sizes[2] + " pairs with the same chance"
                                : "not paired: " + comparison.unpairedBecause())
                        + (failed[0] + failed[1] > 0
                                ? "; failed and left out " + failed[0] + " of A, " + failed[1] + " of B"
                                : ""),
                width));
        if (!comparison.unshared().isEmpty()) {
            lines.addAll(
                    TextTable.wrap("metrics that only one has: " + String.join(", ", comparison.unshared()), width));
        }
        verdicts(comparison);
        categories(comparison);
        metrics(comparison);
        lines.addAll(TextTable.wrap(legend(settings), width));
    }

    /** What the verdicts mean. */
    public static String legend(Settings settings) {
        return "Intervals " + Decimals.percent(settings.level())
                + ". d: Cohen's; A: how often B is larger (Vargha and Delaney);"
                + " p: Wilcoxon's signed rank test of pairs, else Mann-Whitney's, corrected by Holm's method for all"
                + " tests. equivalent: two one-sided tests put the difference within "
                + (settings.bounds().isEmpty() ? "" : "the bounds asked for, else ")
                + settings.bound() + " pooled standard deviations, or the distance of shares below "
                + settings.shareBound() + "; different: p below " + Decimals.three(settings.alpha())
                + "; cannot tell: n runs would have power " + settings.power()
                + " to tell, were the difference seen the"
                + " true one.";
    }

    private void configurations(Comparison comparison) throws IOException {
        List<ConfigDifferences.Difference> differences = comparison.configurations();
        if (differences.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Configuration");
        var table = new TextTable("value", "A", "B");
        for (var difference : differences.subList(0, Math.min(SHOWN_VALUES, differences.size()))) {
            table.row(difference.path(), shown(difference.a()), shown(difference.b()));
        }
        lines.addAll(table.lines(width, "  "));
        if (differences.size() > SHOWN_VALUES) {
            lines.add("  and " + (differences.size() - SHOWN_VALUES) + " more, see configuration.csv");
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "-" : value.length() > 40 ? value.substring(0, 37) + "..." : value;
    }

    private void verdicts(Comparison comparison) {
        var parts = new ArrayList<String>();
        for (Verdict verdict : Verdict.values()) {
            long count = comparison.metrics().stream()
                            .filter(metric -> metric.verdict() == verdict)
                            .count()
                    + comparison.categories().stream()
                            .filter(category -> category.verdict() == verdict)
                            .count();
            parts.add(count + " " + verdict);
        }
        lines.add("Metrics: " + String.join(", ", parts));
    }

    private void categories(Comparison comparison) {
        for (CategoryComparison category : comparison.categories()) {
            lines.add("");
            lines.addAll(TextTable.wrap(
                    category.metric() + ": " + verdict(category.verdict(), category.needed())
                            + "; distance " + Decimals.three(category.distance().estimate())
                            + " (to " + Decimals.three(category.distance().high()) + "), "
                            + category.test().name() + " p " + p(category.pHolm()),
                    width));
            var table = new TextTable("", ">A", ">B");
            for (int k = 0; k < category.words().size(); k++) {
                table.row(category.words().get(k), share(category.a(), k), share(category.b(), k));
            }
            lines.addAll(table.lines(width, "  "));
        }
    }

    private String share(long[] counts, int k) {
        long n = java.util.Arrays.stream(counts).sum();
        Interval share = Intervals.wilson((int) counts[k], (int) n, settings.level());
        return Decimals.percent(share.estimate()) + " (" + Decimals.fixed(100 * share.low(), 0) + "-"
                + Decimals.fixed(100 * share.high(), 0) + ")";
    }

    private void metrics(Comparison comparison) {
        var table = new TextTable("metric", ">A", ">B", ">B - A", ">d", ">A12", ">p", "verdict");
        List<MetricComparison> parts = new ArrayList<>();
        for (MetricComparison metric : comparison.metrics()) {
            if (!metric.metric().contains(".")) {
                row(table, metric);
            } else if (metric.verdict() == Verdict.DIFFERENT || metric.verdict() == Verdict.CANNOT_TELL) {
                parts.add(metric);
            }
        }
        parts.sort(Comparator.comparing(MetricComparison::verdict)
                .thenComparingDouble(metric -> -Math.abs(Double.isNaN(metric.d()) ? 0 : metric.d())));
        parts.stream().limit(SHOWN_PARTS).forEach(metric -> row(table, metric));
        lines.add("");
        lines.addAll(table.lines(width, ""));
        if (parts.size() > SHOWN_PARTS) {
            lines.add("and " + (parts.size() - SHOWN_PARTS) + " more that differ or cannot be told, see compare.csv");
        }
    }

    private static void row(TextTable table, MetricComparison metric) {
        Interval difference = metric.difference();
        table.row(
                metric.metric(),
                number(metric.a().estimate()),
                number(metric.b().estimate()),
                number(difference.estimate())
                        + (Double.isNaN(difference.low())
                                ? ""
                                : " (" + number(difference.low()) + ", " + number(difference.high()) + ")"),
                Decimals.fixed(metric.d(), 2),
                Decimals.fixed(metric.vargha(), 2),
                p(metric.pHolm()),
                verdict(metric.verdict(), metric.needed()));
    }

    /** A number with three digits; {@code -} for none. */
    public static String number(double value) {
        return Double.isNaN(value) ? "-" : Decimals.three(value);
    }

    /** A p-value as papers print it. */
    public static String p(double p) {
        return Double.isNaN(p) ? "-" : p < 0.001 ? "<0.001" : Decimals.fixed(p, 3);
    }

    /** The verdict, and how many runs it would take. */
    public static String verdict(Verdict verdict, long needed) {
        return verdict != Verdict.CANNOT_TELL
                ? verdict.toString()
                : needed == Long.MAX_VALUE ? verdict + " (no spread)" : verdict + " (n " + needed + ")";
    }

    /** Writes {@code compare.csv}, {@code shares.csv} and {@code configuration.csv}. */
    public static void write(List<Comparison> comparisons, Settings settings, Path directory) throws IOException {
        Rows metrics = new Rows()
                .texts(List.of("a", "b", "metric", "verdict", "needed", "nA", "nB", "pairs", "meanA", "lowA", "highA"))
                .texts(List.of("meanB", "lowB", "highB", "sdA", "sdB", "difference", "low", "high", "d", "vargha"))
                .texts(List.of("test", "p", "pHolm", "bound", "pEquivalence"))
                .end();
        Rows shares = new Rows()
                .texts(List.of("a", "b", "metric", "verdict", "needed", "pairs", "word", "countA", "shareA", "lowA"))
                .texts(List.of("highA", "countB", "shareB", "lowB", "highB", "distance", "low", "high", "test"))
                .texts(List.of("statistic", "freedom", "p", "pHolm"))
                .end();
        Rows values =
                new Rows().texts(List.of("a", "b", "path", "valueA", "valueB")).end();
        for (Comparison comparison : comparisons) {
            List<String> names = List.of(
                    comparison.a().getFileName().toString(),
                    comparison.b().getFileName().toString());
            comparison.metrics().forEach(metric -> row(metrics.texts(names), metric));
            comparison.categories().forEach(category -> rows(shares, names, category, settings));
            for (var difference : comparison.configurations()) {
                values.texts(names).text(difference.path()).text(difference.a()).text(difference.b());
                values.end();
            }
        }
        Files.write(directory.resolve("compare.csv"), metrics.bytes());
        Files.write(directory.resolve("shares.csv"), shares.bytes());
        Files.write(directory.resolve("configuration.csv"), values.bytes());
    }

    private static Rows needed(Rows rows, long needed) {
        return needed == 0 || needed == Long.MAX_VALUE ? rows.text("") : rows.whole(needed);
    }

    private static void row(Rows rows, MetricComparison metric) {
        needed(rows.text(metric.metric()).text(metric.verdict().toString()), metric.needed());
        rows.whole(metric.summaryA().n()).whole(metric.summaryB().n()).whole(metric.pairs());
        bounds(rows, metric.a());
        bounds(rows, metric.b());
        rows.number(metric.summaryA().sd()).number(metric.summaryB().sd());
        bounds(rows, metric.difference());
        rows.number(metric.d()).number(metric.vargha()).text(metric.test());
        rows.number(metric.p()).number(metric.pHolm()).number(metric.bound()).number(metric.pEquivalence());
        rows.end();
    }

    private static void bounds(Rows rows, Interval interval) {
        rows.number(interval.estimate()).number(interval.low()).number(interval.high());
    }

    private static void rows(Rows rows, List<String> names, CategoryComparison category, Settings settings) {
        int ofA = (int) java.util.Arrays.stream(category.a()).sum();
        int ofB = (int) java.util.Arrays.stream(category.b()).sum();
        for (int k = 0; k < category.words().size(); k++) {
            rows.texts(names).text(category.metric()).text(category.verdict().toString());
            needed(rows, category.needed())
                    .whole(category.pairs())
                    .text(category.words().get(k));
            rows.whole(category.a()[k]);
            bounds(rows, Intervals.wilson((int) category.a()[k], ofA, settings.level()));
            rows.whole(category.b()[k]);
            bounds(rows, Intervals.wilson((int) category.b()[k], ofB, settings.level()));
            bounds(rows, category.distance());
            rows.text(category.test().name()).number(category.test().statistic());
            rows.whole(category.test().freedom()).number(category.test().p()).number(category.pHolm());
            rows.end();
        }
    }
}
