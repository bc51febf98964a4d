package org.lode.games.check;

import java.util.ArrayList;
import java.util.List;
import org.lode.games.form.Game;

/** The strategies that pay a player most when the others' are given. */
public final class BestReplies {
    private BestReplies() {}

    /** Returns all best replies of a player to the others' strategies in a profile, ascending; ties are exact. */
    public static List<Integer> of(Game game, int player, int[] profile) {
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
}
