package org.lode.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lode.agents.actor.Actor;
import org.lode.agents.decide.LogitReply;
import org.lode.agents.decide.Scripted;
import org.lode.agents.decide.Uniform;
import org.lode.sim.chance.Streams;
import org.lode.sim.world.Scenario;

class PlaceboTest {
    private static final Scenario WORLD =
            Scenarios.shipped("table-stag-hunt", "rounds=40").scenario();

    private static Scenario with(int actor, org.lode.agents.decide.DecisionRule rule) {
        List<Actor> actors = new ArrayList<>(WORLD.actors());
        actors.set(actor, actors.get(actor).with(rule));
        return WORLD.with(actors);
    }

    private static List<Integer> plays(Scenario scenario, int actor, long seed) {
        List<Integer> plays = new ArrayList<>();
        new Simulation(scenario).run(new Streams(seed, Streams.COMMON, 1), new Trace() {
            @Override
            public void played(Simulation run) {
                plays.add(run.strategy(actor));
            }
        });
        return plays;
    }

    @Test
    void theUniformOneTossesACoinAndInertiaKeepsTheCostsOfMoving() {
        Scenario scenario = with(0, new LogitReply(3, 0.8, 2, 1));
        assertThat(Placebo.UNIFORM.of(scenario).actors().get(0).rule()).isEqualTo(new Uniform());
        assertThat(Placebo.INERTIA.of(scenario).actors().get(0).rule()).isEqualTo(new LogitReply(0, 0.8, 2, 1));
    }

    @ParameterizedTest
    @EnumSource
    void whoIsScriptedPlaysOn(Placebo placebo) {
        Scenario scenario =
                with(1, new Scripted(List.of(WORLD.actors().get(1).menu().get(1).id())));
        assertThat(placebo.of(scenario).actors().get(1))
                .isEqualTo(scenario.actors().get(1));
        assertThat(placebo.of(scenario).actors().get(0))
                .isNotEqualTo(scenario.actors().get(0));
        assertThat(plays(placebo.of(scenario), 1, 1)).containsOnly(1);
    }

    @Test
    void itAppliesWhereSomebodyChooses() {
        List<Actor> scripted = new ArrayList<>();
        for (Actor actor : WORLD.actors()) {
            boolean passive = actor.passive();
            scripted.add(
                    passive
                            ? actor
                            : actor.with(
                                    new Scripted(List.of(actor.menu().get(0).id()))));
        }
        assertThat(Placebo.applies(WORLD.with(scripted))).isFalse();
        assertThat(Placebo.applies(WORLD)).isTrue();
    }

    @Test
    void thePairSharesItsChance() {
        // without payoffs and without inertia the logit rule is the coin, toss by toss
        Scenario coin = with(0, new LogitReply(0));
        assertThat(plays(Placebo.INERTIA.of(coin), 0, 7)).isEqualTo(plays(coin, 0, 7));
        assertThat(plays(Placebo.UNIFORM.of(coin), 0, 7)).isEqualTo(plays(Placebo.UNIFORM.of(WORLD), 0, 7));
        assertThat(plays(Placebo.UNIFORM.of(coin), 0, 8)).isNotEqualTo(plays(Placebo.UNIFORM.of(coin), 0, 7));
    }
}
