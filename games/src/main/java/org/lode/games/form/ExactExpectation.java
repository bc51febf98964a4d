package org.lode.games.form;

import java.util.Arrays;
import java.util.List;

/** Expected payoffs in fractions: what each strategy earns against mixed opponents, without rounding. For small tables. */
public final class ExactExpectation {
    private ExactExpectation() {}

    /**
     * Returns what each strategy of a player earns.
     *
     * @param profile probabilities of all strategies, players in order, strategies in order
     */
    public static Rational[] payoffs(NormalForm game, int player, List<Rational> profile) {
        int[] counts = game.shape();
        int[] starts = new int[counts.length];
        for (int other = 1; other < counts.length; other++) {
            starts[other] = starts[other - 1] + counts[other - 1];
        }
        Rational[] payoffs = new Rational[counts[player]];
        Arrays.fill(payoffs, Rational.ZERO);
        add(game, player, profile, starts, 0, 0, Rational.ONE, payoffs);
        return payoffs;
    }

    /** Adds what follows from the players from one on, those before it having chosen. */
    private static void add(
            NormalForm game,
            int player,
            List<Rational> profile,
            int[] starts,
            int next,
            int index,
            Rational weight,
            Rational[] payoffs) {
        if (next == starts.length) {
            int own = game.strategy(player, index);
            payoffs[own] = payoffs[own].plus(weight.times(game.exactPayoff(player, index)));
            return;
        }
        for (int s = 0; s < game.strategies(next); s++) {
            Rational chance = next == player ? Rational.ONE : profile.get(starts[next] + s);
            if (chance.signum() != 0) {
                add(
                        game,
                        player,
                        profile,
                        starts,
                        next + 1,
                        index + s * game.stride(next),
                        weight.times(chance),
                        payoffs);
            }
        }
    }
}
