package org.lode.sim.results;

import java.util.ArrayList;
import java.util.List;
import org.lode.sim.lockin.Regime;
import org.lode.sim.run.Simulation;
import org.lode.sim.world.Outcome;
import org.lode.sim.world.Scenario;

/** One row of {@code rounds.csv} per round: prices in USD/kg, shares 0..1, capacity in USD bn a year, shortage in t/yr. */
final class RoundRows {
    private RoundRows() {}

    /** The columns of a scenario after point, replication, round, date and regime. */
    static List<String> columns(Scenario scenario) {
        List<String> columns = new ArrayList<>(List.of(
                "wedge",
                "chainCost",
                "poolCapacity",
                "credibility",
                "authority",
                "truce",
                "hostility",
                "rulePowerHome",
                "rulePowerWest"));
        for (var club : scenario.data().clubs()) {
            columns.add("adoption." + club.id());
        }
        for (int m = 0; m < scenario.mineralCount(); m++) {
            String id = "." + scenario.mineral(m).id();
            columns.addAll(List.of(
                    "homePrice" + id,
                    "poolPrice" + id,
                    "homeRefined" + id,
                    "homeMined" + id,
                    "homeSupply" + id,
                    "shortage" + id));
        }
        return List.copyOf(columns);
    }

    static void add(Rows rows, long point, long replication, Regime regime, Simulation run) {
        Scenario scenario = run.scenario();
        Outcome outcome = run.outcome();
        rows.whole(point).whole(replication).whole(run.round()).text(run.date().toString());
        rows.text(regime.id());
        rows.number(outcome.wedge()).number(outcome.chainCost()).number(outcome.poolCapacity());
        rows.number(outcome.credibility()).whole(outcome.authority() ? 1 : 0).whole(outcome.truce() ? 1 : 0);
        rows.number(outcome.hostility()).number(outcome.rulePowerHome()).number(outcome.rulePowerWest());
        for (int g = 0; g < scenario.clubCount(); g++) {
            rows.number(outcome.adoption(g));
        }
        for (int m = 0; m < scenario.mineralCount(); m++) {
            rows.number(outcome.homePrice(m)).number(outcome.poolPrice(m)).number(outcome.homeRefined(m));
            rows.number(outcome.homeMined(m)).number(outcome.homeSupply(m)).number(outcome.shortage(m));
        }
        rows.end();
    }
}
