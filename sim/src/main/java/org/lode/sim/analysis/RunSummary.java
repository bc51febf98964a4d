package org.lode.sim.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.sim.lockin.Regime;
import org.lode.sim.results.CsvTable;
import org.lode.sim.results.Headlines;
import org.lode.sim.results.ResultFiles;

/** What a run showed, on one screen: regimes, clubs, prices, shares, cost, equilibria. Plain ASCII. */
public final class RunSummary {
    /** Embedding from which an actor counts as in a club. */
    private static final double IN = 0.5;
    /** What the rows in which chance decides are called. */
    private static final Map<String, String> CHANCE = Map.of(
            "mixed", "Mixed equilibrium found",
            "near", "No mixed equilibrium within the work allowed, nearest profile",
            "correlated-best", "best correlated",
            "correlated-worst", "worst correlated",
            "coarse-learned", "coarse correlated lottery learned");

    private final Recorded recorded;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private RunSummary(Recorded recorded, int width) {
        this.recorded = recorded;
        this.width = width;
    }

    /**
     * The summary's lines.
     *
     * @param name of the scenario
     * @param equilibria lines about the stage games of the report rounds, see {@link #equilibria}; may be empty
     * @param reasons why actors play what they play; may be empty
     * @param placebos headlines beside those of the placebos; may be empty
     * @param width of the terminal, at least 60
     */
    public static List<String> lines(
            String name,
            Recorded recorded,
            List<String> equilibria,
            List<Why> reasons,
            List<PlaceboTable.Row> placebos,
            int width) {
        if (width < 60) {
            throw new IllegalArgumentException("width (" + width + ") must be at least 60");
        }
        var summary = new RunSummary(recorded, width);
        summary.head(name);
        summary.regimes();
        summary.block(PlaceboLines.of(placebos, width));
        summary.block(WhyLines.of(recorded, reasons, width));
        summary.clubs();
        summary.prices();
        summary.totals();
        summary.lines.add("");
        for (String line : equilibria) {
            summary.lines.addAll(TextTable.wrap(line, width));
        }
        summary.lines.addAll(TextTable.wrap(
                "Lock-in is not measured by a run: that takes forks of it on which policies are reversed.", width));
        return List.copyOf(summary.lines);
    }

    /** A line per round about the stage games in a result directory's {@code equilibria.csv}; none if it has no such file. */
    public static List<String> equilibria(Path directory) throws IOException {
        Path file = directory.resolve(ResultFiles.EQUILIBRIA);
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> first = new LinkedHashMap<>();
        Map<String, String> refused = new LinkedHashMap<>();
        Map<String, String> chance = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return List.of();
        }
        try (CsvTable table = CsvTable.open(file)) {
            int round = table.column("round");
            int date = table.column("date");
            int type = table.column("type");
            int profile = table.column("profile");
            int note = table.column("note");
            int regret = table.column("regret");
            int welfare = table.column("welfare");
            while (table.next()) {
                String at = table.text(round) + " (" + table.text(date) + ")";
                boolean pure = table.text(type).equals("pure");
                counts.merge(at, pure ? 1 : 0, Integer::sum);
                // A round whose game was solved has a row of type best; one that was not has only the note that says
                // why.
                if (table.text(type).equals("note")) {
                    refused.putIfAbsent(at, table.text(note));
                } else {
                    refused.put(at, "");
                }
                if (CHANCE.containsKey(table.text(type))) {
                    String said = CHANCE.get(table.text(type)) + ", regret " + Decimals.three(table.number(regret))
                            + (table.text(welfare).isEmpty()
                                    ? ""
                                    : ", welfare " + Decimals.three(table.number(welfare)));
                    chance.merge(at, said, (before, more) -> before + "; " + more);
                }
                if (pure) {
                    first.putIfAbsent(at, table.text(profile).replace('=', ' ').replace(";", ", "));
                }
            }
        }
        List<String> lines = new ArrayList<>();
        counts.forEach((at, count) -> lines.add("Stage game of round " + at + ": "
                + (!refused.getOrDefault(at, "").isEmpty()
                        ? refused.get(at) + "."
                        : count == 0
                                ? "no pure equilibrium."
                                : count + (count == 1 ? " pure equilibrium, " : " pure equilibria, the first ")
                                        + first.get(at) + ".")
                + (chance.containsKey(at) ? " " + chance.get(at) + "." : "")));
        return lines;
    }

    private void head(String name) {
        int last = recorded.rounds() - 1;
        lines.add(name + ": " + count(recorded.replications(), "replication") + ", " + count(last + 1, "round")
                + " from " + recorded.dates().get(0) + " to " + recorded.dates().get(last));
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private void regimes() {
        lines.add("");
        lines.add("Regime, share of replications (95 % Wilson interval)");
        var table = new TextTable("", "");
        for (int round : Headlines.marks(recorded.rounds())) {
            var parts = new ArrayList<String>();
            for (int rank = 0; rank < 3; rank++) {
                Regime regime = ranked(round, rank);
                int count = recorded.count(regime, round);
                if (count > 0) {
                    Interval share = Intervals.wilson(count, recorded.replications(), 0.95);
                    parts.add(regime.id() + " " + Decimals.percent(share.estimate()) + " ("
                            + Decimals.fixed(100 * share.low(), 0) + "-" + Decimals.fixed(100 * share.high(), 0)
                            + ")");
                }
            }
            table.row(recorded.dates().get(round), String.join(", ", parts));
        }
        List<String> rows = table.lines(width, "  ");
        lines.addAll(rows.subList(1, rows.size()));
        changes();
    }

    /** The regime of a rank by number of replications, ties in the order of the regimes. */
    private Regime ranked(int round, int rank) {
        List<Regime> regimes = new ArrayList<>(List.of(Regime.values()));
        regimes.sort((a, b) -> recorded.count(b, round) - recorded.count(a, round));
        return regimes.get(rank);
    }

    private void changes() {
        double[] changes = new double[recorded.replications()];
        double[] last = new double[recorded.replications()];
        for (int r = 0; r < changes.length; r++) {
            for (int t = 1; t < recorded.rounds(); t++) {
                if (recorded.regime(r, t) != recorded.regime(r, t - 1)) {
                    changes[r]++;
                    last[r] = t;
                }
            }
        }
        double never = Arrays.stream(changes).filter(n -> n == 0).count() / (double) changes.length;
        Summary lastChange = Summary.of(last);
        lines.addAll(TextTable.wrap(
                "Changes per replication: median "
                        + Decimals.fixed(Summary.of(changes).median(), 0) + "; none in "
                        + Decimals.percent(never) + "; the last in "
                        + recorded.dates().get((int) lastChange.median())
                        + " (median).",
                width));
    }

    private void block(List<String> block) {
        if (!block.isEmpty()) {
            lines.add("");
            lines.addAll(block);
        }
    }

    private void clubs() {
        List<String> clubs = recorded.ending("adoption");
        if (clubs.isEmpty() || recorded.actors().isEmpty()) {
            return;
        }
        lines.add("");
        lines.addAll(TextTable.wrap(
                "Who is in a club (embedded by half or more): share of replications, median date", width));
        var table = new TextTable("", "");
        for (String club : clubs) {
            var parts = new ArrayList<String>();
            for (String actor : recorded.actors()) {
                double[] rounds = recorded.joined(actor, club, IN);
                if (rounds.length > 0) {
                    parts.add(actor + " " + Decimals.percent((double) rounds.length / recorded.replications()) + " "
                            + recorded.dates().get((int) Summary.of(rounds).median()));
                }
            }
            table.row(club, parts.isEmpty() ? "nobody" : String.join(", ", parts));
        }
        List<String> rows = table.lines(width, "  ");
        lines.addAll(rows.subList(1, rows.size()));
    }

    private void prices() {
        List<String> minerals = recorded.ending("poolPrice");
        if (minerals.isEmpty()) {
            return;
        }
        int last = recorded.rounds() - 1;
        int[] rounds = Arrays.stream(new int[] {0, last / 2, last}).distinct().toArray();
        lines.add("");
        lines.addAll(TextTable.wrap(
                "Medians: outside price, USD/kg; the same over China's; China's share of refining", width));
        var header = new ArrayList<String>();
        header.add("");
        for (int part = 0; part < 3; part++) {
            for (int round : rounds) {
                header.add(">" + recorded.dates().get(round).substring(0, 4));
            }
        }
        var table = new TextTable(header.toArray(String[]::new));
        for (String mineral : minerals) {
            var row = new ArrayList<String>();
            row.add(mineral);
            for (int round : rounds) {
                row.add(Decimals.three(median("poolPrice." + mineral, round)));
            }
            for (int round : rounds) {
                double[] pool = recorded.at("poolPrice." + mineral, round);
                double[] home = recorded.at("homePrice." + mineral, round);
                for (int r = 0; r < pool.length; r++) {
                    pool[r] /= home[r];
                }
                row.add(Decimals.fixed(Summary.of(pool).median(), 2));
            }
            for (int round : rounds) {
                row.add(Decimals.percent(median("homeRefined." + mineral, round)));
            }
            table.row(row);
        }
        lines.addAll(table.lines(width, "  "));
    }

    private double median(String column, int round) {
        return Summary.of(recorded.at(column, round)).median();
    }

    private void totals() {
        if (!recorded.has("chainCost")) {
            return;
        }
        lines.add("");
        int last = recorded.rounds() - 1;
        for (String[] total :
                new String[][] {{"wedge", "Wedge over minerals"}, {"chainCost", "Chain cost outside China, base 1"}}) {
            if (recorded.has(total[0])) {
                Summary end = Summary.of(recorded.at(total[0], last));
                lines.addAll(TextTable.wrap(
                        total[1] + ": " + Decimals.fixed(median(total[0], 0), 2) + " in "
                                + recorded.dates().get(0) + ", " + Decimals.fixed(end.median(), 2) + " ("
                                + Decimals.fixed(end.q10(), 2) + "-" + Decimals.fixed(end.q90(), 2) + ", 10-90 %) in "
                                + recorded.dates().get(last) + ".",
                        width));
            }
        }
    }
}
