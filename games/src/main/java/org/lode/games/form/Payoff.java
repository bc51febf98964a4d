package org.lode.games.form;

/** Which numbers may be payoffs: those with which all that is computed of them stays finite. */
public final class Payoff {
    /** Largest size: products of three and sums over any table stay within doubles. */
    public static final double LARGEST = 1e100;
    /** Smallest difference but 0 between a player's lowest and highest payoff: quotients by it stay within doubles. */
    public static final double FINEST = 1e-100;

    /** What {@link #isSound} asks for, to be put after a payoff in a message. */
    public static final String RULE = "must be finite and at most 1e100 in size, so that no sum or product overflows";

    private Payoff() {}

    /** Returns whether a number is finite and of a size that arithmetic does not overflow. */
    public static boolean isSound(double payoff) {
        return Math.abs(payoff) <= LARGEST;
    }
}
