package org.lode.games.form;

/**
 * A finite game in strategic form, seen through its payoffs: who plays, what each may do, and what each profile pays.
 *
 * <p>An oracle: nothing says that the payoffs lie in a table, so a game far too large for one can still be asked. Players
 * and strategies count from 0. Payoffs are finite and the same at every call.
 */
public interface Game {
    /** Returns the number of players, at least 1. */
    int players();

    /** Returns the number of strategies of a player, at least 1. */
    int strategies(int player);

    /**
     * Returns what a player gets at a pure profile.
     *
     * @param profile the strategy of each player; read only, and not kept
     */
    double payoff(int player, int[] profile);

    /** Returns the name of the game; empty by default. */
    default String title() {
        return "";
    }

    /** Returns the name of a player; its number counted from 1 by default. */
    default String playerName(int player) {
        return Integer.toString(player + 1);
    }

    /** Returns the name of a strategy; its number counted from 1 by default. */
    default String strategyName(int player, int strategy) {
        return Integer.toString(strategy + 1);
    }

    /** Returns the number of strategies of each player, as a new array. */
    default int[] shape() {
        int[] shape = new int[players()];
        for (int player = 0; player < shape.length; player++) {
            shape[player] = strategies(player);
        }
        return shape;
    }
}
