package org.lode.sim.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lode.sim.market.MarketClearingTest.clear;

import org.junit.jupiter.api.Test;

/** Closed forms of floors and contracts: demand 100 - p, supply 0.5 p, world price 40, floor 60. */
class FloorArithmeticTest {
    private static final double EXACT = 1e-9;

    /** Money in t/yr x USD/kg, the unit of the closed forms. */
    private static double money(double usdBn) {
        return usdBn / Market.USD_BN;
    }

    /** Buyer 0 is a world supplier without demand of its own, buyer 1 the country; producer 0 is the country's. */
    private static Market country() {
        var market = new Market(2, 1);
        market.referencePrice = 40;
        market.curve = DemandCurve.of(new double[] {0, 2.5}, new double[] {100 / 60.0, 0});
        market.demand[1] = 60;
        market.home = 0;
        market.homeCost = 40;
        market.homeCapacity = 1e6;
        market.priceHigh[0] = 100;
        market.quantityHigh[0] = 50;
        return market;
    }

    @Test
    void withoutAFloorTheCountryImportsForty() {
        var out = clear(country());
        assertThat(out.poolPrice).isCloseTo(40, within(EXACT));
        assertThat(out.allotment[1]).isCloseTo(40, within(EXACT));
        assertThat(out.output[0]).isCloseTo(20, within(EXACT));
        assertThat(money(out.producerSurplus[0])).isCloseTo(400, within(EXACT));
        assertThat(money(out.consumerSurplus[1])).isCloseTo(0, within(EXACT));
    }

    @Test
    void aBorderFloorCostsUsersOneThousandAndTheCountryThreeHundred() {
        var market = country();
        var free = clear(market);
        market.floor = 60;
        market.member[1] = true;
        market.memberHosted[0] = true;
        var out = clear(market);
        assertThat(out.allotment[1] + out.poolPurchase[1] - out.output[0]).isCloseTo(10, within(EXACT));
        assertThat(out.allotment[1]).isCloseTo(10, within(EXACT));
        assertThat(out.userPrice[1]).isCloseTo(60, within(EXACT));
        double consumers = money(out.consumerSurplus[1] - free.consumerSurplus[1]);
        double producers = money(out.producerSurplus[0] - free.producerSurplus[0]);
        double revenue = money(out.levyRevenue[1] + out.tariffRevenue[1]);
        assertThat(consumers).isCloseTo(-1000, within(EXACT));
        assertThat(producers).isCloseTo(500, within(EXACT));
        assertThat(revenue).isCloseTo(200, within(EXACT));
        assertThat(money(out.totalSurplus() - free.totalSurplus())).isCloseTo(-300, within(EXACT));
    }

    @Test
    void aBorderFloorBelowThePoolPriceOfOthersLeviesTheirImportsToo() {
        // The world's supply as a pool producer at constant cost: the same country, other plumbing.
        var market = new Market(1, 2);
        market.referencePrice = 40;
        market.curve = country().curve;
        market.demand[0] = 60;
        market.priceHigh[0] = 100;
        market.quantityHigh[0] = 50;
        market.producer(1, 1e6, 40, 0);
        var free = clear(market);
        market.floor = 60;
        market.member[0] = true;
        market.memberHosted[0] = true;
        var out = clear(market);
        assertThat(out.poolPrice).isCloseTo(40, within(EXACT));
        assertThat(out.output[1]).isCloseTo(10, within(EXACT));
        assertThat(out.userPrice[0]).isCloseTo(60, within(EXACT));
        assertThat(money(out.consumerSurplus[0] - free.consumerSurplus[0])).isCloseTo(-1000, within(EXACT));
        assertThat(money(out.producerSurplus[0] - free.producerSurplus[0])).isCloseTo(500, within(EXACT));
        assertThat(money(out.levyRevenue[0])).isCloseTo(200, within(EXACT));
        assertThat(money(out.totalSurplus() - free.totalSurplus())).isCloseTo(-300, within(EXACT));
    }

    @Test
    void aContractForDifferenceCostsTheTreasurySixHundredAndTheCountryOneHundred() {
        var market = country();
        var free = clear(market);
        market.cfdFloor[0] = 60;
        market.cfdCoverage[0] = 30;
        var out = clear(market);
        assertThat(out.allotment[1]).isCloseTo(30, within(EXACT));
        assertThat(money(out.cfdPayment[0])).isCloseTo(600, within(EXACT));
        assertThat(money(out.producerSurplus[0] - free.producerSurplus[0])).isCloseTo(500, within(EXACT));
        assertThat(money(out.consumerSurplus[1] - free.consumerSurplus[1])).isCloseTo(0, within(EXACT));
        assertThat(money(out.totalSurplus() - free.totalSurplus())).isCloseTo(-100, within(EXACT));
    }

    @Test
    void ofTwoFloorsTheHighestIsPaidOnce() {
        var market = country();
        market.floor = 60;
        market.member[1] = true;
        market.memberHosted[0] = true;
        market.cfdFloor[0] = 50;
        market.cfdCoverage[0] = 30;
        assertThat(clear(market).cfdPayment[0]).isZero();
        market.cfdFloor[0] = 70;
        market.cfdCoverage[0] = 35;
        assertThat(money(clear(market).cfdPayment[0])).isCloseTo(350, within(EXACT));
    }

    @Test
    void theDominantFirmWithAFringeDoesBestAtThirty() {
        // Forchheimer: demand 100 - p, fringe p, cost 10; p = (a/(b+d) + c)/2 = 30, leader 40, fringe 30.
        var market = country();
        market.referencePrice = 100;
        market.curve = DemandCurve.of(new double[] {0, 1}, new double[] {1, 0});
        market.demand[1] = 100;
        market.homeCost = 10;
        market.quantityHigh[0] = 100;
        double best = 0;
        double bestPrice = 0;
        for (int price = 10; price < 50; price++) {
            market.limitPrice = 1 - price / 100.0;
            var out = clear(market);
            if (money(out.homeProfit) > best + EXACT) {
                best = money(out.homeProfit);
                bestPrice = out.poolPrice;
            }
        }
        assertThat(bestPrice).isCloseTo(30, within(EXACT));
        market.limitPrice = 0.7;
        var out = clear(market);
        assertThat(out.homeSales).isCloseTo(40, within(EXACT));
        assertThat(out.output[0]).isCloseTo(30, within(EXACT));
        assertThat(best).isCloseTo(800, within(EXACT));
    }

    @Test
    void theLynasContractPaysItsFloorSharesTheUpsideAndStopsAtItsCap() {
        var lynas = new ContractTerms(110, 150, 0.3, 0.010);
        assertThat(lynas.price(100)).isEqualTo(110);
        assertThat(lynas.rebate(151, 5000)).isCloseTo(0.0015, within(1e-15));
        double capBinds = 150 + 0.010 / (0.3 * 5000 * Market.USD_BN);
        assertThat(capBinds).isCloseTo(156.667, within(0.0005));
        assertThat(lynas.rebate(capBinds - 0.01, 5000)).isLessThan(0.010);
        assertThat(lynas.rebate(200, 5000)).isEqualTo(0.010);
    }

    @Test
    void theFloorOfTheMpContractTopsUpFortySevenADollarAKilogram() {
        var mp = new ContractTerms(110, Double.POSITIVE_INFINITY, 0, 0);
        assertThat(mp.price(63) - 63).isEqualTo(47);
        assertThat(mp.topUp(63, 1000)).isCloseTo(0.047, within(1e-15));
    }

    @Test
    void aContractMovesMoneyFromBuyerToProducerAndNothingElse() {
        var market = country();
        market.contractOfBuyer[1] = 10;
        market.contractOfProducer[0] = 10;
        var plain = clear(market);
        market.contractTerms[1] = new ContractTerms(55, 80, 0.5, 1);
        var out = clear(market);
        assertThat(out.poolPrice).isEqualTo(plain.poolPrice);
        assertThat(money(out.contractTransfer[1])).isCloseTo(150, within(EXACT));
        assertThat(money(out.producerSurplus[0] - plain.producerSurplus[0])).isCloseTo(150, within(EXACT));
        assertThat(out.producerPrice[0]).isCloseTo((10 * 55 + 10 * 40) / 20.0, within(EXACT));
        assertThat(out.totalSurplus()).isCloseTo(plain.totalSurplus(), within(1e-15));
    }
}
