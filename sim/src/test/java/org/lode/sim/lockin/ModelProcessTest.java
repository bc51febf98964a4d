package org.lode.sim.lockin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.ConfigException;
import org.lode.sim.run.Progress;
import org.lode.sim.run.Scenarios;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;
import org.lode.sim.world.ScenarioReader.Loaded;

/** The simulation as the metrics see it. */
class ModelProcessTest {
    private static final String[] SHORT = {
        "rounds=5", "foresight.horizon=1", "foresight.terminal=0", "minerals.ndpr.demand.shockSd=0.1"
    };

    private static ModelProcess process(String name, List<RampData> ramps, String... settings) {
        Loaded loaded = Scenarios.shipped(name, settings);
        return new ModelProcess(loaded, Scenarios.file(name), Reversal.usual(loaded.scenario()), ramps);
    }

    private static List<Double> numbers(ModelProcess process, ModelRun run) {
        List<Double> numbers = new ArrayList<>();
        for (int s = 0; s < process.series().size(); s++) {
            numbers.add(run.value(s));
        }
        for (int a = 0; a < process.aspects().size(); a++) {
            numbers.add((double) run.state(a));
        }
        return numbers;
    }

    @Test
    void aRunIsTheSimulationRoundByRound() {
        ModelProcess process = process("baseline", List.of(), SHORT);
        List<Double> wedges = new ArrayList<>();
        List<Double> payoffs = new ArrayList<>();
        new Simulation(process.scenario()).run(new Streams(1, Streams.COMMON, 2), new Trace() {
            @Override
            public void played(Simulation run) {
                wedges.add(run.outcome().wedge());
                payoffs.add(run.payoff(1));
            }
        });
        ModelRun run = process.start(2);
        for (int t = 0; t < 5; t++) {
            run.advance();
            assertThat(run.value(process.series("wedge"))).isEqualTo(wedges.get(t));
            assertThat(run.value(process.series("payoff.JP"))).isEqualTo(payoffs.get(t));
        }
        assertThat(run.round()).isEqualTo(5);
    }

    @Test
    void forksGoOnAsTheRunWouldOrTheirOwnWay() {
        ModelProcess process = process("baseline", List.of(), SHORT);
        ModelRun run = process.start(1);
        run.advance();
        run.advance();
        ModelRun same = run.fork(0);
        ModelRun fresh = run.fork(1);
        ModelRun again = run.fork(1);
        for (int t = 2; t < 7; t++) { // past the scenario's end, too
            run.advance();
            same.advance();
            fresh.advance();
            again.advance();
        }
        assertThat(numbers(process, same)).isEqualTo(numbers(process, run));
        assertThat(numbers(process, again)).isEqualTo(numbers(process, fresh));
        assertThat(numbers(process, fresh)).isNotEqualTo(numbers(process, run));
        assertThat(same.regimes().last()).isEqualTo(run.regimes().last());
    }

    @Test
    void whatIsImposedIsPlayedAndTheOthersChoose() {
        ModelProcess process = process("baseline", List.of(), SHORT);
        assertThat(process.forcings().stream()
                        .filter(PathProcess.Forcing::reversal)
                        .map(PathProcess.Forcing::name))
                .containsExactly("withdrawal", "truce", "dumping");
        ModelRun run = process.start(1);
        run.force(0);
        var us = process.scenario().actors().get(0);
        assertThat(us.id()).isEqualTo("US");
        assertThat(run.simulation().previous(0)).isEqualTo(us.fallback());
        run.force(2);
        var china = process.scenario().actors().get(process.scenario().dominant());
        assertThat(china.menu()
                        .get(run.simulation().previous(process.scenario().dominant()))
                        .id())
                .isEqualTo("lowPrice");
        run.scatter((java.util.random.RandomGenerator) new Random(1)::nextLong);
        assertThatThrownBy(() -> run.play(99)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** A reversal of the hegemon's course is seen as one: it costs credibility. */
    @Test
    void aWithdrawalCostsCredibility() {
        ModelProcess process = process("baseline", List.of(), SHORT);
        ModelRun run = process.start(1);
        run.advance();
        ModelRun forced = run.fork(0);
        run.play(run.simulation().previous(0));
        forced.force(0);
        run.advance();
        forced.advance();
        assertThat(forced.outcome().credibility()).isLessThan(run.outcome().credibility());
    }

    @Test
    void aParameterIsMovedWhileTheRunGoesOn() {
        var ramp = new RampData(
                "actors.US.strategies.club.settings.priceFloor.ndpr", 0, 400, "outside.ndpr", Map.of("US", "club"));
        ModelProcess process = process("baseline", List.of(ramp), SHORT);
        assertThat(process.ramps().get(0).unit()).isEqualTo("USD/kg");
        ModelRun low = process.start(1);
        ModelRun high = process.start(1);
        low.set(0, 0);
        high.set(0, 0);
        low.advance();
        high.advance();
        assertThat(numbers(process, high)).isEqualTo(numbers(process, low));
        high.set(0, 400);
        low.advance();
        high.advance();
        assertThat(high.simulation().previous(0)).isEqualTo(low.simulation().previous(0));
        assertThat(high.value(process.series("payoff.US"))).isNotEqualTo(low.value(process.series("payoff.US")));
    }

    @Test
    void numbersOfTheWholeAreWhatTheySay() {
        ModelProcess process = process("baseline", List.of(), SHORT);
        ModelRun run = process.start(1);
        run.advance();
        assertThat(run.value(process.series("modularity"))).isBetween(-0.5, 0.5);
        assertThat(run.value(process.series("crossBloc"))).isBetween(0.0, 1.0);
        assertThat(run.value(process.series("hhi"))).isBetween(0.1, 1.0);
        double largest = run.value(process.series("largest"));
        double hhi = run.value(process.series("hhi"));
        assertThat(hhi).isLessThanOrEqualTo(largest).isGreaterThan(largest * largest);
        assertThat(run.value(process.series("walk"))).isBetween(-40.0, 40.0);
        assertThat(run.value(process.series("membership")))
                .isCloseTo(
                        run.value(process.series("adoption.forge")) + run.value(process.series("adoption.plural")),
                        within(1e-12));
    }

    @Test
    void aScenarioWithoutClubsIsClassifiedByWhatMostPlay() {
        ModelProcess process = process("table-stag-hunt", List.of());
        assertThat(process.aspects().get(0).name()).isEqualTo("convention");
        ModelRun run = process.start(1);
        run.play(1, 1);
        assertThat(run.state(0)).isEqualTo(1);
        assertThat(run.value(process.series("payoff.hunter"))).isEqualTo(3);
    }

    @Test
    void theBlockIsReadWithItsLinesAndNames() {
        Loaded loaded = Scenarios.shipped(
                "table-stag-hunt",
                "lockin={replications: 30, histories: 5, metrics: [{metric: basinShare, round: 3, forks: 3}],"
                        + " reversals: [{id: flight, plays: {hunter: hare}}]}");
        var plan = LockInPlan.of(loaded, Scenarios.file("table-stag-hunt"), false);
        assertThat(plan.metrics()).containsExactly(new BasinShare(3, 2, 10, 3, 0.2));
        assertThat(plan.process().forcings()).containsExactly(PathProcess.Forcing.reversal("flight"));
        var laboratory = plan.laboratory(2, Progress.NONE);
        assertThat(plan.metrics().get(0).measure(laboratory)).isNotEmpty();
        for (String wrong : List.of(
                "lockin={reversals: [{id: flight, plays: {hunter: bear}}]}",
                "lockin={reversals: [{id: flight, plays: {bear: hare}}]}",
                "lockin={ramps: [{parameter: no.such, from: 0, to: 1, response: walk}]}",
                "lockin={ramps: [{parameter: rounds, from: 0, to: 1, response: no}]}",
                "lockin={metrics: [noSuch]}",
                "lockin={histories: 50, replications: 20}")) {
            assertThatThrownBy(() -> LockInPlan.of(
                            Scenarios.shipped("table-stag-hunt", wrong), Scenarios.file("table-stag-hunt"), false))
                    .as(wrong)
                    .isInstanceOf(ConfigException.class);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RampData("x", 1, 1, "walk", Map.of()))
                .withMessageContaining("to (1.0) must be above from (1.0)");
    }
}
