package org.lode.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.lode.sim.market.Clearing;
import org.lode.sim.market.DemandCurve;
import org.lode.sim.market.Market;
import org.lode.sim.market.MarketClearing;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time to clear one mineral's market, prices, tonnes and money, in a random world of ten buyers and eight producers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MarketClearingBenchmark {
    private static final int MARKETS = 64;

    @Param("10")
    private int buyers;

    @Param("8")
    private int producers;

    /** Whether each search starts near the last price, as in a run, or at the reference price. */
    @Param({"true", "false"})
    private boolean warm;

    @SuppressWarnings("NullAway.Init") // JMH calls setUp first
    private Market[] markets;

    @SuppressWarnings("NullAway.Init")
    private Clearing out;

    @SuppressWarnings("NullAway.Init")
    private MarketClearing kernel;

    private int next;

    @Setup
    public void setUp() {
        kernel = new MarketClearing(buyers, producers);
        out = new Clearing(buyers, producers);
        markets = new Market[MARKETS];
        var random = new SplittableRandom(1);
        for (int m = 0; m < MARKETS; m++) {
            markets[m] = market(random);
            kernel.clear(markets[m], out);
            markets[m].lastPrice = warm ? out.poolPrice * (0.97 + 0.06 * random.nextDouble()) : 0;
        }
    }

    private Market market(SplittableRandom random) {
        var market = new Market(buyers, producers);
        market.referencePrice = 60;
        market.curve = DemandCurve.ofElasticity(0.3);
        market.home = 0;
        market.homeCost = 45;
        market.homeCapacity = 900 * buyers;
        market.evasionCost = 0.2;
        market.floor = 70;
        for (int i = 0; i < buyers; i++) {
            market.demand[i] = 1000 * (0.5 + random.nextDouble());
            market.tariff[i] = random.nextInt(3) == 0 ? 0.25 : 0;
            market.control[i] = random.nextInt(3) == 0 ? 0.5 : 0;
            market.leakage[i] = i > 0 ? 0.2 : 0;
            market.member[i] = i % 3 == 1;
        }
        for (int j = 0; j < producers; j++) {
            market.producer(j, 400 + 400 * random.nextDouble(), 50 + 60 * random.nextDouble(), 0.4);
            market.memberHosted[j] = j % 3 == 1;
        }
        return market;
    }

    @Benchmark
    public double clear() {
        next = (next + 1) % MARKETS;
        kernel.clear(markets[next], out);
        return out.poolPrice;
    }
}
