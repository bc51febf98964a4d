package org.lode.sim.world;

import org.lode.sim.market.Market;

/**
 * How capacity answers (model document, capacity): final investment decisions by the margin of the expected price over
 * Dixit's entry price, closures below his exit price, pipelines of distributed delay, China's capacity tracking its own
 * demand, learning by doing. One call is one step; allocates nothing.
 */
final class Capacity {
    private static final double LEAST = 1e-9;
    private final MineralModel model;
    private final double[] expected;
    private final double[] paid;

    Capacity(MineralModel model) {
        this.model = model;
        expected = new double[model.producers];
        paid = new double[model.actors];
    }

    /** Expected price of each producer of the pool as it decides, USD/kg; filled by {@link #advance}. */
    double expected(int producer) {
        return expected[producer];
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
        expect(state, levers, beliefs, cutOff);
        learn(state, market, years);
        deliver(state, years);
        decide(state, levers, market, beliefs, years);
        close(state, years);
        trackHome(state, market, years);
        byProducts(state, years);
        for (int i = 0; i < model.actors; i++) {
            market.support[i] = paid[i] / years;
        }
    }

    private void expect(MineralState state, Levers levers, Beliefs beliefs, double hazard) {
        MineralData.Investment rule = model.data.investment();
        double cutoff = model.data.price().cutoff() * model.reference;
        double calm = rule.anchor() * state.averagePrice + (1 - rule.anchor()) * state.homePrice;
        double cut = Math.max(cutoff, state.averagePrice);
        double market = (1 - hazard) * calm + hazard * cut;
        for (int j : model.poolProducers) {
            int host = model.host[j];
            int plant = j * model.stages + 1;
            double cfd = levers.slices[host].cfd;
            double floor = Math.max(levers.member[host] ? levers.floor : 0, cfd);
            boolean doubted = cfd >= floor ? host == beliefs.hegemon : levers.floorDoubted;
            double lasts = doubted ? survival(beliefs.reversalHazard * model.lead[plant]) : 1;
            // A floor pays in the calm state even where the mean of both states lies above it.
            double floored = (1 - hazard) * Math.max(floor, calm) + hazard * Math.max(floor, cut);
            double open = floor > calm ? lasts * floored + (1 - lasts) * market : market;
            double covered = 0;
            double atFloor = 0;
            for (int i = 0; i < model.actors && state.contractedTo[j] > 0; i++) {
                double volume = state.contractBy[i * model.producers + j];
                covered += volume;
                double least = state.terms[i].floor();
                atFloor += volume * ((1 - hazard) * Math.max(least, calm) + hazard * Math.max(least, cut));
            }
            double size = state.capacity[plant] + state.pending(plant);
            double share = size > LEAST ? Math.min(1, covered / size) : 0;
            expected[j] = covered > LEAST ? share * atFloor / covered + (1 - share) * open : open;
        }
    }

    /** exp(-x) for x at least 0, to about 1e-3, without the exponential: (1 - x/8)^8 rearranged as 1 / (1 + x/8)^8. */
    private static double survival(double x) {
        double y = 1 / (1 + x / 8);
        y *= y;
        y *= y;
        return y * y;
    }

    private void learn(MineralState state, MineralMarket market, double years) {
        for (int r = 0; r < model.refiners.length; r++) {
            int j = model.refiners[r];
            double made = Math.max(0, market.clearing.output[r]) * years;
            state.cost[j] *= 1 - model.learning * made / (state.cumulative[j] + made);
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
        }
    }

    private void decide(MineralState state, Levers levers, MineralMarket market, Beliefs beliefs, double years) {
        int stages = model.stages;
        double outside = 0;
        for (int i = 0; i < model.actors; i++) {
            outside += i == model.home ? 0 : market.demand[i];
        }
        double[] pool = poolStock;
        for (int s = 0; s < stages; s++) {
            pool[s] = 0;
        }
        Chain chain = market.chain;
        double poolOre = chain.tradedOre;
        double homePending = 0;
        for (int h = 0; h < model.actors; h++) {
            poolOre += h == model.home ? 0 : chain.ownUse[h];
        }
        for (int j : model.poolProducers) {
            for (int s = 0; s < stages; s++) {
                double pending = state.pending(j * stages + s);
                pool[s] += state.capacity[j * stages + s] + pending;
                if (s == 0 && pending > 0) {
                    double away = model.home >= 0 ? levers.toHome[model.host[j]] : 0;
                    poolOre += pending * (1 - away);
                    homePending += pending * away;
                }
            }
        }
        double homeWants = model.home >= 0 ? homeTarget(market, 1) : 0;
        for (int s = 0; s < stages; s++) {
            // What is decided now is built for the demand of the day it is finished.
            double ahead = model.growthOver(beliefs.month, model.meanLead[s]);
            homeGap[s] = Math.max(0, homeWants * ahead - chain.homeOre - homePending);
            gap[s] = s == 0
                    ? Math.max(0, Math.max(pool[1], Math.min(outside * ahead, pool[1] * ahead)) - poolOre) + homeGap[s]
                    : Math.max(0, outside * ahead - pool[s]);
        }
        for (int plant : model.investable) {
            decide(state, levers, beliefs, chain, plant, years);
        }
    }

    /** By stage: capacity of the pool, built and decided, and what is still missing in the pool and at the dominant supplier. */
    private final double[] poolStock = new double[3];

    private final double[] gap = new double[3];
    private final double[] homeGap = new double[3];

    private void decide(MineralState state, Levers levers, Beliefs beliefs, Chain chain, int plant, double years) {
        int j = plant / model.stages;
        int s = plant % model.stages;
        int host = model.host[j];
        boolean homeOwned = model.home >= 0 && model.owner[j] == model.home;
        double project = model.projects[plant];
        double wanted = project * gap[s];
        if (s == 0 && homeOwned) {
            wanted += project * homeGap[s] * levers.slices[model.home].corridor[host];
        }
        double upgrade = levers.slices[host].localProcessing;
        if (s == 1 && upgrade > 0) {
            double eager = homeOwned ? 1 + levers.slices[model.home].plantForOre[host] : 1;
            wanted += upgrade * eager * stuckOre(state, chain, host);
        }
        if (wanted <= 0) {
            return;
        }
        double support = Math.min(MineralModel.MOST_SUPPORT, levers.support[host]);
        double doubted = levers.supportDoubted[host];
        double believed = doubted <= 0
                ? support
                : Math.max(0, support - doubted * (1 - survival(beliefs.reversalHazard * model.lead[plant])));
        double decided = decided(state, j, s, wanted, believed, years);
        double cost = decided * model.capex[plant] * Market.USD_BN;
        if (support > 0 && cost > 0) {
            double within = affordable(levers, host, cost, years);
            if (within < 1) {
                decided = decided(state, j, s, wanted, believed * within, years);
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
        state.capital[j] += cost * (1 - support);
    }

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

    private double decided(MineralState state, int j, int s, double wanted, double support, double years) {
        MineralData.Investment rule = model.data.investment();
        double entry = model.entryPrice(j, s, support) * state.cost[j];
        double margin = (expected[j] - entry) / entry;
        double willing = Logistic.of(margin / rule.sensitivity());
        if (s == 0) {
            willing *= 1 - model.data.supply().byProduct();
        }
        return Math.min(wanted, rule.pace() * years * wanted * willing * (1 + rule.leverage() * support));
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
            if (expected[j] < model.exitPrice[j] * state.cost[j]) {
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

    private double homeTarget(MineralMarket market, int stage) {
        return model.homeReserve[stage] * market.demand[model.home];
    }

    private void trackHome(MineralState state, MineralMarket market, double years) {
        if (model.home < 0) {
            return;
        }
        MineralData.Investment rule = model.data.investment();
        for (int s = 0; s < model.stages; s++) {
            double have = 0;
            for (int j : model.homeProducers) {
                have += state.capacity[j * model.stages + s];
            }
            double target = homeTarget(market, s);
            if (have <= 0 || target <= have) {
                continue;
            }
            double catchUp = Math.min(1, years / (s == 0 ? rule.homeMines() : rule.homePlants()));
            double factor = 1 + catchUp * (target - have) / have;
            for (int j : model.homeProducers) {
                state.capacity[j * model.stages + s] *= factor;
            }
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
