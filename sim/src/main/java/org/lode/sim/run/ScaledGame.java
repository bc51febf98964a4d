package org.lode.sim.run;

import org.lode.games.form.Game;

/** A game with each player's payoffs in units of its own scale. */
record ScaledGame(Game game, double[] scale) implements Game {
    @Override
    public int players() {
        return game.players();
    }

    @Override
    public int strategies(int player) {
        return game.strategies(player);
    }

    @Override
    public double payoff(int player, int[] profile) {
        return game.payoff(player, profile) / scale[player];
    }
}
