package org.lode.sim.pattern;

import java.util.ArrayList;
import java.util.List;
import org.lode.games.form.NormalForm;
import org.lode.games.solve.PureEnumeration;

/** Equilibria in pure strategies from which every player would lose something of note by leaving. */
final class StrictEquilibria {
    private StrictEquilibria() {}

    /** A label of each player's strategies, such as the club that it belongs to. */
    interface Track {
        int of(int player, int strategy);
    }

    /**
     * Indexes of the profiles in which every player with a choice loses at least its margin by each deviation.
     *
     * @param margins by player, in payoff units
     */
    static List<Integer> of(NormalForm game, double[] margins) {
        List<Integer> strict = new ArrayList<>();
        for (int index : PureEnumeration.indexes(game)) {
            boolean holds = true;
            for (int player = 0; player < game.players() && holds; player++) {
                int own = game.strategy(player, index);
                for (int s = 0; s < game.strategies(player) && holds; s++) {
                    int there = index + (s - own) * game.stride(player);
                    holds = s == own || game.payoff(player, index) - game.payoff(player, there) >= margins[player];
                }
            }
            if (holds) {
                strict.add(index);
            }
        }
        return strict;
    }

    /** Whether two of some profiles differ in track for at least so many players. */
    static boolean differ(NormalForm game, List<Integer> profiles, Track track, int players) {
        for (int a = 0; a < profiles.size(); a++) {
            for (int b = a + 1; b < profiles.size(); b++) {
                int differing = 0;
                for (int player = 0; player < game.players(); player++) {
                    int one = track.of(player, game.strategy(player, profiles.get(a)));
                    int other = track.of(player, game.strategy(player, profiles.get(b)));
                    differing += one == other ? 0 : 1;
                }
                if (differing >= players) {
                    return true;
                }
            }
        }
        return false;
    }
}
