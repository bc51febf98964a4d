package org.lode.games.coalition;

import java.util.function.IntFunction;

/**
 * How likely a membership is to be stable when the game is uncertain: the share of drawn games in which it is, with
 * Wilson's interval (1927), which is right near 0 and 1 too (Dellink, Finus and Olieman 2008 use the plain share).
 *
 * @param stable draws in which the membership is stable
 * @param draws all draws
 * @param least lower end of the 95 percent interval
 * @param most upper end
 */
public record StabilityLikelihood(int stable, int draws, double least, double most) {
    private static final double Z = 1.959963984540054;

    /** Returns the share of draws in which the membership is stable. */
    public double share() {
        return (double) stable / draws;
    }

    /**
     * Counts the draws in which {@code members} is stable.
     *
     * @param draw the game of each draw, 0 to {@code draws - 1}; the caller keys its randomness on the number
     * @param draws at least 1
     */
    public static StabilityLikelihood of(
            IntFunction<? extends MembershipGame> draw, int draws, long members, Ties ties, double tolerance) {
        if (draws < 1) {
            throw new IllegalArgumentException("draws (" + draws + ") must be at least 1");
        }
        int stable = 0;
        for (int k = 0; k < draws; k++) {
            if (Stability.isStable(draw.apply(k), members, ties, tolerance)) {
                stable++;
            }
        }
        double share = (double) stable / draws;
        double z2 = Z * Z / draws;
        double centre = (share + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(share * (1 - share) / draws + z2 / (4 * draws)) / (1 + z2);
        return new StabilityLikelihood(stable, draws, Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
