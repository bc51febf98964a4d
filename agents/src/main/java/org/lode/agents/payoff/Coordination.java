package org.lode.agents.payoff;

import org.lode.agents.instrument.Range;
import org.lode.agents.view.WorldView;

/**
 * The cost of sitting in n clubs at once, growing faster than their number where mandates overlap (Alter and Raustiala 2018 on
 * regime complexes): minus stake x base x n^exponent x the mean multiplier of the clubs joined or led. Trust in
 * a leader makes its club cheaper, distrust dearer (Kydd 2005).
 *
 * @param base cost of one membership, share of the stake a year, at least 0
 * @param exponent growth with the number of memberships, 1..4; above 1 overlap costs extra
 * @param hegemonMultiplier dearness of the hegemon's club, at least 0
 * @param pluralMultiplier dearness of the plural track, which has no single budget, at least 0
 * @param homeMultiplier dearness of the dominant supplier's club, at least 0
 */
public record Coordination(
        double base, double exponent, double hegemonMultiplier, double pluralMultiplier, double homeMultiplier)
        implements ProfileComponent {
    private static final int TABULATED = 16;

    /** The powers of the exponent last asked for: a memo of a pure function, since records hold no derived fields. */
    private static volatile Powers last = new Powers(1);

    public Coordination {
        Range.atLeast("base", base, 0);
        Range.between("exponent", exponent, 1, 4);
        Range.atLeast("hegemonMultiplier", hegemonMultiplier, 0);
        Range.atLeast("pluralMultiplier", pluralMultiplier, 0);
        Range.atLeast("homeMultiplier", homeMultiplier, 0);
    }

    @Override
    public double flow(int actor, WorldView view) {
        int memberships = 0;
        double multipliers = 0;
        for (int club = 0; club < view.clubs(); club++) {
            if (Membership.part(actor, club, view) > 0) {
                memberships++;
                multipliers += multiplier(club, view) * view.friction(actor, club);
            }
        }
        return memberships == 0 ? 0 : -view.stake(actor) * base * power(memberships) * (multipliers / memberships);
    }

    private double multiplier(int club, WorldView view) {
        if (club == view.hegemonClub()) {
            return hegemonMultiplier;
        }
        if (club == view.pluralClub()) {
            return pluralMultiplier;
        }
        return club == view.homeClub() ? homeMultiplier : 1;
    }

    private double power(int memberships) {
        if (memberships >= TABULATED) {
            return StrictMath.pow(memberships, exponent);
        }
        Powers powers = last;
        if (powers.exponent != exponent) {
            powers = new Powers(exponent);
            last = powers;
        }
        return powers.of[memberships];
    }

    private static final class Powers {
        private final double exponent;
        private final double[] of = new double[TABULATED];

        Powers(double exponent) {
            this.exponent = exponent;
            for (int n = 0; n < TABULATED; n++) {
                of[n] = StrictMath.pow(n, exponent);
            }
        }
    }
}
