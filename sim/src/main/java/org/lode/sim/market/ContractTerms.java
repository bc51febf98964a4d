package org.lode.sim.market;

/**
 * What an offtake contract pays: the buyer pays at least the floor, and gets back part of what the market price exceeds a
 * threshold. The Lynas-JARE contract for 5,000 t/yr of NdPr is (110, 150, 0.3, 0.010). Allocates nothing.
 *
 * @param floor least price the producer gets, USD/kg, 0 for none
 * @param threshold market price above which the buyer shares, USD/kg, infinite for never
 * @param upsideShare the buyer's share of the excess over the threshold, 0..1
 * @param yearlyCap most the buyer gets back in a year, USD bn, infinite for no cap
 */
public record ContractTerms(double floor, double threshold, double upsideShare, double yearlyCap) {
    /** A contract at the market price. */
    public static final ContractTerms NONE =
            new ContractTerms(0, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY);

    /** Checks the ranges. */
    public ContractTerms {
        require("floor", floor, floor >= 0 && floor < Double.POSITIVE_INFINITY, "at least 0 and finite");
        require("threshold", threshold, threshold >= floor, "at least the floor");
        require("upsideShare", upsideShare, upsideShare >= 0 && upsideShare <= 1, "between 0 and 1");
        require("yearlyCap", yearlyCap, yearlyCap >= 0, "at least 0");
    }

    /** The price per tonne before any rebate, USD/kg. */
    public double price(double marketPrice) {
        return Math.max(floor, marketPrice);
    }

    /** What the buyer pays above the market price, USD bn a year, at least 0, for {@code volume} t/yr. */
    public double topUp(double marketPrice, double volume) {
        return Math.max(0, floor - marketPrice) * volume * Market.USD_BN;
    }

    /** What the buyer gets back, USD bn a year, at least 0, for {@code volume} t/yr. */
    public double rebate(double marketPrice, double volume) {
        if (marketPrice <= threshold) {
            return 0;
        }
        return Math.min(yearlyCap, upsideShare * (marketPrice - threshold) * volume * Market.USD_BN);
    }

    /** Top-up less rebate: the net transfer from buyer to producers beside the market price, USD bn a year. */
    public double transfer(double marketPrice, double volume) {
        return topUp(marketPrice, volume) - rebate(marketPrice, volume);
    }

    private static void require(String name, double value, boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(name + " (" + value + ") must be " + rule);
        }
    }
}
