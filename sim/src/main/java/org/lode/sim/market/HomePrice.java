package org.lode.sim.market;

/**
 * The dominant supplier's price: the one at which the orders that reach it fill its capacity as far as that price makes it run
 * (see {@link MarginCurve}). Orders are demand at home, less contracts, and what others would take of it at that price if it had
 * enough: buyers come in by their delivered price, each with at most min(1 - control, importCap) of its demand, contracts aside, as
 * long as the pool, at that delivered price, cannot serve those who are left. Where the pool has more than all of them need even
 * untaxed, the rest is sold to the dominant supplier's home, and orders are less than its demand.
 *
 * <p>Where orders pass the capacity at full margin the price rises until they fit. All of it falls with the price and is piecewise
 * linear, so the root is exact (see {@link PieceRoot}). Re-export is left out. Allocates nothing after construction.
 */
final class HomePrice extends PieceRoot {
    private final Offers offers;
    // The orders of the piece: quantity = ordersFlat + ordersSlope p.
    private double ordersFlat;
    private double ordersSlope;

    // The stretch of the demand curve last looked up, and for which multiple of the price; NaN for none.
    private double knownTimes;
    private double unitFlat;
    private double unitSteep;

    // The demand line that demand() found: quantity = flat + steep p.
    private double flat;
    private double steep;

    // The line that wanted() found.
    private double lineFlat;
    private double lineSlope;

    // The supply line that supply() found.
    private double supplyFlat;
    private double supplySlope;

    HomePrice(Offers offers) {
        this.offers = offers;
    }

    /** The price, USD/kg, above 0; the unit cost at least where anything is ordered. */
    double solve(Market in) {
        double most = offers.backstop;
        double start = in.lastHomePrice > 0 && in.lastHomePrice < most
                ? in.lastHomePrice
                : Math.min(in.referencePrice, most / 2);
        return root(in, start, most, offers.rounding);
    }

    /** Orders just above a price, t/yr; negative where the pool would sell to the dominant supplier's home more than home uses. */
    double orders(Market in, double price) {
        evaluate(in, price);
        return ordersFlat + ordersSlope * price;
    }

    @Override
    void evaluate(Market in, double price) {
        below = 0;
        above = offers.backstop;
        knownTimes = Double.NaN;
        ordersFlat = 0;
        ordersSlope = 0;
        boolean any = false;
        double level = nextLevel(in, price, Double.NEGATIVE_INFINITY);
        while (level < Double.POSITIVE_INFINITY) {
            if (!enter(in, price, level)) {
                break;
            }
            any = true;
            level = nextLevel(in, price, level);
        }
        if (!any && ordersFlat == 0 && ordersSlope == 0) {
            sellBack(in, price);
        }
        home(in, price);
        run(in, price);
    }

    /** The lowest delivered price above a level; infinite for none. */
    private double nextLevel(Market in, double price, double level) {
        double next = Double.POSITIVE_INFINITY;
        for (int i = 0; i < in.buyers(); i++) {
            if (i != in.home && in.demand[i] > 0) {
                double at = delivered(in, i, price);
                next = at > level && at < next ? at : next;
            }
        }
        return next;
    }

    private double delivered(Market in, int i, double price) {
        double at = price * (1 + in.tariff[i]);
        return in.member[i] && at < offers.floor ? offers.floor : at;
    }

    /**
     * Adds what the buyers of one delivered price take to the orders: all they may, or what the pool at that price leaves open.
     *
     * @return whether they take all they may, so that the next ones come in
     */
    private boolean enter(Market in, double price, double level) {
        boolean fixed = false;
        double times = 0;
        double wantedFlat = 0;
        double wantedSlope = 0;
        for (int i = 0; i < in.buyers(); i++) {
            if (i == in.home || in.demand[i] <= 0) {
                continue;
            }
            if (offers.floor > 0) {
                bound(price, offers.floor / (1 + in.tariff[i])); // the order of delivered prices changes there
            }
            if (delivered(in, i, price) == level) {
                boolean atFloor = in.member[i] && price * (1 + in.tariff[i]) < offers.floor;
                fixed |= atFloor;
                times = atFloor ? times : 1 + in.tariff[i];
                wanted(in, i, price);
                wantedFlat += lineFlat;
                wantedSlope += lineSlope;
            }
        }
        double lackFlat = 0;
        double lackSlope = 0;
        for (int i = 0; i < in.buyers(); i++) {
            if (i == in.home || in.demand[i] <= 0) {
                continue;
            }
            double heldFlat = offers.contractBuyer[i];
            double heldSlope = 0;
            if (delivered(in, i, price) < level) {
                wanted(in, i, price);
                heldFlat += lineFlat;
                heldSlope += lineSlope;
            }
            demandAt(in, i, price, fixed, times);
            double openFlat = flat - heldFlat;
            double openSlope = steep - heldSlope;
            if (!ends(price, openFlat, openSlope)) {
                lackFlat += openFlat;
                lackSlope += openSlope;
            }
        }
        supplyAt(price, fixed, times);
        lackFlat -= supplyFlat;
        lackSlope -= supplySlope;
        if (ends(price, lackFlat, lackSlope)) {
            return false;
        }
        boolean all = smaller(price, wantedFlat, wantedSlope, lackFlat, lackSlope);
        ordersFlat += all ? wantedFlat : lackFlat;
        ordersSlope += all ? wantedSlope : lackSlope;
        return all;
    }

    /** What a buyer may take at its own delivered price, as a line. */
    private void wanted(Market in, int i, double price) {
        demand(in, i, price, 1 + in.tariff[i], in.member[i] ? offers.floor : 0);
        double contract = offers.contractBuyer[i];
        lineFlat = 0;
        lineSlope = 0;
        if (reaches(price, contract)) {
            return;
        }
        double allowed = Math.min(1 - in.control[i], in.importCap[i]);
        boolean limited = allowed < 1 && (contract == 0 || !reaches(price, contract / (1 - allowed)));
        lineFlat = limited ? allowed * flat : flat - contract;
        lineSlope = limited ? allowed * steep : steep;
    }

    /** A buyer's demand where the pool's price is that of a level: the floor, or {@code times} the price. */
    private void demandAt(Market in, int i, double price, boolean fixed, double times) {
        if (fixed) {
            flat = in.demand[i] * offers.floorDemand;
            steep = 0;
        } else {
            demand(in, i, price, times, in.member[i] ? offers.floor : 0);
        }
    }

    private void supplyAt(double price, boolean fixed, double times) {
        if (!fixed) {
            supply(price, times);
            return;
        }
        supplyFlat = 0;
        supplySlope = 0;
        for (int j = 0; j < offers.lowP.length; j++) {
            supplyFlat += offers.supplyAt(j, offers.floor);
        }
    }

    private void bound(double price, double at) {
        if (at > price) {
            above = Math.min(above, at);
        } else {
            below = Math.max(below, at);
        }
    }

    /** Orders from abroad where the pool covers all needs there: none, or less than none if it does so untaxed. */
    private void sellBack(Market in, double price) {
        double neededFlat = 0;
        double neededSlope = 0;
        for (int i = 0; i < in.buyers(); i++) {
            if (i != in.home && in.demand[i] > 0) {
                demand(in, i, price, 1, in.member[i] ? offers.floor : 0);
                if (!reaches(price, offers.contractBuyer[i])) {
                    neededFlat += flat - offers.contractBuyer[i];
                    neededSlope += steep;
                }
            }
        }
        supply(price, 1);
        double lackFlat = neededFlat - supplyFlat;
        double lackSlope = neededSlope - supplySlope;
        boolean covered = ends(price, lackFlat, lackSlope);
        ordersFlat = covered ? lackFlat : 0;
        ordersSlope = covered ? lackSlope : 0;
    }

    private void home(Market in, double price) {
        demand(in, in.home, price, 1, 0);
        double contract = offers.contractBuyer[in.home];
        if (in.demand[in.home] > 0 && !reaches(price, contract)) {
            ordersFlat += flat - contract;
            ordersSlope += steep;
        }
    }

    /** Orders less what the dominant supplier runs at the price. */
    private void run(Market in, double price) {
        intercept = ordersFlat;
        slope = ordersSlope;
        MarginCurve curve = in.homeMargin;
        if (curve == null) {
            return; // a given price: only orders are asked for
        }
        double cost = in.homeCost;
        int k = -1;
        while (k + 1 < curve.use.length && cost * (1 + curve.margin[k + 1]) <= price) {
            k++;
        }
        if (k >= 0) {
            below = Math.max(below, cost * (1 + curve.margin[k]));
        }
        if (k == curve.use.length - 1) {
            intercept -= in.homeCapacity;
            return;
        }
        above = Math.min(above, cost * (1 + curve.margin[k + 1]));
        if (k >= 0) {
            double rise = (curve.use[k + 1] - curve.use[k]) / (curve.margin[k + 1] - curve.margin[k]);
            intercept -= in.homeCapacity * (curve.use[k] - rise * (1 + curve.margin[k]));
            slope -= in.homeCapacity * rise / cost;
        }
    }

    /** Whether the first of two lines is the smaller to the right of a price; the piece ends where they cross. */
    private boolean smaller(double price, double flatA, double slopeA, double flatB, double slopeB) {
        if (slopeA == slopeB) {
            return flatA <= flatB;
        }
        double cross = (flatB - flatA) / (slopeA - slopeB);
        boolean before = cross > price;
        if (before) {
            above = Math.min(above, cross);
        } else {
            below = Math.max(below, cross);
        }
        return before == slopeA > slopeB;
    }

    /** Whether a line is at or below 0 to the right of a price; narrows the piece to where that stays so. */
    private boolean ends(double price, double ofFlat, double ofSlope) {
        return smaller(price, ofFlat, ofSlope, 0, 0);
    }

    /** Whether the demand line is at or below a quantity to the right of a price; narrows the piece to where that stays so. */
    private boolean reaches(double price, double quantity) {
        return ends(price, flat - quantity, steep);
    }

    /** A buyer's demand at {@code times} the price, at least at the floor, as a line in the price. */
    private void demand(Market in, int i, double price, double times, double floor) {
        if (floor > price * times) {
            above = Math.min(above, floor / times);
            flat = in.demand[i] * offers.floorDemand;
            steep = 0;
            return;
        }
        if (floor > 0) {
            below = Math.max(below, floor / times);
        }
        if (times != knownTimes) {
            look(in, price, times);
        }
        flat = in.demand[i] * unitFlat;
        steep = in.demand[i] * unitSteep;
    }

    /** Finds the stretch of the demand curve at {@code times} the price; most buyers ask for the same one. */
    private void look(Market in, double price, double times) {
        DemandCurve curve = in.curve;
        double unit = in.referencePrice / times;
        int k = -1;
        while (k < curve.slope.length && curve.x[k + 1] * unit <= price) {
            k++;
        }
        if (k >= 0) {
            below = Math.max(below, curve.x[k] * unit);
        }
        knownTimes = times;
        unitFlat = 0;
        unitSteep = 0;
        if (k < curve.slope.length) {
            above = Math.min(above, curve.x[k + 1] * unit);
            unitFlat = k < 0 ? curve.y[0] : curve.intercept[k];
            unitSteep = k < 0 ? 0 : curve.slope[k] / unit;
        }
    }

    /** The pool's supply at {@code times} the price, inventories included, as a line in the price. */
    private void supply(double price, double times) {
        supplyFlat = 0;
        supplySlope = 0;
        double[] lowP = offers.lowP;
        double[] highP = offers.highP;
        for (int j = 0; j < lowP.length; j++) {
            double low = lowP[j] / times;
            double high = highP[j] / times;
            if (price < low) {
                supplyFlat += offers.lowQ[j];
                above = Math.min(above, low);
            } else if (price < high) {
                supplyFlat += offers.lowQ[j] - offers.rise[j] * lowP[j];
                supplySlope += offers.rise[j] * times;
                below = Math.max(below, low);
                above = Math.min(above, high);
            } else {
                supplyFlat += offers.highQ[j];
                below = Math.max(below, high);
            }
        }
    }
}
