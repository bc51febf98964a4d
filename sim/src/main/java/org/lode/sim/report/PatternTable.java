package org.lode.sim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lode.sim.analysis.Decimals;
import org.lode.sim.analysis.TextTable;
import org.lode.sim.config.Unit;
import org.lode.sim.pattern.Band;
import org.lode.sim.pattern.PatternRow;
import org.lode.sim.pattern.PatternRow.Verdict;
import org.lode.sim.results.Rows;

/** Patterns beside their bands: as text, as CSV, and as a tree for JSON. */
public final class PatternTable {
    private static final List<String> HEADER = List.of("pattern", "band", "figure", "low", "high", "verdict");

    private PatternTable() {}

    /** Lines for a terminal, what was noted beside the figures last. */
    public static List<String> text(List<PatternRow> rows, List<String> notes, int width) {
        var table = new TextTable("pattern", ">band", ">figure", ">low", ">high", "verdict", "why absent");
        for (PatternRow row : rows) {
            table.row(
                    row.name(),
                    band(row.band()),
                    number(row.estimate().value()),
                    number(row.estimate().low()),
                    number(row.estimate().high()),
                    row.verdict().toString(),
                    row.absent());
        }
        List<String> lines = new ArrayList<>(table.lines(width, ""));
        if (!notes.isEmpty()) {
            lines.add("");
            lines.addAll(notes);
        }
        lines.add("");
        lines.add(count(rows, Verdict.PASS) + " pass, " + count(rows, Verdict.MISS) + " miss, "
                + count(rows, Verdict.ABSENT) + " absent");
        return lines;
    }

    /** One line per figure: pattern, band, figure, low, high, verdict; empty where there is no number. */
    public static String csv(List<PatternRow> rows) {
        Rows out = new Rows().texts(HEADER).end();
        for (PatternRow row : rows) {
            out.text(row.name()).text(band(row.band()));
            for (double value : numbers(row)) {
                out.number(value);
            }
            out.text(row.verdict().toString()).end();
        }
        return out.toString();
    }

    /** The same as a tree; null where there is no number. */
    public static Map<String, Object> tree(List<PatternRow> rows, List<String> notes) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (PatternRow row : rows) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("pattern", row.name());
            one.put("band", band(row.band()));
            double[] numbers = numbers(row);
            for (int k = 0; k < numbers.length; k++) {
                one.put(HEADER.get(2 + k), Double.isFinite(numbers[k]) ? numbers[k] : null);
            }
            one.put("verdict", row.verdict().toString());
            one.put("says", row.says());
            if (row.verdict() == Verdict.ABSENT) {
                one.put("absent", row.absent());
            }
            all.add(one);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("patterns", all);
        tree.put("notes", notes);
        return tree;
    }

    private static double[] numbers(PatternRow row) {
        return new double[] {
            row.estimate().value(), row.estimate().low(), row.estimate().high()
        };
    }

    private static String band(Band band) {
        String unit = band.unit() == Unit.ONE ? "" : " " + band.unit();
        String noise = band.beyondNoise() ? ", not 0" : "";
        if (band.least().isEmpty()) {
            return "at most " + Decimals.three(band.high()) + unit + noise;
        }
        return (band.most().isEmpty()
                        ? "at least " + Decimals.three(band.low())
                        : Decimals.three(band.low()) + " to " + Decimals.three(band.high()))
                + unit
                + noise;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Decimals.three(value);
    }

    private static long count(List<PatternRow> rows, Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }
}
