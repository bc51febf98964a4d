package org.lode.games.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/**
 * Gambit's strategic-form files (.nfg), both the payoff and the outcome version.
 *
 * <p>Reads a stream once and holds nothing but the table, so memory is that of the game. Integers, decimals, scientific
 * notation and fractions are read exactly. The files let the first player vary fastest, our tables the last.
 */
public final class GambitFormat {
    private GambitFormat() {}

    /**
     * Reads a game.
     *
     * @throws FormatException if the text is not such a file, with line and column
     */
    public static NormalForm read(Reader reader) throws IOException {
        return new Parse(new Scanner(reader)).game();
    }

    /** Writes a game in the payoff version; reading it back gives an equal game. */
    public static void write(NormalForm game, Appendable to) throws IOException {
        to.append("NFG 1 R ").append(quoted(game.title())).append("\n{");
        for (int player = 0; player < game.players(); player++) {
            to.append(' ').append(quoted(game.playerName(player)));
        }
        to.append(" }\n\n{");
        for (int player = 0; player < game.players(); player++) {
            to.append(" {");
            for (int s = 0; s < game.strategies(player); s++) {
                to.append(' ').append(quoted(game.strategyName(player, s)));
            }
            to.append(" }\n");
        }
        to.append("}\n\n");
        Order order = new Order(game.shape());
        do {
            for (int player = 0; player < game.players(); player++) {
                to.append(player == 0 ? "" : " ").append(number(game, player, order.index));
            }
            to.append('\n');
        } while (order.next());
    }

    private static String number(NormalForm game, int player, int index) {
        double rounded = game.payoff(player, index);
        if (rounded == Math.rint(rounded) && Math.abs(rounded) < 0x1p53) {
            return exactText(game, player, index, Numbers.text(rounded));
        }
        String decimal = Numbers.text(rounded);
        return exactText(game, player, index, decimal);
    }

    /** A decimal stands for the double nearest to it only if no exact fraction says otherwise. */
    private static String exactText(NormalForm game, int player, int index, String decimal) {
        Rational exact = game.exactPayoff(player, index);
        return exact.equals(Rational.of(game.payoff(player, index))) ? decimal : exact.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The profiles in the files' order, numbered as in tables. */
    private static final class Order {
        private final int[] counts;
        private final int[] strides;
        private final int[] profile;
        private int index;

        Order(int[] counts) {
            this.counts = counts;
            this.profile = new int[counts.length];
            this.strides = new int[counts.length];
            int stride = 1;
            for (int player = counts.length - 1; player >= 0; player--) {
                strides[player] = stride;
                stride *= counts[player];
            }
        }

        boolean next() {
            for (int player = 0; player < counts.length; player++) {
                index += strides[player];
                if (++profile[player] < counts[player]) {
                    return true;
                }
                index -= counts[player] * strides[player];
                profile[player] = 0;
            }
            return false;
        }
    }

    private record Parse(Scanner scanner) {
        NormalForm game() throws IOException {
            keyword("NFG", "a Gambit file starts with NFG");
            keyword("1", "the version of the format");
            scanner.skip(false);
            scanner.word();
            if (!scanner.wordText().equals("R") && !scanner.wordText().equals("D")) {
                throw scanner.atWord("expected R or D, found '" + Numbers.shown(scanner.wordText()) + "'");
            }
            scanner.skip(false);
            String title = scanner.quoted();
            scanner.expect('{', "before the players' names");
            List<String> players = names("a player's name");
            if (players.isEmpty()) {
                throw scanner.atNext("players (0) must be at least 1");
            }
            List<List<String>> strategies = new ArrayList<>();
            int[] counts = strategies(players.size(), strategies);
            if (scanner.skip(false) == '"') {
                scanner.quoted(); // the comment
            }
            PayoffTable table;
            try {
                table = new PayoffTable(counts);
            } catch (IllegalArgumentException e) {
                throw scanner.atNext(String.valueOf(e.getMessage()));
            }
            if (scanner.skip(false) == '{') {
                outcomes(counts, table);
            } else {
                payoffs(counts, table);
            }
            int rest = scanner.skip(true);
            if (rest >= 0) {
                throw scanner.unexpected("the end of the file after " + size(counts));
            }
            try {
                return table.game().named(title, players, strategies);
            } catch (IllegalArgumentException e) {
                throw scanner.atNext(String.valueOf(e.getMessage()));
            }
        }

        private static String size(int[] counts) {
            return NormalForm.profiles(counts) + " profiles of " + counts.length
                    + (counts.length == 1 ? " player" : " players");
        }

        private void keyword(String word, String purpose) throws IOException {
            scanner.skip(false);
            scanner.word();
            if (!scanner.wordText().equals(word)) {
                throw scanner.atWord(
                        "expected " + word + " (" + purpose + "), found '" + Numbers.shown(scanner.wordText()) + "'");
            }
        }

        private List<String> names(String what) throws IOException {
            List<String> names = new ArrayList<>();
            for (int c = scanner.skip(true); c != '}'; c = scanner.skip(true)) {
                if (c != '"') {
                    throw scanner.unexpected(what + " in quotation marks, or '}'");
                }
                names.add(scanner.quoted());
            }
            scanner.take();
            return names;
        }

        private int[] strategies(int players, List<List<String>> names) throws IOException {
            scanner.expect('{', "before the strategies");
            int[] counts = new int[players];
            boolean named = scanner.skip(false) == '{';
            for (int player = 0; player < players; player++) {
                int c = scanner.skip(false);
                if (c == '}') {
                    throw scanner.unexpected("strategies of player " + (player + 1) + " of " + players);
                }
                if (named) {
                    long column = scanner.column();
                    long line = scanner.line();
                    scanner.expect('{', "before the strategies of player " + (player + 1));
                    List<String> row = names("a strategy's name");
                    names.add(row);
                    counts[player] = atLeastOne(row.size(), player, line, column);
                } else {
                    counts[player] = count(player);
                }
            }
            if (scanner.skip(false) != '}') {
                throw scanner.unexpected("'}' after the strategies of " + players + " players");
            }
            scanner.take();
            return counts;
        }

        private int count(int player) throws IOException {
            long line = scanner.line();
            long column = scanner.column();
            scanner.word();
            try {
                return atLeastOne(Integer.parseInt(scanner.wordText()), player, line, column);
            } catch (NumberFormatException e) {
                throw new FormatException(
                        line,
                        column,
                        "expected the number of strategies of player " + (player + 1) + ", found '"
                                + Numbers.shown(scanner.wordText()) + "'");
            }
        }

        private static int atLeastOne(int count, int player, long line, long column) {
            if (count < 1) {
                throw new FormatException(
                        line, column, "strategies (" + count + ") of player " + (player + 1) + " must be at least 1");
            }
            return count;
        }

        private void payoffs(int[] counts, PayoffTable table) throws IOException {
            int profiles = NormalForm.profiles(counts);
            Order order = new Order(counts);
            int read = 0;
            do {
                for (int player = 0; player < counts.length; player++) {
                    if (scanner.skip(true) < 0) {
                        throw scanner.unexpected("payoff " + ((long) read * counts.length + player + 1) + " of "
                                + (long) profiles * counts.length);
                    }
                    table.put(player * profiles + order.index, scanner, scanner.word());
                }
                read++;
            } while (order.next());
        }

        private void outcomes(int[] counts, PayoffTable table) throws IOException {
            List<Rational> payoffs = new ArrayList<>();
            scanner.take();
            int outcomes = 0;
            for (int c = scanner.skip(true); c != '}'; c = scanner.skip(true)) {
                scanner.expect('{', "before outcome " + (outcomes + 1) + ", or '}' after the last");
                scanner.skip(true);
                if (scanner.peek() == '"') {
                    scanner.quoted();
                }
                for (int player = 0; player < counts.length; player++) {
                    int found = scanner.skip(true);
                    if (found < 0 || found == '}' || found == '{') {
                        throw scanner.unexpected(
                                "payoff " + (player + 1) + " of " + counts.length + " of outcome " + (outcomes + 1));
                    }
                    scanner.word();
                    try {
                        payoffs.add(Numbers.payoff(scanner.wordText(), player));
                    } catch (NumberFormatException e) {
                        throw scanner.atWord(String.valueOf(e.getMessage()));
                    }
                }
                scanner.skip(true);
                scanner.expect('}', "after the " + counts.length + " payoffs of outcome " + (outcomes + 1));
                outcomes++;
            }
            scanner.take();
            int profiles = NormalForm.profiles(counts);
            Order order = new Order(counts);
            int read = 0;
            do {
                if (scanner.skip(true) < 0) {
                    throw scanner.unexpected("the outcome of profile " + (read + 1) + " of " + profiles);
                }
                int outcome = outcome(outcomes);
                for (int player = 0; player < counts.length; player++) {
                    table.put(
                            player * profiles + order.index,
                            outcome == 0 ? Rational.ZERO : payoffs.get((outcome - 1) * counts.length + player));
                }
                read++;
            } while (order.next());
        }

        private int outcome(int outcomes) throws IOException {
            scanner.word();
            try {
                int outcome = Integer.parseInt(scanner.wordText());
                if (outcome >= 0 && outcome <= outcomes) {
                    return outcome;
                }
            } catch (NumberFormatException e) {
                // the message below says what was expected
            }
            throw scanner.atWord("expected an outcome from 0 to " + outcomes + ", found '"
                    + Numbers.shown(scanner.wordText()) + "'");
        }
    }
}
