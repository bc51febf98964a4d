package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lode.sim.experiment.LockInPlacebo;
import org.lode.sim.run.Placebo;

/** A run's headlines beside those of the placebos, on a screen. */
public final class PlaceboLines {
    /** What is said where a placebo would replace nobody. */
    public static final String NOBODY_CHOOSES =
            "Nobody chooses in this experiment: every actor is scripted, so a placebo would replace nobody.";

    private PlaceboLines() {}

    /** The lines of a table; none of an empty one. */
    static List<String> of(List<PlaceboTable.Row> table, int width) {
        List<String> lines = new ArrayList<>();
        if (table.isEmpty()) {
            return lines;
        }
        lines.addAll(TextTable.wrap(
                "The same with placebos, actors to whom payoffs do not matter (same chance, "
                        + table.get(0).n() + " pairs): regimes",
                width));
        regimes(table, lines, width);
        lines.addAll(TextTable.wrap(
                "Other headlines; * where the paired 95 % interval of the difference leaves out 0", width));
        numbers(table, lines, width);
        for (Placebo placebo : Placebo.values()) {
            List<PlaceboTable.Row> own = table.stream()
                    .filter(row -> row.placebo().equals(placebo.id()))
                    .toList();
            long differ = own.stream().filter(PlaceboTable.Row::differs).count();
            lines.addAll(TextTable.wrap(
                    (differ == 0 ? "No headline differs" : differ + " of " + own.size() + " headlines differ")
                            + " from " + placebo.id()
                            + (differ == 0 ? ": here it does not show that actors matter." : "."),
                    width));
        }
        return lines;
    }

    /** What is said of lock-in; none where no placebo was measured. */
    public static List<String> lockIn(List<LockInPlacebo> all, int width) {
        List<String> lines = new ArrayList<>();
        Map<String, List<String>> cells = new LinkedHashMap<>();
        for (LockInPlacebo each : all) {
            if (each.verdict()) {
                boolean same = each.answer().equals(each.withAnswer());
                lines.addAll(TextTable.wrap(
                        "The verdict " + (same ? "does not differ from" : "differs from") + " that of placebo "
                                + each.placebo() + ", " + each.withAnswer() + ".",
                        width));
            } else {
                List<String> own = cells.computeIfAbsent(
                        each.headline(),
                        key -> new ArrayList<>(List.of(shown(each.value().value(), false))));
                own.add(shown(each.with().value(), false) + (each.differs() ? " *" : "  "));
            }
        }
        if (!cells.isEmpty()) {
            lines.addAll(0, table(cells, width));
            lines.add(0, "Beside placebos; * where the interval of the difference leaves out 0");
        }
        return lines;
    }

    private static void regimes(List<PlaceboTable.Row> table, List<String> lines, int width) {
        Map<String, Map<String, List<Share>>> shares = new LinkedHashMap<>();
        for (PlaceboTable.Row row : table) {
            String[] name = row.headline().split("\\.");
            if (name[0].equals("regime")) {
                var of = shares.computeIfAbsent(name[1], date -> new LinkedHashMap<>());
                List<Share> run = of.computeIfAbsent("run", who -> new ArrayList<>());
                if (row.placebo().equals(Placebo.UNIFORM.id())) { // once: every placebo is beside the same run
                    run.add(new Share(name[2], row.value()));
                }
                of.computeIfAbsent(row.placebo(), who -> new ArrayList<>()).add(new Share(name[2], row.with()));
            }
        }
        var rows = new TextTable("", "", "");
        shares.forEach(
                (date, of) -> of.forEach((who, parts) -> rows.row(who.equals("run") ? date : "", who, largest(parts))));
        List<String> printed = rows.lines(width, "  ");
        lines.addAll(printed.subList(1, printed.size()));
    }

    private record Share(String regime, double share) {}

    /** The three largest shares, as the run's own regimes are shown. */
    private static String largest(List<Share> shares) {
        return shares.stream()
                .filter(each -> each.share() > 0)
                .sorted(Comparator.comparingDouble(Share::share).reversed())
                .limit(3)
                .map(each -> each.regime() + " " + Decimals.percent(each.share()))
                .collect(Collectors.joining(", "));
    }

    private static void numbers(List<PlaceboTable.Row> table, List<String> lines, int width) {
        Map<String, List<String>> cells = new LinkedHashMap<>();
        for (PlaceboTable.Row row : table) {
            String name = row.headline();
            if (!name.startsWith("regime.") && !name.startsWith("switches.") && !name.startsWith("homeRefinedEnd.")) {
                boolean share = name.startsWith("plays.");
                List<String> own =
                        cells.computeIfAbsent(name, key -> new ArrayList<>(List.of(shown(row.value(), share))));
                own.add(shown(row.with(), share) + (row.differs() ? " *" : "  "));
            }
        }
        lines.addAll(table(cells, width));
    }

    private static List<String> table(Map<String, List<String>> cells, int width) {
        List<String> header = new ArrayList<>(List.of("", ">run"));
        for (Placebo placebo : Placebo.values()) {
            header.add(">" + placebo.id() + "  ");
        }
        var rows = new TextTable(header.toArray(String[]::new));
        cells.forEach((name, own) -> {
            own.add(0, name.replace('.', ' '));
            rows.row(own);
        });
        return rows.lines(width, "  ");
    }

    private static String shown(double value, boolean share) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return share ? Decimals.percent(value) : Decimals.fixed(value, 2);
    }
}
