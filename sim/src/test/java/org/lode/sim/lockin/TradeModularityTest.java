package org.lode.sim.lockin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TradeModularityTest {
    @Test
    void twoBlocsWithoutTradeBetweenThemHaveAHalf() {
        double[] trade = {
            0, 1, 0, 0,
            1, 0, 0, 0,
            0, 0, 0, 1,
            0, 0, 1, 0
        };
        assertThat(TradeModularity.of(trade, 4, 0, 2)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void tradeInProportionHasNone() {
        double[] trade = new double[16];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                trade[i * 4 + j] = (i + 1) * (j + 2);
            }
        }
        assertThat(TradeModularity.of(trade, 4, 0, 2)).isCloseTo(0, within(1e-12));
    }

    @Test
    void lessTradeBetweenTheBlocsIsMoreModularity() {
        double before = -1;
        for (double across = 2; across >= 0; across -= 0.5) {
            double[] trade = {1, 1, across, across, 1, 1, across, across, across, across, 1, 1, across, across, 1, 1};
            double modularity = TradeModularity.of(trade, 4, 0, 2);
            assertThat(modularity).isGreaterThanOrEqualTo(before);
            before = modularity;
        }
        assertThat(before).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void noTradeAndNoSidesHaveNoModularity() {
        assertThat(TradeModularity.of(new double[9], 3, 0, 1)).isNaN();
        assertThat(TradeModularity.of(new double[] {1, 1, 1, 1}, 2, 0, -1)).isNaN();
    }
}
