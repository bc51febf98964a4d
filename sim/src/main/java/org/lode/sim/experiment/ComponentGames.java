package org.lode.sim.experiment;

import java.util.ArrayList;
import java.util.List;
import org.lode.sim.run.Simulation;
import org.lode.sim.stage.StageGame;
import org.lode.sim.world.Scenario;

/**
 * The stage game of a run's round by payoff component: games of one component each, which add up to the whole. None where payoffs
 * are given as a game, which has no components.
 */
public final class ComponentGames {
    private final List<String> names = new ArrayList<>();
    private final List<StageGame> games = new ArrayList<>();

    /** @param run that has started */
    public ComponentGames(Simulation run) {
        Scenario scenario = run.scenario();
        if (scenario.game() == null) {
            for (int c = 0; c < scenario.components().size(); c++) {
                int only = c;
                games.add(new StageGame(run.world(), component -> component == only));
                names.add(scenario.components().get(c).name());
            }
        }
    }

    /** Turns to the round at hand, from when it begins until it is played. */
    public void refresh(Simulation run) {
        if (games.isEmpty()) {
            return;
        }
        int[] last = new int[run.scenario().choosers()];
        for (int i = 0; i < last.length; i++) {
            last[i] = run.previous(i);
        }
        int hegemon = run.scenario().hegemon();
        int fallback = hegemon < 0 ? -1 : run.situation(hegemon).fallback(hegemon);
        games.forEach(game -> game.refresh(last, fallback));
    }

    /** Names of the components. */
    public List<String> names() {
        return names;
    }

    /** What a component adds to an actor's payoff, weighted, per unit of its stake. */
    public double payoff(int component, int actor, int[] profile) {
        return games.get(component).payoff(actor, profile);
    }
}
