package org.lode.games.coalition;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of all memberships: comma-separated, a column {@code members} (names joined by semicolons, empty for
 * nobody) and one payoff column per actor, one row per membership in any order. Refuses what is not exactly that, with
 * the file's name and line.
 */
public final class MembershipTableReader {
    private static final String MEMBERS = "members";

    private final String file;
    private int line;
    private List<String> names = List.of();
    private int membersColumn;
    private final Map<String, Integer> actorOf = new LinkedHashMap<>();

    private MembershipTableReader(String file) {
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
        return new MembershipTableReader(file).table(new BufferedReader(text, 1 << 16));
    }

    private MembershipTable table(BufferedReader text) throws IOException {
        header(text.readLine());
        MembershipTable.Builder table = new MembershipTable.Builder(names);
        List<Integer> lines = new ArrayList<>(); // of each row, to name the first of a repeated pair
        List<String> cells = new ArrayList<>();
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
            double[] into = table.next(members);
            for (int actor = 0; actor < names.size(); actor++) {
                int column = actor < membersColumn ? actor : actor + 1;
                into[table.offset() + actor] = payoff(cells.get(column), names.get(actor));
            }
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
        double payoff;
        try {
            char last = cell.isEmpty() ? ' ' : cell.charAt(cell.length() - 1);
            boolean javaOnly = last == 'd' || last == 'D' || last == 'f' || last == 'F' || cell.indexOf('x') >= 0;
            payoff = javaOnly ? Double.NaN : Double.parseDouble(cell); // Java would take 1d and 0x1p3
        } catch (NumberFormatException e) {
            payoff = Double.NaN;
        }
        if (!Double.isFinite(payoff)) {
            throw refuse("payoff of " + actor + " (" + show(cell) + ") must be a finite number");
        }
        return payoff;
    }

    private void complete(MembershipTable.Builder table) {
        int memberships = 1 << names.size();
        if (table.rows() == memberships) {
            return;
        }
        MembershipTable soFar = table.build();
        for (int members = 0; members < memberships; members++) {
            if (table.rowOf(members) < 0) {
                throw refuse("membership (" + show(soFar.text(members)) + ") is missing; " + names.size()
                        + " actors have " + memberships + " memberships, found " + table.rows());
            }
        }
    }

    /** Splits a line at commas outside quotes; doubled quotes inside quotes stand for one. Cells are stripped. */
    private void split(String row, List<String> cells) {
        cells.clear();
        if (row.indexOf('"') < 0) {
            int from = 0;
            for (int comma = row.indexOf(','); comma >= 0; comma = row.indexOf(',', from)) {
                cells.add(row.substring(from, comma).strip());
                from = comma + 1;
            }
            cells.add(row.substring(from).strip());
            return;
        }
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int k = 0; k < row.length(); k++) {
            char c = row.charAt(k);
            if (c == '"' && quoted && k + 1 < row.length() && row.charAt(k + 1) == '"') {
                cell.append('"');
                k++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw refuse("a quote is not closed");
        }
        cells.add(cell.toString().strip());
    }

    private static String show(String text) {
        return text.isEmpty() ? "empty" : text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    private IllegalArgumentException refuse(String what) {
        return new IllegalArgumentException(file + ":" + line + ": " + what);
    }
}
