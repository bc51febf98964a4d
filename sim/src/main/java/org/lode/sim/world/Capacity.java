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
    private final double[] shareBefore;

    Capacity(MineralModel model) {
        this.model = model;
        expected = new double[model.producers];
        paid = new double[model.actors];
        shareBefore = new double[model.actors];
    }

    /** Expected price of each producer of the pool as it decides, USD/kg; filled by {@link #advance}. */
    double expected(int producer) {
        return expected[producer];
    }

    /**
     * Moves capacity on by {@code years} after {@code market} has cleared.
     *
     * @param deciding whether new decisions are taken; the terminal value of a look-ahead takes none
     */
    void advance(
            MineralState state,
            Levers levers,
            MineralMarket market,
            Beliefs beliefs,
            double cutoffHazard,
            double years) {
        for (int i = 0; i < model.actors; i++) {
            market.support[i] = 0;
            paid[i] = 0;
        }
        expect(state, levers, beliefs, cutoffHazard);
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
        double market = (1 - hazard) * (rule.anchor() * state.averagePrice + (1 - rule.anchor()) * state.homePrice)
                + hazard * Math.max(cutoff, state.averagePrice);
        for (int j = 0; j < model.producers; j++) {
            int host = model.host[j];
            if (host == model.home) {
                continue;
            }
            int plant = j * model.stages + 1;
            double cfd = levers.slices[host].cfd;
            double floor = Math.max(levers.member[host] ? levers.floor : 0, cfd);
            boolean doubted = cfd >= floor ? host == beliefs.hegemon : levers.floorDoubted;
            double lasts = doubted ? survival(beliefs.reversalHazard * model.lead[plant]) : 1;
            double open = floor > market ? lasts * floor + (1 - lasts) * market : market;
            double covered = 0;
            double atFloor = 0;
            for (int i = 0; i < model.actors; i++) {
                double volume = state.contractBy[i * model.producers + j];
                covered += volume;
                atFloor += volume * Math.max(state.terms[i].floor(), market);
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
        for (int j = 0; j < model.producers; j++) {
            double made = Math.max(0, model.host[j] == model.home ? 0 : market.clearing.output[j]) * years;
            state.cost[j] *= 1 - model.learning * made / (state.cumulative[j] + made);
            state.cumulative[j] += made;
        }
    }

    private void deliver(MineralState state, double years) {
        for (int plant = 0; plant < state.capacity.length; plant++) {
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
        for (int j = 0; j < model.producers; j++) {
            if (model.host[j] != model.home) {
                for (int s = 0; s < stages; s++) {
                    pool[s] += state.capacity[j * stages + s] + state.pending(j * stages + s);
                }
            }
        }
        Chain chain = market.chain;
        double poolOre = chain.tradedOre;
        double homePending = 0;
        for (int h = 0; h < model.actors; h++) {
            poolOre += h == model.home ? 0 : chain.ownUse[h];
        }
        for (int j = 0; j < model.producers; j++) {
            double pending = state.pending(j * stages);
            if (model.host[j] != model.home) {
                double away = model.home >= 0 ? levers.toHome[model.host[j]] : 0;
                poolOre += pending * (1 - away);
                homePending += pending * away;
            }
        }
        double homeWants = model.home >= 0 ? homeTarget(market, 1) : 0;
        for (int s = 0; s < stages; s++) {
            // What is decided now is built for the demand of the day it is finished.
            double ahead = model.growthOver(beliefs.month, model.meanLead[s]);
            double homeGap = Math.max(0, homeWants * ahead - chain.homeOre - homePending);
            double gap = s == 0
                    ? Math.max(0, Math.max(pool[1], Math.min(outside * ahead, pool[1] * ahead)) - poolOre) + homeGap
                    : Math.max(0, outside * ahead - pool[s]);
            for (int j = 0; j < model.producers; j++) {
                if (model.host[j] != model.home) {
                    decide(state, levers, beliefs, chain, j, s, gap, homeGap, years);
                }
            }
        }
    }

    private final double[] poolStock = new double[3];

    private void decide(
            MineralState state,
            Levers levers,
            Beliefs beliefs,
            Chain chain,
            int j,
            int s,
            double gap,
            double homeGap,
            double years) {
        int plant = j * model.stages + s;
        int host = model.host[j];
        Slice dominant = model.home >= 0 ? levers.slices[model.home] : levers.slices[host];
        boolean homeOwned = model.home >= 0 && model.owner[j] == model.home;
        double project = model.projects[plant];
        double wanted = project * gap;
        if (s == 0 && homeOwned) {
            wanted += project * homeGap * dominant.corridor[host];
        }
        double upgrade = levers.slices[host].localProcessing;
        if (s == 1 && upgrade > 0 && (project > 0 || state.capacity[plant] > 0)) {
            double plants = 0;
            double owners = 0;
            for (int k = 0; k < model.producers; k++) {
                int at = k * model.stages + 1;
                if (model.host[k] == host) {
                    plants += state.capacity[at] + state.pending(at);
                    owners += model.projects[at] > 0 || state.capacity[at] > 0 ? 1 : 0;
                }
            }
            double stuck = Math.max(0, chain.mined[host] - plants);
            double eager = homeOwned ? 1 + dominant.plantForOre[host] : 1;
            wanted += upgrade * stuck * eager / Math.max(1, owners);
        }
        if (wanted <= 0) {
            return;
        }
        double support = 0;
        double believed = 0;
        for (int a = 0; a < model.actors; a++) {
            double share = supported(levers, a, host);
            support += share;
            believed += share * (a == beliefs.hegemon ? survival(beliefs.reversalHazard * model.lead[plant]) : 1);
        }
        support = Math.min(MineralModel.MOST_SUPPORT, support);
        believed = Math.min(MineralModel.MOST_SUPPORT, believed);
        double decided = decided(state, j, s, wanted, believed, years);
        double cost = decided * model.capex[plant] * Market.USD_BN;
        if (support > 0 && cost > 0) {
            double within = affordable(levers, host, support, cost, years);
            if (within < 1) {
                support *= within;
                decided = decided(state, j, s, wanted, believed * within, years);
                cost = decided * model.capex[plant] * Market.USD_BN;
            }
            for (int a = 0; a < model.actors; a++) {
                double share = supported(levers, a, host);
                if (share > 0) {
                    paid[a] += cost * share * within;
                }
            }
        }
        state.pipeline[plant * MineralState.DELAYS] += decided;
        state.capital[j] += cost * (1 - Math.min(MineralModel.MOST_SUPPORT, support));
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

    private double supported(Levers levers, int actor, int host) {
        Slice slice = levers.slices[actor];
        return slice.support <= 0 ? 0 : slice.support * (actor == host ? 1 : slice.supportAbroad[host]);
    }

    /** The share of the asked-for support that the treasuries' budgets of this mineral still cover. */
    private double affordable(Levers levers, int host, double support, double cost, double years) {
        double granted = 0;
        for (int a = 0; a < model.actors; a++) {
            double share = supported(levers, a, host);
            if (share > 0) {
                double left = Math.max(0, levers.slices[a].supportBudget * years - paid[a]);
                granted += Math.min(cost * share, left);
            }
        }
        return Math.min(1, granted / (cost * support));
    }

    private void close(MineralState state, double years) {
        double rate = Math.min(1, model.data.investment().closure() * years);
        for (int j = 0; j < model.producers; j++) {
            if (model.host[j] != model.home && expected[j] < model.exitPrice[j] * state.cost[j]) {
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
        for (int s = 0; s < model.stages; s++) {
            double have = 0;
            for (int j = 0; j < model.producers; j++) {
                have += model.host[j] == model.home ? state.capacity[j * model.stages + s] : 0;
            }
            double target = homeTarget(market, s);
            if (have <= 0 || target <= have) {
                continue;
            }
            // Plants follow within about two years; mines no faster than their lead time lets them.
            double catchUp = Math.min(1, years / (s == 0 ? 5 : 2));
            double factor = 1 + catchUp * (target - have) / have;
            for (int j = 0; j < model.producers; j++) {
                if (model.host[j] == model.home) {
                    state.capacity[j * model.stages + s] *= factor;
                }
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
        for (int j = 0; j < model.producers; j++) {
            if (model.host[j] != model.home) {
                state.capacity[j * model.stages] *= factor;
            }
        }
    }
}
