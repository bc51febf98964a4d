package org.lode.sim.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.lode.sim.lockin.Regime;
import org.lode.sim.results.CsvTable;
import org.lode.sim.results.ResultFiles;

/**
 * What the replications of one scenario recorded, column by column. Replications that failed are not in it. Memory: eight
 * bytes per number, replication and round of the columns read, one per regime and strategy.
 */
public final class Recorded {
    private static final String COMMITMENT = "commitment.";
    /** Columns of rounds that a run's figures and summary show, by what stands before the point. */
    private static final Set<String> SHOWN =
            Set.of("wedge", "chainCost", "adoption", "homePrice", "poolPrice", "homeRefined");

    private final List<String> dates;
    private final int replications;
    private final byte[] regimes;
    private final Map<String, double[]> columns;
    private final Map<String, Menu> menus;

    /**
     * Who played what.
     *
     * @param strategies ids, by first appearance
     * @param played by replication and round: index into {@code strategies}, or -1
     * @param embedding by club, then replication and round
     */
    private record Menu(List<String> strategies, byte[] played, Map<String, float[]> embedding) {}

    private Recorded(
            List<String> dates,
            int replications,
            byte[] regimes,
            Map<String, double[]> columns,
            Map<String, Menu> menus) {
        this.dates = dates;
        this.replications = replications;
        this.regimes = regimes;
        this.columns = columns;
        this.menus = menus;
    }

    /**
     * Reads the rounds and strategies of a result directory with one point; of more, the first. Empty if no replication was
     * recorded.
     *
     * @throws IOException if a file is missing or not as it should be
     */
    public static Optional<Recorded> read(Path directory) throws IOException {
        return read(directory, column -> true, true);
    }

    /** The same with only the columns that a run's figures and summary show, in half the memory. */
    public static Optional<Recorded> readShown(Path directory) throws IOException {
        return read(directory, column -> SHOWN.contains(column.replaceFirst("[.].*", "")), true);
    }

    /** Reads the rounds only, as {@link #read}: nobody's strategies. */
    public static Optional<Recorded> rounds(Path directory) throws IOException {
        return read(directory, column -> true, false);
    }

    private static Optional<Recorded> read(Path directory, Predicate<String> wanted, boolean strategies)
            throws IOException {
        Path rounds = directory.resolve(ResultFiles.ROUNDS);
        var dates = new ArrayList<String>();
        int replications = size(rounds, dates);
        if (replications == 0) {
            return Optional.empty();
        }
        int cells = replications * dates.size();
        byte[] regimes = new byte[cells];
        Map<String, double[]> columns = new LinkedHashMap<>();
        try (CsvTable table = CsvTable.open(rounds)) {
            List<String> names = table.columns();
            int first = table.column("regime") + 1;
            int[] place = new int[names.size()];
            double[][] values = new double[names.size()][];
            int shown = 0;
            for (int c = first; c < names.size(); c++) {
                if (wanted.test(names.get(c))) {
                    place[shown] = c;
                    values[shown] = new double[cells];
                    columns.put(names.get(c), values[shown++]);
                }
            }
            var row = new Place(table, dates.size());
            while (table.next() && row.move()) {
                regimes[row.cell] = (byte) Regime.of(table.text(first - 1)).ordinal();
                for (int c = 0; c < shown; c++) {
                    values[c][row.cell] = table.number(place[c]);
                }
            }
        }
        return Optional.of(new Recorded(
                List.copyOf(dates),
                replications,
                regimes,
                columns,
                strategies ? menus(directory, dates.size(), cells) : Map.of()));
    }

    private static int size(Path rounds, List<String> dates) throws IOException {
        try (CsvTable table = CsvTable.open(rounds)) {
            int date = table.column("date");
            var place = new Place(table, Integer.MAX_VALUE);
            int replications = 0;
            while (table.next() && place.move()) {
                replications = place.replications;
                if (replications == 1) {
                    dates.add(table.text(date));
                }
            }
            return replications;
        }
    }

    private static Map<String, Menu> menus(Path directory, int rounds, int cells) throws IOException {
        Map<String, Menu> menus = new LinkedHashMap<>();
        if (!Files.exists(directory.resolve(ResultFiles.STRATEGIES))) {
            return menus; // recording rounds only
        }
        try (CsvTable table = CsvTable.open(directory.resolve(ResultFiles.STRATEGIES))) {
            int actor = table.column("actor");
            int strategy = table.column("strategy");
            Map<String, Integer> clubs = new LinkedHashMap<>();
            for (String name : table.columns()) {
                if (name.startsWith(COMMITMENT)) {
                    clubs.put(name.substring(COMMITMENT.length()), table.column(name));
                }
            }
            var place = new Place(table, rounds);
            while (table.next() && place.move()) {
                Menu menu = menus.computeIfAbsent(table.text(actor), id -> {
                    byte[] none = new byte[cells];
                    Arrays.fill(none, (byte) -1);
                    Map<String, float[]> embedding = new LinkedHashMap<>();
                    clubs.keySet().forEach(club -> embedding.put(club, new float[cells]));
                    return new Menu(new ArrayList<>(), none, embedding);
                });
                int at = menu.strategies.indexOf(table.text(strategy));
                if (at < 0) {
                    at = menu.strategies.size();
                    menu.strategies.add(table.text(strategy));
                }
                menu.played[place.cell] = (byte) at;
                clubs.forEach((club, column) -> {
                    float[] path = menu.embedding.get(club);
                    if (path != null) {
                        path[place.cell] = (float) table.number(column);
                    }
                });
            }
        }
        return menus;
    }

    /** Where a row belongs: replications in the order of the file, whatever their numbers. */
    private static final class Place {
        private final CsvTable table;
        private final int rounds;
        private final int point;
        private final int replication;
        private final int round;
        private String firstPoint = "";
        private String current = "";
        private int replications;
        private int cell;

        Place(CsvTable table, int rounds) {
            this.table = table;
            this.rounds = rounds;
            point = table.column("point");
            replication = table.column("replication");
            round = table.column("round");
        }

        /** Takes in the row at hand; false if it belongs to another point than the first. */
        boolean move() throws IOException {
            if (replications == 0) {
                firstPoint = table.text(point);
            } else if (!table.text(point).equals(firstPoint)) {
                return false;
            }
            if (replications == 0 || !table.text(replication).equals(current)) {
                current = table.text(replication);
                replications++;
            }
            double at = table.number(round);
            if (!(at >= 0 && at < rounds) || at != (int) at) {
                throw new IOException("round (" + table.text(round) + ") must be a whole number below " + rounds);
            }
            cell = (replications - 1) * rounds + (int) at;
            return true;
        }
    }

    public int replications() {
        return replications;
    }

    public int rounds() {
        return dates.size();
    }

    /** First month of each round, such as 2026-01. */
    public List<String> dates() {
        return dates;
    }

    /** The year in which a round begins, with the month as a fraction. */
    public double year(int round) {
        String date = dates.get(round);
        return Integer.parseInt(date.substring(0, 4)) + (Integer.parseInt(date.substring(5, 7)) - 1) / 12.0;
    }

    /** Whether a column was recorded, such as {@code poolPrice.ndpr}. */
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Names of the columns, in the order of the file. */
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /** The ends of the columns that start with {@code prefix} and a point: minerals of {@code poolPrice}. */
    public List<String> ending(String prefix) {
        return columns.keySet().stream()
                .filter(name -> name.startsWith(prefix + "."))
                .map(name -> name.substring(prefix.length() + 1))
                .toList();
    }

    /** The values of a column in one round, by replication, as a new array. */
    public double[] at(String column, int round) {
        double[] values = column(column);
        double[] sample = new double[replications];
        for (int r = 0; r < replications; r++) {
            sample[r] = values[r * rounds() + round];
        }
        return sample;
    }

    private double[] column(String name) {
        double[] values = columns.get(name);
        if (values == null) {
            throw new IllegalArgumentException(
                    "column (" + name + ") must be one of " + new TreeSet<>(columns.keySet()));
        }
        return values;
    }

    /** The regime of a replication in a round. */
    public Regime regime(int replication, int round) {
        return Regime.values()[regimes[replication * rounds() + round]];
    }

    /** How many replications are in a regime in a round. */
    public int count(Regime regime, int round) {
        int count = 0;
        for (int r = 0; r < replications; r++) {
            count += regime(r, round) == regime ? 1 : 0;
        }
        return count;
    }

    /** Actors that chose, in the order of the file. */
    public List<String> actors() {
        return List.copyOf(menus.keySet());
    }

    /** Strategies that an actor ever played, by first appearance. */
    public List<String> strategies(String actor) {
        return List.copyOf(menu(actor).strategies);
    }

    private Menu menu(String actor) {
        Menu menu = menus.get(actor);
        if (menu == null) {
            throw new IllegalArgumentException("actor (" + actor + ") must be one of " + menus.keySet());
        }
        return menu;
    }

    /** What an actor played in a replication and round: index into {@link #strategies}, or -1. */
    public int played(String actor, int replication, int round) {
        return menu(actor).played[replication * rounds() + round];
    }

    /** How many replications had an actor play a strategy in a round. */
    public int count(String actor, int strategy, int round) {
        byte[] played = menu(actor).played;
        int count = 0;
        for (int r = 0; r < replications; r++) {
            count += played[r * rounds() + round] == strategy ? 1 : 0;
        }
        return count;
    }

    /**
     * The first round in which an actor is embedded in a club at least so deeply, for each replication in which it ever is;
     * none if the club's commitments were not recorded.
     *
     * @param least embedding, 0..1
     */
    public double[] joined(String actor, String club, double least) {
        float[] embedding = menu(actor).embedding.get(club);
        double[] rounds = new double[embedding == null ? 0 : replications];
        int found = 0;
        for (int r = 0; embedding != null && r < replications; r++) {
            for (int t = 0; t < rounds(); t++) {
                if (embedding[r * rounds() + t] >= least) {
                    rounds[found++] = t;
                    break;
                }
            }
        }
        return Arrays.copyOf(rounds, found);
    }
}
