package org.lode.sim.experiment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lode.agents.decide.DecisionRule;
import org.lode.games.form.Game;
import org.lode.sim.results.Rows;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;
import org.lode.sim.world.Scenario;

/**
 * Writes what each actor could choose and why it chose as it did: in each round each open strategy with its payoff if all others
 * repeat what they last played. With the market model the payoff is the sum of its components, each weighted and per unit of the
 * actor's stake. {@code best} marks the highest payoff, {@code loss} is how far below it a strategy lies, {@code chance} with what
 * probability the rule takes it (empty where the rule does not say), {@code previous} what was played last, {@code chosen} what is
 * played now.
 */
public final class Alternatives implements Trace {
    private final Rows rows;
    private @Nullable ComponentGames components;

    /** @param rows given a header and one row for each round, actor and open strategy */
    public Alternatives(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void started(Simulation run) {
        rows.text("round").text("date").text("actor").text("strategy").text("payoff");
        components = new ComponentGames(run);
        components.names().forEach(rows::text);
        rows.text("best")
                .text("loss")
                .text("rule")
                .text("chance")
                .text("previous")
                .text("chosen");
        rows.end();
    }

    @Override
    public void chose(Simulation run) {
        Scenario scenario = run.scenario();
        int[] profile = new int[scenario.choosers()];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = run.previous(i);
        }
        ComponentGames games = Objects.requireNonNull(components, "the run has not started");
        games.refresh(run);
        for (int i = 0; i < profile.length; i++) {
            actor(run, i, profile, games);
            profile[i] = run.previous(i);
        }
    }

    private void actor(Simulation run, int actor, int[] profile, ComponentGames games) {
        var self = run.scenario().actors().get(actor);
        DecisionRule rule = self.rule();
        double[] chances = rule == null ? new double[0] : rule.chances(run.situation(actor));
        Game stage = run.stage();
        double[] payoffs = new double[self.menu().size()];
        double best = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < payoffs.length; s++) {
            if (run.open(actor, s)) {
                profile[actor] = s;
                payoffs[s] = stage.payoff(actor, profile);
                best = Math.max(best, payoffs[s]);
            }
        }
        for (int s = 0; s < payoffs.length; s++) {
            if (run.open(actor, s)) {
                profile[actor] = s;
                rows.whole(run.round()).text(run.date().toString()).text(self.id());
                rows.text(self.menu().get(s).id()).number(payoffs[s]);
                for (int c = 0; c < games.names().size(); c++) {
                    rows.number(games.payoff(c, actor, profile));
                }
                rows.whole(payoffs[s] == best ? 1 : 0).number(best - payoffs[s]);
                rows.text(rule == null ? "" : rule.name()).number(chances.length == 0 ? Double.NaN : chances[s]);
                rows.whole(run.previous(actor) == s ? 1 : 0).whole(run.strategy(actor) == s ? 1 : 0);
                rows.end();
            }
        }
    }
}
