package org.lode.games.coalition;

import java.util.function.IntToDoubleFunction;

/**
 * What each coalition of players can secure on its own (a game with transferable utility, von Neumann and Morgenstern
 * 1944). A coalition is a bit set: player {@code i} belongs to it if bit {@code i} is set.
 *
 * <p>Implementations must be pure functions: solution concepts ask for the same coalition more than once, and from
 * several threads.
 */
public interface CharacteristicFunction {
    /** Most players a coalition's bit set has room for. */
    int MOST_PLAYERS = 30;

    /** Returns the number of players, 1 to {@value #MOST_PLAYERS}. */
    int players();

    /**
     * Returns the worth of a coalition, finite; the empty one is worth 0.
     *
     * @param coalition bit set below {@code 1 << players()}
     */
    double worth(int coalition);

    /** Returns the coalition of all players. */
    default int grand() {
        return (1 << players()) - 1;
    }

    /**
     * A game whose worth is computed when asked.
     *
     * @param players 1 to {@value #MOST_PLAYERS}
     * @param worth of a bit set of players; must give 0 for the empty one
     */
    static CharacteristicFunction of(int players, IntToDoubleFunction worth) {
        if (players < 1 || players > MOST_PLAYERS) {
            throw new IllegalArgumentException("players (" + players + ") must be 1 to " + MOST_PLAYERS);
        }
        double nothing = worth.applyAsDouble(0);
        if (nothing != 0) {
            throw new IllegalArgumentException("worth of the empty coalition (" + nothing + ") must be 0");
        }
        return new CharacteristicFunction() {
            @Override
            public int players() {
                return players;
            }

            @Override
            public double worth(int coalition) {
                return worth.applyAsDouble(coalition);
            }
        };
    }

    /** The cost game {@code cost} as a game of savings' sign: a coalition is worth minus what it costs. */
    static CharacteristicFunction ofCosts(int players, IntToDoubleFunction cost) {
        return of(players, coalition -> coalition == 0 ? 0.0 : -cost.applyAsDouble(coalition));
    }
}
