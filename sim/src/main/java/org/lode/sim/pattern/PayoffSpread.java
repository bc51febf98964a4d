package org.lode.sim.pattern;

import org.lode.games.form.Game;

/**
 * How far an actor's payoffs spread over what it may do: root mean square, over its strategies and over a profile and those one
 * step of another actor away from it, of its payoff less its mean over its own strategies.
 */
final class PayoffSpread {
    /** Least scale, share of the stake: below, hardly anything hangs on what the actor does. */
    static final double LEAST = 0.02;

    private PayoffSpread() {}

    /** The spread as a scale: at least {@link #LEAST}, and 1 where it is 0, so that nothing is divided by nothing. */
    static double scale(Game game, int[] profile, int actor) {
        double spread = of(game, profile, actor);
        return spread > 0 ? Math.max(LEAST, spread) : 1;
    }

    /** @param profile where the actor stands; not changed */
    static double of(Game game, int[] profile, int actor) {
        int[] at = profile.clone();
        double squares = rows(game, at, actor);
        int n = game.strategies(actor);
        for (int j = 0; j < game.players(); j++) {
            int standing = at[j];
            for (int s = 0; s < game.strategies(j) && j != actor; s++) {
                if (s != standing) {
                    at[j] = s;
                    squares += rows(game, at, actor);
                    n += game.strategies(actor);
                }
            }
            at[j] = standing;
        }
        return StrictMath.sqrt(squares / n);
    }

    private static double rows(Game game, int[] at, int actor) {
        int own = at[actor];
        double[] payoffs = new double[game.strategies(actor)];
        double mean = 0;
        for (int s = 0; s < payoffs.length; s++) {
            at[actor] = s;
            payoffs[s] = game.payoff(actor, at);
            mean += payoffs[s] / payoffs.length;
        }
        at[actor] = own;
        double squares = 0;
        for (double payoff : payoffs) {
            squares += (payoff - mean) * (payoff - mean);
        }
        return squares;
    }
}
