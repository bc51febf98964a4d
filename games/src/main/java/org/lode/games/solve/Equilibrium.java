package org.lode.games.solve;

import java.util.List;
import org.lode.games.check.Regret;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/**
 * A Nash equilibrium that a solver found, with what is known of it.
 *
 * @param profile what each player does
 * @param regret the most that any player could gain by deviating, in payoff units; 0 but for rounding
 * @param standing what has been proved about its surroundings
 * @param exact all probabilities as fractions, players in order; empty if it was not computed exactly
 */
public record Equilibrium(MixedProfile profile, double regret, Standing standing, List<Rational> exact) {
    /** What has been proved about an equilibrium beyond its regret. */
    public enum Standing {
        /** Pure, and every deviation loses: isolated and nondegenerate. */
        STRICT,
        /** Isolated, unused strategies are worse, and the equations have a regular solution: it survives small changes. */
        REGULAR,
        /** An equilibrium with a tie: it may be isolated or lie in a continuum. */
        TIED,
        /** An extreme point of a maximal Nash subset with more than one point. */
        EXTREME,
        /** One point of a continuum that is not described further. */
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
        double margin = Regret.margin(game, profile);
        return new Equilibrium(
                MixedProfile.pure(game.shape(), profile),
                Math.max(0, -margin),
                margin > 0 ? Standing.STRICT : Standing.TIED,
                List.of());
    }

    /** Returns {@code pure} or {@code mixed}. */
    public String type() {
        return profile.isPure() ? "pure" : "mixed";
    }
}
