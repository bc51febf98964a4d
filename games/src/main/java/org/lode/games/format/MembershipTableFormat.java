package org.lode.games.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lode.games.coalition.MembershipTable;
import org.lode.games.form.Payoff;

/**
 * Tables of all memberships as CSV: comma-separated, a column {@code members} (names joined by semicolons, empty for
 * nobody) and one payoff column per actor, one row per membership in any order. Refuses what is not exactly that, with
 * the file's name and line.
 */
public final class MembershipTableFormat {
    private static final String MEMBERS = "members";

    private final String file;
    private int line;
    private List<String> names = List.of();
    private int membersColumn;
    private final Map<String, Integer> actorOf = new LinkedHashMap<>();

    private MembershipTableFormat(String file) {
        this.file = file;
    }

    /**
     * Reads a table.
     *
     * @param text the file's text, read to its end, not closed
     * @param file its name, for messages
     * @throws IllegalArgumentException if the text is not a complete table; the message starts with {@code file:line:}
     */
    public static MembershipTable read(Reader text, String file) throws IOException {
        return new MembershipTableFormat(file).table(new BufferedReader(text, 1 << 16));
    }

    private MembershipTable table(BufferedReader text) throws IOException {
        header(text.readLine());
        MembershipTable.Builder table = new MembershipTable.Builder(names);
        List<Integer> lines = new ArrayList<>(); // of each row, to name the first of a repeated pair
        List<String> cells = new ArrayList<>();
        double[] payoffs = new double[names.size()];
        for (String row = text.readLine(); row != null; row = text.readLine()) {
            line++;
            if (row.isBlank()) {
                continue;
            }
            split(row, cells);
            if (cells.size() != names.size() + 1) {
                throw refuse("cells (" + cells.size() + ") must be " + (names.size() + 1)
                        + ": members and one payoff per actor");
            }
            int members = members(cells.get(membersColumn));
            int before = table.rowOf(members);
            if (before >= 0) {
                throw refuse("membership (" + show(cells.get(membersColumn)) + ") is repeated; first given in line "
                        + lines.get(before));
            }
            for (int actor = 0; actor < payoffs.length; actor++) {
                int column = actor < membersColumn ? actor : actor + 1;
                payoffs[actor] = payoff(cells.get(column), names.get(actor));
            }
            table.add(members, payoffs);
            lines.add(line);
        }
        complete(table);
        return table.build();
    }

    private void header(@Nullable String header) {
        line = 1;
        if (header == null) {
            throw refuse("the file is empty; expected a header: members and the actors' names");
        }
        List<String> cells = new ArrayList<>();
        split(header.startsWith("\uFEFF") ? header.substring(1) : header, cells);
        membersColumn = cells.indexOf(MEMBERS);
        if (membersColumn < 0) {
            throw refuse("no column is called members; the columns are " + String.join(", ", cells));
        }
        for (int column = 0; column < cells.size(); column++) {
            String name = cells.get(column);
            if (column == membersColumn) {
                continue;
            }
            if (name.isEmpty() || name.indexOf(';') >= 0) {
                throw refuse("column " + (column + 1) + " (" + show(name) + ") must be an actor's name without ';'");
            }
            if (name.equals(MEMBERS) || actorOf.put(name, actorOf.size()) != null) {
                throw refuse("column " + name + " is repeated");
            }
        }
        names = List.copyOf(actorOf.keySet());
        if (names.isEmpty() || names.size() > MembershipTable.MOST_ACTORS_TABLED) {
            throw refuse("actors (" + names.size() + ") must be 1 to " + MembershipTable.MOST_ACTORS_TABLED
                    + " for a table of all memberships");
        }
    }

    private int members(String cell) {
        int members = 0;
        int from = 0;
        while (from < cell.length() || (from > 0 && from == cell.length() && cell.charAt(from - 1) == ';')) {
            int end = cell.indexOf(';', from);
            String name = cell.substring(from, end < 0 ? cell.length() : end).strip();
            Integer actor = actorOf.get(name);
            if (actor == null) {
                throw refuse("member (" + show(name) + ") is not an actor; the actors are " + String.join(", ", names));
            }
            if ((members >>> actor & 1) != 0) {
                throw refuse("member " + name + " is named twice in " + cell);
            }
            members |= 1 << actor;
            if (end < 0) {
                break;
            }
            from = end + 1;
        }
        return members;
    }

    private double payoff(String cell, String actor) {
        double payoff = CsvRow.number(cell);
        if (Double.isNaN(payoff)) {
            throw refuse("payoff of " + actor + " (" + show(cell) + ") must be a finite number");
        }
        if (!Payoff.isSound(payoff)) {
            throw refuse("payoff of " + actor + " (" + show(cell) + ") " + Payoff.RULE);
        }
        return payoff;
    }

    private void complete(MembershipTable.Builder table) {
        int memberships = 1 << names.size();
        if (table.rows() < memberships) {
            throw refuse("membership (" + show(table.firstMissing()) + ") is missing; " + names.size() + " actors have "
                    + memberships + " memberships, found " + table.rows());
        }
    }

    private void split(String row, List<String> cells) {
        if (!CsvRow.split(row, cells)) {
            throw refuse("a quote is not closed");
        }
    }

    private static String show(String text) {
        return text.isEmpty() ? "empty" : text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    private IllegalArgumentException refuse(String what) {
        return new IllegalArgumentException(file + ":" + line + ": " + what);
    }
}
