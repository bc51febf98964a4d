package org.lode.sim.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lode.agents.payoff.HazardComponent;
import org.lode.agents.payoff.MineralComponent;
import org.lode.agents.payoff.PayoffComponent;
import org.lode.agents.payoff.ProfileComponent;
import org.lode.sim.config.Default;
import org.lode.sim.config.Kind;
import org.lode.sim.config.Min;
import org.lode.sim.config.Raw;

/** The table of what an instrument or a parameter must move, and in which direction; set down before anything was tuned. */
@Kind("signs")
record Signs(String scenario, List<InstrumentRow> instruments, List<ParameterRow> parameters) {
    enum Sign {
        UP,
        DOWN
    }

    /** What is read off the world. */
    enum Quantity {
        POOL_PRICE,
        HOME_PRICE,
        USER_PRICE,
        BORDER_REVENUE,
        OUTLAY,
        ROYALTY,
        FROM_DOMINANT,
        POOL_PURCHASE,
        DEMAND,
        CAPACITY,
        POOL_CAPACITY,
        STOCK,
        CONTRACTED,
        ORE_TO_DOMINANT,
        ORE_TO_POOL,
        ORE_KEPT,
        COMMITMENT,
        ADOPTION,
        HOSTILITY,
        TRUST,
        HAZARD,
        EXPOSURE,
        COMPONENT,
        RULE_POWER_HOME,
        RULE_POWER_WEST
    }

    /** Where to look: actor, and mineral, other actor, club or component where the quantity has one. */
    record Measured(
            Quantity quantity,
            Optional<String> of,
            Optional<String> toward,
            Optional<String> club,
            Optional<String> mineral,
            Optional<String> component) {
        double read(Trial trial) {
            int i = of.map(trial::actor).orElse(-1);
            int k = toward.map(trial::actor).orElse(-1);
            int g = club.map(trial::club).orElse(-1);
            int m = mineral.map(trial::mineral).orElse(-1);
            int n = trial.scenario.actors().size();
            int clubs = trial.scenario.clubCount();
            return switch (quantity) {
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
                case CAPACITY -> capacity(trial, m, i);
                case POOL_CAPACITY -> capacity(trial, m, -1);
                case STOCK -> trial.state(m).stock[i];
                case CONTRACTED -> trial.state(m).contracted(i);
                case COMMITMENT -> trial.world.state().commitment[i * clubs + g];
                case ADOPTION -> trial.world.state().adoption[g];
                case HOSTILITY -> trial.world.state().hostility[i * n + k];
                case TRUST -> trial.world.state().trust[i * n + k];
                case HAZARD -> trial.view().hazard(i, k);
                case COMPONENT -> component(trial, i);
                case RULE_POWER_HOME -> trial.world.state().rulePowerHome;
                case RULE_POWER_WEST -> trial.world.state().rulePowerWest;
            };
        }

        /** Plants that stand or are decided on outside the dominant supplier, on one host's soil or, with -1, anywhere. */
        private static double capacity(Trial trial, int m, int host) {
            MineralModel model = trial.scenario.minerals[m];
            MineralState state = trial.state(m);
            double sum = 0;
            for (int j = 0; j < model.producers; j++) {
                int plant = j * model.stages + 1;
                if (host < 0 ? model.host[j] != model.home : model.host[j] == host) {
                    sum += state.capacity[plant] + state.pending(plant);
                }
            }
            return sum;
        }

        private double component(Trial trial, int i) {
            String name = component.orElseThrow();
            PayoffComponent found = trial.scenario.components().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            if (found instanceof ProfileComponent profile) {
                return profile.flow(i, trial.view());
            }
            double sum = 0;
            for (int m = 0; m < trial.scenario.mineralCount(); m++) {
                sum += trial.market(m, market -> {
                    if (found instanceof MineralComponent plain) {
                        return plain.flow(i, market);
                    }
                    double exposed = 0;
                    for (int k = 0; k < market.actors(); k++) {
                        exposed += trial.view().hazard(i, k) * ((HazardComponent) found).flow(i, k, market);
                    }
                    return exposed;
                });
            }
            return sum;
        }
    }

    /**
     * One instrument alone: everybody neutral but for {@code given}, then the same with the instrument set.
     *
     * @param setting as in a strategy
     * @param given what must stand for the instrument to mean anything, by actor; the same in both runs
     */
    record InstrumentRow(
            String id,
            String instrument,
            String actor,
            Raw setting,
            @Default("{}") Map<String, Raw> given,
            @Min(0) @Default("1") int rounds,
            Measured measured,
            Sign sign,
            String why) {
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Parameters times a factor, the course held: what {@code given} says, or the scenario's start.
     *
     * @param paths dotted paths, * for any one segment
     */
    record ParameterRow(
            String id,
            List<String> paths,
            @org.lode.sim.config.Above(0) double factor,
            @Default("{}") Map<String, Raw> given,
            @Min(0) @Default("1") int rounds,
            Measured measured,
            Sign sign,
            String why) {
        @Override
        public String toString() {
            return id;
        }
    }
}
