package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lode.sim.config.ConfigException;

/** A price that is set, given or drawn is where the base round clears: unit costs and margins give way within their bands. */
class BaseSolveTest {
    private static int mineral(Scenario scenario, String id) {
        int m = 0;
        while (!scenario.mineral(m).id().equals(id)) {
            m++;
        }
        return m;
    }

    @Test
    void aHomePriceThatIsSetIsClearedAt() {
        for (String price : new String[] {"97", "104", "120"}) {
            Scenario scenario = Baseline.with("minerals.ndpr.price.home=" + price, "minerals.ndpr.price.pool=" + price);
            BaseRound base = BaseRound.of(scenario);
            int ndpr = mineral(scenario, "ndpr");
            double wanted = Double.parseDouble(price);
            assertThat(base.homePrice(ndpr)).isCloseTo(wanted, within(1e-6 * wanted));
            assertThat(base.poolPrice(ndpr)).isCloseTo(wanted, within(1e-6 * wanted));
        }
    }

    @Test
    void whereCapacityOutsideIsWhatIsShortItsCostsAreScaled() {
        Scenario shipped = Baseline.SCENARIO;
        Scenario cheaper = Baseline.with("minerals.gallium.price.pool=1500");
        int gallium = mineral(shipped, "gallium");
        assertThat(BaseRound.of(cheaper).poolPrice(gallium)).isCloseTo(1500, within(1e-3));
        double before = shipped.mineral(gallium).supply().costScale();
        assertThat(cheaper.mineral(gallium).supply().costScale()).isLessThan(before);
    }

    @Test
    void costsThatAreSetGiveWayToThePriceWithinTheirBand() {
        Scenario scenario = Baseline.with("minerals.ndpr.supply.homeCost=48");
        int ndpr = mineral(scenario, "ndpr");
        double price = scenario.mineral(ndpr).price().home();
        assertThat(BaseRound.of(scenario).homePrice(ndpr)).isCloseTo(price, within(1e-6 * price));
        assertThat(scenario.mineral(ndpr).supply().homeCost()).isEqualTo(48);
        double full = scenario.mineral(ndpr).supply().margin().orElseThrow().full();
        assertThat(full)
                .isLessThan(Baseline.SCENARIO
                        .mineral(ndpr)
                        .supply()
                        .margin()
                        .orElseThrow()
                        .full());
    }

    @Test
    void aPriceThatNoCostWithinTheBandClearsAtIsRefusedWithBothFigures() {
        assertThatThrownBy(() -> ScenarioReader.read(Baseline.FILE, List.of("minerals.gallium.price.pool=9000")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("minerals.gallium.price.pool (9000 USD/kg)")
                .hasMessageContaining("USD/kg with unit costs");
    }
}
