package org.lode.games.check;

import java.util.Arrays;
import java.util.List;
import org.lode.games.form.ExactExpectation;
import org.lode.games.form.Expectation;
import org.lode.games.form.Game;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/**
 * How much a player could gain by deviating alone: 0 at an equilibrium, and the measure of how far any profile is from one.
 *
 * <p>In units of payoff. Only pure deviations count, because no mixture gains more than its best part.
 */
public final class Regret {
    /** Profiles of a table whose expected payoffs take no noticeable time in fractions. */
    private static final int MOST_IN_FRACTIONS = 1 << 12;

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
        if (game instanceof NormalForm table) {
            return margin(table, player, table.index(profile));
        }
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

    /** The same in a table, whose payoffs may be finer than doubles. */
    private static double margin(NormalForm game, int player, int index) {
        int own = game.strategy(player, index);
        double margin = Double.POSITIVE_INFINITY;
        for (int s = 0; s < game.strategies(player); s++) {
            if (s != own) {
                margin = Math.min(margin, game.difference(player, index, index + (s - own) * game.stride(player)));
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

    /**
     * Returns the largest gain of any player as a share of the range of its own payoffs, whatever their units: the measure of
     * how nearly a profile is an equilibrium.
     */
    public static double share(NormalForm game, MixedProfile profile) {
        double[] gains = perPlayer(game, profile);
        double share = 0;
        for (int player = 0; player < gains.length; player++) {
            share = Math.max(share, gains[player] / game.range(player));
        }
        return share;
    }

    /**
     * Returns the gain of each player at a mixed profile.
     *
     * <p>A gain of 0 is exact: where doubles see none, either it is computed in fractions or, in large tables, what rounding
     * may hide is returned instead.
     */
    public static double[] perPlayer(NormalForm game, MixedProfile profile) {
        Expectation expectation = new Expectation(game);
        double[] flat = profile.probabilities();
        double[] payoffs = new double[expectation.length()];
        expectation.payoffs(flat, payoffs);
        double[] regrets = new double[game.players()];
        boolean pure = profile.isPure();
        for (int player = 0; player < regrets.length; player++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int i = expectation.start(player); i < expectation.start(player + 1); i++) {
                best = Math.max(best, payoffs[i]);
            }
            double gain = 0; // sums differences: a pure best reply then has regret exactly 0
            double next = Double.NEGATIVE_INFINITY; // of the strategies that are not used
            int used = 0;
            for (int i = expectation.start(player); i < expectation.start(player + 1); i++) {
                gain += flat[i] * (best - payoffs[i]);
                used += flat[i] > 0 ? 1 : 0;
                next = flat[i] > 0 ? next : Math.max(next, payoffs[i]);
            }
            double room = flat.length * game.players() * Math.ulp(game.size(player));
            boolean exact = gain > 0 || (used == 1 && (next < best - room || (pure && !game.isExact())));
            regrets[player] = exact ? gain : hidden(game, profile, player, room);
        }
        return regrets;
    }

    /** Returns a player's gain where doubles see none; at most {@code room}. */
    private static double hidden(NormalForm game, MixedProfile profile, int player, double room) {
        if (profile.isPure()) {
            return of(game, player, profile.mode());
        }
        if (game.profiles() > MOST_IN_FRACTIONS) {
            return game.strategies(player) == 1 ? 0 : room;
        }
        List<Rational> flat =
                Arrays.stream(profile.probabilities()).mapToObj(Rational::of).toList();
        Rational[] payoffs = ExactExpectation.payoffs(game, player, flat);
        Rational best = payoffs[0];
        for (Rational each : payoffs) {
            best = each.compareTo(best) > 0 ? each : best;
        }
        Rational gain = Rational.ZERO;
        for (int s = 0; s < payoffs.length; s++) {
            Rational weight = Rational.of(profile.probability(player, s));
            gain = gain.plus(weight.times(best.minus(payoffs[s])));
        }
        return gain.signum() == 0 ? 0 : Math.max(Double.MIN_VALUE, Math.nextUp(gain.toDouble()));
    }
}
