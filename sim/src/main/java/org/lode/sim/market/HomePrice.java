package org.lode.sim.market;

/**
 * The dominant supplier's price: the one at which the orders that reach it fill its capacity as far as that price makes it run
 * (see {@link MarginCurve}). Orders are demand at home, less contracts, and what others want of it:
 *
 * <ul>
 *   <li>at most min(1 - control, importCap) of each buyer's demand at its delivered price, contracts aside,
 *   <li>at most what all of them lack of the pool's supply at the same delivered price (tariffs averaged over what may be bought),
 *   <li>and where the pool has more than they need even untaxed, the rest is sold to the dominant supplier's home: orders are less.
 * </ul>
 *
 * Where orders pass the capacity at full margin the price rises until they fit. All of it falls with the price and is piecewise
 * linear, so the root is exact (see {@link PieceRoot}). Allocates nothing after construction.
 */
final class HomePrice extends PieceRoot {
    private final Offers offers;
    /** Average tariff over what others may buy. */
    private double meanTariff;

    // The orders of the piece: quantity = ordersFlat + ordersSlope p.
    private double ordersFlat;
    private double ordersSlope;

    // The demand line that line() found: quantity = flat + steep p up to until.
    private double flat;
    private double steep;

    // The supply line that supply() found.
    private double supplyFlat;
    private double supplySlope;

    HomePrice(Offers offers) {
        this.offers = offers;
    }

    /** The price, USD/kg, above 0; the unit cost at least where anything is ordered. */
    double solve(Market in) {
        weighTariffs(in);
        double most = offers.backstop;
        double start = in.lastHomePrice > 0 && in.lastHomePrice < most
                ? in.lastHomePrice
                : Math.min(in.referencePrice, most / 2);
        return root(in, start, most, offers.rounding);
    }

    /** Orders just above a price, t/yr; negative where the pool would sell to the dominant supplier's home more than home uses. */
    double orders(Market in, double price) {
        weighTariffs(in);
        evaluate(in, price);
        return ordersFlat + ordersSlope * price;
    }

    private void weighTariffs(Market in) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < in.buyers(); i++) {
            if (i != in.home) {
                double weight = in.demand[i] * Math.min(1 - in.control[i], in.importCap[i]);
                sum += weight * in.tariff[i];
                weights += weight;
            }
        }
        meanTariff = weights > 0 ? sum / weights : 0;
    }

    @Override
    void evaluate(Market in, double price) {
        below = 0;
        above = offers.backstop;
        double wantedFlat = 0;
        double wantedSlope = 0;
        double neededFlat = 0;
        double neededSlope = 0;
        for (int i = 0; i < in.buyers(); i++) {
            if (i == in.home || in.demand[i] <= 0) {
                continue;
            }
            demand(in, i, price, 1 + in.tariff[i], in.member[i] ? offers.floor : 0);
            double contract = offers.contractBuyer[i];
            double free = reaches(price, contract) ? 0 : 1;
            double allowed = Math.min(1 - in.control[i], in.importCap[i]);
            if (free > 0) {
                neededFlat += flat - contract;
                neededSlope += steep;
                boolean limited =
                        allowed < 1 && (contract == 0 || !reaches(price, contract / Math.max(1e-300, 1 - allowed)));
                wantedFlat += limited ? allowed * flat : flat - contract;
                wantedSlope += limited ? allowed * steep : steep;
            }
        }
        supply(price, 1 + meanTariff);
        double lackFlat = neededFlat - supplyFlat;
        double lackSlope = neededSlope - supplySlope;
        if (ends(price, lackFlat, lackSlope)) {
            sellBack(in, price);
        } else {
            least(price, wantedFlat, wantedSlope, lackFlat, lackSlope);
        }
        home(in, price);
        run(in, price);
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

    /** The smaller of two falling lines becomes the orders; the piece ends where they cross. */
    private void least(double price, double flatA, double slopeA, double flatB, double slopeB) {
        boolean a;
        if (slopeA == slopeB) {
            a = flatA <= flatB;
        } else {
            double cross = (flatB - flatA) / (slopeA - slopeB);
            boolean before = cross > price;
            above = before ? Math.min(above, cross) : above;
            below = before ? below : Math.max(below, cross);
            a = before == slopeA > slopeB;
        }
        ordersFlat = a ? flatA : flatB;
        ordersSlope = a ? slopeA : slopeB;
    }

    /** Whether a falling line is at or below 0 to the right of a price; narrows the piece to where that stays so. */
    private boolean ends(double price, double lineFlat, double lineSlope) {
        if (lineSlope == 0) {
            return lineFlat <= 0;
        }
        double cross = -lineFlat / lineSlope;
        if (cross > price) {
            above = Math.min(above, cross);
            return false;
        }
        below = Math.max(below, cross);
        return true;
    }

    /** Whether the demand line is at or below a quantity to the right of a price; narrows the piece to where that stays so. */
    private boolean reaches(double price, double quantity) {
        return ends(price, flat - quantity, steep);
    }

    /** A buyer's demand at {@code times} the price, at least at the floor, as a line in the price. */
    private void demand(Market in, int i, double price, double times, double floor) {
        DemandCurve curve = in.curve;
        double unit = in.referencePrice / times;
        if (floor > price * times) {
            above = Math.min(above, floor / times);
            flat = in.demand[i] * offers.floorDemand;
            steep = 0;
            return;
        }
        if (floor > 0) {
            below = Math.max(below, floor / times);
        }
        int k = -1;
        while (k < curve.slope.length && curve.x[k + 1] * unit <= price) {
            k++;
        }
        if (k >= 0) {
            below = Math.max(below, curve.x[k] * unit);
        }
        if (k == curve.slope.length) {
            flat = 0;
            steep = 0;
            return;
        }
        above = Math.min(above, curve.x[k + 1] * unit);
        flat = in.demand[i] * (k < 0 ? curve.y[0] : curve.intercept[k]);
        steep = k < 0 ? 0 : in.demand[i] * curve.slope[k] / unit;
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
