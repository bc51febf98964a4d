package org.lode.sim.market;

/**
 * What is offered and wanted in a market before the pool price is known: the dominant supplier's prices and what is left for
 * others, what each buyer wants of it and from which pool price on, and every pool producer's supply curve once contracts, captive
 * plants, contracts for difference and the border floor have shaped it. Each of these leaves a curve of the same form: constant,
 * then linear, then constant.
 */
final class Offers {
    /** Rounding in a sum of that many tonnes; an excess below it counts as none, relative to all tonnes in the market. */
    private static final double ROUNDING = 1e-14;

    /** Prices that differ by less than this part are the same but for rounding. */
    private static final double SAME = 1e-12;

    /** The price at which users do without. */
    double backstop;
    /** The border floor, 0 where it binds nobody, and relative demand at it. */
    double floor;

    double floorDemand;
    /** What the dominant supplier asks at home, and of others: less by the discount. */
    double asked;

    double posted;
    /** Whether home buys nothing in the pool however cheap it is there: what is dumped abroad does not come back. */
    boolean homeApart;

    double homePriceCap;
    /** Tonnes it serves at home, that its firms' foreign plants serve at home, and that are left for others. */
    double homeTaken;

    double captiveTotal;
    double spare;
    /** All that home holds without the pool, and whether anybody re-exports. */
    double homeHeld;

    boolean leaks;
    /** Excess demand, t/yr, below which it is rounding. */
    double rounding;

    /** By buyer: delivered price, demand at it, the part wanted, and the pool price above which it is taken (infinite: never). */
    final double[] delivered;

    final double[] demandAtDelivered;
    final double[] wanted;
    final double[] takesFrom;
    final double[] contractBuyer;

    /** By producer: tonnes contracted and captive; the rest goes to the pool, lowQ up to lowP, then linear to highQ at highP. */
    final double[] contractProducer;

    final double[] captive;
    final double[] lowP;
    final double[] lowQ;
    final double[] highP;
    final double[] highQ;
    final double[] rise;

    private final HomePrice price = new HomePrice(this);

    Offers(int buyers, int producers) {
        delivered = new double[buyers];
        demandAtDelivered = new double[buyers];
        wanted = new double[buyers];
        takesFrom = new double[buyers];
        contractBuyer = new double[buyers];
        contractProducer = new double[producers];
        captive = new double[producers];
        lowP = new double[producers];
        lowQ = new double[producers];
        highP = new double[producers];
        highQ = new double[producers];
        rise = new double[producers];
    }

    /** Reads a market: everything that does not depend on the pool price. */
    void prepare(Market in) {
        backstop = in.referencePrice * in.curve.backstop();
        floor = 0;
        for (int i = 0; i < in.buyers(); i++) {
            if (in.member[i] && i != in.home) {
                floor = Math.min(in.floor, backstop);
            }
        }
        floorDemand = floor > 0 ? in.curve.at(Math.min(floor / in.referencePrice, in.curve.backstop())) : 0;
        prepareContracts(in);
        java.util.Arrays.fill(captive, 0);
        prepareSupply(in);
        prepareHome(in);
        prepareBuyers(in);
        if (captiveTotal > 0) {
            prepareSupply(in);
        }
    }

    private void prepareContracts(Market in) {
        double bought = 0;
        double sold = 0;
        for (int i = 0; i < in.buyers(); i++) {
            bought += in.contractOfBuyer[i];
        }
        for (int j = 0; j < in.producers(); j++) {
            contractProducer[j] = Math.min(in.contractOfProducer[j], in.quantityHigh[j]);
            sold += contractProducer[j];
        }
        double buyerScale = bought > sold ? sold / bought : 1;
        double producerScale = sold > bought ? bought / sold : 1;
        for (int i = 0; i < in.buyers(); i++) {
            contractBuyer[i] = buyerScale * in.contractOfBuyer[i];
        }
        for (int j = 0; j < in.producers(); j++) {
            contractProducer[j] *= producerScale;
        }
    }

    /** What would be ordered of the dominant supplier at a price, once {@link #prepare} has read the market. */
    double orders(Market in, double at) {
        return price.orders(in, at);
    }

    private void prepareHome(Market in) {
        homeTaken = 0;
        captiveTotal = 0;
        spare = 0;
        asked = 0;
        posted = 0;
        homeApart = false;
        homePriceCap = 0;
        double room = 0;
        if (in.home >= 0) {
            int home = in.home;
            // Without a curve of margins the price is given.
            asked = in.homeMargin == null ? Math.max(in.homeCost, in.referencePrice) : price.solve(in);
            posted = (1 - in.limitPrice)
                    * Math.max(in.homeCost, asked); // nobody runs plants below cost without being told to
            boolean last = StrictMath.abs(asked - backstop) <= SAME * backstop;
            double demand = in.demand[home]
                    * (last ? in.curve.y[in.curve.slope.length] : in.curve.at(asked / in.referencePrice));
            double need = Math.max(0, demand - contractBuyer[home]);
            double runs = in.homeMargin == null
                    ? in.homeCapacity
                    : in.homeCapacity * in.homeMargin.useAt(asked / in.homeCost - 1);
            // Home buys in the pool what its own plants do not make at that price; rounding is no purchase.
            homeTaken = need > runs + rounding ? runs : Math.min(need, in.homeCapacity);
            boolean dumps = in.limitPrice > 0;
            homeApart = dumps && homeTaken == need;
            spare = in.homeCapacity - homeTaken + (dumps ? in.homeStock : 0);
            double uncovered = need - homeTaken;
            for (int j = 0; j < in.producers(); j++) {
                room += in.captive[j] ? in.quantityHigh[j] - contractProducer[j] : 0;
            }
            captiveTotal = Math.min(uncovered, room);
            homePriceCap = asked;
            if (captiveTotal < uncovered) {
                double served = homeTaken + captiveTotal + contractBuyer[home];
                homePriceCap = in.referencePrice * in.curve.inverse(served / in.demand[home]);
            }
        }
        homeHeld = homeTaken + captiveTotal + (in.home >= 0 ? contractBuyer[in.home] : 0);
        for (int j = 0; j < in.producers(); j++) {
            boolean serves = captiveTotal > 0 && in.captive[j];
            captive[j] = serves ? captiveTotal * ((in.quantityHigh[j] - contractProducer[j]) / room) : 0;
        }
    }

    private void prepareBuyers(Market in) {
        double knownPrice = Double.NaN;
        double knownDemand = 0;
        leaks = false;
        for (int i = 0; i < in.buyers(); i++) {
            leaks |= in.leakage[i] > 0;
            takesFrom[i] = Double.POSITIVE_INFINITY;
            wanted[i] = 0;
            demandAtDelivered[i] = 0;
            if (in.home < 0 || i == in.home) {
                continue;
            }
            double price = posted * (1 + in.tariff[i]);
            price = in.member[i] ? Math.max(price, floor) : price;
            price = StrictMath.abs(price - backstop) <= SAME * backstop ? backstop : price;
            delivered[i] = price;
            if (price != knownPrice) {
                knownPrice = price;
                knownDemand =
                        price == backstop ? in.curve.y[in.curve.slope.length] : in.curve.at(price / in.referencePrice);
            }
            double demand = in.demand[i] * knownDemand;
            demandAtDelivered[i] = demand;
            double allowed = Math.min(1 - in.control[i], in.importCap[i]) * demand;
            wanted[i] = Math.max(0, Math.min(allowed, demand - contractBuyer[i]));
            if (wanted[i] > 0 && spare > 0) {
                takesFrom[i] = price;
            }
        }
    }

    private void prepareSupply(Market in) {
        double largest = 0;
        for (int i = 0; i < in.buyers(); i++) {
            largest += in.demand[i] * in.curve.y[0] + contractBuyer[i];
        }
        double atFloor = 0;
        for (int j = 0; j < in.producers(); j++) {
            lowP[j] = in.priceLow[j];
            lowQ[j] = in.quantityLow[j];
            highP[j] = in.priceHigh[j];
            highQ[j] = in.quantityHigh[j];
            largest += Math.max(highQ[j], -lowQ[j]);
            rise[j] = highP[j] > lowP[j] ? (highQ[j] - lowQ[j]) / (highP[j] - lowP[j]) : 0;
            double committed = contractProducer[j] + captive[j];
            if (committed > 0) {
                lift(j, committed);
                lowQ[j] -= committed;
                highQ[j] = Math.max(lowQ[j], highQ[j] - committed);
            }
            if (in.cfdFloor[j] > 0 && in.cfdFloor[j] >= lowP[j]) {
                double assured = supplyAt(j, in.cfdFloor[j]);
                lowP[j] = in.cfdFloor[j];
                highP[j] = Math.max(lowP[j], highP[j]);
                lowQ[j] = assured;
                highQ[j] = Math.max(assured, highQ[j]);
            }
            if (floor > 0 && in.memberHosted[j]) {
                atFloor += Math.max(0, supplyAt(j, floor));
            }
        }
        if (atFloor > 0) {
            double share = Math.min(1, membersDemandAtFloor(in) / atFloor);
            for (int j = 0; j < in.producers(); j++) {
                if (in.memberHosted[j] && supplyAt(j, floor) > 0) {
                    lift(j, share * supplyAt(j, floor));
                }
            }
        }
        for (int j = 0; j < in.producers(); j++) {
            if (highQ[j] == lowQ[j]) {
                lowP[j] = 0;
                highP[j] = 0;
            }
        }
        rounding = ROUNDING * largest;
    }

    /** Raises the lower end of a supply curve to a quantity; the curve above it stays. */
    private void lift(int j, double quantity) {
        if (quantity <= lowQ[j]) {
            return;
        }
        double price = rise[j] > 0 ? lowP[j] + (quantity - lowQ[j]) / rise[j] : highP[j];
        lowP[j] = quantity >= highQ[j] ? highP[j] : Math.min(price, highP[j]);
        lowQ[j] = Math.min(quantity, highQ[j]);
    }

    private double membersDemandAtFloor(Market in) {
        double sum = 0;
        for (int i = 0; i < in.buyers(); i++) {
            if (in.member[i] && i != in.home) {
                sum += Math.max(0, in.demand[i] * floorDemand - contractBuyer[i]);
            }
        }
        return sum;
    }

    /** Uncontracted supply at a price; all of it at the price of a curve that is flat. */
    double supplyAt(int j, double price) {
        if (price >= highP[j]) {
            return highQ[j];
        }
        return price <= lowP[j] ? lowQ[j] : lowQ[j] + rise[j] * (price - lowP[j]);
    }
}
