package org.lode.sim.stage;

import org.lode.games.form.Game;
import org.lode.sim.chance.Streams;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.World;

/**
 * The unit in which an actor weighs payoffs: the root mean square, over its strategies and over the base profile and its
 * one-step neighbours, of V less its mean over own strategies. Taken at the base round and frozen for a run, so that one precision means the
 * same for a buyer of everything and a seller of one ore, whatever a draw or a dial does to the world.
 */
public final class PayoffScale {
    /** Least scale of the market model, per unit of stake: below it actors would mind differences that nobody can see coming. */
    public static final double LEAST = 0.02;

    private PayoffScale() {}

    /** The scale of each actor that chooses: as its file says, else worked out in the base round. */
    public static double[] of(Scenario scenario) {
        double[] scale = new double[scenario.choosers()];
        double[] worked = null;
        for (int i = 0; i < scale.length; i++) {
            var given = scenario.actorData().get(i).scale();
            if (given.isEmpty() && worked == null) {
                worked = workedOut(scenario);
            }
            scale[i] = worked == null ? given.orElseThrow() : given.orElse(worked[i]);
        }
        return scale;
    }

    /** The scale of each actor by the formula, whatever its file says; at least {@link #LEAST} in the market model. */
    public static double[] workedOut(Scenario scenario) {
        Game fixed = scenario.game();
        Game game = fixed != null ? fixed : new StageGame(new World(scenario, new Streams(0, 0, 0)));
        double[] scale = new double[game.players()];
        for (int i = 0; i < scale.length; i++) {
            double spread = spread(game, scenario.startProfile(), i);
            scale[i] = fixed == null ? Math.max(LEAST, spread) : spread > 0 ? spread : 1;
        }
        return scale;
    }

    /** The spread of one actor's payoffs over its own strategies, at a profile and its one-step neighbours. */
    static double spread(Game game, int[] base, int actor) {
        double[] sums = new double[2];
        int[] profile = base.clone();
        add(game, profile, actor, sums);
        for (int other = 0; other < profile.length; other++) {
            for (int s = 0; s < game.strategies(other) && other != actor; s++) {
                if (s != base[other]) {
                    profile[other] = s;
                    add(game, profile, actor, sums);
                }
            }
            profile[other] = base[other];
        }
        return StrictMath.sqrt(sums[0] / sums[1]);
    }

    private static void add(Game game, int[] profile, int actor, double[] sums) {
        int own = profile[actor];
        int strategies = game.strategies(actor);
        double[] payoffs = new double[strategies];
        double mean = 0;
        for (int s = 0; s < strategies; s++) {
            profile[actor] = s;
            payoffs[s] = game.payoff(actor, profile);
            mean += payoffs[s] / strategies;
        }
        profile[actor] = own;
        for (double payoff : payoffs) {
            sums[0] += (payoff - mean) * (payoff - mean);
            sums[1]++;
        }
    }
}
