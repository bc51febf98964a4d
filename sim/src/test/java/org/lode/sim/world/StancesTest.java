package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What a strategy adds up to. */
class StancesTest {
    @Test
    void onlyWhatIsBuiltAbroadIsFinancedAbroad() {
        var trial = Baseline.trial(
                0, "CN", "{corridor: {CD: 0.5, ID: 0.2}, plantForOre: {CD: 0.3}}", "CD", "{logistics: {CD: 0.4}}");
        assertThat(trial.view().financedAbroad(trial.actor("CN"))).isCloseTo(1.0, within(1e-12));
        assertThat(trial.view().financedAbroad(trial.actor("CD"))).isZero();
        assertThat(trial.view().financedAbroad(trial.actor("ROW"))).isZero();
    }
}
