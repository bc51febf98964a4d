package org.lode.agents.payoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sign and size of every component that reads one market, by hand from {@link HandMadeMarket}. */
class MineralComponentsTest {
    private static final int BUYER = 0;
    private static final int SUPPLIER = 1;
    private static final int HOST = 2;

    private final HandMadeMarket market = new HandMadeMarket();

    @Test
    void consumerSurplusIsTheBuyersChange() {
        assertThat(new ConsumerSurplus().flow(BUYER, market)).isEqualTo(-4);
    }

    @Test
    void producerSurplusIsTheOwnersProfitLessCapital() {
        assertThat(new ProducerSurplus().flow(SUPPLIER, market)).isEqualTo(10 - 3);
    }

    @Test
    void royaltyGoesToTheHost() {
        assertThat(new Royalty(1).flow(HOST, market)).isEqualTo(0.75);
        assertThat(new Royalty(1.25).flow(HOST, market)).isEqualTo(0.9375);
    }

    @Test
    void theTreasuryWeighsPublicMoneyBothWays() {
        assertThat(new Treasury(1).flow(BUYER, market)).isEqualTo(1 - 3);
        assertThat(new Treasury(1.25).flow(BUYER, market)).isEqualTo(-2.5);
    }

    @Test
    void theTreasurysOneOffPartIsTheOneOffOutlay() {
        assertThat(new Treasury(1.25).oneOff(BUYER, market)).isEqualTo(-2.5);
        assertThat(new Treasury(1.25).flow(BUYER, market) - new Treasury(1.25).oneOff(BUYER, market))
                .as("what recurs: revenue 1 less running outlay 1")
                .isEqualTo(0);
    }

    @Test
    void nothingElseHappensOnce() {
        assertThat(new ProducerSurplus().oneOff(BUYER, market)).isEqualTo(0);
    }

    @Test
    void upgradingWeighsValueAdded() {
        assertThat(new Upgrading(0.5, false).flow(SUPPLIER, market)).isEqualTo(3);
        assertThat(new Upgrading(0.5, false).flow(HOST, market)).isEqualTo(0.75);
    }

    @Test
    void upgradingMayCountForResourceStatesOnly() {
        assertThat(new Upgrading(0.5, true).flow(SUPPLIER, market)).isEqualTo(0);
        assertThat(new Upgrading(0.5, true).flow(HOST, market)).isEqualTo(0.75);
    }

    @Test
    void valueAtRiskIsMinusTheExposureToASupplier() {
        assertThat(new ValueAtRisk().flow(BUYER, SUPPLIER, market)).isEqualTo(-7);
        assertThat(new ValueAtRisk().flow(SUPPLIER, BUYER, market)).isEqualTo(-11);
    }

    @Test
    void valueAtRiskIsWeighedByTheHazardOfTheProfile() {
        var world = new HandMadeWorld();
        world.hazard[BUYER][SUPPLIER] = 0.3;
        assertThat(new ValueAtRisk().factor(BUYER, SUPPLIER, 0, world)).isEqualTo(0.3);
        assertThat(new ValueAtRisk().others()).isEqualTo(BilateralComponent.Others.SUPPLIERS);
    }

    @Test
    void nobodyIsAtRiskFromItself() {
        assertThat(new ValueAtRisk().flow(BUYER, BUYER, market)).isEqualTo(0);
    }

    @Test
    void coerciveLeverageIsOthersExposureAndNotOnesOwn() {
        assertThat(new CoerciveLeverage().flow(SUPPLIER, market)).isEqualTo(7 + 5);
    }

    @Test
    void relativeGainsSubtractWhatRivalsGain() {
        var rivalry = new RelativeGains(List.of(List.of(1), List.of(0, 2)));
        assertThat(rivalry.flow(BUYER, market)).isEqualTo(-(1.0 + 10));
        assertThat(rivalry.flow(SUPPLIER, market)).isEqualTo(-(-4 + 2 + 0.5 + 0.25));
        assertThat(rivalry.flow(HOST, market)).as("without rivals").isEqualTo(0);
    }

    @Test
    void nobodyRivalsItself() {
        assertThatThrownBy(() -> new RelativeGains(List.of(List.of(0))))
                .hasMessage("rivals (0) of actor 0 must be another actor's index");
    }

    @Test
    void publicMoneyCostsAtLeastItself() {
        assertThatThrownBy(() -> new Treasury(0.9))
                .hasMessage("marginalCostOfPublicFunds (0.9) must be at least 1.0 and finite");
    }
}
