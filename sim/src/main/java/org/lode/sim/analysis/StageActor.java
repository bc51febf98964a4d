package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;
import org.lode.sim.stage.PayoffScale;
import org.lode.sim.world.Scenario;

/**
 * How one actor stands in a stage game.
 *
 * @param actor its id
 * @param scale in which it weighs payoffs, per unit of stake; of a game that is given as payoffs, in their unit
 * @param least whether the least scale of the market model binds: what it does matters less to it than it can see coming
 * @param interaction share of what its own choice moves that hangs on others, 0..1 (see {@link Interaction}); NaN where it is not
 *     known
 * @param dominant its strictly dominant strategy; empty if it has none
 * @param known whether there is a table, without which the last two are not known
 */
public record StageActor(
        String actor, double scale, boolean least, double interaction, String dominant, boolean known) {
    /**
     * All actors of a stage game.
     *
     * @param open the game of the strategies that may be chosen
     * @param table the same as a table; null if it is too large
     */
    public static List<StageActor> of(Scenario scenario, Game open, @Nullable NormalForm table) {
        double[] scale = PayoffScale.of(scenario);
        List<Interaction> interactions = table == null ? List.of() : Interaction.of(table);
        List<StageActor> actors = new ArrayList<>();
        for (int i = 0; i < scale.length; i++) {
            boolean least = scenario.game() == null && scale[i] <= PayoffScale.LEAST;
            int dominant = interactions.isEmpty() ? -1 : interactions.get(i).dominant();
            actors.add(new StageActor(
                    open.playerName(i),
                    scale[i],
                    least,
                    interactions.isEmpty() ? Double.NaN : interactions.get(i).share(),
                    dominant < 0 ? "" : open.strategyName(i, dominant),
                    !interactions.isEmpty()));
        }
        return List.copyOf(actors);
    }

    /** The median interaction share of those who have one; NaN if nobody has. */
    public static double interaction(List<StageActor> actors) {
        return Interaction.median(actors.stream()
                .map(actor -> new Interaction(0, actor.interaction(), -1))
                .toList());
    }
}
