package org.lode.sim.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A margin that rises with the use of capacity, read both ways. */
class MarginCurveTest {
    private final MarginCurve curve = MarginCurve.of(new double[] {0, 0.75, 0.9, 1}, new double[] {0, 0.1, 0.7, 2});

    @Test
    void itPassesThroughItsPointsAndStaysAtFullUse() {
        assertThat(curve.at(0)).isZero();
        assertThat(curve.at(0.9)).isCloseTo(0.7, within(1e-15));
        assertThat(curve.at(1)).isEqualTo(2);
        assertThat(curve.at(3)).isEqualTo(2);
        assertThat(curve.at(0.825)).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void useIsTheInverseOfTheMargin() {
        for (double use = 0; use <= 1; use += 0.01) {
            assertThat(curve.useAt(curve.at(use))).isCloseTo(use, within(1e-12));
        }
        assertThat(curve.useAt(-1)).isZero();
        assertThat(curve.useAt(5)).isEqualTo(1);
    }

    @Test
    void aMonopolistOfOneTonneAsksWhereItsCapacityIsJustFull() {
        // Demand 3 - p (t/yr) at home alone, capacity 1, cost 1: full use from a price of 2, which demand of one tonne
        // allows.
        var market = new Market(1, 0);
        market.home = 0;
        market.curve = DemandCurve.of(new double[] {0, 3}, new double[] {3, 0});
        market.demand[0] = 1;
        market.homeCapacity = 1;
        market.homeCost = 1;
        market.homeMargin = MarginCurve.of(new double[] {0, 1}, new double[] {0, 0.5});
        var out = new Clearing(1, 0);
        new MarketClearing(1, 0).clear(market, out);
        assertThat(out.homePrice).isCloseTo(2, within(1e-12));
        // With two tonnes of capacity p = 1 + (3 - p) / 4, so p = 1.4 and 1.6 t are used.
        market.homeCapacity = 2;
        new MarketClearing(1, 0).clear(market, out);
        assertThat(out.homePrice).isCloseTo(1.4, within(1e-12));
        assertThat(out.homeSales).isCloseTo(1.6, within(1e-12));
    }

    @Test
    void aCurveThatDoesNotRiseIsRefused() {
        assertThatThrownBy(() -> MarginCurve.of(new double[] {0, 0.5, 1}, new double[] {0, 0.2, 0.2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("margin point 3");
    }
}
