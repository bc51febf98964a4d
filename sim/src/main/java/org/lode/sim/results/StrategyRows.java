package org.lode.sim.results;

import java.util.ArrayList;
import java.util.List;
import org.lode.sim.run.Simulation;
import org.lode.sim.world.Scenario;

/**
 * One row of {@code strategies.csv} per actor and round: what it played, what it got (see {@link Simulation#payoff}), how deeply
 * it is embedded in each club, and its payoff's components, USD bn a year against the base round, unweighted.
 */
final class StrategyRows {
    private StrategyRows() {}

    /** The columns of a scenario after point, replication, round, date, actor, strategy and payoff. */
    static List<String> columns(Scenario scenario) {
        List<String> columns = new ArrayList<>();
        for (var club : scenario.data().clubs()) {
            columns.add("commitment." + club.id());
        }
        if (scenario.game() == null) {
            for (var component : scenario.components()) {
                columns.add(component.name());
            }
        }
        return List.copyOf(columns);
    }

    static void add(Rows rows, long point, long replication, Simulation run) {
        Scenario scenario = run.scenario();
        String date = run.date().toString();
        for (int i = 0; i < scenario.choosers(); i++) {
            var actor = scenario.actors().get(i);
            rows.whole(point).whole(replication).whole(run.round()).text(date).text(actor.id());
            rows.text(actor.menu().get(run.strategy(i)).id()).number(run.payoff(i));
            for (int g = 0; g < scenario.clubCount(); g++) {
                rows.number(run.outcome().commitment(i, g));
            }
            if (scenario.game() == null) {
                for (int c = 0; c < scenario.components().size(); c++) {
                    rows.number(run.outcome().flow(c, i));
                }
            }
            rows.end();
        }
    }
}
