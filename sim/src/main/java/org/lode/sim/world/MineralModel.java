package org.lode.sim.world;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lode.sim.market.DemandCurve;

/**
 * A mineral's constants, resolved to indices once a scenario is read: what the dynamics of a step look up. Producers are
 * the mines and plants of one owner on one host's soil; those hosted by the dominant supplier form the home channel, all
 * others the pool. Stages are 0 mine, 1 refine and, with three, 2 the last.
 */
final class MineralModel {
    /** Knots of the table of entry prices by support, 0 to {@link #MOST_SUPPORT}. */
    private static final int SUPPORT_KNOTS = 9;
    /** Largest share of capital cost that support may cover. */
    static final double MOST_SUPPORT = 0.8;

    final MineralData data;
    final String id;
    final int actors;
    final int home;
    final int stages;
    final int producers;
    final int[] host;
    final int[] owner;
    /** Producers of the pool that refine or may come to: those the market hears of. */
    final int[] refiners;
    /** Producers hosted by the dominant supplier, and all others. */
    final int[] homeProducers;

    final int[] poolProducers;
    /** Plants of the pool in which anybody may invest. */
    final int[] investable;

    final double reference;
    final DemandCurve curve;
    /** Long-run demand over short-run demand at a relative price. */
    final DemandCurve longRun;

    final double[] baseDemand;
    final double[] capacity;
    final double[] projects;
    final double[] capex;
    final double[] lead;
    final double[] unitCost;
    final double[] outage;
    final double[] toHome;
    /** Entry price at unit cost 1 and no support is entryPrice[(j * stages + s) * knots]; see {@link #entryPrice}. */
    private final double[] entryPrice;

    final double[] exitPrice;
    final double[] homeReserve;
    /** By stage, mean lead time over the projects, years. */
    final double[] meanLead;
    /** By plant, capacity decided on before the start, t/yr. */
    final double[] started;
    /** Learning: fall of log cost per unit of log cumulative output. */
    final double learning;

    /** Share^gamma at 0, 1/64, ..., 1. */
    private final double[] concentration;
    /** Demand index by month since the start, 1 at month 0; and the same for the dominant supplier's demand. */
    final double[] growth;

    final double[] homeGrowth;

    MineralModel(MineralData data, List<String> actorIds, int months) {
        this.data = data;
        this.id = data.id();
        this.actors = actorIds.size();
        this.home = data.dominant().map(actorIds::indexOf).orElse(-1);
        this.stages = data.stages().size();
        this.producers = data.producers().size();
        this.reference = data.price().home();
        this.curve = curve(data.demand().elasticityShort(), data.demand().backstop());
        this.longRun = curve(
                Math.max(0, data.demand().elasticityLong() - data.demand().elasticityShort()),
                data.demand().backstop());
        baseDemand = new double[actors];
        data.demand()
                .shares()
                .forEach((actor, share) -> baseDemand[actorIds.indexOf(actor)] =
                        share * data.demand().world());
        host = new int[producers];
        owner = new int[producers];
        unitCost = new double[producers];
        outage = new double[producers];
        capacity = new double[producers * stages];
        projects = new double[producers * stages];
        capex = new double[producers * stages];
        lead = new double[producers * stages];
        exitPrice = new double[producers];
        entryPrice = new double[producers * stages * SUPPORT_KNOTS];
        for (int j = 0; j < producers; j++) {
            MineralData.Producer producer = data.producers().get(j);
            host[j] = actorIds.indexOf(producer.host());
            owner[j] = actorIds.indexOf(producer.owner());
            unitCost[j] = producer.unitCost() * data.supply().costScale();
            outage[j] = producer.outage();
            for (int s = 0; s < stages; s++) {
                String stage = data.stages().get(s);
                capacity[j * stages + s] = value(producer.capacity(), stage, 0);
                projects[j * stages + s] = value(producer.projects(), stage, 0);
                capex[j * stages + s] = value(producer.capex(), stage, 0);
                lead[j * stages + s] = value(producer.lead(), stage, s == 0 ? 7 : 4);
            }
            for (int s = 0; s < stages; s++) {
                triggers(j, s);
            }
        }
        homeProducers =
                IntStream.range(0, producers).filter(j -> host[j] == home).toArray();
        poolProducers =
                IntStream.range(0, producers).filter(j -> host[j] != home).toArray();
        refiners = IntStream.range(0, producers)
                .filter(j -> host[j] != home && (capacity[j * stages + 1] > 0 || projects[j * stages + 1] > 0))
                .toArray();
        investable = IntStream.range(0, producers * stages)
                .filter(plant -> host[plant / stages] != home
                        && (projects[plant] > 0 || plant % stages == 1 && capacity[plant] > 0))
                .toArray();
        toHome = new double[actors];
        data.ore().forEach((actor, share) -> toHome[actorIds.indexOf(actor)] = share);
        learning = -StrictMath.log(1 - data.supply().learning()) / StrictMath.log(2);
        concentration = new double[65];
        for (int k = 0; k < concentration.length; k++) {
            concentration[k] = StrictMath.pow(k / 64.0, data.exposure().concentration());
        }
        growth = new double[months + 1];
        homeGrowth = new double[months + 1];
        double index = 1;
        double homeIndex = 1;
        for (int month = 0; month <= months; month++) {
            growth[month] = index;
            homeGrowth[month] = homeIndex;
            double later = Math.min(1, month / 120.0);
            double rate = data.demand().growth()
                    + later * (data.demand().growthLater() - data.demand().growth());
            index *= 1 + rate / 12;
            homeIndex *= 1 + (rate + data.demand().homeGrowth() * (1 - later)) / 12;
        }
        homeReserve = homeReserve();
        meanLead = new double[stages];
        started = new double[producers * stages];
        startPipelines();
    }

    /**
     * Before the start, projects outside the dominant supplier were decided on at the pace of demand: each stage's pipeline
     * holds a year's growth of demand for each year of its lead time, by the producers' shares of projects.
     */
    private void startPipelines() {
        double outside = 0;
        for (int i = 0; i < actors; i++) {
            outside += i == home ? 0 : baseDemand[i];
        }
        for (int s = 0; s < stages; s++) {
            double weights = 0;
            for (int j = 0; j < producers; j++) {
                double project = projects[j * stages + s];
                weights += project;
                meanLead[s] += project * lead[j * stages + s];
            }
            meanLead[s] = weights > 0 ? meanLead[s] / weights : 5;
            double stock = 0;
            for (int j = 0; j < producers; j++) {
                stock += host[j] == home ? 0 : capacity[j * stages + s];
            }
            double keepsPace = Math.min(s == 0 ? stock : outside, stock) * (growthOver(0, 1) - 1) * meanLead[s];
            for (int j = 0; j < producers && weights > 0; j++) {
                if (host[j] != home) {
                    started[j * stages + s] = Math.max(0, keepsPace) * projects[j * stages + s] / weights;
                }
            }
        }
    }

    /** Demand {@code years} after a month over demand in it. */
    double growthOver(int month, double years) {
        int from = Math.min(month, growth.length - 1);
        int to = Math.min(from + (int) (12 * years), growth.length - 1);
        return growth[to] / growth[from];
    }

    /** By stage: the dominant supplier's capacity over its own demand that it keeps. */
    private double[] homeReserve() {
        double[] reserve = new double[stages];
        if (home < 0) {
            return reserve;
        }
        double[] total = new double[stages];
        for (int j = 0; j < producers; j++) {
            for (int s = 0; s < stages; s++) {
                total[s] += host[j] == home ? capacity[j * stages + s] : 0;
            }
        }
        for (int s = 0; s < stages; s++) {
            // The last stage keeps the configured reserve, the earlier ones their base ratio to it.
            reserve[s] = (1 + data.investment().reserve()) * total[s] / Math.max(1e-9, total[stages - 1]);
        }
        return reserve;
    }

    private void triggers(int j, int s) {
        // Mine and refinery earn their capital back from one price; the last stage from its own.
        double sunk = s == 2 ? capex[j * stages + 2] : capex[j * stages] + capex[j * stages + 1];
        for (int k = 0; k < SUPPORT_KNOTS; k++) {
            double support = MOST_SUPPORT * k / (SUPPORT_KNOTS - 1);
            EntryExit triggers = EntryExit.solve(
                    1,
                    sunk * (1 - support) / Math.max(1e-9, unitCost[j]),
                    0,
                    data.investment().rate(),
                    0,
                    data.price().volatility());
            entryPrice[(j * stages + s) * SUPPORT_KNOTS + k] = triggers.high();
            if (k == 0 && s == 1) {
                exitPrice[j] = triggers.low();
            }
        }
    }

    /** Entry price of a stage per unit of running cost, with a share of its capital cost supported. */
    double entryPrice(int j, int s, double support) {
        double at = Math.min(support, MOST_SUPPORT) / MOST_SUPPORT * (SUPPORT_KNOTS - 1);
        int k = Math.min(SUPPORT_KNOTS - 2, (int) at);
        int base = (j * stages + s) * SUPPORT_KNOTS + k;
        return entryPrice[base] + (at - k) * (entryPrice[base + 1] - entryPrice[base]);
    }

    /** Share to the power gamma, share within 0..1. */
    double concentrated(double share) {
        double at = Math.min(1, Math.max(0, share)) * 64;
        int k = Math.min(63, (int) at);
        return concentration[k] + (at - k) * (concentration[k + 1] - concentration[k]);
    }

    /** Whether an actor hosts a mine, a plant or a project of this mineral. */
    boolean hosts(int actor) {
        for (int j = 0; j < producers; j++) {
            if (host[j] == actor) {
                return true;
            }
        }
        return false;
    }

    /** Whether an actor mines this mineral or may come to. */
    boolean mines(int actor) {
        for (int j = 0; j < producers; j++) {
            if (host[j] == actor && (capacity[j * stages] > 0 || projects[j * stages] > 0)) {
                return true;
            }
        }
        return false;
    }

    private static DemandCurve curve(double elasticity, double backstop) {
        DemandCurve standard = DemandCurve.ofElasticity(elasticity);
        if (backstop >= 30) {
            return standard;
        }
        double[] knots = {.3, .5, .7, .85, 1, 1.25, 1.6, 2, 3, 5, 8, 12, 20, 30};
        int count = 0;
        while (knots[count] < backstop - 1e-9) {
            count++;
        }
        double[] x = new double[count + 1];
        double[] y = new double[count + 1];
        for (int k = 0; k <= count; k++) {
            x[k] = k < count ? knots[k] : backstop;
            y[k] = StrictMath.pow(x[k], -elasticity);
        }
        return DemandCurve.of(x, y);
    }

    private static double value(Map<String, Double> map, String key, double otherwise) {
        Double value = map.get(key);
        return value == null ? otherwise : value;
    }
}
