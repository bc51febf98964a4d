package org.lode.sim.market;

/**
 * The lowest price at which a non-increasing, piecewise linear function of the price has no excess left. The function may jump
 * down. The search moves from piece to piece by Newton steps inside a bracket, and ends on the piece that holds the root, which it
 * takes in closed form from the piece alone; so the answer is exact and does not depend on where the search began. Each evaluation
 * rules out a whole piece, and after a few steps the bracket is halved instead, so it ends. Allocates nothing.
 */
abstract class PieceRoot {
    /** After that many Newton steps the bracket is halved instead, so that the search cannot creep. */
    private static final int NEWTON_STEPS = 8;

    // The straight piece that evaluate found: excess(p) = intercept + slope p for below <= p < above.
    double intercept;
    double slope;
    double below;
    double above;

    /** Finds the straight piece at and to the right of a price below the highest one. */
    abstract void evaluate(Market in, double price);

    /**
     * Finds the lowest price without excess, at most {@code most}.
     *
     * @param start where the search begins, USD/kg, above 0 and below {@code most}
     * @param rounding excess that counts as none, t/yr
     */
    final double root(Market in, double start, double most, double rounding) {
        double lo = 0;
        double hi = most;
        double price = start;
        // Invariant: excess just below lo (all prices below 0 count), none just above hi.
        boolean lookedAbove = false;
        for (int step = 0; lo < hi; step++) {
            evaluate(in, price);
            double root = slope < 0 ? -intercept / slope : Double.NaN;
            // Told by the piece's lower end: near its upper one the excess may be rounding although the root lies
            // there, and where
            // there is none at the lower end the search goes on to the left, also from a root that lies there but for
            // rounding.
            double end = Math.max(below, lo);
            if (intercept + slope * end <= rounding) {
                hi = end;
            } else if (root > below && root <= above) {
                hi = root;
                break;
            } else {
                lo = Math.min(above, hi);
            }
            double middle = lo > 0 ? StrictMath.sqrt(lo * hi) : hi / 2; // the highest price is many times any usual one
            if (root >= lo && root < hi && step < NEWTON_STEPS) {
                price = root;
            } else if (root < lo && !lookedAbove) {
                price = lo; // the piece points below the bracket: a jump at its lower end is likely
                lookedAbove = true;
            } else {
                price = middle > lo && middle < hi ? middle : lo;
            }
        }
        return Math.min(hi, most);
    }
}
