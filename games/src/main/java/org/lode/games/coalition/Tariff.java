package org.lode.games.coalition;

import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * The tariffs that stabilise a membership. A club game with an instrument is a family of membership games, one for each
 * level of a tariff that hits outsiders (Nordhaus 2015) or of any other scalar instrument.
 */
public final class Tariff {
    /** Relative to the payoffs compared: affine families answer to about 1e-15. */
    private static final double AFFINE_TOLERANCE = 1e-9;

    private Tariff() {}

    /**
     * The levels at which a membership is stable.
     *
     * @param least smallest level
     * @param most largest level, infinite if there is no upper bound
     */
    public record Range(double least, double most) {}

    /**
     * Returns the levels at or above 0 at which nobody strictly gains by switching, for payoffs that change linearly with
     * the level: each actor gives a half-line, and their intersection is exact. Empty if some actor switches whatever
     * the level, or two actors' demands conflict.
     *
     * @param family the game at each level; asked at 0, 1 and 2 only
     * @throws IllegalArgumentException if a gain from switching is not linear in the level
     */
    public static Optional<Range> linear(DoubleFunction<? extends MembershipGame> family, long members) {
        MembershipGame none = family.apply(0);
        MembershipGame one = family.apply(1);
        MembershipGame two = family.apply(2);
        double least = 0;
        double most = Double.POSITIVE_INFINITY;
        for (int actor = 0; actor < none.actors(); actor++) {
            double gain = none.switchGain(actor, members);
            double slope = one.switchGain(actor, members) - gain;
            double bend = two.switchGain(actor, members) - gain - 2 * slope;
            if (Math.abs(bend) > AFFINE_TOLERANCE * (1 + Math.abs(gain) + Math.abs(slope))) {
                throw new IllegalArgumentException("the gain of actor " + actor
                        + " from switching must be linear in the level; its second difference is " + bend);
            }
            if (slope < 0) {
                least = Math.max(least, gain / -slope);
            } else if (slope > 0) {
                most = Math.min(most, -gain / slope);
            } else if (gain > 0) {
                return Optional.empty();
            }
        }
        return least <= most ? Optional.of(new Range(least, most)) : Optional.empty();
    }

    /**
     * Returns the least level in [{@code from}, {@code to}] at which the membership is stable, to 1 part in 2^40 of the
     * interval, if stability once gained is kept up to {@code to}; empty if it is unstable at {@code to}.
     */
    public static Optional<Double> least(
            DoubleFunction<? extends MembershipGame> family, long members, double from, double to, Ties ties) {
        if (!Stability.isStable(family.apply(to), members, ties, 0)) {
            return Optional.empty();
        }
        if (Stability.isStable(family.apply(from), members, ties, 0)) {
            return Optional.of(from);
        }
        double unstable = from;
        double stable = to;
        for (int halving = 0; halving < 40; halving++) {
            double middle = unstable + (stable - unstable) / 2;
            if (Stability.isStable(family.apply(middle), members, ties, 0)) {
                stable = middle;
            } else {
                unstable = middle;
            }
        }
        return Optional.of(stable);
    }
}
