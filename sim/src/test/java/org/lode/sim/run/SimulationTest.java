package org.lode.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.agents.decide.DecisionRules;
import org.lode.sim.chance.Streams;
import org.lode.sim.world.Scenario;

class SimulationTest {
    private static final String[] SHORT = {"rounds=4", "foresight.horizon=1", "foresight.terminal=0"};

    private static Streams streams(long seed, long replication) {
        return new Streams(seed, Streams.COMMON, replication);
    }

    /** Everything a run shows of itself, as text, bit by bit. */
    private static List<String> trail(Simulation simulation, long seed, long replication) {
        List<String> trail = new ArrayList<>();
        simulation.run(streams(seed, replication), new Trace() {
            @Override
            public void played(Simulation run) {
                var line = new StringBuilder(run.round() + " " + run.date());
                for (int i = 0; i < run.scenario().choosers(); i++) {
                    line.append(' ').append(run.strategy(i)).append(' ');
                    line.append(Double.doubleToLongBits(run.payoff(i)));
                }
                line.append(' ').append(Double.doubleToLongBits(run.outcome().wedge()));
                trail.add(line.toString());
            }
        });
        return trail;
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "reduced-ten", "table-stag-hunt"})
    void theSameKeysGiveTheSameRunWhateverRanBefore(String name) {
        String[] settings = name.equals("baseline") ? SHORT : new String[] {"rounds=20"};
        Scenario scenario = Scenarios.shipped(name, settings).scenario();
        var used = new Simulation(scenario);
        List<String> first = trail(used, 1, 3);
        List<String> other = trail(used, 1, 4);
        assertThat(other).isNotEqualTo(first);
        assertThat(trail(used, 2, 3)).isNotEqualTo(first);
        assertThat(trail(used, 1, 3)).isEqualTo(first);
        assertThat(trail(new Simulation(scenario), 1, 3)).isEqualTo(first);
        assertThat(first).hasSize(scenario.rounds());
    }

    @Test
    void watchingARunDoesNotChangeIt() {
        Scenario scenario = Scenarios.shipped("baseline", SHORT).scenario();
        var simulation = new Simulation(scenario);
        List<String> unwatched = trail(simulation, 5, 1);
        List<String> watched = new ArrayList<>();
        simulation.run(streams(5, 1), new Trace() {
            @Override
            public void entered(Simulation run) {
                run.stage().payoff(0, new int[run.scenario().choosers()]);
            }

            @Override
            public void played(Simulation run) {
                var line = new StringBuilder(run.round() + " " + run.date());
                for (int i = 0; i < run.scenario().choosers(); i++) {
                    line.append(' ').append(run.strategy(i)).append(' ');
                    line.append(Double.doubleToLongBits(run.payoff(i)));
                }
                line.append(' ').append(Double.doubleToLongBits(run.outcome().wedge()));
                watched.add(line.toString());
            }
        });
        assertThat(watched).isEqualTo(unwatched);
    }

    @Test
    void aRoundGoesThroughItsPhasesInOrder() {
        List<String> calls = new ArrayList<>();
        new Simulation(Scenarios.shipped("table-stag-hunt", "rounds=2").scenario()).run(streams(1, 1), new Trace() {
            @Override
            public void started(Simulation run) {
                calls.add("started");
            }

            @Override
            public void entered(Simulation run) {
                calls.add("entered " + run.round());
            }

            @Override
            public void chose(Simulation run) {
                calls.add("chose " + run.round() + " in world " + run.world().round());
            }

            @Override
            public void played(Simulation run) {
                calls.add("played " + run.round() + " in world " + run.world().round());
            }

            @Override
            public void ended(Simulation run) {
                calls.add("ended");
            }
        });
        assertThat(calls)
                .containsExactly(
                        "started",
                        "entered 0",
                        "chose 0 in world 0",
                        "played 0 in world 1",
                        "entered 1",
                        "chose 1 in world 1",
                        "played 1 in world 2",
                        "ended");
    }

    @Test
    void masonCallsPhasesInTheirOrderWhateverTheSeed() {
        for (long seed = 0; seed < 50; seed++) {
            var calls = new StringBuilder();
            var clock = new Clock(
                    () -> calls.append('e'), () -> calls.append('c'), () -> calls.append('a'), () -> calls.append('r'));
            clock.restart(seed * 0x9e3779b97f4a7c15L);
            clock.tick();
            clock.tick();
            clock.restart(seed);
            clock.tick();
            assertThat(calls).hasToString("ecarecarecar");
        }
    }

    static Stream<String> everyRule() {
        return DecisionRules.ALL.stream().map(DecisionRules::name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{rule: logitReply, lambda: 2, revision: 0.5}",
                "{rule: logitReply, lambda: 2, statusQuo: 1, abandonment: 1}",
                "{rule: uniform}",
                "{rule: bestReply, revision: 0.5}",
                "{rule: fictitiousPlay, lambda: 2, discount: 0.9}",
                "{rule: regretMatching, conditional: true, normaliser: 20}",
                "{rule: regretMatching, conditional: false, normaliser: 20}",
                "{rule: levelK, level: 2, lambda: 2}",
                "{rule: imitation, rate: 0.5, noise: 0.1}",
                "{rule: aspiration, initial: 3.5, speed: 0.2, sensitivity: 1, tremble: 0.05}",
                "{rule: qre, lambda: 0.2}",
                "{rule: nash, selection: riskDominance, lambda: 5}",
                "{rule: bayesianReply, lambda: 2, prior: 0.5, slip: 0.05, opportunism: 0.5}",
                "{rule: scripted, strategies: [hare, stag]}"
            })
    void everyRuleRunsAScenario(String rule) {
        String[] settings = {"rounds=12", "actors.hunter.rule=" + rule, "actors.gatherer.rule=" + rule};
        var simulation =
                new Simulation(Scenarios.shipped("table-stag-hunt", settings).scenario());
        assertThat(trail(simulation, 1, 1)).hasSize(12).isEqualTo(trail(simulation, 1, 1));
    }

    @ParameterizedTest
    @MethodSource("everyRule")
    void noRuleIsForgottenAbove(String rule) throws NoSuchMethodException {
        String[] rules = SimulationTest.class
                .getDeclaredMethod("everyRuleRunsAScenario", String.class)
                .getAnnotation(CsvSource.class)
                .value();
        assertThat(rules).anyMatch(text -> text.matches("\\{rule: " + rule + "[,}].*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{rule: bestReply, revision: 1}",
                "{rule: regretMatching, conditional: false, normaliser: 1}",
                "{rule: imitation, rate: 1, noise: 0.1}",
                "{rule: levelK, level: 2, lambda: 3}"
            })
    void rulesRunInTheMarketModelToo(String rule) {
        String[] settings = {"rounds=3", "foresight.horizon=1", "foresight.terminal=0", "actors.JP.rule=" + rule};
        assertThat(trail(new Simulation(Scenarios.shipped("baseline", settings).scenario()), 1, 1))
                .hasSize(3);
    }

    @Test
    void scriptedActorsPlayTheirScript() {
        var simulation = new Simulation(Scenarios.shipped(
                        "table-stag-hunt",
                        "rounds=4",
                        "actors.hunter.rule={rule: scripted, strategies: [hare, stag, hare]}")
                .scenario());
        List<Integer> played = new ArrayList<>();
        simulation.run(streams(1, 1), new Trace() {
            @Override
            public void played(Simulation run) {
                played.add(run.strategy(0));
            }
        });
        assertThat(played).containsExactly(1, 0, 1, 1);
    }

    /** In the stag hunt the hare is the best reply to a hare: whoever always revises to it stays. */
    @Test
    void allChooseAtOnceOnWhatWasPlayedBefore() {
        String best = "{rule: bestReply, revision: 1}";
        var simulation = new Simulation(Scenarios.shipped(
                        "table-stag-hunt",
                        "rounds=3",
                        "actors.hunter.start=hare",
                        "actors.hunter.rule=" + best,
                        "actors.gatherer.rule=" + best)
                .scenario());
        List<String> played = new ArrayList<>();
        simulation.run(streams(1, 1), new Trace() {
            @Override
            public void played(Simulation run) {
                played.add(run.strategy(0) + "" + run.strategy(1));
            }
        });
        // (hare, stag): each replies to the other's last move, so they swap for ever.
        assertThat(played).containsExactly("01", "10", "01");
    }

    @Test
    void enteringARoundStopsWhereTheRunPassesIt() {
        Scenario scenario = Scenarios.shipped("baseline", SHORT).scenario();
        var passing = new Simulation(scenario);
        List<Double> seen = new ArrayList<>();
        int[] profile = scenario.startProfile();
        passing.run(streams(1, 1), new Trace() {
            @Override
            public void entered(Simulation run) {
                seen.add(run.stage().payoff(1, profile));
            }
        });
        var stopping = new Simulation(scenario);
        stopping.enter(streams(1, 1), 2);
        assertThat(stopping.round()).isEqualTo(2);
        assertThat(stopping.stage().payoff(1, profile)).isEqualTo(seen.get(2));
        stopping.enter(streams(1, 1), scenario.rounds() + 1);
        assertThat(stopping.round()).isEqualTo(scenario.rounds() + 1);
        assertThatThrownBy(() -> stopping.enter(streams(1, 1), -1)).hasMessageContaining("round (-1)");
    }

    @Test
    void historyIsKeptOnlyWhereARuleAsks() {
        Scenario logit = Scenarios.shipped("table-stag-hunt", "rounds=2").scenario();
        var past = new Past(logit);
        var present = new Present(logit, past);
        past.add(new int[] {0, 1}, present);
        assertThat(past.strategy(0, 1)).isEqualTo(1);
        assertThatThrownBy(() -> past.payoff(0, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> past.forgone(0, 0, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> past.strategy(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void forgonePayoffsAreThoseOfTheOwnDeviationsAlone() {
        Scenario scenario = Scenarios.shipped(
                        "table-stag-hunt",
                        "rounds=3",
                        "actors.hunter.rule={rule: regretMatching, conditional: true, normaliser: 20}")
                .scenario();
        List<Double> forgone = new ArrayList<>();
        var simulation = new Simulation(scenario);
        simulation.run(streams(1, 1), new Trace() {
            @Override
            public void chose(Simulation run) {
                int other = run.strategy(1);
                var history = run.history();
                for (int s = 0; s < 2; s++) {
                    forgone.add(history.forgone(run.round(), 0, s)
                            - run.situation(0).payoff(0, new int[] {s, other}));
                }
                forgone.add(history.payoff(run.round(), 1) - run.situation(1).payoff(1, run.profile()));
            }
        });
        assertThat(forgone).hasSize(9).containsOnly(0.0);
    }

    @Test
    void drawnParametersStayInTheirRangesAndShiftNoOther() {
        var loaded = Scenarios.shipped("baseline");
        var draws = new ParameterDraws(loaded, Scenarios.file("baseline"));
        var drawn = draws.draw(streams(1, 1));
        int moved = 0;
        for (var parameter : loaded.parameters().ranged()) {
            double value = drawn.parameters()
                    .find(parameter.path())
                    .orElseThrow()
                    .quantity()
                    .value();
            var quantity = parameter.quantity();
            boolean scaled = parameter.path().contains(".shares.")
                    || parameter.path().contains(".projects.")
                    || parameter.path().endsWith("resourceWeight");
            if (!scaled) {
                assertThat(value).as(parameter.path()).isBetween(quantity.low(), quantity.high());
            }
            moved += value != quantity.value() ? 1 : 0;
        }
        assertThat(moved).isGreaterThan(loaded.parameters().ranged().size() * 9 / 10);
        assertThat(draws.draw(streams(1, 2)).tree()).isNotEqualTo(drawn.tree());
        assertThat(draws.draw(streams(1, 1)).tree()).isEqualTo(drawn.tree());
    }
}
