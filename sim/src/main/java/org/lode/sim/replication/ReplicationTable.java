package org.lode.sim.replication;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lode.games.format.Numbers;
import org.lode.sim.analysis.TextTable;

/**
 * Comparisons for people and programs.
 *
 * @param rows in the order in which they are shown
 */
public record ReplicationTable(List<Comparison> rows) {
    private static final String COLUMNS = "id,name,figure,says,unit,published,computed,tolerance,verdict,source";
    private static final MathContext SHOWN = new MathContext(8, RoundingMode.HALF_EVEN);

    public ReplicationTable {
        rows = List.copyOf(rows);
    }

    /** How many rows came out so. */
    public long count(Comparison.Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    /** A block for each replication, and a line that counts. */
    public List<String> text(int width) {
        List<String> lines = new ArrayList<>();
        Map<String, List<Comparison>> byId = new LinkedHashMap<>();
        rows.forEach(
                row -> byId.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        byId.forEach((id, block) -> {
            Comparison first = block.get(0);
            lines.add(id + "  " + first.title());
            if (first.verdict() == Comparison.Verdict.ABSENT) {
                TextTable.wrap("absent: " + first.says(), width - 4).forEach(line -> lines.add("    " + line));
            } else {
                var table = new TextTable(">published", ">computed", ">tolerance", "unit", "", "figure");
                block.forEach(row -> table.row(
                        shown(row.published()),
                        shown(row.computed()),
                        shown(row.tolerance()),
                        row.unit().symbol(),
                        row.verdict().word(),
                        row.figure() + ": " + row.says()));
                lines.addAll(table.lines(width, "    "));
            }
            lines.add("");
        });
        lines.add(count(Comparison.Verdict.PASS) + " figures pass, " + count(Comparison.Verdict.MISS) + " miss; "
                + count(Comparison.Verdict.ABSENT) + " replications are absent.");
        return lines;
    }

    private static String shown(double value) {
        return Double.isFinite(value)
                ? Numbers.text(new BigDecimal(value).round(SHOWN).doubleValue())
                : "-";
    }

    /** Header and rows; numbers in full, empty where there is none. */
    public List<String> csv() {
        return Stream.concat(
                        Stream.of(COLUMNS),
                        rows.stream()
                                .map(row -> String.join(
                                        ",",
                                        row.id(),
                                        quoted(row.title()),
                                        row.figure(),
                                        quoted(row.says()),
                                        row.unit().symbol(),
                                        full(row.published()),
                                        full(row.computed()),
                                        full(row.tolerance()),
                                        row.verdict().word(),
                                        quoted(row.source()))))
                .toList();
    }

    private static String full(double value) {
        return Double.isFinite(value) ? Numbers.text(value) : "";
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\n\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** As maps, for JSON; numbers that do not exist are left out. */
    public List<Map<String, Object>> tree() {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("id", row.id());
                    one.put("name", row.title());
                    one.put("figure", row.figure());
                    one.put("says", row.says());
                    one.put("unit", row.unit().symbol());
                    number(one, "published", row.published());
                    number(one, "computed", row.computed());
                    number(one, "tolerance", row.tolerance());
                    one.put("verdict", row.verdict().word());
                    one.put("source", row.source());
                    return one;
                })
                .toList();
    }

    private static void number(Map<String, Object> one, String key, double value) {
        if (Double.isFinite(value)) {
            one.put(key, value);
        }
    }
}
