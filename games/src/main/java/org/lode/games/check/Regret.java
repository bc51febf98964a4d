package org.lode.games.check;

import org.lode.games.form.Expectation;
import org.lode.games.form.Game;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;

/**
 * How much a player could gain by deviating alone: 0 at an equilibrium, and the measure of how far any profile is from one.
 *
 * <p>In units of payoff. Only pure deviations count, because no mixture gains more than its best part.
 */
public final class Regret {
    private Regret() {}

    /** Returns the largest gain of any player at a pure profile. Asks for each single deviation once. */
    public static double of(Game game, int[] profile) {
        double regret = 0;
        for (int player = 0; player < game.players(); player++) {
            regret = Math.max(regret, of(game, player, profile));
        }
        return regret;
    }

    /** Returns the largest gain of one player at a pure profile. */
    public static double of(Game game, int player, int[] profile) {
        return Math.max(0, -margin(game, player, profile));
    }

    /**
     * Returns by how much every deviation loses at least: positive at a strict equilibrium, 0 at one with a tie, minus the
     * regret elsewhere; infinite if nobody has another strategy.
     */
    public static double margin(Game game, int[] profile) {
        double margin = Double.POSITIVE_INFINITY;
        for (int player = 0; player < game.players(); player++) {
            margin = Math.min(margin, margin(game, player, profile));
        }
        return margin;
    }

    /** Returns by how much one player's best deviation falls short of what it has. */
    public static double margin(Game game, int player, int[] profile) {
        int[] deviation = profile.clone();
        double now = game.payoff(player, deviation);
        double margin = Double.POSITIVE_INFINITY;
        for (int s = 0; s < game.strategies(player); s++) {
            if (s != profile[player]) {
                deviation[player] = s;
                margin = Math.min(margin, now - game.payoff(player, deviation));
            }
        }
        return margin;
    }

    /** Returns the largest gain of any player at a mixed profile. */
    public static double of(NormalForm game, MixedProfile profile) {
        double regret = 0;
        for (double gain : perPlayer(game, profile)) {
            regret = Math.max(regret, gain);
        }
        return regret;
    }

    /** Returns the gain of each player at a mixed profile. */
    public static double[] perPlayer(NormalForm game, MixedProfile profile) {
        Expectation expectation = new Expectation(game);
        double[] flat = profile.probabilities();
        double[] payoffs = new double[expectation.length()];
        expectation.payoffs(flat, payoffs);
        double[] regrets = new double[game.players()];
        for (int player = 0; player < regrets.length; player++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int i = expectation.start(player); i < expectation.start(player + 1); i++) {
                best = Math.max(best, payoffs[i]);
            }
            double gain = 0; // sums differences: a pure best reply then has regret exactly 0
            for (int i = expectation.start(player); i < expectation.start(player + 1); i++) {
                gain += flat[i] * (best - payoffs[i]);
            }
            regrets[player] = gain;
        }
        return regrets;
    }
}
