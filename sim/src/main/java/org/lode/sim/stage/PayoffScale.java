package org.lode.sim.stage;

import java.util.stream.IntStream;
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
            double spread = spread(game, live(scenario), scenario.startProfile(), i);
            scale[i] = fixed == null ? Math.max(LEAST, spread) : spread > 0 ? spread : 1;
        }
        return scale;
    }

    /** By actor, the strategies that are open at the start or open later; all where none is. */
    static int[][] live(Scenario scenario) {
        int[][] live = new int[scenario.choosers()][];
        for (int i = 0; i < live.length; i++) {
            var menu = scenario.actors().get(i).menu();
            int[] kept = IntStream.range(0, menu.size())
                    .filter(s -> !menu.get(s).until().isBefore(scenario.data().start()))
                    .toArray();
            live[i] = kept.length > 0 ? kept : IntStream.range(0, menu.size()).toArray();
        }
        return live;
    }

    /**
     * The spread of one actor's payoffs over its own strategies, at a profile and its one-step neighbours.
     *
     * @param live by player, the strategies that count
     */
    static double spread(Game game, int[][] live, int[] base, int actor) {
        double[] sums = new double[2];
        int[] profile = base.clone();
        add(game, live[actor], profile, actor, sums);
        for (int other = 0; other < profile.length; other++) {
            for (int s : live[other]) {
                if (s != base[other] && other != actor) {
                    profile[other] = s;
                    add(game, live[actor], profile, actor, sums);
                }
            }
            profile[other] = base[other];
        }
        return StrictMath.sqrt(sums[0] / sums[1]);
    }

    private static void add(Game game, int[] strategies, int[] profile, int actor, double[] sums) {
        int own = profile[actor];
        double[] payoffs = new double[strategies.length];
        double mean = 0;
        for (int at = 0; at < strategies.length; at++) {
            profile[actor] = strategies[at];
            payoffs[at] = game.payoff(actor, profile);
            mean += payoffs[at] / strategies.length;
        }
        profile[actor] = own;
        for (double payoff : payoffs) {
            sums[0] += (payoff - mean) * (payoff - mean);
            sums[1]++;
        }
    }
}
