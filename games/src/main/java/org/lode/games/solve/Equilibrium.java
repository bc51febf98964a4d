package org.lode.games.solve;

import java.util.List;
import org.lode.games.check.Regret;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/**
 * A Nash equilibrium that a solver found, with what is known of it.
 *
 * @param profile what each player does; the nearest doubles, if it is known in fractions
 * @param regret the most that any player could gain by deviating, in its own payoff units; 0 is exact, and an equilibrium in
 *     fractions has it
 * @param regretShare the largest gain as a share of the range of that player's own payoffs, so that units do not matter
 * @param standing what has been proved about its surroundings
 * @param exact all probabilities as fractions, players in order; empty if it was not computed exactly
 */
public record Equilibrium(
        MixedProfile profile, double regret, double regretShare, Standing standing, List<Rational> exact) {
    /** What has been proved about an equilibrium beyond its regret. */
    public enum Standing {
        /** Pure, and every deviation loses: isolated and nondegenerate. */
        STRICT,
        /** Isolated, unused strategies are worse, and the equations have a regular solution: it survives small changes. */
        REGULAR,
        /** An equilibrium with a tie: it may be isolated or lie in a continuum. */
        TIED,
        /** An extreme point of a maximal Nash subset, or an end of a set in which one player's mixture varies. */
        EXTREME,
        /** One point where the search could not decide: of a continuum that is not described further, or singular. */
        WITNESS,
        /** Only the regret is known. */
        CHECKED
    }

    public Equilibrium {
        if (!(regret >= 0)) {
            throw new IllegalArgumentException("regret (" + regret + ") must be at least 0");
        }
        exact = List.copyOf(exact);
    }

    /** Returns a pure profile as an equilibrium, its regret and ties taken from the game. */
    static Equilibrium pure(NormalForm game, int[] profile) {
        double regret = 0;
        double share = 0;
        double margin = Double.POSITIVE_INFINITY;
        for (int player = 0; player < game.players(); player++) {
            double each = Regret.margin(game, player, profile);
            margin = Math.min(margin, each);
            if (each < 0) {
                regret = Math.max(regret, -each);
                share = Math.max(share, -each / game.range(player));
            }
        }
        return new Equilibrium(
                MixedProfile.pure(game.shape(), profile),
                regret,
                share,
                margin > 0 ? Standing.STRICT : Standing.TIED,
                List.of());
    }

    /** Returns a profile in doubles, its regret taken from the game. */
    static Equilibrium of(NormalForm game, MixedProfile profile, Standing standing) {
        return new Equilibrium(profile, Regret.of(game, profile), Regret.share(game, profile), standing, List.of());
    }

    /** Returns a profile in fractions that has been proved to be an equilibrium. */
    static Equilibrium exact(NormalForm game, List<Rational> exact, Standing standing) {
        double[] rounded = exact.stream().mapToDouble(Rational::toDouble).toArray();
        return new Equilibrium(MixedProfile.of(game.shape(), rounded), 0, 0, standing, exact);
    }

    /** Returns this equilibrium with another standing. */
    Equilibrium as(Standing other) {
        return new Equilibrium(profile, regret, regretShare, other, exact);
    }

    /** Returns {@code pure} or {@code mixed}. */
    public String type() {
        return profile.isPure() ? "pure" : "mixed";
    }
}
