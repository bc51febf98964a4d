package org.lode.sim.world;

import org.lode.sim.market.Market;

/**
 * How capacity answers (model document, capacity): final investment decisions from a stock of projects spread over the prices they
 * need, by what lenders count on ({@link Lenders}); closures below Dixit's exit price; pipelines of distributed delay; the dominant
 * supplier's own plants ({@link HomePlants}); learning by doing. One call is one step; allocates nothing.
 */
final class Capacity {
    private final MineralModel model;
    private final Lenders lenders;
    private final HomePlants plants;
    private final double[] paid;

    Capacity(MineralModel model) {
        this.model = model;
        lenders = new Lenders(model);
        plants = new HomePlants(model);
        willing = new double[model.producers * model.stages];
        paid = new double[model.actors];
    }

    /** What each producer's lenders count on. */
    Lenders lenders() {
        return lenders;
    }

    /**
     * Moves capacity on by {@code years} after {@code market} has cleared.
     *
     * @param cutOff share of the time that investors expect to be cut off from the dominant supplier: hazard a year times
     *     length of a cut-off
     */
    void advance(
            MineralState state, Levers levers, MineralMarket market, Beliefs beliefs, double cutOff, double years) {
        for (int i = 0; i < model.actors; i++) {
            market.support[i] = 0;
            paid[i] = 0;
        }
        refiningDecided = 0;
        lenders.count(state, levers, market, beliefs, cutOff);
        learn(state, market, beliefs, years);
        deliver(state, years);
        decide(state, levers, market, beliefs, years);
        close(state, years);
        plants.follow(state, market, years);
        byProducts(state, years);
        for (int i = 0; i < model.actors; i++) {
            market.support[i] = paid[i] / years;
        }
    }

    private void learn(MineralState state, MineralMarket market, Beliefs beliefs, double years) {
        for (int r = 0; r < model.refiners.length; r++) {
            int j = model.refiners[r];
            double made = Math.max(0, market.clearing.output[r]) * years;
            state.cost[j] *= 1 - beliefs.learning * model.learning * made / (state.cumulative[j] + made);
            state.cumulative[j] += made;
        }
    }

    private void deliver(MineralState state, double years) {
        for (int plant : model.investable) {
            int at = plant * MineralState.DELAYS;
            double first = state.pipeline[at];
            double second = state.pipeline[at + 1];
            double third = state.pipeline[at + 2];
            if (first + second + third <= 0) {
                continue;
            }
            double rate = Math.min(1, MineralState.DELAYS * years / model.lead[plant]);
            state.pipeline[at] = first - rate * first;
            state.pipeline[at + 1] = second + rate * (first - second);
            state.pipeline[at + 2] = third + rate * (second - third);
            state.capacity[plant] += rate * third;
            if (plant % model.stages == 1) {
                state.capacity[plant - 1] += model.data.supply().residue() * rate * third;
            }
        }
    }

    /** Final investment decisions, stage by stage; a later stage builds no more than what the stage before could feed. */
    private void decide(MineralState state, Levers levers, MineralMarket market, Beliefs beliefs, double years) {
        int stages = model.stages;
        for (int s = 0; s < stages; s++) {
            stock[s] = 0;
            asked[s] = 0;
        }
        for (int j : model.poolProducers) {
            for (int s = 0; s < stages; s++) {
                stock[s] += state.capacity[j * stages + s] + state.pending(j * stages + s);
            }
        }
        for (int plant : model.investable) {
            willing[plant] = wanted(state, levers, beliefs, market.chain, plant, 1, years);
            asked[plant % stages] += willing[plant];
        }
        for (int plant : model.investable) {
            if (willing[plant] <= 0) {
                continue;
            }
            int s = plant % stages;
            double room = s == 0 ? Double.POSITIVE_INFINITY : Math.max(0, stock[s - 1] - stock[s]);
            // A plant that recovers a residue brings its feed with it.
            room += s == 1 ? model.data.supply().residue() * asked[s] : 0;
            double fits = asked[s] > room ? room / asked[s] : 1;
            decide(state, levers, beliefs, market.chain, plant, fits, years);
        }
        refill(state, beliefs, years);
    }

    /** By stage: capacity of the pool, built and decided, and what would be decided if nothing lacked upstream. */
    private final double[] stock = new double[3];

    private final double[] asked = new double[3];
    /** By plant: what would be decided with all the support asked for, if nothing lacked upstream. */
    private final double[] willing;

    private void decide(
            MineralState state, Levers levers, Beliefs beliefs, Chain chain, int plant, double fits, double years) {
        int host = model.host[plant / model.stages];
        double decided = fits * willing[plant];
        if (decided <= 0) {
            return;
        }
        double support = Math.min(MineralModel.MOST_SUPPORT, levers.support[host]);
        double cost = decided * model.capex[plant] * Market.USD_BN;
        if (support > 0 && cost > 0) {
            double within = affordable(levers, host, cost, years);
            if (within < 1) {
                decided = fits * wanted(state, levers, beliefs, chain, plant, within, years);
                cost = decided * model.capex[plant] * Market.USD_BN;
            }
            support *= within;
            double scale = support / levers.support[host];
            for (int n = 0; n < levers.supporters[host]; n++) {
                paid[levers.supporter(host, n)] += cost * levers.supported(host, n) * scale;
            }
        }
        state.pipeline[plant * MineralState.DELAYS] += decided;
        state.decided[plant] += decided;
        state.projects[plant] = Math.max(0, state.projects[plant] - decided);
        state.capital[plant / model.stages] += cost * (1 - support);
        refiningDecided += plant % model.stages == 1 ? decided / years : 0;
    }

    /**
     * Tonnes a year that would be decided on: projects left x share that pays at the price counted on x share that finds capital x
     * pace.
     *
     * @param within part of the support asked for that budgets cover
     */
    private double wanted(
            MineralState state, Levers levers, Beliefs beliefs, Chain chain, int plant, double within, double years) {
        int j = plant / model.stages;
        int s = plant % model.stages;
        int host = model.host[j];
        boolean homeOwned = model.home >= 0 && model.owner[j] == model.home;
        double projects = state.projects[plant];
        double upgrade = levers.slices[host].of(Slice.Part.LOCAL_PROCESSING);
        if (s == 1 && upgrade > 0) {
            double eager = homeOwned ? 1 + levers.slices[model.home].of(Slice.Part.PLANT_FOR_ORE, host) : 1;
            projects += upgrade * eager * stuckOre(state, chain, host);
        }
        if (projects <= 0) {
            return 0;
        }
        double support = within * Math.min(MineralModel.MOST_SUPPORT, levers.support[host]);
        double doubted = within * levers.supportDoubted[host];
        double believed = doubted <= 0
                ? support
                : Math.max(0, support - doubted * (1 - Lenders.survival(beliefs.reversalHazard * model.lead[plant])));
        double needs = model.incentive[plant] * state.cost[j] * (1 - model.capitalPart[plant] * believed);
        double counted = lenders.counted(j);
        double backing = believed;
        if (s == 0) {
            // Ore is paid by the channel it goes to; lenders of its firms follow the dominant supplier's own offers.
            double away = model.home < 0 ? 0 : state.oreShare[host];
            counted += away * (state.averageHome - state.averagePrice);
        }
        if (homeOwned) {
            backing += levers.slices[model.home].of(Slice.Part.CORRIDOR, host);
        }
        double pays = model.incentives.share(counted / needs);
        double free = s == 0 ? 1 - model.data.supply().byProduct() : 1;
        return projects
                * pays
                * free
                * lenders.financed(j, backing, beliefs.capital * Math.max(0, 1 - state.cost[j] / model.unitCost[j]))
                * Math.min(1, model.data.investment().pace() * years);
    }

    /** Discoveries and growing demand bring projects back towards their base stock. */
    private void refill(MineralState state, Beliefs beliefs, double years) {
        double grown = model.growthOver(0, beliefs.month / 12.0);
        double rate = model.data.investment().incentive().refill() * years;
        for (int plant : model.investable) {
            state.projects[plant] += rate * Math.max(0, model.projectStock[plant] * grown - state.projects[plant]);
        }
    }

    /** Refining capacity of the pool decided on in the last step, t/yr per year. */
    double refiningDecided() {
        return refiningDecided;
    }

    private double refiningDecided;

    /** A host's ore that no plant of its own can take, shared over the producers that might build one. */
    private double stuckOre(MineralState state, Chain chain, int host) {
        double plants = 0;
        int builders = 0;
        for (int k : model.refiners) {
            if (model.host[k] == host) {
                int at = k * model.stages + 1;
                plants += state.capacity[at] + state.pending(at);
                builders++;
            }
        }
        return Math.max(0, chain.mined[host] - plants) / Math.max(1, builders);
    }

    /** The share of the asked-for support that the treasuries' budgets of this mineral still cover. */
    private double affordable(Levers levers, int host, double cost, double years) {
        double asked = 0;
        double granted = 0;
        for (int n = 0; n < levers.supporters[host]; n++) {
            double left = Math.max(0, levers.budget(host, n) * years - paid[levers.supporter(host, n)]);
            double share = cost * levers.supported(host, n);
            asked += share;
            granted += Math.min(share, left);
        }
        return asked > 0 ? granted / asked : 1;
    }

    private void close(MineralState state, double years) {
        double rate = Math.min(1, model.data.investment().closure() * years);
        for (int j : model.poolProducers) {
            if (lenders.counted(j) < model.exitPrice[j] * state.cost[j]) {
                for (int s = 1; s < model.stages; s++) {
                    state.capacity[j * model.stages + s] *= 1 - rate;
                }
            }
        }
        double worn = 1 - model.data.investment().depreciation() * years;
        for (int j = 0; j < model.producers; j++) {
            state.capital[j] *= worn;
        }
    }

    /** Mines of by-products grow with their main metals, whatever the by-product's price. */
    private void byProducts(MineralState state, double years) {
        double byProduct = model.data.supply().byProduct();
        if (byProduct <= 0) {
            return;
        }
        double factor = 1 + byProduct * Math.max(0, model.data.demand().growth()) * years;
        for (int j : model.poolProducers) {
            state.capacity[j * model.stages] *= factor;
        }
    }
}
