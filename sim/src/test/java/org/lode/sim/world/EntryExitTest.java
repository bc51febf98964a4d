package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Dixit (1989), Entry and exit decisions under uncertainty, Journal of Political Economy 97(3). */
class EntryExitTest {
    @Test
    void dixitsCentralCaseIsReproduced() {
        EntryExit triggers = EntryExit.solve(1, 4, 0, 0.025, 0, 0.1);
        assertThat(triggers.high()).isCloseTo(1.4667, within(5e-5));
        assertThat(triggers.low()).isCloseTo(0.7657, within(5e-5));
    }

    @Test
    void triggersScaleWithAllCosts() {
        EntryExit one = EntryExit.solve(1, 4, 0.5, 0.05, 0, 0.2);
        EntryExit seven = EntryExit.solve(7, 28, 3.5, 0.05, 0, 0.2);
        assertThat(seven.high()).isCloseTo(7 * one.high(), within(1e-6));
        assertThat(seven.low()).isCloseTo(7 * one.low(), within(1e-6));
    }

    @Test
    void withoutUncertaintyTheyAreFullCostAndUnitCost() {
        EntryExit triggers = EntryExit.solve(1, 4, 0, 0.025, 0, 1e-3);
        assertThat(triggers.high()).isCloseTo(1.1, within(0.01));
        assertThat(triggers.low()).isCloseTo(1, within(0.01));
    }

    @Test
    void withoutSunkCostBothAreTheUnitCost() {
        EntryExit none = EntryExit.solve(1, 0, 0, 0.025, 0, 0.1);
        assertThat(none.high()).isEqualTo(1);
        assertThat(none.low()).isEqualTo(1);
        EntryExit little = EntryExit.solve(1, 1e-4, 0, 0.025, 0, 0.1);
        EntryExit less = EntryExit.solve(1, 1e-6, 0, 0.025, 0, 0.1);
        assertThat(less.high() - less.low()).isLessThan(little.high() - little.low());
        // The band closes with the cube root of the sunk cost (Dixit 1991), hence slowly.
        assertThat((less.high() - less.low()) / (little.high() - little.low()))
                .isCloseTo(StrictMath.cbrt(1e-2), within(0.03));
    }

    @Test
    void uncertaintyWidensTheBandOfInaction() {
        EntryExit before = EntryExit.solve(1, 4, 0, 0.05, 0, 0.05);
        for (double sigma : new double[] {0.1, 0.2, 0.4, 0.8}) {
            EntryExit wider = EntryExit.solve(1, 4, 0, 0.05, 0, sigma);
            assertThat(wider.high()).isGreaterThan(before.high());
            assertThat(wider.low()).isLessThan(before.low());
            before = wider;
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryExit.solve(1, 4, 0, 0.02, 0.03, 0.1))
                .withMessageContaining("rate > drift");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryExit.solve(1, 4, -5, 0.05, 0, 0.1))
                .withMessageContaining("exit -5.0");
    }
}
