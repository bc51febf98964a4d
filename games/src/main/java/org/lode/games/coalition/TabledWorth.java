package org.lode.games.coalition;

import org.lode.games.form.Payoff;

/** A characteristic function held as a table: every coalition's worth computed once. Memory: 8 bytes a coalition. */
public final class TabledWorth implements CharacteristicFunction {
    /** Beyond this a table would take more than half a gigabyte. */
    public static final int MOST_PLAYERS_TABLED = 26;

    private final int players;
    private final double[] worth;

    private TabledWorth(int players, double[] worth) {
        this.players = players;
        this.worth = worth;
    }

    /**
     * Copies a table.
     *
     * @param worth by coalition as bit set, length a power of two, finite, first entry 0
     */
    public static TabledWorth of(double... worth) {
        int players = Integer.numberOfTrailingZeros(worth.length);
        if (worth.length < 2 || worth.length != 1 << players || players > MOST_PLAYERS_TABLED) {
            throw new IllegalArgumentException("number of coalitions (" + worth.length
                    + ") must be a power of two from 2 to 2^" + MOST_PLAYERS_TABLED);
        }
        return new TabledWorth(players, checked(worth.clone()));
    }

    /** Tabulates {@code game}, which is asked once for each coalition. */
    public static TabledWorth of(CharacteristicFunction game) {
        if (game instanceof TabledWorth table) {
            return table;
        }
        if (game.players() > MOST_PLAYERS_TABLED) {
            throw new IllegalArgumentException(
                    "players (" + game.players() + ") must be at most " + MOST_PLAYERS_TABLED + " for a table");
        }
        double[] worth = new double[1 << game.players()];
        for (int coalition = 0; coalition < worth.length; coalition++) {
            worth[coalition] = game.worth(coalition);
        }
        return new TabledWorth(game.players(), checked(worth));
    }

    private static double[] checked(double[] worth) {
        if (worth[0] != 0) {
            throw new IllegalArgumentException("worth of the empty coalition (" + worth[0] + ") must be 0");
        }
        for (int coalition = 0; coalition < worth.length; coalition++) {
            if (!Payoff.isSound(worth[coalition])) {
                throw new IllegalArgumentException(
                        "worth of coalition " + coalition + " (" + worth[coalition] + ") " + Payoff.RULE);
            }
        }
        return worth;
    }

    @Override
    public int players() {
        return players;
    }

    @Override
    public double worth(int coalition) {
        return worth[coalition];
    }

    /** The table itself, for kernels of this package, which must not write to it. */
    double[] table() {
        return worth;
    }
}
