package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The contract book: signed within what partners can deliver, outliving the strategy that signed, gone when they expire. */
class ContractsTest {
    private static final String OFFTAKE =
            "{offtake: {ndpr: 0.1}, offtakePartner: {AU: 1, ROW: 1}, offtakeTenor: {ndpr: 3}, offtakeFloor: {ndpr: 110}}";

    @Test
    void contractsStayWithinDemandAndWithinWhatPartnersHave() {
        var trial = Baseline.trial(0, "JP", "{offtake: {ndpr: 1}, offtakePartner: {AU: 1, ROW: 1}}");
        int ndpr = trial.mineral("ndpr");
        int japan = trial.actor("JP");
        double demand = 0;
        for (int round = 0; round < 4; round++) {
            demand = Math.max(demand, trial.market(ndpr, market -> market.demand[japan]));
            trial.play(trial.profile, 1);
        }
        MineralModel model = trial.scenario.minerals[ndpr];
        MineralState state = trial.state(ndpr);
        double byPartner = 0;
        for (int j = 0; j < model.producers; j++) {
            double volume = state.contractBy[japan * model.producers + j];
            boolean partner = model.host[j] == trial.actor("AU") || model.host[j] == trial.actor("ROW");
            int plant = j * model.stages + 1;
            assertThat(volume).isLessThanOrEqualTo(partner ? state.capacity[plant] + state.pending(plant) + 1e-6 : 0);
            byPartner += volume;
        }
        assertThat(byPartner).isCloseTo(state.contractedOf[japan], within(1e-6)).isPositive();
        assertThat(byPartner).isLessThanOrEqualTo(1.05 * demand);
    }

    @Test
    void offtakeGrowsByItsShareOfDemandAYear() {
        var trial = Baseline.trial(2, "JP", OFFTAKE);
        int ndpr = trial.mineral("ndpr");
        int japan = trial.actor("JP");
        double demand = trial.market(ndpr, market -> market.demand[japan]);
        assertThat(trial.state(ndpr).contractedOf[japan] / demand).isCloseTo(0.1, within(0.02));
    }

    @Test
    void contractsSurviveAChangeOfStrategyAndEndWithinTheirTenor() {
        var trial = Baseline.trial(2, "JP", OFFTAKE);
        int ndpr = trial.mineral("ndpr");
        int japan = trial.actor("JP");
        double signed = trial.state(ndpr).contractedOf[japan];
        double[] left = new double[8];
        for (int round = 0; round < left.length; round++) {
            trial.play(trial.neutral(), 1);
            left[round] = trial.state(ndpr).contractedOf[japan];
        }
        assertThat(left[0]).as("half a year after").isCloseTo(signed, within(1e-9));
        assertThat(left[1]).as("a year after").isCloseTo(signed, within(1e-9));
        assertThat(left[4])
                .as("two and a half years after, within a year of expiry")
                .isLessThan(signed);
        assertThat(left[5]).as("three years after the last").isCloseTo(0, within(1e-9));
        assertThat(trial.state(ndpr).terms[japan].floor()).isEqualTo(110);
    }

    @Test
    void contractedTonnesAreDeliveredAndPaidTheirFloor() {
        var trial =
                Baseline.trial(2, "JP", "{offtake: {ndpr: 0.2}, offtakePartner: {ROW: 1}, offtakeFloor: {ndpr: 300}}");
        int ndpr = trial.mineral("ndpr");
        int japan = trial.actor("JP");
        double tonnes = trial.market(ndpr, market -> market.clearing.contracted[japan]);
        double price = trial.market(ndpr, MineralMarket::poolPrice);
        assertThat(tonnes).isPositive();
        assertThat(price).isLessThan(300);
        assertThat(trial.market(ndpr, market -> market.clearing.contractTransfer[japan]))
                .isCloseTo((300 - price) * tonnes * 1e-6, within(1e-9));
    }
}
