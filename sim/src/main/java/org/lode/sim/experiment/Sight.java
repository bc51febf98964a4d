package org.lode.sim.experiment;

import org.lode.sim.results.Rows;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;
import org.lode.sim.world.ProfileView;
import org.lode.sim.world.Scenario;

/**
 * Writes what each actor saw as it chose: in each round the institutions, its own memberships, what it fears from each other
 * actor and what that actor last played, and the prices of the round before (those of the first round are in the scenario, so
 * empty). Hazards are per year, prices in USD/kg, the rest shares.
 */
public final class Sight implements Trace {
    private final Rows rows;

    /** @param rows given a header and one row for each round and actor */
    public Sight(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void started(Simulation run) {
        Scenario scenario = run.scenario();
        rows.text("round")
                .text("date")
                .text("actor")
                .text("credibility")
                .text("truce")
                .text("deadlinePassed");
        for (var club : scenario.data().clubs()) {
            rows.text("adoption." + club.id()).text("commitment." + club.id());
        }
        for (int k = 0; k < scenario.choosers(); k++) {
            String other = "." + scenario.actors().get(k).id();
            rows.text("previous" + other).text("hazard" + other).text("hostility" + other);
            rows.text("trust" + other);
        }
        for (int m = 0; m < scenario.mineralCount(); m++) {
            String mineral = "." + scenario.mineral(m).id();
            rows.text("homePrice" + mineral).text("poolPrice" + mineral);
        }
        rows.end();
    }

    @Override
    public void chose(Simulation run) {
        Scenario scenario = run.scenario();
        ProfileView view = run.world().view();
        int[] previous = new int[scenario.choosers()];
        for (int i = 0; i < previous.length; i++) {
            previous[i] = run.previous(i);
        }
        view.show(previous);
        for (int i = 0; i < previous.length; i++) {
            rows.whole(run.round())
                    .text(run.date().toString())
                    .text(scenario.actors().get(i).id());
            rows.number(view.credibility()).whole(view.truce() ? 1 : 0).whole(view.deadlinePassed() ? 1 : 0);
            for (int g = 0; g < scenario.clubCount(); g++) {
                rows.number(view.adoption(g)).number(view.commitment(i, g));
            }
            for (int k = 0; k < previous.length; k++) {
                rows.text(scenario.actors().get(k).menu().get(previous[k]).id());
                boolean other = k != i && scenario.game() == null;
                rows.number(other ? view.alarm(i, k) : Double.NaN);
                rows.number(other ? view.hostility(i, k) : Double.NaN);
                rows.number(other ? view.trust(i, k) : Double.NaN);
            }
            for (int m = 0; m < scenario.mineralCount(); m++) {
                boolean known = run.round() > 0;
                rows.number(known ? run.outcome().homePrice(m) : Double.NaN);
                rows.number(known ? run.outcome().poolPrice(m) : Double.NaN);
            }
            rows.end();
        }
    }
}
