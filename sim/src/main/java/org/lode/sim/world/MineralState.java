package org.lode.sim.world;

import java.util.Arrays;
import org.lode.sim.market.ContractTerms;

/** What changes about one mineral: capacity, pipelines, prices, stocks, contracts. Flat, and cheap to copy for forks and look-ahead. */
final class MineralState {
    /** A pipeline is this many equal delays in a row, so that completion dates spread around the lead time (Erlang). */
    static final int DELAYS = 3;
    /** Yearly cohorts of contracts. */
    static final int COHORTS = 16;

    final double[] capacity;
    final double[] pipeline;
    /** By plant, all that was decided on since the start, t/yr. */
    final double[] decided;

    final double[] capital;
    final double[] cost;
    final double[] cumulative;
    final double[] outage;
    final double[] substitution;
    final double[] recycling;
    final double[] stock;
    final double[] contracts;
    final double[] contractBy;
    /** Tonnes a year under contract, by producer and by buyer. */
    final double[] contractedTo;

    final double[] contractedOf;
    final ContractTerms[] terms;
    /** By plant of the pool: projects not yet decided on, t/yr. */
    final double[] projects;
    /** By host: share of the ore leaving it that goes to the dominant supplier. */
    final double[] oreShare;
    /** By stage: capacity that the dominant supplier has under construction, t/yr. */
    final double[] homeBuilding;
    /** What the dominant supplier expects to be ordered of it, t/yr, and how fast that grows, per year. */
    double homeOrders;

    double homeGrowth;
    double shock = 1;
    double poolPrice;
    double homePrice;
    /** Trailing means of the prices outside and of the dominant supplier. */
    double averagePrice;

    double averageHome;
    double inventory;
    double contractAge;

    MineralState(MineralModel model) {
        int plants = model.producers * model.stages;
        capacity = model.capacity.clone();
        pipeline = new double[plants * DELAYS];
        for (int plant = 0; plant < plants; plant++) {
            Arrays.fill(pipeline, plant * DELAYS, (plant + 1) * DELAYS, model.started[plant] / DELAYS);
        }
        decided = new double[plants];
        capital = new double[model.producers];
        cost = model.unitCost.clone();
        cumulative = new double[model.producers];
        outage = new double[model.producers];
        substitution = new double[model.actors];
        recycling = new double[model.actors];
        stock = new double[model.actors];
        contracts = new double[model.actors * COHORTS];
        contractBy = new double[model.actors * model.producers];
        contractedTo = new double[model.producers];
        contractedOf = new double[model.actors];
        terms = new ContractTerms[model.actors];
        Arrays.fill(terms, ContractTerms.NONE);
        Arrays.fill(outage, 1);
        Arrays.fill(substitution, 1);
        Arrays.fill(recycling, model.data.recycling().base());
        for (int j = 0; j < model.producers; j++) {
            double base = Math.max(
                    model.capacity[j * model.stages + 1],
                    0.01 * model.data.demand().world());
            cumulative[j] = base * model.data.supply().experience();
        }
        poolPrice = model.data.price().pool();
        homePrice = model.data.price().home();
        averagePrice = poolPrice;
        averageHome = homePrice;
        projects = model.projectStock.clone();
        oreShare = model.toHome.clone();
        homeBuilding = new double[model.stages];
        homeOrders = Double.NaN; // not seen yet
        inventory = targetInventory(model, outsideDemand(model));
    }

    private static double outsideDemand(MineralModel model) {
        double sum = 0;
        for (int i = 0; i < model.actors; i++) {
            sum += i == model.home ? 0 : model.baseDemand[i];
        }
        return sum;
    }

    static double targetInventory(MineralModel model, double outsideDemand) {
        return outsideDemand * model.data.inventories().months();
    }

    void copyFrom(MineralState other) {
        System.arraycopy(other.capacity, 0, capacity, 0, capacity.length);
        System.arraycopy(other.pipeline, 0, pipeline, 0, pipeline.length);
        System.arraycopy(other.decided, 0, decided, 0, decided.length);
        System.arraycopy(other.capital, 0, capital, 0, capital.length);
        System.arraycopy(other.cost, 0, cost, 0, cost.length);
        System.arraycopy(other.cumulative, 0, cumulative, 0, cumulative.length);
        System.arraycopy(other.outage, 0, outage, 0, outage.length);
        System.arraycopy(other.substitution, 0, substitution, 0, substitution.length);
        System.arraycopy(other.recycling, 0, recycling, 0, recycling.length);
        System.arraycopy(other.stock, 0, stock, 0, stock.length);
        System.arraycopy(other.contracts, 0, contracts, 0, contracts.length);
        System.arraycopy(other.contractBy, 0, contractBy, 0, contractBy.length);
        System.arraycopy(other.contractedTo, 0, contractedTo, 0, contractedTo.length);
        System.arraycopy(other.contractedOf, 0, contractedOf, 0, contractedOf.length);
        System.arraycopy(other.terms, 0, terms, 0, terms.length);
        System.arraycopy(other.projects, 0, projects, 0, projects.length);
        System.arraycopy(other.oreShare, 0, oreShare, 0, oreShare.length);
        System.arraycopy(other.homeBuilding, 0, homeBuilding, 0, homeBuilding.length);
        homeOrders = other.homeOrders;
        homeGrowth = other.homeGrowth;
        averageHome = other.averageHome;
        shock = other.shock;
        poolPrice = other.poolPrice;
        homePrice = other.homePrice;
        averagePrice = other.averagePrice;
        inventory = other.inventory;
        contractAge = other.contractAge;
    }

    /** Capacity decided on but not yet built. */
    double pending(int plant) {
        int at = plant * DELAYS;
        return pipeline[at] + pipeline[at + 1] + pipeline[at + 2];
    }
}
