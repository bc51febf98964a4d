package org.lode.sim.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class AllocationTest {
    @Test
    void clearingAllocatesNothing() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var markets = new Market[40];
        var results = new Clearing[markets.length];
        var kernels = new MarketClearing[markets.length];
        for (int m = 0; m < markets.length; m++) {
            markets[m] = RandomMarkets.of(m);
            results[m] = new Clearing(markets[m].buyers(), markets[m].producers());
            kernels[m] = new MarketClearing(markets[m].buyers(), markets[m].producers());
        }
        long self = Thread.currentThread().getId();
        long allocated = 0;
        for (int round = 0; round < 2; round++) { // the first loads classes and warms up
            long before = threads.getThreadAllocatedBytes(self);
            clearAll(kernels, markets, results, 2_500); // 10^5 clearings
            allocated = threads.getThreadAllocatedBytes(self) - before;
        }
        assertThat(allocated).isZero();
    }

    private static void clearAll(MarketClearing[] kernels, Market[] markets, Clearing[] results, int times) {
        for (int t = 0; t < times; t++) {
            for (int m = 0; m < markets.length; m++) {
                kernels[m].clear(markets[m], results[m]);
                markets[m].lastPrice = results[m].poolPrice * (0.9 + 0.2 * (t % 2));
            }
        }
    }
}
