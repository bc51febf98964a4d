package org.lode.games.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lode.games.dynamics.StochasticGame;
import org.lode.games.form.Payoff;

/**
 * Stochastic games as CSV, in the table form that sGameSolver uses: one row per state and profile, in any order.
 *
 * <p>Columns: {@code state}; per player {@code a_NAME}, its action, and {@code u_NAME}, its payoff; per state
 * {@code phi_NAME}, the chance that it comes next. One row whose state is {@code delta} has the discount factors in the
 * payoff columns and nothing else:
 *
 * <pre>{@code
 * state,a_1,a_2,u_1,u_2,phi_calm,phi_crisis
 * delta,,,0.95,0.95,,
 * calm,wait,wait,1,1,0.9,0.1
 * }</pre>
 */
public final class StochasticGameFormat {
    private static final String DELTA = "delta";

    private final String file;
    private int line;
    private int width;
    private int stateColumn = -1;
    private final Map<String, Integer> actionColumns = new LinkedHashMap<>();
    private final Map<String, Integer> payoffColumns = new LinkedHashMap<>();
    private final Map<String, Integer> chanceColumns = new LinkedHashMap<>();
    private double @Nullable [] discount;

    private StochasticGameFormat(String file) {
        this.file = file;
    }

    /** A row of the table: which profile of which state, and what follows from it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(int line, int[] actions, double[] payoffs, double[] chances) {}

    /**
     * Reads a game.
     *
     * @param text the file's text, read to its end, not closed
     * @param file its name, for messages
     * @throws IllegalArgumentException if the text is not a complete game; the message starts with {@code file:line:}
     */
    public static StochasticGame read(Reader text, String file) throws IOException {
        return new StochasticGameFormat(file).game(new BufferedReader(text, 1 << 16));
    }

    private StochasticGame game(BufferedReader text) throws IOException {
        header(text.readLine());
        List<String> players = List.copyOf(actionColumns.keySet());
        List<String> states = List.copyOf(chanceColumns.keySet());
        List<List<Map<String, Integer>>> actions = new ArrayList<>();
        List<List<Row>> rows = new ArrayList<>();
        for (int s = 0; s < states.size(); s++) {
            List<Map<String, Integer>> state = new ArrayList<>();
            players.forEach(p -> state.add(new LinkedHashMap<>()));
            actions.add(state);
            rows.add(new ArrayList<>());
        }
        List<String> cells = new ArrayList<>();
        for (String row = text.readLine(); row != null; row = text.readLine()) {
            line++;
            if (row.isBlank()) {
                continue;
            }
            if (!CsvRow.split(row, cells)) {
                throw refuse("a quote is not closed");
            }
            if (cells.size() != width) {
                throw refuse("cells (" + cells.size() + ") must be " + width + ", as in the header");
            }
            String state = cells.get(stateColumn);
            if (state.equals(DELTA)) {
                discount(cells);
                continue;
            }
            int s = states.indexOf(state);
            if (s < 0) {
                throw refuse("state (" + state + ") must be delta or one of " + String.join(", ", states));
            }
            rows.get(s).add(row(cells, players, actions.get(s)));
        }
        if (discount == null) {
            throw refuse("no row has the state delta, for the discount factors");
        }
        return assemble(players, states, actions, rows, discount);
    }

    private void header(@Nullable String header) {
        line = 1;
        List<String> cells = new ArrayList<>();
        if (header == null || !CsvRow.split(header.startsWith("\uFEFF") ? header.substring(1) : header, cells)) {
            throw refuse("expected a header: state, a_PLAYER, u_PLAYER and phi_STATE columns");
        }
        width = cells.size();
        for (int column = 0; column < width; column++) {
            String name = cells.get(column);
            Integer before = null;
            if (name.equals("state")) {
                before = stateColumn < 0 ? null : stateColumn;
                stateColumn = column;
            } else if (name.startsWith("a_")) {
                before = actionColumns.put(name.substring(2), column);
            } else if (name.startsWith("u_")) {
                before = payoffColumns.put(name.substring(2), column);
            } else if (name.startsWith("phi_")) {
                before = chanceColumns.put(name.substring(4), column);
            } else {
                throw refuse("column " + (column + 1) + " (" + name
                        + ") must be state, or start with a_ (actions), u_ (payoffs) or phi_ (chances of next states)");
            }
            if (before != null) {
                throw refuse("column " + name + " is repeated");
            }
        }
        if (stateColumn < 0 || actionColumns.isEmpty() || chanceColumns.isEmpty()) {
            throw refuse("expected columns state, a_PLAYER, u_PLAYER and phi_STATE; found " + String.join(", ", cells));
        }
        if (!actionColumns.keySet().equals(payoffColumns.keySet())) {
            throw refuse("players with actions (" + String.join(", ", actionColumns.keySet())
                    + ") must be those with payoffs (" + String.join(", ", payoffColumns.keySet()) + ")");
        }
    }

    private void discount(List<String> cells) {
        if (discount != null) {
            throw refuse("the discount factors are repeated");
        }
        double[] found = new double[actionColumns.size()];
        int player = 0;
        for (String name : actionColumns.keySet()) {
            found[player] = number(cells, payoffColumns, name, "u_");
            if (!(found[player] >= 0 && found[player] < 1)) {
                throw refuse("discount factor of " + name + " (" + found[player] + ") must be from 0 to below 1");
            }
            player++;
        }
        discount = found;
    }

    private Row row(List<String> cells, List<String> players, List<Map<String, Integer>> actions) {
        int[] chosen = new int[players.size()];
        double[] payoffs = new double[players.size()];
        for (int player = 0; player < chosen.length; player++) {
            String name = players.get(player);
            Map<String, Integer> known = actions.get(player);
            String action = cells.get(column(actionColumns, name));
            if (action.isEmpty()) {
                throw refuse("action of " + name + " must be named");
            }
            chosen[player] = known.computeIfAbsent(action, unseen -> known.size());
            payoffs[player] = number(cells, payoffColumns, name, "u_");
            if (!Payoff.isSound(payoffs[player])) {
                throw refuse("u_" + name + " (" + cells.get(column(payoffColumns, name)) + ") " + Payoff.RULE);
            }
        }
        double[] chances = new double[chanceColumns.size()];
        double sum = 0;
        int state = 0;
        for (String name : chanceColumns.keySet()) {
            chances[state] = number(cells, chanceColumns, name, "phi_");
            if (chances[state] < 0) {
                throw refuse("chance of " + name + " (" + chances[state] + ") must be at least 0");
            }
            sum += chances[state++];
        }
        if (!(Math.abs(sum - 1) <= 1e-9)) {
            throw refuse("chances of next states (sum " + Numbers.text(sum) + ") must add up to 1");
        }
        return new Row(line, chosen, payoffs, chances);
    }

    private static int column(Map<String, Integer> columns, String name) {
        Integer column = columns.get(name);
        if (column == null) {
            throw new IllegalStateException("column of " + name + " is missing after the header was checked");
        }
        return column;
    }

    private double number(List<String> cells, Map<String, Integer> columns, String name, String prefix) {
        String cell = cells.get(column(columns, name));
        double value = CsvRow.number(cell);
        if (Double.isNaN(value)) {
            throw refuse(prefix + name + " (" + (cell.isEmpty() ? "empty" : cell) + ") must be a finite number");
        }
        return value;
    }

    private StochasticGame assemble(
            List<String> players,
            List<String> states,
            List<List<Map<String, Integer>>> actions,
            List<List<Row>> rows,
            double[] factors) {
        double[][][] payoffs = new double[states.size()][players.size()][];
        double[][][] chances = new double[states.size()][states.size()][];
        List<List<List<String>>> names = new ArrayList<>();
        for (int s = 0; s < states.size(); s++) {
            int[] counts = actions.get(s).stream().mapToInt(Map::size).toArray();
            double wanted = 1;
            for (int count : counts) {
                wanted *= count;
            }
            List<Row> given = rows.get(s);
            if (given.isEmpty() || given.size() < wanted) {
                throw refuse("state " + states.get(s) + " must have a row for each profile: found " + given.size()
                        + (given.isEmpty() ? "" : ", expected " + Numbers.text(wanted)));
            }
            int profiles = (int) wanted;
            int[] lineOf = new int[profiles];
            payoffs[s] = new double[players.size()][profiles];
            chances[s] = new double[states.size()][profiles];
            for (Row row : given) {
                int profile = 0;
                for (int player = 0; player < counts.length; player++) {
                    profile = profile * counts[player] + row.actions()[player];
                }
                if (lineOf[profile] != 0) {
                    line = row.line();
                    throw refuse("this profile is repeated; first given in line " + lineOf[profile]);
                }
                lineOf[profile] = row.line();
                for (int player = 0; player < counts.length; player++) {
                    payoffs[s][player][profile] = row.payoffs()[player];
                }
                for (int to = 0; to < states.size(); to++) {
                    chances[s][to][profile] = row.chances()[to];
                }
            }
            names.add(actions.get(s).stream().map(a -> List.copyOf(a.keySet())).toList());
        }
        try {
            return new StochasticGame(players, states, names, payoffs, chances, factors);
        } catch (IllegalArgumentException e) {
            throw refuse(String.valueOf(e.getMessage()));
        }
    }

    private IllegalArgumentException refuse(String what) {
        return new IllegalArgumentException(file + ":" + line + ": " + what);
    }
}
