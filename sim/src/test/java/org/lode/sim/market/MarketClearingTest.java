package org.lode.sim.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold in every market, on seeded random ones with every instrument and every degenerate case. */
class MarketClearingTest {
    static LongStream seeds() {
        return LongStream.range(0, RandomMarkets.COUNT);
    }

    static Clearing clear(Market market) {
        var out = new Clearing(market.buyers(), market.producers());
        new MarketClearing(market.buyers(), market.producers()).clear(market, out);
        return out;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void thePriceIsTheOneThatBisectionFinds(long seed) {
        var market = RandomMarkets.of(seed);
        assertThat(clear(market).poolPrice)
                .isCloseTo(new SlowMarket(market).price(), within(1e-9 * market.referencePrice));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void excessDemandNeverRisesWithThePrice(long seed) {
        var market = RandomMarkets.of(seed);
        var slow = new SlowMarket(market);
        var offers = new Offers(market.buyers(), market.producers());
        offers.prepare(market);
        var pool = new PoolBalance(offers);
        double before = Double.POSITIVE_INFINITY;
        double rounding = 1e-12 * slow.tonnes();
        for (int step = 0; step < 600; step++) {
            double price = offers.backstop * step * step / 360_000.0;
            double here = pool.excessAbove(market, price);
            assertThat(here).isLessThanOrEqualTo(before + rounding);
            if (offJumps(market, slow, price)) {
                assertThat(here).isCloseTo(slow.excess(price), within(rounding));
            }
            before = here;
        }
    }

    private static boolean offJumps(Market market, SlowMarket slow, double price) {
        boolean off = true;
        for (int i = 0; i < market.buyers(); i++) {
            off &= Math.abs(slow.delivered(i) - price) > 1e-9 * price;
        }
        for (int j = 0; j < market.producers(); j++) {
            off &= Math.abs(market.priceLow[j] - price) > 1e-9 * price;
        }
        return off && price > 0;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void quantitiesBalance(long seed) {
        var market = RandomMarkets.of(seed);
        var out = clear(market);
        var slow = new SlowMarket(market);
        double rounding = 1e-12 * slow.tonnes();
        double used = out.glut;
        double allotted = 0;
        double contracts = 0;
        for (int i = 0; i < market.buyers(); i++) {
            used += out.consumption[i];
            allotted += out.allotment[i];
            contracts += out.contracted[i];
            assertThat(out.consumption[i]).isGreaterThanOrEqualTo(0);
            assertThat(out.resale[i]).isBetween(0.0, out.allotment[i]);
            if (i != market.home) {
                assertThat(out.allotment[i]).isLessThanOrEqualTo(slow.wanted(i) + rounding);
            }
        }
        double made = out.homeSales;
        for (int j = 0; j < market.producers(); j++) {
            made += out.output[j];
            contracts -= out.contractSales[j];
            assertThat(out.output[j]).isBetween(market.quantityLow[j] - rounding, market.quantityHigh[j] + rounding);
        }
        assertThat(used).isCloseTo(made, within(rounding));
        assertThat(contracts).isCloseTo(0, within(rounding));
        assertThat(out.homeSales)
                .isCloseTo(allotted, within(rounding))
                .isLessThanOrEqualTo(market.home < 0 ? 0 : market.homeCapacity + out.fromStock + rounding);
        assertThat(out.fromStock).isBetween(0.0, market.limitPrice > 0 ? market.homeStock + rounding : 0);
        assertThat(out.glut > 0 && out.poolPrice > 0).isFalse();
        assertThat(out.shortage > 0 && out.poolPrice < market.referencePrice * market.curve.backstop())
                .isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void surplusesAddUpToTheAreaBetweenDemandAndCost(long seed) {
        var market = RandomMarkets.of(seed);
        var out = clear(market);
        var slow = new SlowMarket(market);
        assertThat(out.totalSurplus() + out.evasionLoss).isCloseTo(slow.surplus(out), within(1e-9 * slow.scale()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rentAndResaleNeverLeaveTheUsersPriceOutsideItsBounds(long seed) {
        var market = RandomMarkets.of(seed);
        var out = clear(market);
        for (int i = 0; i < market.buyers(); i++) {
            double most = market.member[i] && i != market.home ? Math.max(out.poolPrice, market.floor) : out.poolPrice;
            // A home that dumps abroad keeps its own price.
            most = i == market.home && market.limitPrice > 0 ? Math.max(most, out.homePrice) : most;
            assertThat(out.userPrice[i]).isLessThanOrEqualTo(most * (1 + 1e-9) + 1e-9);
            assertThat(out.rentPaid[i]).isGreaterThanOrEqualTo(0);
            assertThat(out.homeShare[i]).isBetween(0.0, 1 + 1e-12);
            if (out.poolPurchase[i] > 1e-9 * market.demand[i]) {
                assertThat(out.userPrice[i]).isGreaterThanOrEqualTo(out.poolPrice);
            }
        }
        assertThat(out.wedge).isGreaterThanOrEqualTo(market.limitPrice > 0 ? 0 : 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theAnswerDoesNotDependOnWhereTheSearchBegins(long seed) {
        var market = RandomMarkets.of(seed);
        var first = clear(market);
        for (double start : new double[] {0, 0.1, 0.7, 1, 1.9, 7, 29, 1000}) {
            market.lastPrice = start * market.referencePrice;
            var again = clear(market);
            assertThat(again.poolPrice).isEqualTo(first.poolPrice);
            assertThat(again.output).isEqualTo(first.output);
            assertThat(again.consumerSurplus).isEqualTo(first.consumerSurplus);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neutralInstrumentsChangeNothing(long seed) {
        var market = RandomMarkets.of(seed);
        market.floor = 0;
        java.util.Arrays.fill(market.cfdFloor, 0);
        java.util.Arrays.fill(market.control, 0);
        java.util.Arrays.fill(market.importCap, 1);
        var plain = clear(market);
        double belowMarket = 0.999 * Math.min(plain.homePrice, plain.poolPrice); // they differ while home dumps
        market.floor = Math.min(belowMarket, plain.postedPrice);
        java.util.Arrays.fill(market.member, true);
        java.util.Arrays.fill(market.memberHosted, true);
        java.util.Arrays.fill(market.cfdFloor, market.floor);
        java.util.Arrays.fill(market.cfdCoverage, 1e9);
        var neutral = clear(market);
        double money = 1e-9 * new SlowMarket(market).scale();
        assertThat(neutral.poolPrice).isCloseTo(plain.poolPrice, within(1e-12 * market.referencePrice));
        assertThat(neutral.userPrice)
                .usingComparatorWithPrecision(1e-9 * market.referencePrice)
                .containsExactly(plain.userPrice);
        assertThat(neutral.consumerSurplus).usingComparatorWithPrecision(money).containsExactly(plain.consumerSurplus);
        assertThat(neutral.producerSurplus).usingComparatorWithPrecision(money).containsExactly(plain.producerSurplus);
        assertThat(neutral.levyRevenue).usingComparatorWithPrecision(money).containsOnly(0);
        assertThat(neutral.homeProfit).isCloseTo(plain.homeProfit, within(money));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aHigherTariffNeverRaisesImportsFromItsTarget(long seed) {
        var market = RandomMarkets.of(seed);
        for (int i = 0; i < market.buyers(); i++) {
            if (i == market.home) {
                continue;
            }
            double before = Double.POSITIVE_INFINITY;
            double kept = market.tariff[i];
            for (int step = 0; step <= 30; step++) {
                market.tariff[i] = step / 10.0;
                double imports = clear(market).allotment[i];
                assertThat(imports).isLessThanOrEqualTo(before + 1e-9 * market.demand[i]);
                before = imports;
            }
            market.tariff[i] = kept;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void instrumentsNeverRaiseTheSurplusOfAnEfficientMarket(long seed) {
        var market = RandomMarkets.of(seed);
        market.limitPrice = 0;
        market.homeMargin = null;
        market.homeCost = market.referencePrice; // posts its cost, and has enough for all
        market.homeCapacity = 1e7;
        var free = new Market(market.buyers(), market.producers());
        free.copyFrom(market);
        free.floor = 0;
        java.util.Arrays.fill(free.tariff, 0);
        java.util.Arrays.fill(free.control, 0);
        java.util.Arrays.fill(free.importCap, 1);
        java.util.Arrays.fill(free.cfdFloor, 0);
        java.util.Arrays.fill(free.contractOfBuyer, 0);
        java.util.Arrays.fill(free.contractOfProducer, 0);
        java.util.Arrays.fill(free.captive, false);
        var open = clear(free);
        if (open.poolPrice < open.postedPrice) {
            return; // home's plants run on below their cost: not an efficient market
        }
        var distorted = clear(market);
        double deadweight = open.totalSurplus() - distorted.totalSurplus();
        assertThat(deadweight).isGreaterThanOrEqualTo(-1e-9 * new SlowMarket(market).scale());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aProducerWithASmallShareNeverGainsByWithholding(long seed) {
        var market = RandomMarkets.of(seed);
        if (market.producers() == 0) {
            return;
        }
        market.home = -1;
        market.floor = 0;
        java.util.Arrays.fill(market.cfdFloor, 0);
        java.util.Arrays.fill(market.contractOfBuyer, 0);
        java.util.Arrays.fill(market.contractOfProducer, 0);
        double tonnes = 0.3 * market.demand[0];
        market.producer(0, tonnes, 0, 0);
        market.quantityLow[0] = tonnes; // mined in any case
        var all = clear(market);
        market.quantityLow[0] = 0.95 * tonnes;
        market.quantityHigh[0] = 0.95 * tonnes;
        var held = clear(market);
        double used = 0;
        for (double consumption : held.consumption) {
            used += consumption;
        }
        double low = all.poolPrice / market.referencePrice;
        double high = held.poolPrice / market.referencePrice;
        double elasticity = Double.POSITIVE_INFINITY;
        for (int s = 0; s <= 50; s++) {
            double x = low + (high - low) * s / 50;
            elasticity = Math.min(elasticity, -market.curve.slopeAt(x) * x / market.curve.at(x));
        }
        if (tonnes < elasticity * used && all.shortage == 0) {
            assertThat(held.revenue[0]).isLessThanOrEqualTo(all.revenue[0] * (1 + 1e-12));
        }
    }

    @Test
    void tiedBuyersTakeTheSameFraction() {
        var market = new Market(3, 1);
        market.home = 0;
        market.referencePrice = 10;
        market.homeCost = 10;
        market.homeCapacity = 1000;
        market.demand[1] = 60;
        market.demand[2] = 30;
        market.producer(0, 30, 5, 0.5);
        var out = clear(market);
        assertThat(out.poolPrice).isEqualTo(10);
        assertThat(out.allotment).containsExactly(new double[] {0, 40, 20}, within(1e-12));
        assertThat(out.poolPurchase).containsExactly(new double[] {0, 20, 10}, within(1e-12));
    }

    @Test
    void aControlOpensAWedgeAndLeakageNarrowsIt() {
        var market = new Market(3, 1);
        market.home = 0;
        market.referencePrice = 10;
        market.homeCost = 10;
        market.homeCapacity = 1000;
        market.demand[1] = 60;
        market.demand[2] = 30;
        market.producer(0, 30, 12, 0.5);
        assertThat(clear(market).wedge).isEqualTo(1);
        market.control[1] = 0.9;
        double tight = clear(market).wedge;
        assertThat(tight).isGreaterThan(1.2);
        market.leakage[2] = 0.5;
        market.evasionCost = 0.2;
        var leaky = clear(market);
        assertThat(leaky.wedge).isBetween(1.2, tight - 0.01);
        assertThat(leaky.resale[2]).isGreaterThan(0);
        assertThat(leaky.evasionLoss).isGreaterThan(0);
    }

    @Test
    void captivePlantsServeHomeBeforeThePool() {
        var market = new Market(2, 2);
        market.home = 0;
        market.referencePrice = 10;
        market.homeCost = 8;
        market.homeCapacity = 40;
        market.demand[0] = 60;
        market.demand[1] = 50;
        market.producer(0, 30, 6, 0.2);
        market.captive[0] = true;
        market.producer(1, 30, 9, 0.2);
        var out = clear(market);
        assertThat(out.captiveSales[0]).isCloseTo(20, within(1e-12));
        assertThat(out.consumption[0]).isCloseTo(60, within(1e-12));
        assertThat(out.homePrice).isEqualTo(10);
        assertThat(out.poolPrice).isGreaterThan(10); // 10 captive tonnes and 30 others for a demand of 50
        assertThat(out.poolPurchase[0]).isZero();
    }

    @Test
    void withoutSupplyThePriceIsTheBackstopAndTheRestIsShortage() {
        var market = new Market(1, 1);
        market.referencePrice = 2;
        market.demand[0] = 100;
        market.producer(0, 4, 1, 0.1);
        var out = clear(market);
        assertThat(out.poolPrice).isEqualTo(60);
        assertThat(out.consumption[0]).isCloseTo(4, within(1e-12));
        assertThat(out.shortage).isCloseTo(100 * market.curve.at(30) - 4, within(1e-9));
    }

    @Test
    void aMarketOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> new MarketClearing(2, 2).clear(new Market(2, 3), new Clearing(2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 buyers and 3 producers");
    }

    @Test
    void aValueOutOfRangeIsNamed() {
        var market = new Market(2, 1);
        market.control[1] = 1.5;
        assertThatThrownBy(market::check).hasMessage("control[1] (1.5) must be between 0 and 1");
    }

    /** A market with a dominant supplier that asks by the use of its capacity. */
    private static Market priced(long seed) {
        var market = RandomMarkets.of(seed);
        market.home = Math.max(0, market.home);
        market.demand[market.home] = Math.max(1, market.demand[market.home]);
        market.homeCapacity = Math.max(1, market.homeCapacity);
        market.homeMargin = MarginCurve.of(new double[] {0, 0.75, 0.9, 1}, new double[] {0, 0.1, 0.6, 2});
        market.limitPrice = 0;
        return market;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ordersFillTheCapacityAsFarAsThePriceMakesItRun(long seed) {
        var market = priced(seed);
        var slow = new SlowMarket(market);
        var offers = new Offers(market.buyers(), market.producers());
        offers.prepare(market);
        assertThat(offers.asked).isCloseTo(slow.asked, within(1e-9 * market.referencePrice));
        double before = Double.POSITIVE_INFINITY;
        double rounding = 1e-9 * slow.tonnes();
        for (int step = 1; step < 200; step++) {
            double orders = offers.orders(market, offers.backstop * step * step / 40_000.0);
            assertThat(orders).isLessThanOrEqualTo(before + rounding);
            before = orders;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dumpingNeverRaisesThePoolPriceAndLeavesHomeAsItIs(long seed) {
        var market = priced(seed);
        market.homeStock = 0;
        // On equal terms: where tonnes are short, who gets how many of them depends on how many each wants.
        java.util.Arrays.fill(market.leakage, 0);
        java.util.Arrays.fill(market.tariff, 0);
        java.util.Arrays.fill(market.control, 0.3);
        java.util.Arrays.fill(market.importCap, 1);
        java.util.Arrays.fill(market.contractOfBuyer, 0);
        java.util.Arrays.fill(market.contractOfProducer, 0);
        market.floor = 0;
        var before = clear(market);
        market.limitPrice = 0.3;
        var dumped = clear(market);
        assertThat(dumped.poolPrice).isLessThanOrEqualTo(before.poolPrice * (1 + 1e-9));
        double own = before.allotment[market.home];
        if (own > 0 && before.consumption[market.home] == own && before.homePrice == before.postedPrice) {
            assertThat(dumped.homePrice).isCloseTo(before.homePrice, within(1e-9 * market.referencePrice));
        }
        for (int i = 0; i < market.buyers(); i++) {
            assertThat(dumped.rentPaid[i]).isZero();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void withoutSlackAndStocksDumpingMovesNoTonnes(long seed) {
        var market = priced(seed);
        java.util.Arrays.fill(market.tariff, 0);
        java.util.Arrays.fill(market.control, 0);
        java.util.Arrays.fill(market.importCap, 1);
        java.util.Arrays.fill(market.leakage, 0);
        java.util.Arrays.fill(market.captive, false);
        java.util.Arrays.fill(market.contractOfBuyer, 0);
        java.util.Arrays.fill(market.contractOfProducer, 0);
        market.floor = 0;
        market.homeStock = 0;
        market.homeCapacity = 0.02 * new SlowMarket(market).tonnes(); // a bottleneck
        var before = clear(market);
        if (before.homeSales < market.homeCapacity * (1 - 1e-9) || before.poolPrice != before.homePrice) {
            return; // not short after all
        }
        market.limitPrice = 0.3;
        var dumped = clear(market);
        double rounding = 1e-6 * market.demand[market.home] + 1e-6 * market.homeCapacity;
        assertThat(dumped.homeSales).isCloseTo(before.homeSales, within(rounding));
        if (before.homeSales - before.allotment[market.home] > rounding) {
            assertThat(dumped.poolPrice).isCloseTo(before.poolPrice, within(1e-6 * market.referencePrice));
        }
    }
}
