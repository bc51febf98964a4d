package org.lode.sim.world;

import org.lode.sim.market.Market;

/**
 * How the dominant supplier's capacity follows the orders it expects, at home and abroad, with optimism and lags. It expects the
 * trailing mean of orders, carried on at its recent growth over the time that building takes, builds more while its price stands
 * above what it would ask at its normal reserve, and lets capacity wear out where it has too much. So capacity comes after the boom that
 * called for it. Earlier stages keep their base ratio to the last. Allocates nothing.
 */
final class HomePlants {
    private final MineralModel model;

    HomePlants(MineralModel model) {
        this.model = model;
    }

    void follow(MineralState state, MineralMarket market, double years) {
        if (model.home < 0) {
            return;
        }
        MineralData.Investment rule = model.data.investment();
        double orders = market.clearing.homeSales;
        if (Double.isNaN(state.homeOrders)) {
            state.homeOrders = orders;
            state.homeGrowth = model.growthOver(0, 1) - 1;
        }
        double adapts = Math.min(1, years / rule.homeMemory());
        double error = orders - state.homeOrders;
        state.homeOrders += state.homeOrders * state.homeGrowth * years + adapts * error;
        double learnt = state.homeGrowth + adapts * error / Math.max(1e-9, orders) / (2 * rule.homeMemory());
        state.homeGrowth = Math.min(rule.believed(), Math.max(-rule.believed(), learnt));
        double sway = rule.optimism() * (state.averageHome / model.normalHome - 1);
        double expected = state.homeOrders
                * (1 + rule.reserve())
                * (1 + Math.min(rule.sway(), Math.max(-rule.sway(), sway)))
                * (1 + state.homeGrowth * rule.homePlants());
        for (int s = 0; s < model.stages; s++) {
            double have = 0;
            for (int j : model.homeProducers) {
                have += state.capacity[j * model.stages + s];
            }
            if (have <= 0) {
                continue;
            }
            double lag = s == 0 ? rule.homeMines() : rule.homePlants();
            double wanted = expected * model.homeRatio[s];
            double done = state.homeBuilding[s] * Math.min(1, 2 * years / lag);
            double lack = wanted - have - state.homeBuilding[s];
            state.homeBuilding[s] += Math.max(0, lack) * Math.min(1, 2 * years / lag) - done;
            double worn = lack < 0 ? Math.min(-lack, rule.depreciation() * years * have) : 0;
            double factor = 1 + (done - worn) / have;
            for (int j : model.homeProducers) {
                int plant = j * model.stages + s;
                // What is built is paid for like anybody's plants: else selling below cost would be free growth.
                state.capital[j] += done * state.capacity[plant] / have * model.capex[plant] * Market.USD_BN;
                state.capacity[plant] *= factor;
            }
        }
    }
}
