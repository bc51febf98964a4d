package org.lode.sim.lockin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lode.agents.decide.Uniform;
import org.lode.sim.run.Placebo;
import org.lode.sim.run.Scenarios;
import org.lode.sim.world.Scenario;

class PlaceboProcessTest {
    private static boolean coins(Scenario scenario) {
        return scenario.actors().stream()
                .filter(actor -> !actor.passive())
                .allMatch(actor -> actor.rule() instanceof Uniform);
    }

    @Test
    void aRampOfThePlaceboKeepsItsRules() {
        var loaded = Scenarios.shipped("baseline", "rounds=3", "foresight.horizon=1", "foresight.terminal=0");
        List<RampData> ramps = RampData.usual(loaded.scenario());
        var process = new ModelProcess(loaded, Scenarios.file("baseline"), Reversal.usual(loaded.scenario()), ramps);
        ModelProcess placebo = process.with(Placebo.UNIFORM);
        assertThat(coins(process.scenario())).isFalse();
        assertThat(coins(placebo.scenario())).isTrue();
        assertThat(coins(placebo.at(0, ramps.get(0).to()))).isTrue();
        assertThat(coins(process.at(0, ramps.get(0).to()))).isFalse();
        assertThat(placebo.forcings()).isEqualTo(process.forcings());
        assertThat(placebo.series()).isEqualTo(process.series());
    }

    @Test
    void aPlanOfThePlaceboMeasuresTheSame() {
        var loaded = Scenarios.shipped("table-stag-hunt", "rounds=5");
        LockInPlan plan = LockInPlan.of(loaded, Scenarios.file("table-stag-hunt"), true);
        LockInPlan placebo = plan.with(Placebo.INERTIA);
        assertThat(placebo.metrics()).isEqualTo(plan.metrics());
        assertThat(placebo.data()).isEqualTo(plan.data());
        assertThat(placebo.process().scenario()).isNotSameAs(plan.process().scenario());
        assertThat(placebo.metric(ReversalTest.class))
                .isEqualTo(plan.metric(ReversalTest.class))
                .isNotEqualTo(Optional.empty());
    }

    /** Zou and Donner: below by the root of (5 - 4)^2 + (3.75 - 3)^2, above by that of (7 - 5)^2 + (3 - 1.5)^2. */
    @Test
    void aDifferenceHasAnIntervalOfBoth() {
        Estimate difference = new Estimate(5, 4, 7, 20, "bootstrap").less(new Estimate(3, 1.5, 3.75, 12, "exact"));
        assertThat(difference.value()).isEqualTo(2);
        assertThat(difference.low()).isCloseTo(2 - 1.25, within(1e-12));
        assertThat(difference.high()).isCloseTo(2 + 2.5, within(1e-12));
        assertThat(difference.n()).isEqualTo(12);
        assertThat(new Estimate(5, 4, 7, 20, "bootstrap").less(Estimate.none(3)).defined())
                .isFalse();
    }
}
