package org.lode.sim.world;

/**
 * Where ore that leaves its host goes (Tullock contest between two channels): home's share over the pool's is a ratio of base
 * shares x offers^rho x net-back prices^eta, offers and prices against what they were at base, so that base shares hold at base. A
 * share moves at most {@code pace} a year. Powers come from tables; allocates nothing.
 */
final class OreTrade {
    private static final int KNOTS = 256;
    /** Base share, as odds, of a channel that gets none at base: a_k is above 0. */
    private static final double LEAST = 1e-3;

    private final MineralModel model;
    private final double pace;
    /** (t / (1 - t))^eta at t = 1/512, 3/512, ..., for price ratios t / (1 - t). */
    private final double[] power = new double[KNOTS + 1];

    OreTrade(MineralModel model, ScenarioData.Ore rule) {
        this.model = model;
        this.pace = rule.pace();
        for (int k = 0; k <= KNOTS; k++) {
            double t = Math.min(1 - 0.5 / KNOTS, Math.max(0.5 / KNOTS, k / (double) KNOTS));
            power[k] = StrictMath.pow(t / (1 - t), rule.eta());
        }
    }

    /** Moves the shares on by {@code years}, at the prices of the step before. */
    void follow(MineralState state, Levers levers, double years) {
        if (model.home < 0) {
            return;
        }
        MineralData.Price base = model.data.price();
        double home = state.homePrice / base.home();
        double pool = state.poolPrice / base.pool();
        // In a glut both prices may be 0: then neither side draws.
        double at = (home + pool > 0 ? home / (home + pool) : 0.5) * KNOTS;
        int k = Math.min(KNOTS - 1, (int) at);
        double paid = power[k] + (at - k) * (power[k + 1] - power[k]);
        double most = pace * years;
        for (int h = 0; h < model.actors; h++) {
            double share = model.toHome[h];
            double odds =
                    Math.max(LEAST, share) / Math.max(LEAST, 1 - share) * levers.oreOdds[h] / model.baseOdds[h] * paid;
            double move = odds / (1 + odds) - state.oreShare[h];
            state.oreShare[h] += Math.min(most, Math.max(-most, move));
        }
    }
}
