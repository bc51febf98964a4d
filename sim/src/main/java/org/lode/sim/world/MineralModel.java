package org.lode.sim.world;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lode.sim.market.DemandCurve;
import org.lode.sim.market.MarginCurve;

/**
 * A mineral's constants, resolved to indices once a scenario is read: what the dynamics of a step look up. Producers are
 * the mines and plants of one owner on one host's soil; those hosted by the dominant supplier form the home channel, all
 * others the pool. Stages are 0 mine, 1 refine and, with three, 2 the last.
 */
final class MineralModel {
    /** Largest share of capital cost that support may cover. */
    static final double MOST_SUPPORT = 0.8;
    /** Largest part of an incentive price that capital may make up. */
    private static final double MOST_CAPITAL = 0.8;

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
    /** By host: how offers for its ore compared in the base round; set once the strategies of the start are known. */
    final double[] baseOdds;
    /** By producer: Dixit's exit price per unit of running cost. */
    final double[] exitPrice;
    /** Which share of projects pays at a price. */
    final Incentives incentives;
    /** By plant: median incentive price over running cost, and the part of it that repays capital. */
    final double[] incentive;

    final double[] capitalPart;
    /** By plant: projects known at base, t/yr. */
    final double[] projectStock;
    /** Dominant supplier's unit cost, USD/kg, and its margins; null if it asks the base price whatever happens. */
    final double homeCost;

    final @Nullable MarginCurve margin;
    /** What it asks at its normal reserve, USD/kg. */
    final double normalHome;
    /** By stage: the dominant supplier's capacity over that of its last stage, at base. */
    final double[] homeRatio;
    /** By stage, mean lead time over the projects, years. */
    final double[] meanLead;
    /** By plant, capacity decided on before the start, t/yr. */
    final double[] started;
    /** Learning: fall of log cost per unit of log cumulative output. */
    final double learning;

    /** (1 + e)^rho at 0, 1/64, ..., 1. */
    private final double[] offered = new double[65];

    /** Share^gamma at 0, 1/64, ..., 1. */
    private final double[] concentration;
    /** Demand index by month since the start, 1 at month 0; and the same for the dominant supplier's demand. */
    final double[] growth;

    final double[] homeGrowth;

    MineralModel(MineralData data, List<String> actorIds, int months, double rho) {
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
        incentive = new double[producers * stages];
        capitalPart = new double[producers * stages];
        projectStock = new double[producers * stages];
        incentives = new Incentives(data.investment().incentive());
        homeCost = data.supply().homeCost();
        margin = data.supply().margin().map(shape -> curve(shape, shape.full())).orElse(null);
        normalHome = margin == null
                ? reference
                : homeCost
                        * (1 + margin.at(1 / (1 + Math.max(0, data.investment().reserve()))));
        baseOdds = new double[actors];
        Arrays.fill(baseOdds, 1);
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
            double sunk = capex[j * stages] + capex[j * stages + 1];
            exitPrice[j] = EntryExit.solve(
                            1,
                            sunk / Math.max(1e-9, unitCost[j]),
                            0,
                            data.investment().rate(),
                            0,
                            data.price().volatility())
                    .low();
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
            offered[k] = StrictMath.pow(1 + k / 64.0, rho);
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
        homeRatio = homeRatio();
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
        projects(outside);
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

    private double[] homeRatio() {
        double[] ratio = new double[stages];
        for (int j : homeProducers) {
            for (int s = 0; s < stages; s++) {
                ratio[s] += capacity[j * stages + s];
            }
        }
        double last = Math.max(1e-9, ratio[stages - 1]);
        for (int s = 0; s < stages; s++) {
            ratio[s] /= last;
        }
        return ratio;
    }

    /** Margins of a mineral's shape with a margin at full use. */
    static MarginCurve curve(MineralData.Margin shape, double full) {
        return MarginCurve.of(
                new double[] {0, shape.slackUse(), shape.tightUse(), 1},
                new double[] {0, shape.slack() * full, shape.tight() * full, full});
    }

    /** Sets, by plant, what projects need and how many there are. */
    private void projects(double outside) {
        double cost = 0;
        double weights = 0;
        for (int j = 0; j < producers; j++) {
            double weight = projects[j * stages + 1];
            cost += weight * unitCost[j];
            weights += weight;
        }
        // Where nobody plans plants, each producer's projects are as dear as the median.
        double mean = weights > 0 ? cost / weights : 0;
        MineralData.Investment rule = data.investment();
        for (int plant = 0; plant < producers * stages; plant++) {
            int j = plant / stages;
            incentive[plant] = rule.incentive().median() / (mean > 0 ? mean : unitCost[j]);
            double sunk = plant % stages == 2 ? capex[plant] : capex[j * stages] + capex[j * stages + 1];
            capitalPart[plant] = Math.min(
                    MOST_CAPITAL,
                    (rule.rate() + rule.depreciation()) * sunk / (incentive[plant] * Math.max(1e-9, unitCost[j])));
            double size = 0;
            for (int k : poolProducers) {
                size += capacity[k * stages + plant % stages];
            }
            projectStock[plant] =
                    host[j] == home ? 0 : projects[plant] * rule.incentive().stock() * Math.max(outside, size);
        }
    }

    /** (1 + e) to the power rho by interpolation, e within 0..1. */
    double offered(double e) {
        double at = Math.min(1, Math.max(0, e)) * 64;
        int k = Math.min(63, (int) at);
        return offered[k] + (at - k) * (offered[k + 1] - offered[k]);
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
