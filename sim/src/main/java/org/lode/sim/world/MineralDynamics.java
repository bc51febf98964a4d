package org.lode.sim.world;

/**
 * One mineral through one step: clear, invest, and let stocks, contracts, substitution, recycling and averages follow. The
 * world and the look-ahead call the same code. Scratch space of one thread.
 */
final class MineralDynamics {
    final MineralModel model;
    final MineralMarket market;
    final Levers levers;
    final int index;
    /** China, whether or not it is this mineral's dominant supplier; -1 for none. */
    final int dominantActor;

    /** Persistence of the demand shock over a round. */
    final double persistence;

    private final OreTrade ore;
    private final Capacity capacity;
    private final double[] free;

    MineralDynamics(Scenario scenario, int index) {
        this.model = scenario.minerals[index];
        this.index = index;
        this.dominantActor = scenario.dominant;
        persistence = StrictMath.pow(model.data.demand().shockPersistence(), scenario.roundYears() / 0.5);
        levers = new Levers(model, scenario.data().institutions().ore(), scenario.clubCount(), scenario.hegemonClub);
        ore = new OreTrade(model, scenario.data().institutions().ore());
        market = new MineralMarket(model, index, scenario, levers);
        capacity = new Capacity(model);
        free = new double[model.producers];
    }

    /** Clears the market of the step; {@link #market} then holds the outcome. */
    void clear(MineralState state, int month) {
        market.clear(state, month);
    }

    /** Moves everything on by {@code years} after {@link #clear}. */
    void follow(MineralState state, Beliefs beliefs, double years) {
        double cutOff =
                Math.min(1, beliefs.cutoffHazard[index] * model.data.exposure().duration());
        capacity.advance(state, levers, market, beliefs, cutOff, years);
        Contracts.age(model, state, years);
        Contracts.sign(model, state, levers, market.demand, years, free);
        var cleared = market.clearing;
        MineralData data = model.data;
        state.inventory = Math.max(0, state.inventory - market.inventoryFlow() * years);
        if (model.home >= 0) {
            state.stock[model.home] = Math.max(0, state.stock[model.home] - cleared.fromStock * years);
        }
        double speed = data.demand().substitutionSpeed() * years;
        double least = data.demand().substitutionLeast();
        for (int i = 0; i < model.actors; i++) {
            Slice slice = levers.slices[i];
            state.stock[i] = Math.max(0, state.stock[i] + market.stockFlow[i] * years);
            double target = model.longRun.at(cleared.userPrice[i] / model.reference);
            target = Math.min(data.demand().substitutionMost(), Math.max(least, target));
            double step = Math.min(speed, Math.max(-speed, (target - state.substitution[i]) * years));
            state.substitution[i] =
                    Math.max(least, state.substitution[i] + step - slice.of(Slice.Part.SUBSTITUTION) * years);
            double share = Math.max(data.recycling().base(), slice.of(Slice.Part.RECYCLING));
            state.recycling[i] +=
                    (share - state.recycling[i]) * Math.min(1, data.recycling().pace() * years);
        }
        state.averagePrice += (cleared.poolPrice - state.averagePrice)
                * Math.min(1, years / data.investment().memory());
        state.averageHome += (cleared.homePrice - state.averageHome)
                * Math.min(1, years / data.investment().memory());
        state.poolPrice = cleared.poolPrice;
        state.homePrice = cleared.homePrice;
        ore.follow(state, levers, years);
    }

    /** Refining capacity outside the dominant supplier decided on in the last step, t/yr per year. */
    double refiningDecided() {
        return capacity.refiningDecided();
    }

    /** Writes the pipeline's state at a date {@code years} ahead without further decisions, for terminal values. */
    void ripen(MineralState state, double years, double worn) {
        for (int plant = 0; plant < state.capacity.length; plant++) {
            double pending = state.pending(plant);
            if (pending > 0) {
                // Share of an Erlang pipeline that is through after `years`; mean delay left taken as half the lead
                // time.
                double through = Math.min(1, years / Math.max(years, model.lead[plant]));
                state.capacity[plant] += pending * through * worn;
                int at = plant * MineralState.DELAYS;
                for (int d = 0; d < MineralState.DELAYS; d++) {
                    state.pipeline[at + d] *= 1 - through;
                }
            }
        }
    }
}
