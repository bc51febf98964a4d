package org.lode.games.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lode.games.coalition.MembershipTable;
import org.lode.games.coalition.TariffClub;

/**
 * Clubs with a tariff on outsiders as CSV: a row per actor with the columns {@code actor}, {@code cost} and {@code benefit} of
 * being a member, perhaps {@code spillover} (what its membership gives to all others together), and one column per actor with
 * the value of the row's exports to it. All in one unit of money a year. Refuses what is not exactly that, with the file's name
 * and line.
 */
public final class TariffClubFormat {
    private static final String ACTOR = "actor";
    private static final String COST = "cost";
    private static final String BENEFIT = "benefit";
    private static final String SPILLOVER = "spillover";
    private static final List<String> KEYS = List.of(ACTOR, COST, BENEFIT, SPILLOVER);

    private final String file;
    private int line;
    /** Names of the columns: the keys, and the actors to whom the exports go. */
    private final List<String> columns = new ArrayList<>();

    private List<String> names = List.of();

    private TariffClubFormat(String file) {
        this.file = file;
    }

    /**
     * A club with its actors' names.
     *
     * @param names in the order of their bits, which is that of their columns
     */
    public record Named(List<String> names, TariffClub club) {
        public Named {
            names = List.copyOf(names);
        }
    }

    /** Whether a file's first line is the header of such a club: it has a column {@code actor}. */
    public static boolean isHeader(String header) {
        List<String> cells = new ArrayList<>();
        CsvRow.split(plain(header), cells);
        return cells.contains(ACTOR);
    }

    /**
     * Reads a club.
     *
     * @param text the file's text, read to its end, not closed
     * @param file its name, for messages
     * @throws IllegalArgumentException if the text is not a club; the message starts with {@code file:line:}
     */
    public static Named read(Reader text, String file) throws IOException {
        return new TariffClubFormat(file).club(new BufferedReader(text));
    }

    private Named club(BufferedReader text) throws IOException {
        header(text.readLine());
        int n = names.size();
        double[] netGain = new double[n];
        double[] spillover = new double[n];
        double[][] trade = new double[n][n];
        int[] lineOf = new int[n];
        List<String> cells = new ArrayList<>();
        for (String row = text.readLine(); row != null; row = text.readLine()) {
            line++;
            if (row.isBlank()) {
                continue;
            }
            split(row, cells);
            if (cells.size() != columns.size()) {
                throw refuse("cells (" + cells.size() + ") must be " + columns.size() + ", as in the header");
            }
            String name = cell(cells, ACTOR);
            int actor = names.indexOf(name);
            if (actor < 0) {
                throw refuse("actor (" + show(name) + ") must be one of the columns of exports: "
                        + String.join(", ", names));
            }
            if (lineOf[actor] > 0) {
                throw refuse("actor " + name + " is repeated; first given in line " + lineOf[actor]);
            }
            lineOf[actor] = line;
            netGain[actor] = number(cells, BENEFIT, name) - number(cells, COST, name);
            spillover[actor] = columns.contains(SPILLOVER) ? number(cells, SPILLOVER, name) : 0;
            for (int other = 0; other < n; other++) {
                trade[actor][other] = exports(cells, actor, other);
            }
        }
        for (int actor = 0; actor < n; actor++) {
            if (lineOf[actor] == 0) {
                throw refuse("actor " + names.get(actor) + " has a column of exports to it and no row");
            }
        }
        return new Named(names, new TariffClub(netGain, spillover, trade));
    }

    private void header(@Nullable String header) {
        line = 1;
        if (header == null) {
            throw refuse("the file is empty; expected a header: actor, cost, benefit and the actors' names");
        }
        List<String> cells = new ArrayList<>();
        split(plain(header), cells);
        List<String> actors = new ArrayList<>();
        for (String name : cells) {
            if (name.isEmpty() || name.indexOf(';') >= 0) {
                throw refuse("column " + (columns.size() + 1) + " (" + show(name) + ") must be a name without ';'");
            }
            if (columns.contains(name)) {
                throw refuse("column " + name + " is repeated");
            }
            columns.add(name);
            if (!KEYS.contains(name)) {
                actors.add(name);
            }
        }
        for (String key : List.of(ACTOR, COST, BENEFIT)) {
            if (!columns.contains(key)) {
                throw refuse("no column is called " + key + "; the columns are " + String.join(", ", cells));
            }
        }
        names = List.copyOf(actors);
        if (names.isEmpty() || names.size() > MembershipTable.MOST_ACTORS_TABLED) {
            throw refuse("columns of exports (" + names.size() + ") must be 1 to " + MembershipTable.MOST_ACTORS_TABLED
                    + ", one per actor");
        }
    }

    private double exports(List<String> cells, int actor, int other) {
        String to = names.get(other);
        if (actor == other && cell(cells, to).isEmpty()) {
            return 0;
        }
        double value = number(cells, to, names.get(actor));
        if (!(value >= 0) || actor == other && value != 0) {
            throw refuse("exports of " + names.get(actor) + " to " + to + " (" + show(cell(cells, to)) + ") must be "
                    + (actor == other ? "0 or empty" : "at least 0"));
        }
        return value;
    }

    private double number(List<String> cells, String column, String actor) {
        String cell = cell(cells, column);
        double value = CsvRow.number(cell);
        if (Double.isNaN(value)) {
            throw refuse((KEYS.contains(column) ? column + " of " + actor : "exports of " + actor + " to " + column)
                    + " (" + show(cell) + ") must be a finite number");
        }
        return value;
    }

    private String cell(List<String> cells, String column) {
        return cells.get(columns.indexOf(column));
    }

    private void split(String row, List<String> cells) {
        if (!CsvRow.split(row, cells)) {
            throw refuse("a quote is not closed");
        }
    }

    private static String plain(String header) {
        return header.startsWith("\uFEFF") ? header.substring(1) : header;
    }

    private static String show(String text) {
        return text.isEmpty() ? "empty" : text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    private IllegalArgumentException refuse(String what) {
        return new IllegalArgumentException(file + ":" + line + ": " + what);
    }
}
