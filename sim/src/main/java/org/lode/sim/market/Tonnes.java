package org.lode.sim.market;

/**
 * The tonnes that move once the pool price is known. Where curves jump at that price (buyers for whom the pool and the dominant
 * supplier cost the same, supply at one constant cost) all of them take the same fraction of their jump: the one that clears the
 * pool, found in closed form.
 */
final class Tonnes {
    private final Offers offers;

    /** By buyer: from the dominant supplier, from the pool, and back into the pool. */
    final double[] allotment;

    final double[] purchase;
    final double[] resale;
    /** By producer: into the pool, contracts and captive tonnes apart. */
    final double[] supply;

    /** Unserved demand at the backstop and unwanted supply at price 0. */
    double shortage;

    double glut;

    private final double[] allotmentBelow;
    private final double[] allotmentAbove;
    private double excess;
    private double jumpSlope;
    private double nextKink;

    Tonnes(Offers offers) {
        this.offers = offers;
        int buyers = offers.wanted.length;
        allotment = new double[buyers];
        purchase = new double[buyers];
        resale = new double[buyers];
        allotmentBelow = new double[buyers];
        allotmentAbove = new double[buyers];
        supply = new double[offers.lowP.length];
    }

    /** Sets all tonnes at the clearing price. */
    void settle(Market in, double price) {
        boolean atBackstop = price == offers.backstop;
        double relative = atBackstop ? in.curve.backstop() : price / in.referencePrice;
        double here = in.curve.at(relative);
        double atNet = in.curve.at(relative / (1 + in.evasionCost));
        if (jumps(price)) {
            move(in, price, 0, here, atNet);
            double fraction = 0;
            while (excess > offers.rounding && fraction < 1) {
                jumpAt(in, price, fraction, here, atNet);
                double root = jumpSlope < 0 ? fraction - excess / jumpSlope : 1;
                boolean found = jumpSlope < 0 && root <= nextKink;
                fraction = Math.min(1, Math.min(root, nextKink));
                move(in, price, fraction, here, atNet);
                if (found) {
                    break;
                }
            }
        } else {
            move(in, price, 1, here, atNet);
        }
        shortage = 0;
        glut = 0;
        if (atBackstop && excess > offers.rounding) {
            ration();
        } else if (price == 0 && excess < -offers.rounding) {
            glut = -excess;
        }
    }

    /** Sets the allotments just below and above a price; returns whether anything jumps there. */
    private boolean jumps(double price) {
        double sumBelow = 0;
        double sumAbove = 0;
        int n = allotment.length;
        for (int i = 0; i < n; i++) {
            sumBelow += offers.takesFrom[i] < price ? offers.wanted[i] : 0;
            sumAbove += offers.takesFrom[i] <= price ? offers.wanted[i] : 0;
        }
        double rationBelow = sumBelow > offers.spare ? offers.spare / sumBelow : 1;
        double rationAbove = sumAbove > offers.spare ? offers.spare / sumAbove : 1;
        for (int i = 0; i < n; i++) {
            allotmentBelow[i] = offers.takesFrom[i] < price ? rationBelow * offers.wanted[i] : 0;
            allotmentAbove[i] = offers.takesFrom[i] <= price ? rationAbove * offers.wanted[i] : 0;
        }
        boolean jumps = sumAbove > sumBelow;
        for (int j = 0; j < supply.length; j++) {
            jumps |= flatAt(j, price);
        }
        return jumps;
    }

    private boolean flatAt(int j, double price) {
        return offers.lowP[j] == price && offers.highP[j] == price && offers.highQ[j] > offers.lowQ[j];
    }

    /** Moves everybody to a fraction of the jump, 0..1, and sums the excess demand. */
    private void move(Market in, double price, double fraction, double here, double atNet) {
        excess = 0;
        for (int i = 0; i < allotment.length; i++) {
            double taken = allotmentBelow[i] + fraction * (allotmentAbove[i] - allotmentBelow[i]);
            double contract = offers.contractBuyer[i];
            boolean home = i == in.home;
            taken = home ? offers.homeTaken : taken;
            double held = taken + contract + (home ? offers.captiveTotal : 0);
            boolean atFloor = price < offers.floor && in.member[i] && !home;
            double bought = home && offers.homeApart
                    ? 0
                    : Math.max(0, in.demand[i] * (atFloor ? offers.floorDemand : here) - held);
            double back = 0;
            if (!home && taken > 0 && in.leakage[i] > 0) {
                back = in.leakage[i] * Math.max(0, taken - Math.max(0, in.demand[i] * atNet - contract));
            }
            allotment[i] = taken;
            purchase[i] = bought;
            resale[i] = back;
            excess += bought - back;
        }
        for (int j = 0; j < supply.length; j++) {
            supply[j] = flatAt(j, price)
                    ? offers.lowQ[j] + fraction * (offers.highQ[j] - offers.lowQ[j])
                    : offers.supplyAt(j, price);
            excess -= supply[j];
        }
    }

    /** The slope of the excess demand in the fraction of the jump, to the right of a fraction, and where it next changes. */
    private void jumpAt(Market in, double price, double fraction, double here, double atNet) {
        jumpSlope = 0;
        nextKink = 1;
        for (int i = 0; i < allotment.length; i++) {
            double step = allotmentAbove[i] - allotmentBelow[i];
            if (step == 0 || i == in.home) {
                continue;
            }
            double contract = offers.contractBuyer[i];
            double full = (in.demand[i] * here - contract - allotmentBelow[i]) / step;
            if (full > fraction == step > 0) {
                jumpSlope -= step; // buys in the pool what it does not get
            }
            double need = Math.max(0, in.demand[i] * atNet - contract);
            double sated = (need - allotmentBelow[i]) / step;
            if (in.leakage[i] > 0 && sated > fraction == step < 0) {
                jumpSlope -= in.leakage[i] * step;
            }
            nextKink = full > fraction ? Math.min(nextKink, full) : nextKink;
            nextKink = sated > fraction ? Math.min(nextKink, sated) : nextKink;
        }
        for (int j = 0; j < supply.length; j++) {
            jumpSlope -= flatAt(j, price) ? offers.highQ[j] - offers.lowQ[j] : 0;
        }
    }

    /** At the backstop all who buy in the pool, rebuilding inventories included, get the same fraction. */
    private void ration() {
        double wanted = 0;
        double offered = 0;
        for (int i = 0; i < purchase.length; i++) {
            wanted += purchase[i];
            offered += resale[i];
        }
        for (double tonnes : supply) {
            wanted += Math.max(0, -tonnes);
            offered += Math.max(0, tonnes);
        }
        double fraction = offered / wanted;
        for (int i = 0; i < purchase.length; i++) {
            purchase[i] *= fraction;
        }
        for (int j = 0; j < supply.length; j++) {
            supply[j] *= supply[j] < 0 ? fraction : 1;
        }
        shortage = wanted - offered;
    }
}
