package org.lode.games.check;

import java.util.ArrayList;
import java.util.List;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;

/** The strategies that pay a player most when the others' are given. */
public final class BestReplies {
    private BestReplies() {}

    /** Returns all best replies of a player to the others' strategies in a profile, ascending; ties are exact. */
    public static List<Integer> of(Game game, int player, int[] profile) {
        if (game instanceof NormalForm table) {
            return of(table, player, table.index(profile));
        }
        int[] reply = profile.clone();
        List<Integer> best = new ArrayList<>();
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < game.strategies(player); s++) {
            reply[player] = s;
            double payoff = game.payoff(player, reply);
            if (payoff > most) {
                best.clear();
                most = payoff;
            }
            if (payoff == most) {
                best.add(s);
            }
        }
        return List.copyOf(best);
    }

    /** Returns the same for a table, whose payoffs may be finer than doubles. */
    private static List<Integer> of(NormalForm game, int player, int index) {
        int first = index - game.strategy(player, index) * game.stride(player);
        List<Integer> best = new ArrayList<>();
        int leader = first;
        for (int s = 0; s < game.strategies(player); s++) {
            int reply = first + s * game.stride(player);
            double lead = game.difference(player, reply, leader);
            if (lead > 0) {
                best.clear();
                leader = reply;
            }
            if (lead >= 0) {
                best.add(s);
            }
        }
        return List.copyOf(best);
    }
}
