package org.lode.sim.market;

/**
 * The pool's excess demand as a function of its price, and the price that clears it. The function is non-increasing and
 * piecewise linear, with jumps where a buyer changes from the pool to the dominant supplier or a supply curve is flat.
 *
 * <p>{@link #evaluate} finds the straight piece at a price: intercept, slope and ends; {@link PieceRoot} finds the price. Allocates
 * nothing after construction.
 */
final class PoolBalance extends PieceRoot {
    private final Offers offers;

    private double leakSlope;

    // The stretch of the demand curve on which re-exporters' net price lies: demand = netFlat + netSteep x, netFrom <=
    // p < netTo.
    private double netFlat;
    private double netSteep;
    private double netFrom;
    private double netTo;

    PoolBalance(Offers offers) {
        this.offers = offers;
    }

    /** Excess demand just above a price below the backstop, t/yr. */
    double excessAbove(Market in, double price) {
        evaluate(in, price);
        return intercept + slope * price;
    }

    /** Finds the lowest price without excess demand, at most the backstop. */
    double solve(Market in) {
        double most = offers.backstop;
        double start = in.lastPrice > 0 && in.lastPrice < most ? in.lastPrice : Math.min(in.referencePrice, most / 2);
        return root(in, start, most, offers.rounding);
    }

    /**
     * The straight piece of the excess demand at and to the right of a price below the backstop. Works on local copies, which the
     * compiler keeps in registers; the fields are written once.
     */
    @Override
    void evaluate(Market in, double price) {
        DemandCurve curve = in.curve;
        double unit = in.referencePrice;
        int k = piece(curve, price, unit);
        double flat = k < 0 ? curve.y[0] : curve.intercept[k];
        double steep = k < 0 ? 0 : curve.slope[k];
        double most = k < 0 ? flat : curve.y[k]; // relative demand at the ends of this stretch
        double least = curve.y[k + 1];
        double width = steep < 0 ? unit / steep : 0;
        double from = k < 0 ? 0 : curve.x[k] * unit;
        double to = curve.x[k + 1] * unit;
        double floor = offers.floor;
        boolean belowFloor = price < floor;
        if (belowFloor) {
            to = Math.min(to, floor);
        } else {
            from = Math.max(from, floor);
        }
        double[] takesFrom = offers.takesFrom;
        double[] wanted = offers.wanted;
        double[] contracts = offers.contractBuyer;
        double[] demands = in.demand;
        double wantedInAll = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (takesFrom[i] <= price) {
                wantedInAll += wanted[i];
                from = Math.max(from, takesFrom[i]);
            } else {
                to = Math.min(to, takesFrom[i]);
            }
        }
        double ration = wantedInAll > offers.spare ? offers.spare / wantedInAll : 1;
        double fixed = 0;
        double active = 0;
        leakSlope = 0;
        below = from;
        above = to;
        boolean leaks = wantedInAll > 0 && offers.leaks;
        if (leaks) {
            netPiece(in, price);
        }
        for (int i = 0; i < wanted.length; i++) {
            if (i == in.home && offers.homeApart) {
                continue;
            }
            double demand = demands[i];
            double taken = takesFrom[i] <= price ? ration * wanted[i] : 0;
            double held = i == in.home ? offers.homeHeld : taken + contracts[i];
            if (belowFloor && in.member[i] && i != in.home) {
                fixed += Math.max(0, demand * offers.floorDemand - held);
            } else if (held < demand * least || steep == 0) {
                boolean buys = held < demand * most;
                active += buys ? demand : 0;
                fixed -= buys ? held : 0;
            } else if (held < demand * most) {
                double until = (held / demand - flat) * width;
                if (until > price) {
                    active += demand;
                    fixed -= held;
                    to = Math.min(to, until);
                } else {
                    from = Math.max(from, until);
                }
            }
            if (leaks && taken > 0 && in.leakage[i] > 0) {
                fixed += reexport(in, i, price, taken);
            }
        }
        double steepness = active * steep / unit + leakSlope;
        fixed += active * flat;
        double[] lowP = offers.lowP;
        double[] highP = offers.highP;
        double[] rise = offers.rise;
        for (int j = 0; j < lowP.length; j++) {
            if (price < lowP[j]) {
                fixed -= offers.lowQ[j];
                to = Math.min(to, lowP[j]);
            } else if (price < highP[j]) {
                fixed -= offers.lowQ[j] - rise[j] * lowP[j];
                steepness -= rise[j];
                from = Math.max(from, lowP[j]);
                to = Math.min(to, highP[j]);
            } else {
                fixed -= offers.highQ[j];
                from = Math.max(from, highP[j]);
            }
        }
        intercept = fixed;
        slope = steepness;
        below = Math.max(below, from);
        above = Math.min(above, to);
    }

    private void netPiece(Market in, double price) {
        DemandCurve curve = in.curve;
        double unit = in.referencePrice * (1 + in.evasionCost);
        int k = piece(curve, price, unit);
        netFrom = k < 0 ? Double.NEGATIVE_INFINITY : curve.x[k] * unit;
        netTo = curve.x[k + 1] * unit;
        netFlat = k < 0 ? curve.y[0] : curve.intercept[k];
        netSteep = k < 0 ? 0 : curve.slope[k];
    }

    /**
     * The re-export of one buyer's allotment, leakage x (taken - (need at the net price - contracts)+): narrows the piece, adds to
     * {@code leakSlope} and returns what to add to the intercept.
     */
    private double reexport(Market in, int i, double price, double taken) {
        double unit = in.referencePrice * (1 + in.evasionCost);
        below = Math.max(below, netFrom);
        above = Math.min(above, netTo);
        double flat = netFlat;
        double steep = netSteep;
        double demand = in.demand[i];
        double contract = offers.contractBuyer[i];
        if (needs(price, demand, taken + contract, flat, steep, unit)) {
            return 0;
        }
        double fixed = -in.leakage[i] * taken;
        if (contract == 0 || needs(price, demand, contract, flat, steep, unit)) {
            fixed += in.leakage[i] * (demand * flat - contract);
            leakSlope += in.leakage[i] * demand * steep / unit;
        }
        return fixed;
    }

    /** Whether a buyer needs more than it holds to the right of a price; narrows the piece to where that stays so. */
    private boolean needs(double price, double demand, double held, double flat, double steep, double unit) {
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

    /** The stretch of a demand curve at a price: its lower knot, -1 below the first. */
    private static int piece(DemandCurve curve, double price, double unit) {
        int k = -1;
        while (k + 1 < curve.slope.length && curve.x[k + 1] * unit <= price) {
            k++;
        }
        return k;
    }
}
