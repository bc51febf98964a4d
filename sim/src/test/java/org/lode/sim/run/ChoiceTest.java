package org.lode.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lode.agents.view.Situation;
import org.lode.sim.chance.Streams;
import org.lode.sim.world.Scenario;

/** What the baseline's actors do that neither coins nor mere habit do: the two placebos run beside them. */
class ChoiceTest {
    private static final int REPLICATIONS = 8;

    /** What one kind of actors did. */
    private record Seen(double stayed, double gained, double gainedByMoves) {}

    private static Seen actors;
    private static Seen coins;
    private static Seen habit;

    @BeforeAll
    static void runAllThree() {
        actors = run(id -> List.of());
        coins = run(id -> List.of("actors." + id + ".rule={rule: uniform}"));
        habit = run(id -> List.of("actors." + id + ".rule.lambda=0"));
    }

    private static Seen run(Function<String, List<String>> rules) {
        List<String> settings = new ArrayList<>(List.of("rounds=6", "foresight.horizon=1", "foresight.terminal=0"));
        Scenario baseline = Scenarios.shipped("baseline").scenario();
        for (int i = 0; i < baseline.choosers(); i++) {
            settings.addAll(rules.apply(baseline.actors().get(i).id()));
        }
        Scenario scenario =
                Scenarios.shipped("baseline", settings.toArray(String[]::new)).scenario();
        double[] sums = new double[5];
        var run = new Simulation(scenario);
        for (int replication = 1; replication <= REPLICATIONS; replication++) {
            run.run(new Streams(1, Streams.COMMON, replication), new Trace() {
                @Override
                public void chose(Simulation at) {
                    for (int i = 0; i < scenario.choosers(); i++) {
                        add(at, i, sums);
                    }
                }
            });
        }
        return new Seen(sums[0] / sums[1], sums[2] / sums[1], sums[3] / sums[4]);
    }

    /** Whether an actor stayed, and how far its choice lies above the mean of what was open, in units of its scale. */
    private static void add(Simulation run, int actor, double[] sums) {
        Situation seen = run.situation(actor);
        double mean = 0;
        int open = 0;
        for (int s = 0; s < seen.strategies(actor); s++) {
            if (seen.open(actor, s)) {
                mean += seen.reply(s);
                open++;
            }
        }
        double gain = seen.reply(run.strategy(actor)) - mean / open;
        boolean stayed = run.strategy(actor) == run.previous(actor);
        sums[0] += stayed ? 1 : 0;
        sums[1]++;
        sums[2] += gain;
        sums[3] += stayed ? 0 : gain;
        sums[4] += stayed ? 0 : 1;
    }

    @Test
    void actorsMostlyStayAndCoinsDoNot() {
        assertThat(actors.stayed()).isGreaterThan(0.5);
        assertThat(habit.stayed()).isGreaterThan(0.5);
        assertThat(coins.stayed()).as("the same of coins").isLessThan(0.3);
    }

    @Test
    void whatActorsDoPaysMoreThanCoinsAndHabit() {
        assertThat(actors.gained()).isGreaterThan(Math.max(coins.gained(), habit.gained()) + 0.2);
    }

    @Test
    void whenActorsMoveTheyMoveToWhatPays() {
        assertThat(actors.gainedByMoves()).isGreaterThan(Math.max(coins.gainedByMoves(), habit.gainedByMoves()) + 0.2);
    }
}
