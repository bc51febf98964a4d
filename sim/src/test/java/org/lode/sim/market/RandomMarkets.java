package org.lode.sim.market;

import java.util.SplittableRandom;

/** Seeded markets for property tests: every instrument on or off, every degenerate case now and then. */
final class RandomMarkets {
    static final int COUNT = 400;

    private RandomMarkets() {}

    static Market of(long seed) {
        var random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(11);
        int producers = random.nextInt(10);
        var market = new Market(n, producers);
        double pref = 1 + 100 * random.nextDouble();
        market.referencePrice = pref;
        market.curve = DemandCurve.ofElasticity(random.nextInt(8) == 0 ? 0 : 1.2 * random.nextDouble());
        market.lastPrice = random.nextBoolean() ? 0 : pref * 3 * random.nextDouble();
        double total = 0;
        for (int i = 0; i < n; i++) {
            market.demand[i] = random.nextInt(12) == 0 ? 0 : 1000 * random.nextDouble();
            total += market.demand[i];
        }
        if (random.nextInt(40) == 0) {
            total = 0;
            java.util.Arrays.fill(market.demand, 0);
        }
        dominantSupplier(market, random, total);
        instruments(market, random);
        producers(market, random, total);
        contracts(market, random);
        market.check();
        return market;
    }

    private static void dominantSupplier(Market market, SplittableRandom random, double total) {
        double pref = market.referencePrice;
        market.home = random.nextInt(6) == 0 ? -1 : random.nextInt(market.buyers());
        market.homeCapacity = random.nextInt(8) == 0 ? 0 : total * 1.4 * random.nextDouble();
        market.homeCost = pref * (0.4 + 0.7 * random.nextDouble());
        market.limitPrice = random.nextInt(3) == 0 ? 0.5 * random.nextDouble() : 0;
        market.rentShare = random.nextDouble();
        market.homeStock = random.nextInt(3) == 0 ? 0.3 * total * random.nextDouble() : 0;
        if (random.nextInt(2) == 0) {
            double full = 0.05 + 6 * random.nextDouble();
            double slack = 0.01 + 0.2 * random.nextDouble();
            market.homeMargin = MarginCurve.of(new double[] {0, 0.75, 0.9, 1}, new double[] {
                0, slack * full, (slack + 0.4 * random.nextDouble() + 0.01) * full, full
            });
        }
    }

    private static void instruments(Market market, SplittableRandom random) {
        boolean tariffs = random.nextInt(2) == 0;
        boolean controls = random.nextInt(2) == 0;
        boolean everybody = random.nextInt(10) == 0;
        boolean caps = random.nextInt(3) == 0;
        boolean leaks = random.nextInt(2) == 0;
        boolean floors = random.nextInt(3) == 0;
        market.floor = floors ? market.referencePrice * (random.nextInt(10) == 0 ? 40 : 3 * random.nextDouble()) : 0;
        market.evasionCost = leaks && random.nextInt(4) > 0 ? random.nextDouble() : 0;
        for (int i = 0; i < market.buyers(); i++) {
            market.tariff[i] =
                    tariffs && random.nextBoolean() ? (random.nextInt(6) == 0 ? 50 : random.nextDouble()) : 0;
            market.control[i] = everybody ? 1 : controls && random.nextBoolean() ? random.nextDouble() : 0;
            market.importCap[i] = caps && random.nextBoolean() ? random.nextDouble() : 1;
            market.leakage[i] = leaks && random.nextBoolean() ? (random.nextInt(3) == 0 ? 1 : random.nextDouble()) : 0;
            market.member[i] = floors && random.nextBoolean();
        }
    }

    private static void producers(Market market, SplittableRandom random, double total) {
        double pref = market.referencePrice;
        for (int j = 0; j < market.producers(); j++) {
            double capacity = random.nextInt(8) == 0 ? 0 : 0.5 * total * random.nextDouble();
            double spread = random.nextInt(6) == 0 ? 0 : 2 * random.nextDouble();
            market.producer(j, capacity, pref * (random.nextInt(6) == 0 ? 1 : 3 * random.nextDouble()), spread);
            if (random.nextInt(10) == 0) {
                market.quantityLow[j] = -0.1 * total * random.nextDouble(); // an inventory
            } else if (random.nextInt(10) == 0) {
                market.quantityLow[j] = capacity * random.nextDouble(); // a by-product
            }
            market.memberHosted[j] = market.floor > 0 && random.nextBoolean();
            market.captive[j] = random.nextInt(5) == 0;
            if (random.nextInt(6) == 0) {
                market.cfdFloor[j] = pref * 3 * random.nextDouble();
                market.cfdCoverage[j] = capacity * random.nextDouble();
            }
        }
    }

    private static void contracts(Market market, SplittableRandom random) {
        if (random.nextInt(2) == 0 || market.producers() == 0) {
            return;
        }
        int links = 1 + random.nextInt(4);
        for (int k = 0; k < links; k++) {
            int i = random.nextInt(market.buyers());
            int j = random.nextInt(market.producers());
            double volume = market.quantityHigh[j] * random.nextDouble();
            market.contractOfBuyer[i] += volume;
            market.contractOfProducer[j] += volume;
            double floor = market.referencePrice * 2 * random.nextDouble();
            market.contractTerms[i] =
                    new ContractTerms(floor, floor * (1 + random.nextDouble()), random.nextDouble(), 1e-3);
        }
    }
}
