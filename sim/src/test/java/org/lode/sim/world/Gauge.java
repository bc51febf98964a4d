package org.lode.sim.world;

import org.lode.agents.payoff.PayoffComponent;
import org.lode.agents.payoff.ProfileComponent;

/** Reads off a trial's world what a row of the table of signs measures. */
final class Gauge {
    private Gauge() {}

    static double read(SignTable.Measured at, Trial trial) {
        int i = at.of().map(trial::actor).orElse(-1);
        int k = at.toward().map(trial::actor).orElse(-1);
        int g = at.club().map(trial::club).orElse(-1);
        int m = at.mineral().map(trial::mineral).orElse(-1);
        int n = trial.scenario.actors().size();
        int clubs = trial.scenario.clubCount();
        return switch (at.quantity()) {
            case POOL_PRICE -> trial.market(m, MineralMarket::poolPrice);
            case HOME_PRICE -> trial.market(m, MineralMarket::homePrice);
            case USER_PRICE -> trial.market(m, market -> market.clearing.userPrice[i]);
            case BORDER_REVENUE -> trial.market(m, market -> market.borderRevenue(i));
            case OUTLAY -> trial.market(m, market -> market.outlay(i));
            case ROYALTY -> trial.market(m, market -> market.royalty(i));
            case FROM_DOMINANT -> trial.market(m, market -> market.clearing.allotment[i]);
            case POOL_PURCHASE ->
                trial.market(m, market -> market.clearing.poolPurchase[i] + market.clearing.contracted[i]);
            case DEMAND -> trial.market(m, market -> market.demand[i]);
            case EXPOSURE -> trial.market(m, market -> market.exposure(i, k));
            case ORE_TO_DOMINANT -> trial.market(m, market -> market.chain.oreHome[i]);
            case ORE_TO_POOL -> trial.market(m, market -> market.chain.orePool[i]);
            case ORE_KEPT -> trial.market(m, market -> market.chain.ownUse[i]);
            case CAPACITY -> capacity(trial, m, i, true);
            case POOL_CAPACITY -> capacity(trial, m, -1, true);
            case POOL_STANDING -> capacity(trial, m, -1, false);
            case STOCK -> trial.state(m).stock[i];
            case CONTRACTED -> trial.state(m).contractedOf[i];
            case COMMITMENT -> trial.world.state().commitment[i * clubs + g];
            case ADOPTION -> trial.world.state().adoption[g];
            case HOSTILITY -> trial.world.state().hostility[i * n + k];
            case TRUST -> trial.world.state().trust[i * n + k];
            case HAZARD -> trial.view().alarm(i, k);
            case COMPONENT -> component(at, trial, i);
            case RULE_POWER_HOME -> trial.world.state().rulePowerHome;
            case RULE_POWER_WEST -> trial.world.state().rulePowerWest;
        };
    }

    /** Plants that stand, or are decided on, outside the dominant supplier, on one host's soil or, with -1, anywhere. */
    private static double capacity(Trial trial, int m, int host, boolean decided) {
        MineralModel model = trial.scenario.minerals[m];
        MineralState state = trial.state(m);
        double sum = 0;
        for (int j = 0; j < model.producers; j++) {
            int plant = j * model.stages + 1;
            if (host < 0 ? model.host[j] != model.home : model.host[j] == host) {
                sum += state.capacity[plant] + (decided ? state.pending(plant) : 0);
            }
        }
        return sum;
    }

    private static double component(SignTable.Measured at, Trial trial, int i) {
        String name = at.component().orElseThrow();
        PayoffComponent found = trial.scenario.components().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        if (found instanceof ProfileComponent profile) {
            return profile.flow(i, trial.view());
        }
        double sum = 0;
        for (int m = 0; m < trial.scenario.mineralCount(); m++) {
            sum += trial.market(m, market -> World.flow(found, i, market.actors(), market, trial.view()));
        }
        return sum;
    }
}
