package org.lode.sim.market;

/**
 * How one market cleared: prices, tonnes and money, written by {@link MarketClearing} into arrays that the caller owns and
 * reuses. Tonnes are t/yr, prices USD/kg, money USD bn a year. Everything is overwritten by each clearing.
 */
public final class Clearing {
    // ---- prices
    /** Pool price. */
    public double poolPrice;
    /** What the dominant supplier's home pays it; the pool price where there is no dominant supplier. */
    public double homePrice;
    /** The price the dominant supplier asks of others, before tariffs, discount taken off; the pool price where there is none. */
    public double postedPrice;
    /** Pool price over home price: 1 in an undivided market. */
    public double wedge;
    /** Demand at the backstop price that nobody can serve. */
    public double shortage;
    /** Supply at price 0 that nobody wants; it is produced and left over. */
    public double glut;

    // ---- buyers
    /** What one more tonne is worth to the users: the pool price (at least the floor for members), or less if they buy nothing there. */
    public final double[] userPrice;
    /** Delivered price of the dominant supplier's material: tariff and floor included. */
    public final double[] deliveredPrice;
    /** Tonnes from the dominant supplier. */
    public final double[] allotment;
    /** Tonnes bought in the pool, contracts apart. */
    public final double[] poolPurchase;
    /** Contracted tonnes, after scaling down to what producers can deliver. */
    public final double[] contracted;
    /** Tonnes re-exported into the pool. */
    public final double[] resale;
    /** Tonnes used: allotment, pool, contracts and (home) captive tonnes, less re-export. */
    public final double[] consumption;
    /** Users' surplus against buying all they want at the reference price: shares of rents and re-export profit in, contract transfers out. */
    public final double[] consumerSurplus;
    /** Paid to producers under contracts beside the pool price: top-ups less rebates, may be negative. */
    public final double[] contractTransfer;
    /** Tariff revenue. */
    public final double[] tariffRevenue;
    /** Revenue from lifting imports to the border floor. */
    public final double[] levyRevenue;
    /** Rent that passes from the buyer to the dominant supplier. */
    public final double[] rentPaid;
    /** Share of the tonnes acquired that come from the dominant supplier. */
    public final double[] homeShare;

    // ---- pool producers
    /** Tonnes made; negative where an inventory rebuilds. */
    public final double[] output;
    /** Of these, under contract. */
    public final double[] contractSales;
    /** Of these, served to the dominant supplier's home by its own firms' plants. */
    public final double[] captiveSales;
    /** Average price got, contract transfers and border floor in, contracts for difference out; the pool price for no output. */
    public final double[] producerPrice;
    /** Sales at that price. */
    public final double[] revenue;
    /** Paid by the host under a contract for difference. */
    public final double[] cfdPayment;
    /** Revenue and contract for difference less the area under the supply curve. */
    public final double[] producerSurplus;

    // ---- dominant supplier
    /** Its sales, home included. */
    public double homeSales;
    /** Tonnes its own firms' foreign plants serve at home. */
    public double captiveTonnes;
    /** Sales at home and posted prices. */
    public double homeRevenue;
    /** Scarcity rent received on top. */
    public double homeRent;
    /** Revenue, rent and what the treasury makes good, less unit cost. */
    public double homeProfit;
    /** Of its sales abroad, released from its stocks. */
    public double fromStock;
    /** What its treasury makes good of sales below unit cost while it dumps; part of {@link #homeProfit}. */
    public double dumpingLoss;
    /** Lost to the cost of evading controls. */
    public double evasionLoss;

    /** A result for markets of that many buyers and producers. */
    public Clearing(int buyers, int producers) {
        userPrice = new double[buyers];
        deliveredPrice = new double[buyers];
        allotment = new double[buyers];
        poolPurchase = new double[buyers];
        contracted = new double[buyers];
        resale = new double[buyers];
        consumption = new double[buyers];
        consumerSurplus = new double[buyers];
        contractTransfer = new double[buyers];
        tariffRevenue = new double[buyers];
        levyRevenue = new double[buyers];
        rentPaid = new double[buyers];
        homeShare = new double[buyers];
        output = new double[producers];
        contractSales = new double[producers];
        captiveSales = new double[producers];
        producerPrice = new double[producers];
        revenue = new double[producers];
        cfdPayment = new double[producers];
        producerSurplus = new double[producers];
    }

    /**
     * The sum over users, producers, the dominant supplier and treasuries, USD bn a year, against the users' surplus at the
     * reference price. With {@link #evasionLoss} added it is the area under demand less the area under all cost curves.
     */
    public double totalSurplus() {
        double sum = homeProfit - dumpingLoss;
        for (int i = 0; i < consumption.length; i++) {
            sum += consumerSurplus[i] - contractTransfer[i] + tariffRevenue[i] + levyRevenue[i];
        }
        for (int j = 0; j < output.length; j++) {
            sum += producerSurplus[j] - cfdPayment[j];
        }
        return sum;
    }
}
