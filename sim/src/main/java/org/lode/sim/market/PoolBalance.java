package org.lode.sim.market;

/**
 * The pool's excess demand as a function of its price, and the price that clears it. The function is non-increasing and
 * piecewise linear, with jumps where a buyer changes from the pool to the dominant supplier or a supply curve is flat.
 *
 * <p>{@link #evaluate} finds the straight piece at a price: intercept, slope and ends. {@link #solve} moves from piece to piece by
 * Newton steps inside a bracket, and ends on the piece that holds the root, which it takes in closed form from the piece alone;
 * so the answer is exact and does not depend on where the search began. Each evaluation rules out a whole piece, and after a
 * few steps the bracket is halved instead, so it ends. Allocates nothing after construction.
 */
final class PoolBalance {
    /** After that many Newton steps the bracket is halved instead, so that the search cannot creep. */
    private static final int NEWTON_STEPS = 8;

    private final Offers offers;

    // The straight piece that evaluate found: excess(p) = intercept + slope p for below <= p < above.
    private double intercept;
    private double slope;
    private double below;
    private double above;

    PoolBalance(Offers offers) {
        this.offers = offers;
    }

    /** Excess demand just above a price below the backstop, t/yr. */
    double excessAbove(Market in, double price) {
        evaluate(in, price);
        return intercept + slope * price;
    }

    /** Finds the lowest price without excess demand, at most the offers.backstop. */
    double solve(Market in) {
        double lo = 0;
        double hi = offers.backstop;
        double price = in.lastPrice > 0 && in.lastPrice < hi ? in.lastPrice : Math.min(in.referencePrice, hi / 2);
        // Invariant: excess demand just below lo (all prices below 0 count), none just above hi (the offers.backstop).
        for (int step = 0; lo < hi; step++) {
            evaluate(in, price);
            double root = slope < 0 ? -intercept / slope : Double.NaN;
            if (root > below && root <= above) {
                hi = root;
                break;
            }
            if (intercept + slope * price > offers.rounding) {
                lo = Math.min(above, hi);
            } else {
                hi = Math.max(below, lo);
            }
            price = root >= lo && root < hi && step < NEWTON_STEPS ? root : lo + (hi - lo) / 2;
            if (price >= hi) {
                price = lo;
            }
        }
        return Math.min(hi, offers.backstop);
    }

    /** The straight piece of the excess demand at and to the right of a price below the offers.backstop. */
    private void evaluate(Market in, double price) {
        DemandCurve curve = in.curve;
        double unit = in.referencePrice;
        int k = piece(curve, price, unit);
        double flat = k < 0 ? curve.y[0] : curve.intercept[k];
        double steep = k < 0 ? 0 : curve.slope[k];
        below = k < 0 ? 0 : curve.x[k] * unit;
        above = curve.x[k + 1] * unit;
        intercept = 0;
        slope = 0;
        if (price < offers.floor) {
            above = Math.min(above, offers.floor);
        } else {
            below = Math.max(below, offers.floor);
        }
        double ration = ration(price);
        double active = 0;
        for (int i = 0; i < offers.wanted.length; i++) {
            double demand = in.demand[i];
            double taken = 0;
            double held = offers.contractBuyer[i];
            if (i == in.home) {
                held += offers.homeTaken + offers.captiveTotal;
            } else if (offers.takesFrom[i] <= price) {
                taken = ration * offers.wanted[i];
                held += taken;
            }
            if (price < offers.floor && in.member[i] && i != in.home) {
                intercept += Math.max(0, demand * offers.floorDemand - held);
                continue;
            }
            if (held == 0) {
                active += demand;
            } else if (buysAt(price, demand, held, flat, steep, unit)) {
                active += demand;
                intercept -= held;
            }
            if (taken > 0 && in.leakage[i] > 0) {
                reexport(in, i, price, taken);
            }
        }
        intercept += active * flat;
        slope += active * steep / unit;
        for (int j = 0; j < offers.lowP.length; j++) {
            if (price < offers.lowP[j]) {
                intercept -= offers.lowQ[j];
                above = Math.min(above, offers.lowP[j]);
            } else if (price < offers.highP[j]) {
                intercept -= offers.lowQ[j] - offers.rise[j] * offers.lowP[j];
                slope -= offers.rise[j];
                below = Math.max(below, offers.lowP[j]);
                above = Math.min(above, offers.highP[j]);
            } else {
                intercept -= offers.highQ[j];
                below = Math.max(below, offers.highP[j]);
            }
        }
    }

    /** The fraction of what takers want that they get at a price; narrows the piece to where the takers stay the same. */
    private double ration(double price) {
        double sum = 0;
        for (int i = 0; i < offers.wanted.length; i++) {
            if (offers.takesFrom[i] <= price) {
                sum += offers.wanted[i];
                below = Math.max(below, offers.takesFrom[i]);
            } else {
                above = Math.min(above, offers.takesFrom[i]);
            }
        }
        return sum > offers.spare ? offers.spare / sum : 1;
    }

    /** Whether a buyer that holds some tonnes wants more to the right of a price; narrows the piece to where that holds. */
    private boolean buysAt(double price, double demand, double held, double flat, double steep, double unit) {
        if (steep == 0 || demand == 0) {
            return demand * flat > held;
        }
        double until = (held / demand - flat) / steep * unit;
        if (until > price) {
            above = Math.min(above, until);
            return true;
        }
        below = Math.max(below, until);
        return false;
    }

    /** Adds the re-export of one buyer's allotment to the piece: leakage x (taken - (need at the net price - contracts)+). */
    private void reexport(Market in, int i, double price, double taken) {
        DemandCurve curve = in.curve;
        double unit = in.referencePrice * (1 + in.evasionCost);
        int k = piece(curve, price, unit);
        below = k < 0 ? below : Math.max(below, curve.x[k] * unit);
        above = Math.min(above, curve.x[k + 1] * unit);
        double flat = k < 0 ? curve.y[0] : curve.intercept[k];
        double steep = k < 0 ? 0 : curve.slope[k];
        double demand = in.demand[i];
        if (buysAt(price, demand, taken + offers.contractBuyer[i], flat, steep, unit)) {
            return;
        }
        intercept -= in.leakage[i] * taken;
        boolean needsMore =
                offers.contractBuyer[i] == 0 || buysAt(price, demand, offers.contractBuyer[i], flat, steep, unit);
        if (needsMore) {
            intercept += in.leakage[i] * (demand * flat - offers.contractBuyer[i]);
            slope += in.leakage[i] * demand * steep / unit;
        }
    }

    /** The stretch of a demand curve at a price: its lower knot, -1 below the first. */
    private static int piece(DemandCurve curve, double price, double unit) {
        int k = -1;
        while (k + 1 < curve.slope.length && curve.x[k + 1] * unit <= price) {
            k++;
        }
        return k;
    }
}
