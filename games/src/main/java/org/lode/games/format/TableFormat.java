package org.lode.games.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/**
 * Payoff tables as CSV: one row per pure profile, in any order.
 *
 * <p>The header has the players' names and then one column of payoffs per player; a row has each player's strategy and then
 * each player's payoff. Strategies count in the order in which they first occur; every profile must occur once:
 *
 * <pre>{@code
 * Row,Column,payoff Row,payoff Column
 * up,left,4,4
 * up,right,0,3
 * down,left,3,0
 * down,right,3,3
 * }</pre>
 */
public final class TableFormat {
    private TableFormat() {}

    /**
     * Reads a game.
     *
     * @throws FormatException if the text is not such a table, with line and column
     */
    public static NormalForm read(Reader reader) throws IOException {
        Lines lines = new Lines(new Scanner(reader));
        List<String> header = lines.next();
        if (header.size() < 2 || header.size() % 2 != 0) {
            throw new FormatException(
                    1,
                    1,
                    "expected a header of players and as many payoff columns, found " + header.size()
                            + (header.size() == 1 ? " column" : " columns"));
        }
        int players = header.size() / 2;
        List<Map<String, Integer>> strategies = new ArrayList<>();
        for (int player = 0; player < players; player++) {
            strategies.add(new LinkedHashMap<>());
        }
        List<int[]> profiles = new ArrayList<>();
        List<Rational[]> payoffs = new ArrayList<>();
        List<Long> at = new ArrayList<>();
        for (List<String> row = lines.next(); !row.isEmpty(); row = lines.next()) {
            if (row.size() != header.size()) {
                throw lines.error(0, "expected " + header.size() + " columns, found " + row.size());
            }
            int[] profile = new int[players];
            Rational[] payoff = new Rational[players];
            for (int player = 0; player < players; player++) {
                Map<String, Integer> known = strategies.get(player);
                String name = row.get(player);
                profile[player] = known.computeIfAbsent(name, unseen -> known.size());
                try {
                    payoff[player] = Numbers.payoff(row.get(players + player).strip(), player);
                } catch (NumberFormatException e) {
                    throw lines.error(players + player, String.valueOf(e.getMessage()));
                }
            }
            profiles.add(profile);
            payoffs.add(payoff);
            at.add(lines.line());
        }
        int[] counts = strategies.stream().mapToInt(Map::size).toArray();
        return fill(counts, profiles, payoffs, at, lines)
                .named(
                        "",
                        header.subList(0, players),
                        strategies.stream()
                                .map(map -> List.copyOf(map.keySet()))
                                .toList());
    }

    private static NormalForm fill(
            int[] counts, List<int[]> profiles, List<Rational[]> payoffs, List<Long> at, Lines lines) {
        if (profiles.isEmpty()) {
            throw lines.error(0, "expected a row per profile, found the end of the file");
        }
        double size = 1;
        for (int count : counts) {
            size *= count;
        }
        // A table has a row per profile: a size that the rows cannot fill is refused before it takes memory.
        if (size > profiles.size()) {
            throw lines.error(
                    0,
                    String.format(
                            java.util.Locale.ROOT,
                            "expected %.0f rows, one per profile, found %d",
                            size,
                            profiles.size()));
        }
        PayoffTable table = new PayoffTable(counts);
        int cells = NormalForm.profiles(counts);
        long[] firstAt = new long[cells];
        for (int row = 0; row < profiles.size(); row++) {
            int index = 0;
            for (int player = 0; player < counts.length; player++) {
                index = index * counts[player] + profiles.get(row)[player];
            }
            if (firstAt[index] != 0) {
                throw new FormatException(
                        at.get(row), 1, "this profile already has its payoffs in line " + firstAt[index]);
            }
            firstAt[index] = at.get(row);
            for (int player = 0; player < counts.length; player++) {
                table.put(player * cells + index, payoffs.get(row)[player]);
            }
        }
        try {
            return table.game();
        } catch (IllegalArgumentException e) {
            throw lines.error(0, String.valueOf(e.getMessage()));
        }
    }

    /** Rows of comma-separated values; a value may stand in quotation marks, which are doubled inside. */
    private static final class Lines {
        private final Scanner scanner;
        private final List<Long> columns = new ArrayList<>();
        private long line = 1;

        Lines(Scanner scanner) {
            this.scanner = scanner;
        }

        /** Returns the next row that is not blank; empty at the end. */
        List<String> next() throws IOException {
            List<String> row = new ArrayList<>();
            columns.clear();
            int c = scanner.skip(false);
            line = scanner.line();
            columns.add(scanner.column());
            if (c < 0) {
                return row;
            }
            StringBuilder value = new StringBuilder();
            boolean quoted = false;
            for (; c >= 0 && (quoted || (c != '\n' && c != '\r')); c = scanner.peek()) {
                scanner.take();
                if (c == '"') {
                    if (quoted && scanner.peek() == '"') {
                        scanner.take();
                        value.append('"');
                    } else {
                        quoted = !quoted;
                    }
                } else if (c == ',' && !quoted) {
                    row.add(value.toString().strip());
                    value.setLength(0);
                    columns.add(scanner.column());
                } else {
                    value.append((char) c);
                }
            }
            if (quoted) {
                throw error(columns.size() - 1, "this quotation mark is never closed");
            }
            row.add(value.toString().strip());
            return row;
        }

        long line() {
            return line;
        }

        FormatException error(int column, String message) {
            return new FormatException(line, columns.get(column), message);
        }
    }
}
