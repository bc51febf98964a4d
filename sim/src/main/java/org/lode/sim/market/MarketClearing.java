package org.lode.sim.market;

/**
 * Clears one mineral's market for one step: a dominant supplier that posts a price and serves its home first, a pool of all other
 * supply, and the instruments that come between them. Exact on break points (no tolerance in the answer), and allocation-free.
 * Holds scratch arrays, so each thread needs its own; the answer depends on the market alone.
 *
 * <p>How each rule of the market is read here:
 *
 * <ul>
 *   <li><b>Dominant supplier.</b> It asks the price at which orders fill its capacity as far as the price makes it run ({@link
 *       HomePrice}), or, without a curve of margins, max(unit cost, referencePrice). Home takes its demand at that price,
 *       less contracts, up to capacity; the rest is spare for others. Plants flagged captive serve what home lacks, pro rata to
 *       their free capacity. Home pays the lower of the pool price and the price that just uses up what it holds, and buys in the
 *       pool only below that price. Without a dominant supplier all prices are the pool price.
 *   <li><b>Dumping.</b> The price at home stays as it is without a discount; others are asked (1 - limitPrice) of it, for all spare
 *       capacity and the stock released, with no share in their rent. Home does not buy it back. Selling below unit cost is a loss
 *       that the home treasury bears.
 *   <li><b>Others</b> want min(1 - control, importCap) of their demand at the delivered price, at most what contracts leave
 *       open; those whose delivered price is below the pool price take it, pro rata if the spare capacity is short. Buyers for whom
 *       both prices are equal take the same fraction of it.
 *   <li><b>Leakage.</b> A buyer re-exports a share of the allotment that exceeds its need, net of contracts, at the net price
 *       p / (1 + evasionCost).
 *   <li><b>Contracts</b> settle at the pool price plus {@link ContractTerms#transfer}, which producers share pro rata; they carry
 *       their own floor and pay no levy. They are produced, and taken, whatever the price.
 *   <li><b>Border floor.</b> Members pay at least the floor. Below it plants hosted by members supply at least what they would at
 *       the floor, scaled to what members buy there; members buy from them first, at the floor, and pay the levy on other imports.
 *   <li><b>Contract for difference.</b> The plant supplies as at its floor; its host pays the difference between that floor and
 *       what each tonne got (a rebate is not made good), on at most the covered tonnes, so that of several floors the highest is
 *       paid once.
 *   <li><b>Rent</b>, the part of the users' price above the delivered price: {@code rentShare} goes to the supplier where its
 *       control or capacity is what binds, none where the importer's cap is.
 *   <li><b>Ends.</b> The price stays between 0 (what is left is glut) and the demand curve's backstop (what lacks is shortage). Where
 *       a range of prices clears, the lowest is taken.
 * </ul>
 */
public final class MarketClearing {
    /** Tonnes that differ by less than this part are the same but for rounding. */
    private static final double ROUNDED = 1e-12;

    private final int buyers;
    private final int producers;
    private final Offers offers;
    private final PoolBalance pool;
    private final Tonnes tonnes;
    /** What a re-exporter gets of the pool price. */
    private double netPrice;

    /** A kernel for markets of exactly that many buyers and producers. */
    public MarketClearing(int buyers, int producers) {
        this.buyers = buyers;
        this.producers = producers;
        offers = new Offers(buyers, producers);
        pool = new PoolBalance(offers);
        tonnes = new Tonnes(offers);
    }

    /**
     * Clears a market; overwrites all of {@code out}, changes nothing in {@code in}.
     *
     * @throws IllegalArgumentException if a size differs from the kernel's
     */
    public void clear(Market in, Clearing out) {
        if (in.buyers() != buyers
                || in.producers() != producers
                || out.userPrice.length != buyers
                || out.output.length != producers) {
            throw new IllegalArgumentException("market of " + in.buyers() + " buyers and " + in.producers()
                    + " producers, result of " + out.userPrice.length + " and " + out.output.length
                    + ": the kernel was made for " + buyers + " and " + producers);
        }
        offers.prepare(in);
        double price = pool.solve(in);
        tonnes.settle(in, price);
        boolean dominated = in.home >= 0;
        out.poolPrice = price;
        out.homePrice = !dominated ? price : offers.homeApart ? offers.asked : Math.min(price, offers.homePriceCap);
        out.postedPrice = dominated ? offers.posted : price;
        out.wedge = out.homePrice > 0 ? price / out.homePrice : 1;
        out.shortage = tonnes.shortage;
        out.glut = tonnes.glut;
        netPrice = price / (1 + in.evasionCost);
        double imports = 0;
        for (int i = 0; i < buyers; i++) {
            imports += in.member[i] && i != in.home ? tonnes.purchase[i] : 0;
        }
        double domestic = payProducers(in, out, imports);
        double levied = imports > 0 ? (imports - domestic) / imports : 0;
        out.homeSales = 0;
        out.homeRevenue = 0;
        out.homeRent = 0;
        out.evasionLoss = 0;
        out.captiveTonnes = offers.captiveTotal;
        double areaAtPrice = in.curve.integral(price / in.referencePrice);
        for (int i = 0; i < buyers; i++) {
            chargeBuyer(in, out, i, levied, areaAtPrice);
        }
        double abroad = out.homeSales - (dominated ? tonnes.allotment[in.home] : 0);
        double made = dominated ? in.homeCapacity - offers.homeTaken : 0;
        out.fromStock = in.limitPrice > 0 ? Math.max(0, abroad - made) : 0;
        out.dumpingLoss = in.limitPrice > 0 ? Math.max(0, in.homeCost - offers.posted) * abroad * Market.USD_BN : 0;
        out.homeProfit = out.homeRevenue + out.homeRent + out.dumpingLoss - in.homeCost * out.homeSales * Market.USD_BN;
    }

    /**
     * What would be ordered of the dominant supplier just above a price, t/yr: demand at home and what others would want.
     *
     * @throws IllegalArgumentException if the market has no dominant supplier
     */
    public double orders(Market in, double price) {
        if (in.home < 0) {
            throw new IllegalArgumentException("home (-1) must be a buyer: nobody posts a price");
        }
        offers.prepare(in);
        return offers.orders(in, price);
    }

    /** Tonnes and money of one buyer. */
    private void chargeBuyer(Market in, Clearing out, int i, double levied, double areaAtPrice) {
        double price = out.poolPrice;
        boolean home = i == in.home;
        boolean floored = in.member[i] && !home && price < offers.floor;
        double poolPays = floored ? offers.floor : price;
        double taken = tonnes.allotment[i];
        double bought = tonnes.purchase[i];
        double contract = offers.contractBuyer[i];
        double own = home ? offers.captiveTotal : 0;
        double back = tonnes.resale[i];
        double used = taken + bought + contract + own - back;
        double delivered = home || in.home < 0 ? out.homePrice : offers.delivered[i];
        out.deliveredPrice[i] = delivered;
        out.allotment[i] = taken;
        out.poolPurchase[i] = bought;
        out.contracted[i] = contract;
        out.resale[i] = back;
        out.consumption[i] = used;
        double acquired = used + back;
        out.homeShare[i] = acquired > 0 ? taken / acquired : 0;

        double value = userPrice(in, i, used, bought, taken, back, poolPays, delivered);
        out.userPrice[i] = value;
        double tariff = home ? 0 : taken * offers.posted * in.tariff[i];
        double atPosted = taken * (home ? delivered : offers.posted);
        double lifted = home ? 0 : taken * (delivered - offers.posted * (1 + in.tariff[i]));
        double levy = Math.max(0, lifted) + (floored ? (offers.floor - price) * bought * levied : 0);
        double rent = home ? 0 : supplierShare(in, i, taken) * Math.max(0, value - delivered) * taken;
        double payments = atPosted
                + tariff
                + Math.max(0, lifted)
                + rent
                + poolPays * bought
                + price * contract
                + out.homePrice * own
                - back * netPrice;
        double area = value == price ? areaAtPrice : in.curve.integral(value / in.referencePrice);
        double gain = in.demand[i] * in.referencePrice * (in.curve.areaAtReference() - area);
        out.consumerSurplus[i] = (gain + value * used - payments) * Market.USD_BN;
        out.contractTransfer[i] = contract > 0 ? in.contractTerms[i].transfer(price, contract) : 0;
        out.tariffRevenue[i] = tariff * Market.USD_BN;
        out.levyRevenue[i] = levy * Market.USD_BN;
        out.rentPaid[i] = rent * Market.USD_BN;
        out.homeSales += taken;
        out.homeRevenue += atPosted * Market.USD_BN;
        out.homeRent += rent * Market.USD_BN;
        out.evasionLoss += back * (price - netPrice) * Market.USD_BN;
    }

    /** What one more tonne is worth to a buyer that uses {@code used}. */
    private double userPrice(
            Market in,
            int i,
            double used,
            double bought,
            double taken,
            double back,
            double poolPays,
            double delivered) {
        boolean inFull = used >= offers.demandAtDelivered[i] * (1 - ROUNDED);
        if (i != in.home && taken > 0 && back == 0 && bought <= ROUNDED * used && inFull) {
            return delivered; // also where demand does not fall at this price and so does not tell it
        }
        if (bought > 0 || in.demand[i] == 0 && used == 0) {
            return poolPays;
        }
        if (i == in.home && used > 0 && offers.homePriceCap == offers.asked && offers.homeTaken > 0) {
            return delivered;
        }
        double worth = in.demand[i] > 0 ? in.referencePrice * in.curve.inverse(used / in.demand[i]) : 0;
        return i == in.home ? Math.min(worth, Math.max(poolPays, delivered)) : worth; // sated users tell no price
    }

    private double supplierShare(Market in, int i, double taken) {
        if (in.limitPrice > 0) {
            return 0;
        }
        boolean shortOfCapacity = taken < offers.wanted[i] * (1 - ROUNDED);
        return shortOfCapacity || 1 - in.control[i] <= in.importCap[i] ? in.rentShare : 0;
    }

    /** Tonnes and money of the producers; returns the tonnes that members buy from plants hosted by members, at the floor. */
    private double payProducers(Market in, Clearing out, double imports) {
        double price = out.poolPrice;
        double transfers = 0;
        double contracts = 0;
        for (int i = 0; i < buyers; i++) {
            double volume = offers.contractBuyer[i];
            if (volume > 0) {
                transfers += in.contractTerms[i].transfer(price, volume);
                contracts += volume;
            }
        }
        boolean floored = price < offers.floor;
        double hosted = 0;
        for (int j = 0; j < producers && floored; j++) {
            hosted += in.memberHosted[j] ? Math.max(0, tonnes.supply[j]) : 0;
        }
        double domestic = Math.min(hosted, imports);
        double atFloor = hosted > 0 ? domestic / hosted : 0;
        for (int j = 0; j < producers; j++) {
            double supplied = tonnes.supply[j];
            double contract = offers.contractProducer[j];
            double own = offers.captive[j];
            double made = supplied + contract + own;
            double dear = floored && in.memberHosted[j] ? atFloor * Math.max(0, supplied) : 0;
            double transfer = contract > 0 ? transfers * (contract / contracts) : 0;
            double premium = dear > 0 ? (offers.floor - price) * dear : 0;
            double revenue = ((supplied + contract) * price + own * out.homePrice + premium) * Market.USD_BN + transfer;
            double support = 0;
            if (in.cfdFloor[j] > 0 && made > 0) {
                double covered = Math.min(1, in.cfdCoverage[j] / made);
                double strike = in.cfdFloor[j];
                double contractPrice = contract > 0 ? price + Math.max(0, transfer) / (contract * Market.USD_BN) : 0;
                support = covered
                        * Market.USD_BN
                        * (Math.max(0, strike - offers.floor) * dear
                                + Math.max(0, strike - price) * (Math.max(0, supplied) - dear)
                                + Math.max(0, strike - contractPrice) * contract
                                + Math.max(0, strike - out.homePrice) * own);
            }
            out.output[j] = made;
            out.contractSales[j] = contract;
            out.captiveSales[j] = own;
            out.revenue[j] = revenue;
            out.producerPrice[j] = made == 0 ? price : revenue / (made * Market.USD_BN);
            out.cfdPayment[j] = support;
            out.producerSurplus[j] = revenue + support - cost(in, j, made) * Market.USD_BN;
        }
        return domestic;
    }

    /** The area under the supply curve from 0 to an output; what an inventory buys counts as negative cost. */
    private static double cost(Market in, int j, double output) {
        double low = in.quantityLow[j];
        double start = Math.max(0, low);
        if (output == start || low > 0 && output < low) {
            return 0;
        }
        double width = in.quantityHigh[j] - low;
        double rise = width > 0 ? (in.priceHigh[j] - in.priceLow[j]) / width : 0;
        double atStart = in.priceLow[j] + rise * (start - low);
        double atOutput = in.priceLow[j] + rise * (output - low);
        return (output - start) * (atStart + atOutput) / 2;
    }
}
