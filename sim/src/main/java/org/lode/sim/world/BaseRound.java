package org.lode.sim.world;

import java.util.Arrays;
import org.lode.agents.payoff.ProfileComponent;

/**
 * The base round: the state as it enters round 0, cleared once under the starting profile. Its prices and shares are what
 * calibration holds against observation; its flows are the reference path of payoffs.
 */
public final class BaseRound {
    final double[] poolPrice;
    final double[] homePrice;
    /** Average price paid outside the dominant supplier at observed base prices, USD/kg. */
    final double[] outsidePrice;

    final double[] homeRefined;
    final double[] homeMined;
    final double[] shortage;
    /** component x actor, USD bn a year. */
    final double[][] flows;

    private double spent;
    private double atBase;

    BaseRound(Scenario scenario, WorldState state, MineralDynamics[] dynamics) {
        int minerals = scenario.minerals.length;
        int n = scenario.actors().size();
        poolPrice = new double[minerals];
        homePrice = new double[minerals];
        outsidePrice = new double[minerals];
        homeRefined = new double[minerals];
        homeMined = new double[minerals];
        shortage = new double[minerals];
        flows = new double[scenario.components().size()][n];
        int[] start = scenario.startProfile();
        var view = new ProfileView(scenario, state);
        view.show(start);
        for (int m = 0; m < minerals; m++) {
            MineralDynamics mineral = dynamics[m];
            for (int i = 0; i < n; i++) {
                mineral.levers.slices[i] = scenario.slices[m][i][i < start.length ? start[i] : 0];
            }
            mineral.levers.combine(state.beliefs);
            mineral.clear(state.minerals[m], 0);
            Arrays.fill(mineral.market.support, 0);
            poolPrice[m] = mineral.market.poolPrice();
            homePrice[m] = mineral.market.homePrice();
            shortage[m] = mineral.market.clearing.shortage;
            homeRefined[m] = Outcome.homeRefinedShare(mineral);
            homeMined[m] = Outcome.homeMinedShare(mineral);
            price(scenario.minerals[m], mineral.market, m);
            for (int c = 0; c < flows.length; c++) {
                if (!(scenario.components().get(c) instanceof ProfileComponent)) {
                    for (int i = 0; i < n; i++) {
                        flows[c][i] += World.flow(scenario.components().get(c), i, n, mineral.market, view);
                    }
                }
            }
        }
        for (int c = 0; c < flows.length; c++) {
            if (scenario.components().get(c) instanceof ProfileComponent component) {
                for (int i = 0; i < scenario.choosers(); i++) {
                    flows[c][i] = component.flow(i, view);
                }
            }
        }
    }

    private void price(MineralModel model, MineralMarket market, int m) {
        double tonnes = 0;
        double fromHome = 0;
        for (int i = 0; i < model.actors; i++) {
            if (i != model.home) {
                tonnes += market.clearing.consumption[i];
                fromHome += market.clearing.allotment[i] - market.clearing.resale[i];
            }
        }
        MineralData.Price observed = model.data.price();
        double share = tonnes > 0 ? Math.max(0, fromHome) / tonnes : 0;
        outsidePrice[m] = share * observed.home() + (1 - share) * observed.pool();
        spent += Outcome.outsideSpending(market);
        atBase += tonnes * outsidePrice[m];
    }

    public double poolPrice(int mineral) {
        return poolPrice[mineral];
    }

    public double homePrice(int mineral) {
        return homePrice[mineral];
    }

    /** Dominant supplier's share of refining in the base round. */
    public double homeRefined(int mineral) {
        return homeRefined[mineral];
    }

    /** Dominant supplier's share of mining in the base round. */
    public double homeMined(int mineral) {
        return homeMined[mineral];
    }

    public double shortage(int mineral) {
        return shortage[mineral];
    }

    /** Spending outside the dominant supplier over the same tonnes at observed base prices. */
    public double chainCost() {
        return atBase > 0 ? spent / atBase : 1;
    }

    /** A component's flow to an actor, USD bn a year. */
    public double flow(int component, int actor) {
        return flows[component][actor];
    }

    /** The base round of a scenario. */
    public static BaseRound of(Scenario scenario) {
        var world = new World(scenario, new org.lode.sim.chance.Streams(0, 0, 0));
        return world.base();
    }
}
