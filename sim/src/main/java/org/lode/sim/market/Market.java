package org.lode.sim.market;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One mineral in one step, as flat arrays: what {@link MarketClearing} reads. The caller owns it, changes it in place between
 * clearings, and may keep one for each mineral. Tonnes are contained product at annual rate (t/yr), prices USD/kg, shares 0..1.
 * A new market has no demand, no producers' capacity, no dominant supplier and neutral instruments.
 *
 * <p>The kernel trusts these values; {@link #check} says what is wrong with them.
 */
public final class Market {
    /** USD bn per (t x USD/kg). */
    public static final double USD_BN = 1e-6;

    private final int buyers;
    private final int producers;

    /** Shape of everybody's demand. */
    public DemandCurve curve = DemandCurve.ofElasticity(0.5);
    /** Price at which a buyer demands {@code demand[i]}, USD/kg, above 0. */
    public double referencePrice = 1;
    /** Where the search starts, USD/kg: the last pool price, or 0. It changes the speed only, not the answer. */
    public double lastPrice;
    /** The same for the dominant supplier's price. */
    public double lastHomePrice;

    // ---- buyers
    /** Tonnes demanded at the reference price, t/yr. */
    public final double[] demand;
    /** Tariff on the dominant supplier's material, share of its price, at least 0. */
    public final double[] tariff;
    /** Share of the buyer's demand that the dominant supplier refuses to serve. */
    public final double[] control;
    /** Largest share of its demand that the buyer lets come from the dominant supplier; 1 for no cap. */
    public final double[] importCap;
    /** Share of its surplus allotment that the buyer re-exports. */
    public final double[] leakage;
    /** Whether the buyer is in the club that keeps the border floor. */
    public final boolean[] member;
    /** Tonnes contracted from pool producers, t/yr. */
    public final double[] contractOfBuyer;
    /** What these contracts pay beside the pool price. */
    public final ContractTerms[] contractTerms;

    // ---- dominant supplier
    /** The buyer that is the dominant supplier's home; -1 for no dominant supplier. */
    public int home = -1;
    /** Its capacity, t/yr. */
    public double homeCapacity;
    /** Its unit cost, USD/kg. */
    public double homeCost;
    /** What it asks above unit cost by the use of its capacity; null if it asks max(unit cost, reference price) whatever the use. */
    public @Nullable MarginCurve homeMargin;
    /** Discount on that price for others (dumping), 0..1. */
    public double limitPrice;
    /** What it would release from its stocks for others while it dumps, t/yr. */
    public double homeStock;
    /** Its share of the scarcity rent where its control or its capacity binds. */
    public double rentShare = 0.5;
    /** Cost of re-export on top of the net price: the pool pays p, the re-exporter gets p / (1 + evasionCost). */
    public double evasionCost;

    // ---- floors
    /** Border floor of the members, USD/kg; 0 for none. */
    public double floor;

    // ---- pool producers
    /**
     * Supply curve: {@code quantityLow} up to {@code priceLow}, then linear to {@code quantityHigh} at {@code priceHigh} and
     * above. A mine has quantityLow 0; an inventory has a negative one (it rebuilds). Prices, USD/kg, at least 0.
     */
    public final double[] priceLow;
    /** t/yr; negative where the producer buys at low prices. */
    public final double[] quantityLow;
    /** USD/kg, at least {@code priceLow}; equal to it for supply at one constant cost. */
    public final double[] priceHigh;
    /** t/yr, capacity, at least 0 and at least {@code quantityLow}. */
    public final double[] quantityHigh;
    /** Whether the plant stands in a member of the border floor's club. */
    public final boolean[] memberHosted;
    /** Whether the plant, in the pool, belongs to firms of the dominant supplier's home and serves it first. */
    public final boolean[] captive;
    /** Floor of the plant's contract for difference, USD/kg; 0 for none. */
    public final double[] cfdFloor;
    /** Tonnes on which its host pays the difference at most, t/yr. */
    public final double[] cfdCoverage;
    /** Tonnes the plant has contracted, t/yr; sums to the same as {@link #contractOfBuyer}. */
    public final double[] contractOfProducer;

    /** A market of that many buyers and pool producers, all neutral and empty. */
    public Market(int buyers, int producers) {
        this.buyers = buyers;
        this.producers = producers;
        demand = new double[buyers];
        tariff = new double[buyers];
        control = new double[buyers];
        importCap = new double[buyers];
        leakage = new double[buyers];
        member = new boolean[buyers];
        contractOfBuyer = new double[buyers];
        contractTerms = new ContractTerms[buyers];
        priceLow = new double[producers];
        quantityLow = new double[producers];
        priceHigh = new double[producers];
        quantityHigh = new double[producers];
        memberHosted = new boolean[producers];
        captive = new boolean[producers];
        cfdFloor = new double[producers];
        cfdCoverage = new double[producers];
        contractOfProducer = new double[producers];
        Arrays.fill(importCap, 1);
        Arrays.fill(contractTerms, ContractTerms.NONE);
    }

    /** Number of buyers, the dominant supplier's home among them. */
    public int buyers() {
        return buyers;
    }

    /** Number of pool producers. */
    public int producers() {
        return producers;
    }

    /**
     * Sets producer j's curve to the usual form: nothing at its unit cost, rising to capacity at (1 + spread) times it.
     *
     * @param capacity t/yr, at least 0
     * @param unitCost USD/kg, at least 0
     * @param spread relative rise of cost over the capacity, at least 0
     */
    public void producer(int j, double capacity, double unitCost, double spread) {
        priceLow[j] = unitCost;
        quantityLow[j] = 0;
        priceHigh[j] = (1 + spread) * unitCost;
        quantityHigh[j] = capacity;
    }

    /** Copies everything from a market of the same size; allocates nothing. */
    public void copyFrom(Market other) {
        if (other.buyers != buyers || other.producers != producers) {
            throw new IllegalArgumentException("market of " + other.buyers + " buyers and " + other.producers
                    + " producers cannot be copied into one of " + buyers + " and " + producers);
        }
        curve = other.curve;
        referencePrice = other.referencePrice;
        lastPrice = other.lastPrice;
        home = other.home;
        homeCapacity = other.homeCapacity;
        homeCost = other.homeCost;
        homeMargin = other.homeMargin;
        limitPrice = other.limitPrice;
        homeStock = other.homeStock;
        lastHomePrice = other.lastHomePrice;
        rentShare = other.rentShare;
        evasionCost = other.evasionCost;
        floor = other.floor;
        System.arraycopy(other.demand, 0, demand, 0, buyers);
        System.arraycopy(other.tariff, 0, tariff, 0, buyers);
        System.arraycopy(other.control, 0, control, 0, buyers);
        System.arraycopy(other.importCap, 0, importCap, 0, buyers);
        System.arraycopy(other.leakage, 0, leakage, 0, buyers);
        System.arraycopy(other.member, 0, member, 0, buyers);
        System.arraycopy(other.contractOfBuyer, 0, contractOfBuyer, 0, buyers);
        System.arraycopy(other.contractTerms, 0, contractTerms, 0, buyers);
        System.arraycopy(other.priceLow, 0, priceLow, 0, producers);
        System.arraycopy(other.quantityLow, 0, quantityLow, 0, producers);
        System.arraycopy(other.priceHigh, 0, priceHigh, 0, producers);
        System.arraycopy(other.quantityHigh, 0, quantityHigh, 0, producers);
        System.arraycopy(other.memberHosted, 0, memberHosted, 0, producers);
        System.arraycopy(other.captive, 0, captive, 0, producers);
        System.arraycopy(other.cfdFloor, 0, cfdFloor, 0, producers);
        System.arraycopy(other.cfdCoverage, 0, cfdCoverage, 0, producers);
        System.arraycopy(other.contractOfProducer, 0, contractOfProducer, 0, producers);
    }

    /**
     * Refuses values outside the ranges above. Not called by the kernel.
     *
     * @throws IllegalArgumentException with name, value and rule of the first one found
     */
    public void check() {
        require("referencePrice", -1, referencePrice, referencePrice > 0 && Double.isFinite(referencePrice), "above 0");
        require("home", -1, home, home >= -1 && home < buyers, "-1 or a buyer's index");
        atLeast0("homeCapacity", -1, homeCapacity);
        atLeast0("homeCost", -1, homeCost);
        share("limitPrice", -1, limitPrice);
        atLeast0("homeStock", -1, homeStock);
        share("rentShare", -1, rentShare);
        atLeast0("evasionCost", -1, evasionCost);
        atLeast0("floor", -1, floor);
        for (int i = 0; i < buyers; i++) {
            atLeast0("demand", i, demand[i]);
            atLeast0("tariff", i, tariff[i]);
            share("control", i, control[i]);
            share("importCap", i, importCap[i]);
            share("leakage", i, leakage[i]);
            atLeast0("contractOfBuyer", i, contractOfBuyer[i]);
        }
        for (int j = 0; j < producers; j++) {
            atLeast0("priceLow", j, priceLow[j]);
            atLeast0("priceHigh", j, priceHigh[j]);
            require("priceHigh", j, priceHigh[j], priceHigh[j] >= priceLow[j], "at least priceLow");
            atLeast0("quantityHigh", j, quantityHigh[j]);
            require("quantityLow", j, quantityLow[j], quantityLow[j] <= quantityHigh[j], "at most quantityHigh");
            require("quantityLow", j, quantityLow[j], Double.isFinite(quantityLow[j]), "finite");
            atLeast0("cfdFloor", j, cfdFloor[j]);
            atLeast0("cfdCoverage", j, cfdCoverage[j]);
            atLeast0("contractOfProducer", j, contractOfProducer[j]);
        }
    }

    private static void atLeast0(String name, int index, double value) {
        require(name, index, value, value >= 0 && Double.isFinite(value), "at least 0 and finite");
    }

    private static void share(String name, int index, double value) {
        require(name, index, value, value >= 0 && value <= 1, "between 0 and 1");
    }

    private static void require(String name, int index, double value, boolean holds, String rule) {
        if (!holds) {
            String where = index < 0 ? name : name + "[" + index + "]";
            throw new IllegalArgumentException(where + " (" + value + ") must be " + rule);
        }
    }
}
