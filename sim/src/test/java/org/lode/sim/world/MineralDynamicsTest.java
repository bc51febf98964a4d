package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Substitution, recycling and stocks, step by step. */
class MineralDynamicsTest {
    /** What the law asks to be stocked while no money is voted, and ore that both sides would pay nothing for. */
    @Test
    void aGlutInWhichThePriceIsNothingClearsAgain() {
        var trial = Baseline.trial(0, "US", "{stockpileDays: {all: 60}}");
        for (int m = 0; m < trial.scenario.mineralCount(); m++) {
            MineralDynamics dynamics = trial.dynamics(m);
            MineralState state = trial.state(m);
            state.poolPrice = 0;
            state.homePrice = 0;
            for (int step = 0; step < 3; step++) {
                dynamics.clear(state, 6 * step);
                dynamics.follow(state, trial.world.state().beliefs, 0.5);
            }
            String id = trial.scenario.mineral(m).id();
            assertThat(dynamics.market.poolPrice()).as(id).isFinite();
            assertThat(dynamics.market.homePrice()).as(id).isFinite();
            for (double stock : state.stock) {
                assertThat(stock).as(id).isFinite();
            }
        }
    }

    @Test
    void substitutionMovesDemandByAtMostTenPercentAYear() {
        var trial = Baseline.trial(0, "CN", "{exportControl: {dytb: {all: 0.9}}}");
        int dytb = trial.mineral("dytb");
        double speed = trial.scenario.mineral(dytb).demand().substitutionSpeed();
        assertThat(speed).isEqualTo(0.1);
        double[] before = trial.state(dytb).substitution.clone();
        double most = 0;
        for (int round = 0; round < 10; round++) {
            trial.play(trial.profile, 1);
            double[] after = trial.state(dytb).substitution;
            for (int i = 0; i < after.length; i++) {
                double moved = Math.abs(after[i] - before[i]);
                assertThat(moved).isLessThanOrEqualTo(speed * 0.5 + 1e-12);
                most = Math.max(most, moved);
            }
            before = after.clone();
        }
        assertThat(most).as("the bound binds when prices leap").isCloseTo(speed * 0.5, within(1e-9));
    }

    @Test
    void substitutionAtTheReferencePriceStandsStill() {
        var trial = Baseline.trial(0);
        int lithium = trial.mineral("lithium");
        MineralState state = trial.state(lithium);
        MineralDynamics dynamics = trial.dynamics(lithium);
        dynamics.clear(state, 0);
        double reference = trial.scenario.minerals[lithium].reference;
        Arrays.fill(dynamics.market.clearing.userPrice, reference);
        dynamics.follow(state, trial.world.state().beliefs, 1);
        assertThat(state.substitution).containsOnly(1);
    }

    @Test
    void recyclingNeedsNoOre() {
        var trial = Baseline.trial(12, "EU", "{recycling: {ndpr: 0.4}}");
        var without = Baseline.trial(12);
        int ndpr = trial.mineral("ndpr");
        int eu = trial.actor("EU");
        double share = trial.state(ndpr).recycling[eu];
        double base = trial.scenario.mineral(ndpr).recycling().base();
        assertThat(share).isBetween(2 * base, 0.4);
        double used = trial.market(ndpr, market -> market.demand[eu]) / trial.state(ndpr).substitution[eu];
        double all = without.market(ndpr, market -> market.demand[eu]) / without.state(ndpr).substitution[eu];
        assertThat(used / all).isCloseTo((1 - share) / (1 - base), within(1e-9));
        // No mine opens for it: less demand, not more ore.
        assertThat(trial.market(
                        ndpr, market -> Arrays.stream(market.chain.mined).sum()))
                .isLessThanOrEqualTo(1.001
                        * without.market(
                                ndpr,
                                market -> Arrays.stream(market.chain.mined).sum()));
    }

    @Test
    void aStockFillsTowardItsTargetAndNoFurther() {
        var trial = Baseline.trial(0, "US", "{stockpileDays: {ndpr: 60}, stockpileBudget: 5}");
        int ndpr = trial.mineral("ndpr");
        int us = trial.actor("US");
        double before = 0;
        for (int round = 0; round < 24; round++) {
            trial.play(trial.profile, 1);
            double target = 60 / 365.0 * trial.market(ndpr, market -> market.demand[us]);
            assertThat(trial.state(ndpr).stock[us]).isLessThanOrEqualTo(1.1 * target);
            if (round < 4) {
                assertThat(trial.state(ndpr).stock[us]).isGreaterThan(before);
            }
            before = trial.state(ndpr).stock[us];
        }
        double target = 60 / 365.0 * trial.market(ndpr, market -> market.demand[us]);
        assertThat(before).isGreaterThan(0.8 * target);
    }

    @Test
    void purchasesStayWithinTheBudget() {
        double budget = 0.004;
        var trial = Baseline.trial(0, "US", "{stockpileDays: {ndpr: 60}, stockpileBudget: " + budget + "}");
        int ndpr = trial.mineral("ndpr");
        int us = trial.actor("US");
        double tonnes = trial.market(ndpr, market -> market.stockFlow[us]);
        MineralState state = trial.state(ndpr);
        assertThat(tonnes * Math.max(state.poolPrice, state.homePrice) * 1e-6).isCloseTo(budget, within(1e-9));
    }

    @Test
    void stocksAreReleasedInShortageOnly() {
        var trial = Baseline.trial(4, "US", "{stockpileDays: {ndpr: 60}, stockpileBudget: 5}");
        int ndpr = trial.mineral("ndpr");
        int us = trial.actor("US");
        MineralState state = trial.state(ndpr);
        assertThat(trial.market(ndpr, market -> market.stockFlow[us])).isPositive();
        double trigger = trial.scenario.mineral(ndpr).stocks().releaseAbove() * state.averagePrice;
        state.poolPrice = 1.01 * trigger;
        assertThat(trial.market(ndpr, market -> market.stockFlow[us])).isNegative();
        state.poolPrice = 0.99 * trigger;
        assertThat(trial.market(ndpr, market -> market.stockFlow[us])).isPositive();
    }

    @Test
    void privateStocksSellHighAndNeverRunBelowNothing() {
        var trial = Baseline.trial(0, "CN", "{exportControl: {ndpr: {all: 0.9}}}");
        int ndpr = trial.mineral("ndpr");
        double before = trial.state(ndpr).inventory;
        trial.play(trial.profile, 1);
        assertThat(trial.state(ndpr).inventory).isLessThan(before);
        trial.play(trial.profile, 10);
        assertThat(trial.state(ndpr).inventory).isGreaterThanOrEqualTo(0);
    }
}
