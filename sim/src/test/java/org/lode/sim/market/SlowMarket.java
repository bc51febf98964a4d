package org.lode.sim.market;

/**
 * The market's rules written out one by one, and its price by bisection: slow, and sharing no code with the kernel but the
 * demand curve's points. What the kernel finds must agree.
 */
final class SlowMarket {
    private final Market in;
    private final double backstop;
    private final double[] bought;
    private final double[] sold;
    private final double[] captive;
    double asked;
    double posted;
    private boolean apart;
    double homeTaken;
    double spare;
    double homeServed;

    SlowMarket(Market in) {
        this.in = in;
        backstop = in.referencePrice * in.curve.x[in.curve.x.length - 1];
        bought = in.contractOfBuyer.clone();
        sold = in.contractOfProducer.clone();
        double b = 0;
        double s = 0;
        for (int j = 0; j < sold.length; j++) {
            sold[j] = Math.min(sold[j], in.quantityHigh[j]);
            s += sold[j];
        }
        for (double volume : bought) {
            b += volume;
        }
        for (int i = 0; i < bought.length; i++) {
            bought[i] *= b > s ? s / b : 1;
        }
        captive = new double[sold.length];
        if (in.home >= 0) {
            asked = in.homeMargin == null ? Math.max(in.homeCost, in.referencePrice) : asked();
            posted = (1 - in.limitPrice) * Math.max(in.homeCost, asked);
            double need = Math.max(0, demand(in.home, asked) - bought[in.home]);
            double runs = in.homeMargin == null ? in.homeCapacity : in.homeCapacity * use(asked);
            homeTaken = need > runs + 1e-9 * tonnes() ? runs : Math.min(need, in.homeCapacity);
            spare = in.homeCapacity - homeTaken + (in.limitPrice > 0 ? in.homeStock : 0);
            apart = in.limitPrice > 0 && homeTaken == need;
            double room = 0;
            for (int j = 0; j < sold.length; j++) {
                room += in.captive[j] ? in.quantityHigh[j] - sold[j] : 0;
            }
            double served = Math.min(need - homeTaken, room);
            for (int j = 0; j < sold.length; j++) {
                captive[j] = in.captive[j] && served > 0 ? served * (in.quantityHigh[j] - sold[j]) / room : 0;
            }
            homeServed = homeTaken + served;
        }
    }

    /** Use of capacity at a price, by bisection of the margin. */
    private double use(double price) {
        double lo = 0;
        double hi = 1;
        for (int step = 0; step < 80; step++) {
            double mid = (lo + hi) / 2;
            if (in.homeCost * (1 + in.homeMargin.at(mid)) <= price) {
                lo = mid;
            } else {
                hi = mid;
            }
        }
        return lo;
    }

    /** The price at which orders fill the capacity as far as the price makes it run, by bisection. */
    private double asked() {
        double lo = 0;
        double hi = backstop;
        for (int step = 0; step < 100; step++) {
            double mid = lo + (hi - lo) / 2;
            if (orders(mid) > in.homeCapacity * use(mid) + 1e-14 * tonnes()) {
                lo = mid;
            } else {
                hi = mid;
            }
        }
        return hi;
    }

    /** Demand at home and what others would take if there were enough, at a price: by bisection of the pool's price. */
    double orders(double price) {
        double home = Math.max(0, demand(in.home, price) - bought[in.home]);
        double untaxed = -poolSupply(price);
        for (int i = 0; i < bought.length; i++) {
            double pays = member(i) ? Math.max(price, floor()) : price;
            untaxed += i == in.home ? 0 : Math.max(0, demand(i, pays) - bought[i]);
        }
        double lo = 0;
        double hi = backstop;
        for (int step = 0; step < 100; step++) {
            double mid = lo + (hi - lo) / 2;
            if (lack(price, mid, false) > 1e-14 * tonnes()) {
                lo = mid;
            } else {
                hi = mid;
            }
        }
        double taken = 0;
        double tied = 0;
        for (int i = 0; i < bought.length; i++) {
            if (i != in.home) {
                double cost = delivered(i, price);
                boolean tie = Math.abs(cost - hi) <= 1e-12 * hi;
                taken += !tie && cost < hi ? wanted(i, cost) : 0;
                tied += tie ? wanted(i, cost) : 0;
            }
        }
        double abroad = taken + Math.min(tied, Math.max(0, lack(price, hi, true)));
        return home + (abroad > 0 ? abroad : Math.min(0, untaxed));
    }

    /** What is lacking in the pool at {@code at} if the dominant supplier asks a price; tied buyers take nothing of it if asked. */
    private double lack(double price, double at, boolean withoutTies) {
        double sum = -poolSupply(at);
        for (int i = 0; i < bought.length; i++) {
            if (i != in.home) {
                double cost = delivered(i, price);
                boolean tie = Math.abs(cost - at) <= 1e-12 * at;
                boolean takes = withoutTies ? !tie && cost < at : cost <= at;
                double pays = member(i) ? Math.max(at, floor()) : at;
                sum += Math.max(0, demand(i, pays) - bought[i] - (takes ? wanted(i, cost) : 0));
            }
        }
        return sum;
    }

    private double delivered(int i, double price) {
        double taxed = price * (1 + in.tariff[i]);
        return member(i) ? Math.max(taxed, floor()) : taxed;
    }

    private double wanted(int i, double cost) {
        double demand = demand(i, cost);
        double allowed = Math.min(1 - in.control[i], in.importCap[i]) * demand;
        return Math.max(0, Math.min(allowed, demand - bought[i]));
    }

    private double poolSupply(double price) {
        double membersAtFloor = 0;
        for (int i = 0; i < bought.length; i++) {
            membersAtFloor += member(i) ? Math.max(0, demand(i, floor()) - bought[i]) : 0;
        }
        double hosted = 0;
        for (int j = 0; j < sold.length; j++) {
            hosted += in.memberHosted[j] ? Math.max(0, supply(j, floor())) : 0;
        }
        double sum = 0;
        for (int j = 0; j < sold.length; j++) {
            double supply = supply(j, price);
            if (in.memberHosted[j] && price < floor() && hosted > 0 && membersAtFloor > 0) {
                double assured = Math.max(0, supply(j, floor())) * Math.min(1, membersAtFloor / hosted);
                supply = assured > 0 ? Math.max(supply, assured) : supply;
            }
            sum += supply;
        }
        return sum;
    }

    /** Relative demand by linear interpolation. */
    double y(double x) {
        double[] xs = in.curve.x;
        double[] ys = in.curve.y;
        if (x <= xs[0]) {
            return ys[0];
        }
        for (int k = 1; k < xs.length; k++) {
            if (x <= xs[k] * (1 + 1e-12)) {
                return ys[k - 1] + (ys[k] - ys[k - 1]) * ((x - xs[k - 1]) / (xs[k] - xs[k - 1]));
            }
        }
        return 0;
    }

    double demand(int i, double price) {
        return in.demand[i] * y(price / in.referencePrice);
    }

    private double ownSupply(int j, double price) {
        if (price < in.priceLow[j]) {
            return in.quantityLow[j];
        }
        if (price >= in.priceHigh[j]) {
            return in.quantityHigh[j];
        }
        double share = (price - in.priceLow[j]) / (in.priceHigh[j] - in.priceLow[j]);
        return in.quantityLow[j] + share * (in.quantityHigh[j] - in.quantityLow[j]);
    }

    private double supply(int j, double price) {
        double all = ownSupply(j, Math.max(price, in.cfdFloor[j]));
        double committed = sold[j] + captive[j];
        return committed > 0 ? Math.max(0, all - committed) : all;
    }

    private boolean member(int i) {
        return in.member[i] && i != in.home;
    }

    private double floor() {
        return Math.min(in.floor, backstop);
    }

    double delivered(int i) {
        double price = posted * (1 + in.tariff[i]);
        return member(i) ? Math.max(price, floor()) : price;
    }

    double wanted(int i) {
        if (in.home < 0 || i == in.home) {
            return 0;
        }
        double demand = demand(i, delivered(i));
        double allowed = Math.min(1 - in.control[i], in.importCap[i]) * demand;
        return Math.max(0, Math.min(allowed, demand - bought[i]));
    }

    /** Excess demand just above a price. */
    double excess(double price) {
        double takers = 0;
        for (int i = 0; i < bought.length; i++) {
            takers += delivered(i) <= price ? wanted(i) : 0;
        }
        double excess = 0;
        double membersAtFloor = 0;
        for (int i = 0; i < bought.length; i++) {
            double taken = delivered(i) <= price && takers > 0 ? wanted(i) * Math.min(1, spare / takers) : 0;
            double pays = member(i) ? Math.max(price, floor()) : price;
            double held = i == in.home ? homeServed : taken;
            excess += i == in.home && apart ? 0 : Math.max(0, demand(i, pays) - held - bought[i]);
            double need = Math.max(0, demand(i, price / (1 + in.evasionCost)) - bought[i]);
            excess -= in.leakage[i] * Math.max(0, taken - need);
            membersAtFloor += member(i) ? Math.max(0, demand(i, floor()) - bought[i]) : 0;
        }
        double hostedAtFloor = 0;
        for (int j = 0; j < sold.length; j++) {
            hostedAtFloor += in.memberHosted[j] ? Math.max(0, supply(j, floor())) : 0;
        }
        for (int j = 0; j < sold.length; j++) {
            double supply = supply(j, price);
            if (in.memberHosted[j] && price < floor() && hostedAtFloor > 0 && membersAtFloor > 0) {
                double assured = Math.max(0, supply(j, floor())) * Math.min(1, membersAtFloor / hostedAtFloor);
                supply = assured > 0 ? Math.max(supply, assured) : supply;
            }
            excess -= supply;
        }
        return excess;
    }

    double tonnes() {
        double sum = 0;
        for (int i = 0; i < bought.length; i++) {
            sum += in.demand[i] * in.curve.y[0] + bought[i];
        }
        for (int j = 0; j < sold.length; j++) {
            sum += Math.max(in.quantityHigh[j], -in.quantityLow[j]);
        }
        return sum;
    }

    /** The lowest price without excess demand, by bisection. */
    double price() {
        double negligible = 1e-14 * tonnes();
        if (excess(0) <= negligible) {
            return 0;
        }
        double lo = 0;
        double hi = backstop;
        for (int step = 0; step < 80; step++) {
            double mid = lo + (hi - lo) / 2;
            if (excess(mid) > negligible) {
                lo = mid;
            } else {
                hi = mid;
            }
        }
        return hi;
    }

    /** The area under buyer i's inverse demand from 0 to a quantity, USD/yr / 1000. */
    double benefit(int i, double quantity) {
        double[] xs = in.curve.x;
        double[] ys = in.curve.y;
        int last = xs.length - 1;
        double left = quantity;
        double atBackstop = Math.min(left, in.demand[i] * ys[last]);
        double area = atBackstop * backstop;
        left -= atBackstop;
        for (int k = last; k > 0 && left > 0; k--) {
            double width = in.demand[i] * (ys[k - 1] - ys[k]);
            double step = Math.min(left, width);
            if (step > 0) {
                double top = xs[k] * in.referencePrice;
                double bottom = top - (xs[k] - xs[k - 1]) * in.referencePrice * (step / width);
                area += step * (top + bottom) / 2;
                left -= step;
            }
        }
        return area;
    }

    /** Producer j's cost of an output: the area under its inverse supply, USD/yr / 1000. */
    double cost(int j, double output) {
        double low = in.quantityLow[j];
        double from = Math.max(0, low);
        double width = in.quantityHigh[j] - low;
        if (width == 0) {
            return 0;
        }
        int slices = 4; // the inverse supply is linear, so the midpoint rule is exact on each
        double area = 0;
        for (int s = 0; s < slices; s++) {
            double quantity = from + (output - from) * (s + 0.5) / slices;
            double price = in.priceLow[j] + (in.priceHigh[j] - in.priceLow[j]) * ((quantity - low) / width);
            area += price * (output - from) / slices;
        }
        return area;
    }

    /** Area under demand less area under costs, against the reference price, USD bn a year. */
    double surplus(Clearing out) {
        double sum = -in.homeCost * out.homeSales;
        for (int i = 0; i < bought.length; i++) {
            double atReference = demand(i, in.referencePrice);
            sum += benefit(i, out.consumption[i]);
            sum -= benefit(i, atReference) - in.referencePrice * atReference;
        }
        for (int j = 0; j < sold.length; j++) {
            sum -= cost(j, out.output[j]);
        }
        return sum * 1e-6;
    }

    /** The size of the money involved, for relative tolerances, USD bn a year. */
    double scale() {
        double sum = 1;
        for (int i = 0; i < bought.length; i++) {
            sum += benefit(i, in.demand[i] * in.curve.y[0]);
        }
        for (int j = 0; j < sold.length; j++) {
            sum += Math.abs(cost(j, in.quantityHigh[j])) + Math.abs(cost(j, in.quantityLow[j]));
        }
        return sum * 1e-6;
    }
}
