package org.lode.sim.run;

import org.lode.games.form.Game;
import org.lode.sim.world.Scenario;

/** A game with the names of a scenario's actors and strategies: a payoff table's own may be others, or numbers. */
record NamedGame(Game game, Scenario scenario) implements Game {
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
        return game.payoff(player, profile);
    }

    @Override
    public String title() {
        return scenario.name();
    }

    @Override
    public String playerName(int player) {
        return scenario.actors().get(player).id();
    }

    @Override
    public String strategyName(int player, int strategy) {
        return scenario.actors().get(player).menu().get(strategy).id();
    }
}
