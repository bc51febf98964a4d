package org.lode.agents.instrument;

/** Checks that a setting of a component or a rule lies in its range; the message carries name, value and rule. */
public final class Range {
    private Range() {}

    /**
     * Checks a finite number that has a lower end only.
     *
     * @throws IllegalArgumentException if {@code value} is below {@code least} or not finite
     */
    public static void atLeast(String name, double value, double least) {
        if (!(value >= least) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be at least " + least + " and finite");
        }
    }

    /**
     * Checks a number with both ends.
     *
     * @throws IllegalArgumentException if {@code value} is outside
     */
    public static void between(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be between " + least + " and " + most);
        }
    }

    /**
     * Checks a share or a chance.
     *
     * @throws IllegalArgumentException if {@code value} is not in 0..1
     */
    public static void share(String name, double value) {
        between(name, value, 0, 1);
    }

    /**
     * Checks a number that may have either sign.
     *
     * @throws IllegalArgumentException if {@code value} is not finite
     */
    public static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be finite");
        }
    }
}
