package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How capacity answers to prices, support, doubt and demand. */
class CapacityTest {
    private static final String SUPPORT = "{investmentSupport: {ndpr: 0.5}, supportBudget: %s}";

    private static double decided(Trial trial, String mineral, String host) {
        int m = trial.mineral(mineral);
        MineralModel model = trial.scenario.minerals[m];
        double sum = 0;
        for (int j = 0; j < model.producers; j++) {
            int plant = j * model.stages + 1;
            sum += model.host[j] == trial.actor(host)
                    ? trial.state(m).capacity[plant] + trial.state(m).pending(plant)
                    : 0;
        }
        return sum;
    }

    @Test
    void supportIsPaidWithinItsBudget() {
        for (double budget : new double[] {0.001, 0.01, 10}) {
            var trial = Baseline.trial(0, "US", String.format(Locale.ROOT, SUPPORT, budget));
            double paid = trial.market(trial.mineral("ndpr"), market -> market.support[trial.actor("US")]);
            assertThat(paid).isPositive().isLessThanOrEqualTo(budget + 1e-12);
        }
    }

    @Test
    void moreMoneyBuildsMoreUntilItIsNotTheLimit() {
        double none = decided(Baseline.trial(4), "ndpr", "US");
        double little = decided(Baseline.trial(4, "US", SUPPORT.formatted("0.01")), "ndpr", "US");
        double much = decided(Baseline.trial(4, "US", SUPPORT.formatted("10")), "ndpr", "US");
        double more = decided(Baseline.trial(4, "US", SUPPORT.formatted("20")), "ndpr", "US");
        assertThat(little).isGreaterThan(none);
        assertThat(much).isGreaterThan(little);
        assertThat(more).isCloseTo(much, within(1e-6));
    }

    @Test
    void whatIsDecidedStandsAfterItsLeadTimeOnAverage() {
        var trial = Baseline.trial(Baseline.with("minerals.ndpr.investment.pace=0"), 0);
        int ndpr = trial.mineral("ndpr");
        MineralModel model = trial.scenario.minerals[ndpr];
        MineralState state = trial.state(ndpr);
        int j = 0;
        while (model.host[j] != trial.actor("AU") || model.projects[j * model.stages + 1] == 0) {
            j++;
        }
        int plant = j * model.stages + 1;
        Arrays.fill(state.pipeline, 0);
        state.pipeline[plant * MineralState.DELAYS] = 1000;
        MineralDynamics dynamics = trial.dynamics(ndpr);
        double first = state.capacity[plant];
        double before = first;
        double mean = 0;
        for (int step = 1; step <= 200; step++) {
            dynamics.clear(state, 0);
            dynamics.follow(state, trial.world.state().beliefs, 0.25);
            mean += 0.25 * step * (state.capacity[plant] - before) / 1000;
            before = state.capacity[plant];
            if (step == 2) {
                assertThat(before).as("nothing stands at once").isEqualTo(first);
            }
        }
        assertThat(before - first).isCloseTo(1000, within(1e-3));
        assertThat(mean).isCloseTo(model.lead[plant], within(0.01));
    }

    @Test
    void plantsBelowTheirExitPriceCloseAndOthersStay() {
        var trial = Baseline.trial(0);
        int ndpr = trial.mineral("ndpr");
        MineralModel model = trial.scenario.minerals[ndpr];
        MineralState state = trial.state(ndpr);
        MineralDynamics dynamics = trial.dynamics(ndpr);
        Beliefs calm = new Beliefs(
                trial.scenario.mineralCount(), trial.scenario.actors().size());
        calm.copyFrom(trial.world.state().beliefs);
        calm.cutoffHazard[ndpr] = 0;
        Arrays.fill(state.pipeline, 0);
        double price = Arrays.stream(model.poolProducers)
                .filter(j -> state.capacity[j * model.stages + 1] > 0)
                .mapToDouble(j -> model.exitPrice[j] * state.cost[j])
                .average()
                .orElseThrow(); // some stand above it and some below
        state.averagePrice = price;
        state.homePrice = price;
        state.poolPrice = price;
        double[] before = state.capacity.clone();
        double[] cost = state.cost.clone();
        dynamics.clear(state, 0);
        state.averagePrice = price;
        dynamics.follow(state, calm, 0.5);
        int closed = 0;
        int stayed = 0;
        for (int j = 0; j < model.producers; j++) {
            int plant = j * model.stages + 1;
            if (model.host[j] == model.home || before[plant] == 0) {
                continue;
            }
            if (price < 0.99 * model.exitPrice[j] * cost[j]) {
                assertThat(state.capacity[plant])
                        .isCloseTo(
                                before[plant]
                                        * (1 - 0.5 * model.data.investment().closure()),
                                within(1e-6 * before[plant]));
                closed++;
            } else if (price > 1.01 * model.exitPrice[j] * cost[j]) {
                assertThat(state.capacity[plant]).isGreaterThanOrEqualTo(before[plant]);
                stayed++;
            }
        }
        assertThat(closed).isPositive();
        assertThat(stayed).isPositive();
    }

    @Test
    void unitCostFallsByItsRateWithEachDoublingOfOutput() {
        var trial = Baseline.trial(0);
        int lithium = trial.mineral("lithium");
        MineralModel model = trial.scenario.minerals[lithium];
        MineralState state = trial.state(lithium);
        MineralDynamics dynamics = trial.dynamics(lithium);
        double[] cost = state.cost.clone();
        double[] cumulative = state.cumulative.clone();
        for (int step = 0; step < 160; step++) {
            dynamics.clear(state, 3 * step);
            dynamics.follow(state, trial.world.state().beliefs, 0.25);
        }
        int doubled = 0;
        for (int j = 0; j < model.producers; j++) {
            double doublings = StrictMath.log(state.cumulative[j] / cumulative[j]) / StrictMath.log(2);
            double rate = model.data.supply().learning();
            assertThat(state.cost[j] / cost[j])
                    .isCloseTo(StrictMath.pow(1 - rate, doublings), within(0.005 * Math.max(1, doublings)));
            doubled += doublings >= 1 ? 1 : 0;
        }
        assertThat(doubled).isPositive();
    }

    @Test
    void theDominantSuppliersPlantsFollowTheOrdersItExpectsWithALag() {
        var calm = Baseline.trial(0);
        var busy = Baseline.trial(0);
        int lithium = calm.mineral("lithium");
        MineralDynamics first = calm.dynamics(lithium);
        MineralDynamics second = busy.dynamics(lithium);
        Beliefs beliefs = calm.world.state().beliefs;
        busy.state(lithium).shock = 1.2;
        double[] more = new double[17];
        for (int step = 0; step < more.length; step++) {
            first.clear(calm.state(lithium), 0);
            first.follow(calm.state(lithium), beliefs, 0.25);
            second.clear(busy.state(lithium), 0);
            second.follow(busy.state(lithium), beliefs, 0.25);
            more[step] = homePlants(busy, lithium) / homePlants(calm, lithium);
        }
        assertThat(more[1]).as("nothing stands at once").isLessThan(1.01);
        assertThat(more[more.length - 1]).isGreaterThan(1.03);
    }

    private static double homePlants(Trial trial, int m) {
        MineralModel model = trial.scenario.minerals[m];
        double sum = 0;
        for (int j = 0; j < model.producers; j++) {
            int last = j * model.stages + model.stages - 1;
            sum += model.host[j] == model.home ? trial.state(m).capacity[last] : 0;
        }
        return sum;
    }
}
