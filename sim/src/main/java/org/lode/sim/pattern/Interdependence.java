package org.lode.sim.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lode.sim.analysis.OpenGame;
import org.lode.sim.config.Doc;
import org.lode.sim.run.Simulation;

/**
 * Whether there is a game: how far what an actor should do hangs on what others do, in the stage games of the scenario.
 *
 * @param rounds whose stage games are looked at
 */
public record Interdependence(
        @Doc("rounds whose stage games are looked at") List<Integer> rounds) implements Pattern {
    public Interdependence {
        rounds = List.copyOf(rounds);
    }

    @Override
    public List<String> figures() {
        List<String> ids = new ArrayList<>();
        rounds.forEach(round -> ids.add("interaction-" + round));
        rounds.forEach(round -> ids.add("dominant-" + round));
        return ids;
    }

    @Override
    public List<Figure> measure(Bench bench) {
        List<Figure> interactions = new ArrayList<>();
        List<Figure> dominants = new ArrayList<>();
        for (int round : rounds) {
            List<GameReading> games = bench.each(bench.size().games(), replication -> {
                var run = new Simulation(bench.base().scenario());
                run.enter(bench.streams(replication), round);
                return GameReading.of(new OpenGame(run.stage(), run::open).table());
            });
            interactions.add(mean(bench, "interaction-" + round, games, GameReading::interaction));
            dominants.add(mean(bench, "dominant-" + round, games, GameReading::dominant));
        }
        interactions.addAll(dominants);
        return interactions;
    }

    private static Figure mean(Bench bench, String id, List<GameReading> games, ToDoubleFunction<GameReading> of) {
        return Figure.of(
                id, bench.estimator().mean(id, games.stream().mapToDouble(of).toArray()));
    }
}
