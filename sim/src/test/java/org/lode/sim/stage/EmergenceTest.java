package org.lode.sim.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lode.agents.decide.DecisionRules;
import org.lode.sim.chance.Streams;
import org.lode.sim.lockin.Regime;
import org.lode.sim.lockin.RegimeRule;
import org.lode.sim.run.ParameterDraws;
import org.lode.sim.run.Scenarios;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;
import org.lode.sim.world.Outcome;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.SmallScenarios;
import org.lode.sim.world.World;

/** What must come out of the model and is written nowhere in it. */
class EmergenceTest {
    private static final long SEED = 20260204;
    private static final int DRAWS = 16;
    /** What the others may be doing, against which strategies are compared: what they do, and random profiles. */
    private static final int OPPONENTS = 5;

    /** Share of rounds beyond which a strategy counts as the only one played. */
    private static final double ALWAYS = 0.95;

    /** Actors that may play one strategy nearly always, with the reason. None has needed one. */
    private static final Map<String, String> REASONS = Map.of();

    /** Each rule with settings of its own kind, as a scenario's file would give it. */
    private static final Map<String, String> RULES = rules();

    private static Map<String, String> rules() {
        var rules = new LinkedHashMap<String, String>();
        rules.put("logitReply", "lambda: 2, statusQuo: 3, abandonment: 1");
        rules.put("uniform", "");
        rules.put("bestReply", "revision: 0.5");
        rules.put("fictitiousPlay", "lambda: 6, discount: 0.9");
        rules.put("regretMatching", "conditional: true, normaliser: 1");
        rules.put("levelK", "level: 2, lambda: 6");
        rules.put("imitation", "rate: 1, noise: 0.1");
        rules.put("aspiration", "initial: 0, speed: 0.2, sensitivity: 5, tremble: 0.05");
        rules.put("qre", "lambda: 2");
        rules.put("nash", "selection: riskDominance, lambda: 2");
        rules.put("bayesianReply", "lambda: 6, prior: 0.5, slip: 0.1, opportunism: 0.5");
        rules.put("scripted", "strategies: [projects, rules]");
        return rules;
    }

    static List<String> ruleNames() {
        return List.copyOf(RULES.keySet());
    }

    @Test
    void everyDecisionRuleIsTried() {
        var known = new TreeSet<String>();
        DecisionRules.ALL.forEach(rule -> known.add(DecisionRules.name(rule)));
        assertThat(new TreeSet<>(RULES.keySet())).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("ruleNames")
    void everyDecisionRuleRunsAScenario(String rule) {
        Scenario read = SmallScenarios.baseline(
                "rounds=3",
                "actors.EU.rule={rule: " + rule + (RULES.get(rule).isEmpty() ? "" : ", ") + RULES.get(rule) + "}");
        int eu = 2;
        Scenario scenario = rule.equals("scripted") ? read : SmallScenarios.small(read, 1);
        assertThat(scenario.actors().get(eu).id()).isEqualTo("EU");
        var played = new ArrayList<Integer>();
        new Simulation(scenario).run(new Streams(SEED, 0, 1), new Trace() {
            @Override
            public void played(Simulation run) {
                played.add(run.strategy(eu));
            }
        });
        assertThat(played)
                .hasSize(3)
                .allMatch(s -> s >= 0 && s < scenario.actors().get(eu).menu().size());
    }

    @Test
    void eachPayoffComponentIsNonzeroForSomeActor() {
        Scenario scenario = SmallScenarios.baseline();
        int[] shape = scenario.shape();
        List<int[]> profiles = new ArrayList<>();
        int[] deal = scenario.startProfile();
        int us = scenario.hegemon();
        while (!scenario.actors().get(us).menu().get(deal[us]).id().equals("deal")) {
            deal[us] = (deal[us] + 1) % shape[us];
        }
        profiles.add(deal);
        var chance = new SplittableRandom(SEED);
        for (int draw = 0; draw < 4; draw++) {
            profiles.add(Arrays.stream(shape).map(chance::nextInt).toArray());
        }
        double[] most = new double[scenario.components().size()];
        for (int[] profile : profiles) {
            World world = new World(scenario, new Streams(SEED, 0, 1));
            for (int round = 0; round < 3; round++) {
                world.begin(profile);
                Outcome outcome = world.advance(profile, profile);
                for (int c = 0; c < most.length; c++) {
                    for (int i = 0; i < scenario.choosers(); i++) {
                        most[c] = Math.max(most[c], Math.abs(outcome.flow(c, i)));
                    }
                }
            }
        }
        for (int c = 0; c < most.length; c++) {
            assertThat(most[c]).as(scenario.components().get(c).name()).isGreaterThan(1e-6);
        }
    }

    /** Counts over rounds, and over runs of drawn parameters. */
    private static final class Tally implements Trace {
        private final int[][] played;
        private final boolean[][] best;
        private final Map<Regime, Integer> regimes = new EnumMap<>(Regime.class);
        private final boolean replies;
        private int rounds;
        private int stayed;

        Tally(Scenario scenario, boolean replies) {
            this.replies = replies;
            int[] shape = scenario.shape();
            played = new int[shape.length][];
            best = new boolean[shape.length][];
            for (int i = 0; i < shape.length; i++) {
                played[i] = new int[shape[i]];
                best[i] = new boolean[shape[i]];
            }
        }

        @Override
        public void chose(Simulation run) {
            if (replies && run.round() % 8 == 0) {
                var chance = new SplittableRandom(SEED + run.round());
                for (int draw = 0; draw < OPPONENTS; draw++) {
                    int[] profile = draw == 0
                            ? run.profile()
                            : Arrays.stream(run.scenario().shape())
                                    .map(chance::nextInt)
                                    .toArray();
                    for (int i = 0; i < best.length; i++) {
                        best[i][bestReply(run, i, profile.clone())] = true;
                    }
                }
            }
        }

        private static int bestReply(Simulation run, int actor, int[] profile) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int s = 0; s < run.stage().strategies(actor); s++) {
                if (run.open(actor, s)) {
                    profile[actor] = s;
                    double payoff = run.stage().payoff(actor, profile);
                    if (payoff > most) {
                        most = payoff;
                        best = s;
                    }
                }
            }
            return best;
        }

        @Override
        public void played(Simulation run) {
            rounds++;
            for (int i = 0; i < played.length; i++) {
                played[i][run.strategy(i)]++;
                stayed += run.strategy(i) == run.previous(i) ? 1 : 0;
            }
            Scenario scenario = run.scenario();
            Regime regime = RegimeRule.of(scenario.data().regimes()).classify(scenario, run.outcome());
            regimes.merge(regime, 1, Integer::sum);
        }
    }

    @Test
    @Tag("slow")
    void noStrategyIsDominantOverAllRoundsAndSeeds() {
        Scenario scenario = SmallScenarios.baseline();
        var tally = new Tally(scenario, true);
        var simulation = new Simulation(scenario);
        for (int replication = 1; replication <= 12; replication++) {
            simulation.run(new Streams(SEED, 0, replication), tally);
        }
        for (int i = 0; i < scenario.choosers(); i++) {
            int best = 0;
            for (boolean one : tally.best[i]) {
                best += one ? 1 : 0;
            }
            String id = scenario.actors().get(i).id();
            assertThat(best).as("strategies of %s that were a best reply", id).isGreaterThan(1);
        }
    }

    @Test
    @Tag("slow")
    void acrossParametersNobodyAlwaysPlaysOneStrategyAndSeveralRegimesOccur() {
        var loaded = Scenarios.shipped("baseline");
        Scenario scenario = loaded.scenario();
        var draws = new ParameterDraws(loaded, Scenarios.file("baseline"));
        var tally = new Tally(scenario, false);
        for (int replication = 1; replication <= DRAWS; replication++) {
            var streams = new Streams(SEED, 0, replication);
            new Simulation(draws.draw(streams).scenario()).run(streams, tally);
        }
        for (int i = 0; i < scenario.choosers(); i++) {
            String id = scenario.actors().get(i).id();
            if (!REASONS.containsKey(id)) {
                for (int s = 0; s < tally.played[i].length; s++) {
                    assertThat(tally.played[i][s] / (double) tally.rounds)
                            .as(
                                    "%s plays %s",
                                    id, scenario.actors().get(i).menu().get(s).id())
                            .isLessThanOrEqualTo(ALWAYS);
                }
            }
        }
        assertThat(tally.stayed / (double) (tally.rounds * scenario.choosers()))
                .as("choices that keep the course; of coins a sixth to an eighth")
                .isBetween(0.5, 0.95);
        long occurring = tally.regimes.values().stream()
                .filter(rounds -> rounds >= 0.01 * tally.rounds)
                .count();
        assertThat(occurring)
                .as("regimes in at least 1 %% of rounds: %s", tally.regimes)
                .isGreaterThanOrEqualTo(3);
    }
}
