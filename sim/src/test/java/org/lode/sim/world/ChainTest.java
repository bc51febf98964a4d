package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Who sends ore where, and what the chain can then deliver. */
class ChainTest {
    private static final double ROUNDING = 1e-6;

    private static Chain chain(Trial trial, int mineral) {
        MineralDynamics dynamics = trial.dynamics(mineral);
        dynamics.clear(trial.state(mineral), 0);
        return dynamics.market.chain;
    }

    @Test
    void allOreGoesSomewhere() {
        var trial = Baseline.trial(0);
        for (int m = 0; m < trial.scenario.mineralCount(); m++) {
            Chain chain = chain(trial, m);
            for (int h = 0; h < trial.scenario.actors().size(); h++) {
                if (h != trial.scenario.minerals[m].home) {
                    assertThat(chain.ownUse[h] + chain.oreHome[h] + chain.orePool[h])
                            .isCloseTo(chain.mined[h], within(ROUNDING * (1 + chain.mined[h])));
                }
            }
        }
    }

    @Test
    void aProducersOwnPlantsRunOnItsOwnOreFirst() {
        var trial = Baseline.trial(0);
        for (int m = 0; m < trial.scenario.mineralCount(); m++) {
            MineralModel model = trial.scenario.minerals[m];
            MineralState state = trial.state(m);
            Chain chain = chain(trial, m);
            for (int h = 0; h < model.actors; h++) {
                double own = 0;
                for (int j = 0; j < model.producers; j++) {
                    int at = j * model.stages;
                    own += model.host[j] == h ? Math.min(state.capacity[at], state.capacity[at + 1]) : 0;
                }
                if (h != model.home) {
                    assertThat(chain.ownUse[h]).isGreaterThanOrEqualTo(own - ROUNDING);
                    assertThat(chain.refined[h]).isGreaterThanOrEqualTo(chain.ownUse[h] - ROUNDING);
                }
            }
        }
    }

    @Test
    void theScarcestStageCapsWhatAChannelDelivers() {
        var trial = Baseline.trial(0);
        int ndpr = trial.mineral("ndpr");
        MineralModel model = trial.scenario.minerals[ndpr];
        for (double left : new double[] {1, 0.1}) {
            MineralState state = trial.state(ndpr);
            double magnets = 0;
            for (int j = 0; j < model.producers; j++) {
                state.capacity[j * model.stages + 2] *= left;
                magnets += model.host[j] == model.home ? 0 : state.capacity[j * model.stages + 2];
            }
            Chain chain = chain(trial, ndpr);
            double delivered = 0;
            for (double one : chain.deliverable) {
                delivered += one;
            }
            assertThat(delivered).isCloseTo(Math.min(chain.poolRefining, magnets), within(1e-3));
            assertThat(chain.homeCapacity)
                    .isLessThanOrEqualTo(state.capacity[2] + ROUNDING)
                    .isLessThanOrEqualTo(chain.homeOre + ROUNDING);
        }
    }

    @Test
    void aQuotaLetsOutItsShareOfTheOre() {
        var trial = Baseline.trial(0, "CD", "{oreExport: {cobalt: 0.3}}");
        int congo = trial.actor("CD");
        Chain chain = chain(trial, trial.mineral("cobalt"));
        double open = chain.mined[congo] - chain(Baseline.trial(0), trial.mineral("cobalt")).ownUse[congo];
        assertThat(open).isGreaterThan(0.3 * chain.mined[congo]);
        assertThat(chain.oreHome[congo] + chain.orePool[congo])
                .isCloseTo(0.3 * chain.mined[congo], within(ROUNDING * chain.mined[congo]));
    }

    @Test
    void indonesianOreThatMayNotLeaveRunsIndonesianPlants() {
        var trial = Baseline.trial(0, "ID", "{localProcessing: {nickel: 1}, oreExport: {nickel: 0}}");
        int indonesia = trial.actor("ID");
        int nickel = trial.mineral("nickel");
        Chain chain = chain(trial, nickel);
        MineralModel model = trial.scenario.minerals[nickel];
        double plants = 0;
        for (int j = 0; j < model.producers; j++) {
            plants += model.host[j] == indonesia ? trial.state(nickel).capacity[j * model.stages + 1] : 0;
        }
        assertThat(chain.oreHome[indonesia] + chain.orePool[indonesia]).isZero();
        assertThat(chain.ownUse[indonesia]).isCloseTo(Math.min(plants, chain.mined[indonesia]), within(1e-3));
    }

    /** Share of a host's leaving ore that goes to the dominant supplier after some years of an unchanged world. */
    private static double oreShare(Trial trial, int mineral, int host, int rounds) {
        trial.play(trial.profile, rounds);
        return trial.state(mineral).oreShare[host];
    }

    @Test
    void aClosedClubSendsTheOreOfThoseOutsideToTheOtherSide() {
        var open = Baseline.trial(0, "US", "{lead: {forge: 1}, openness: {forge: 1}}");
        var closed = Baseline.trial(0, "US", "{lead: {forge: 1}}");
        var joined = Baseline.trial(0, "US", "{lead: {forge: 1}}", "CA", "{join: {forge: 1}, binding: {forge: 1}}");
        int lithium = open.mineral("lithium");
        int canada = open.actor("CA");
        double free = oreShare(open, lithium, canada, 8);
        assertThat(oreShare(closed, lithium, canada, 8)).isGreaterThan(free + 0.01);
        assertThat(oreShare(joined, lithium, canada, 8)).isCloseTo(free, within(1e-6));
    }

    @Test
    void whoOffersMoreGetsMoreOfTheOreButNotAtOnce() {
        var plain = Baseline.trial(0);
        var offered = Baseline.trial(0, "CN", "{corridor: {CA: 1}, plantForOre: {CA: 1}}");
        int lithium = plain.mineral("lithium");
        int canada = plain.actor("CA");
        double before = plain.state(lithium).oreShare[canada];
        double soon = oreShare(offered, lithium, canada, 1);
        double most = 0.5 * Baseline.SCENARIO.data().institutions().ore().pace();
        assertThat(soon - before).isPositive().isLessThanOrEqualTo(most + 1e-12);
        double later = oreShare(offered, lithium, canada, 9);
        assertThat(later)
                .isGreaterThan(oreShare(plain, lithium, canada, 10) + 0.05)
                .isLessThan(1);
    }

    @Test
    void oreFollowsTheChannelThatPaysMore() {
        var plain = Baseline.trial(0);
        var dear = Baseline.trial(0, "CN", "{exportControl: {graphite: {all: 0.6}}}");
        int graphite = plain.mineral("graphite");
        int world = plain.actor("ROW");
        assertThat(oreShare(dear, graphite, world, 6)).isLessThan(oreShare(plain, graphite, world, 6) - 0.02);
    }
}
