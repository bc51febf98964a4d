package org.lode.sim.report;

import java.io.IOException;
import java.util.List;
import org.lode.sim.analysis.CategoryComparison;
import org.lode.sim.analysis.Comparison;
import org.lode.sim.analysis.Comparison.Settings;
import org.lode.sim.analysis.ComparisonReport;
import org.lode.sim.analysis.ConfigDifferences;
import org.lode.sim.analysis.Decimals;
import org.lode.sim.analysis.Interval;
import org.lode.sim.analysis.Intervals;
import org.lode.sim.analysis.MetricComparison;

/** A comparison as a LaTeX document of its own, whose tables (booktabs, longtable) can be taken into a paper. */
public final class ComparisonLatex {
    private final StringBuilder out = new StringBuilder();
    private final Settings settings;

    private ComparisonLatex(Settings settings) {
        this.settings = settings;
    }

    /** The document. */
    public static String of(List<Comparison> comparisons, Settings settings) throws IOException {
        var latex = new ComparisonLatex(settings);
        latex.out.append("\\documentclass[a4paper,10pt]{article}\n");
        latex.out.append("\\usepackage[T1]{fontenc}\n\\usepackage[utf8]{inputenc}\n");
        latex.out.append("\\usepackage[margin=15mm]{geometry}\n\\usepackage{booktabs,longtable}\n");
        latex.out.append("\\begin{document}\n\\small\n\n");
        for (int c = 0; c < comparisons.size(); c++) {
            latex.add(comparisons.get(c), c + 1);
        }
        return latex.out.append("\\end{document}\n").toString();
    }

    private void add(Comparison comparison, int number) throws IOException {
        String both = "A: " + name(comparison.a().toString()) + "; B: "
                + name(comparison.b().toString()) + ".";
        List<ConfigDifferences.Difference> values = comparison.configurations();
        if (!values.isEmpty()) {
            begin(
                    "Values that differ. " + both,
                    "values-" + number,
                    "p{.5\\textwidth}p{.2\\textwidth}p{.2\\textwidth}",
                    "value & A & B");
            for (ConfigDifferences.Difference value : values) {
                row(breakable(value.path()), shown(value.a()), shown(value.b()));
            }
            end();
        }
        begin(
                "Shares of runs, \\%, with Wilson's intervals. " + both,
                "shares-" + number,
                "llrrrrl",
                "metric & & A & B & distance & $p$ & verdict");
        comparison.categories().forEach(this::shares);
        end();
        begin(
                "Means. " + both + " " + LatexTables.escaped(ComparisonReport.legend(settings)),
                "metrics-" + number,
                "p{.2\\textwidth}rrrrrrl",
                "metric & A & B & B $-$ A & $d$ & $A_{12}$ & $p$ & verdict");
        comparison.metrics().forEach(this::metric);
        end();
    }

    private void shares(CategoryComparison category) {
        for (int k = 0; k < category.words().size(); k++) {
            boolean first = k == 0;
            row(
                    first ? LatexTables.escaped(category.metric()) : "",
                    LatexTables.escaped(category.words().get(k)),
                    share(category.a(), k),
                    share(category.b(), k),
                    first ? number(category.distance().estimate()) : "",
                    first ? p(category.pHolm()) : "",
                    first ? verdict(ComparisonReport.verdict(category.verdict(), category.needed())) : "");
        }
    }

    private String share(long[] counts, int k) {
        long n = java.util.Arrays.stream(counts).sum();
        Interval share = Intervals.wilson((int) counts[k], (int) n, settings.level());
        return Decimals.fixed(100 * share.estimate(), 0) + " (" + Decimals.fixed(100 * share.low(), 0) + "--"
                + Decimals.fixed(100 * share.high(), 0) + ")";
    }

    private void metric(MetricComparison metric) {
        Interval difference = metric.difference();
        row(
                breakable(metric.metric()),
                number(metric.a().estimate()),
                number(metric.b().estimate()),
                number(difference.estimate())
                        + (Double.isNaN(difference.low())
                                ? ""
                                : " (" + number(difference.low()) + ", " + number(difference.high()) + ")"),
                Double.isNaN(metric.d()) ? "" : "$" + Decimals.fixed(metric.d(), 2) + "$",
                Decimals.fixed(metric.vargha(), 2),
                p(metric.pHolm()),
                verdict(ComparisonReport.verdict(metric.verdict(), metric.needed())));
    }

    private static String name(String path) {
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return LatexTables.escaped(path.substring(slash + 1));
    }

    /** A dotted path that may be broken after its dots. */
    private static String breakable(String path) {
        return LatexTables.escaped(path).replace(".", ".\\allowbreak{}");
    }

    private static String shown(String value) {
        return value.isEmpty()
                ? "--"
                : LatexTables.escaped(value.length() > 120 ? value.substring(0, 117) + "..." : value);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "--" : "$" + Decimals.three(value).replace(",", "{,}") + "$";
    }

    private static String p(double p) {
        return Double.isNaN(p) ? "--" : p < 0.001 ? "$<0.001$" : Decimals.fixed(p, 3);
    }

    private static String verdict(String text) {
        return LatexTables.escaped(text).replace("(n ", "($n$ ");
    }

    private void begin(String caption, String label, String columns, String header) {
        out.append("\\begin{longtable}{")
                .append(columns)
                .append("}\n\\caption{")
                .append(caption);
        out.append("}\\label{tab:").append(label).append("}\\\\\n\\toprule\n");
        out.append(header).append(" \\\\\n\\midrule\n\\endfirsthead\n");
        out.append("\\toprule\n").append(header).append(" \\\\\n\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n");
    }

    private void row(String... cells) {
        out.append(String.join(" & ", cells)).append(" \\\\\n");
    }

    private void end() {
        out.append("\\end{longtable}\n\n");
    }
}
