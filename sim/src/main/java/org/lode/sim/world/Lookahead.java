package org.lode.sim.world;

import org.lode.agents.view.MarketOutcome;

/**
 * One mineral's path when a profile is held from the present state: a clearing every few rounds (the stride of the
 * scenario's foresight) over the horizon, then clearings in
 * the years of the terminal flow with the pipeline brought in at its completion dates, no new decisions, and demand as at the end
 * of the horizon (growth that no decision answers would make thick markets decide everything). Shocks stay at
 * their means. Scratch space of one thread; allocates nothing after construction.
 */
public final class Lookahead {
    /** Dates of the terminal flow at which the market is cleared: the middles of equal parts of it. */
    private static final int TERMINAL_NODES = 2;

    private final Scenario scenario;
    private final WorldState from;
    private final MineralDynamics[] dynamics;
    private final MineralState[] scratch;
    /** Dates within the horizon; further ones are terminal. */
    private final int inside;

    private final int nodes;
    private final double[] start;
    private final double[] length;
    private final double[] discounted;

    /** Receives the market of each date of a path. */
    public interface Visitor {
        /**
         * One date.
         *
         * @param node 0 the first; see {@link Lookahead#nodes}
         * @param terminal whether it belongs to the terminal flow, which leaves one-off money out
         */
        void visit(int node, boolean terminal, MarketOutcome outcome);
    }

    public Lookahead(World world) {
        this(world.scenario(), world.state());
    }

    Lookahead(Scenario scenario, WorldState from) {
        this.scenario = scenario;
        this.from = from;
        dynamics = new MineralDynamics[scenario.minerals.length];
        scratch = new MineralState[dynamics.length];
        for (int m = 0; m < dynamics.length; m++) {
            dynamics[m] = new MineralDynamics(scenario, m);
            scratch[m] = new MineralState(scenario.minerals[m]);
        }
        ScenarioData.Foresight foresight = scenario.data().foresight();
        int horizon = foresight.horizon();
        int stride = Math.min(foresight.stride(), horizon);
        boolean terminal = horizon > 1 && foresight.terminal() > 0;
        inside = (horizon + stride - 1) / stride;
        nodes = inside + (terminal ? TERMINAL_NODES : 0);
        start = new double[nodes];
        length = new double[nodes];
        discounted = new double[nodes];
        double years = scenario.roundYears();
        double rate = StrictMath.log(1 + foresight.discount());
        for (int h = 0; h < nodes; h++) {
            if (h < inside) {
                start[h] = h * stride * years;
                length[h] = Math.min(stride, horizon - h * stride) * years;
            } else {
                length[h] = foresight.terminal() / TERMINAL_NODES;
                start[h] = horizon * years + (h - inside) * length[h];
            }
            discounted[h] = length[h] * StrictMath.exp(-rate * (start[h] + length[h] / 2));
        }
    }

    /** Number of dates of a path: the horizon's rounds, then the terminal ones. */
    public int nodes() {
        return nodes;
    }

    /** Weight of a date: its length in years, discounted to the present. */
    public double weight(int node) {
        return discounted[node];
    }

    /** Years from now to the middle of a date. */
    public double years(int node) {
        return start[node] + length[node] / 2;
    }

    /** Whether an actor uses the mineral. */
    public boolean uses(int mineral, int actor) {
        return scenario.minerals[mineral].baseDemand[actor] > 0;
    }

    /** Number of distinct slices that a mineral sees of an actor's menu. */
    public int classes(int mineral, int actor) {
        int most = 0;
        for (int number : scenario.sliceClass[mineral][actor]) {
            most = Math.max(most, number);
        }
        return most + 1;
    }

    /** The class of a strategy; strategies of one class give the same path of the mineral. */
    public int classOf(int mineral, int actor, int strategy) {
        return scenario.sliceClass[mineral][actor][strategy];
    }

    /** Whether any plant or mine of the mineral stands, or may come to stand, on the actor's soil. */
    public boolean supplies(int mineral, int actor) {
        return scenario.minerals[mineral].hosts(actor);
    }

    /**
     * Runs one mineral's path.
     *
     * @param profile strategy of each actor that chooses
     */
    public void run(int mineral, int[] profile, Visitor visitor) {
        MineralDynamics path = dynamics[mineral];
        MineralState state = scratch[mineral];
        state.copyFrom(from.minerals[mineral]);
        Slice[][] slices = scenario.slices[mineral];
        for (int i = 0; i < slices.length; i++) {
            path.levers.slices[i] = slices[i][i < profile.length ? profile[i] : 0];
        }
        path.levers.combine(from.beliefs);
        int month = from.beliefs.month;
        double persist = path.persistence;
        for (int h = 0; h < inside; h++) {
            path.clear(state, month + (int) (12 * start[h]));
            path.follow(state, from.beliefs, length[h]);
            visitor.visit(h, false, path.market);
            for (double passed = 0; passed < length[h]; passed += scenario.roundYears()) {
                state.shock = 1 + persist * (state.shock - 1);
            }
        }
        double worn = path.model.data.investment().depreciation();
        for (int h = inside; h < nodes; h++) {
            double ahead = start[h] + length[h] / 2 - start[inside];
            path.ripen(state, length[h] / (h == inside ? 2 : 1), Math.max(0, 1 - worn * ahead));
            path.clear(state, month + (int) (12 * start[inside]));
            path.market.noSupport();
            visitor.visit(h, true, path.market);
        }
    }
}
