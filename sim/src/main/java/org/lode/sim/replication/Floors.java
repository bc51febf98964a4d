package org.lode.sim.replication;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.lode.sim.config.Above;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Min;
import org.lode.sim.market.Clearing;
import org.lode.sim.market.ContractTerms;
import org.lode.sim.market.DemandCurve;
import org.lode.sim.market.Market;
import org.lode.sim.market.MarketClearing;

/**
 * The arithmetic of floors and contracts, cleared by the market kernel: a small country that demands a - p and supplies s p beside
 * a world price keeps a border floor, or pays a contract for difference; and contracts that are known pay at given prices.
 *
 * @param demand a, tonnes demanded at price 0, one less per USD/kg
 * @param supply s, tonnes supplied per USD/kg
 * @param world price of the world, USD/kg
 * @param floor of either kind, USD/kg
 * @param contracts by figure
 */
public record Floors(
        @Doc("tonnes demanded at price 0; one less per USD/kg") @Above(0)
        double demand,

        @Doc("tonnes supplied per USD/kg") @Above(0) double supply,
        @Doc("the world's price, USD/kg") @Above(0) double world,
        @Doc("the floor, USD/kg") @Above(0) double floor,
        @Doc("contracts, each at one price") List<Contract> contracts)
        implements Replication {
    private static final double PLENTY = 1e6;

    public Floors {
        contracts = List.copyOf(contracts);
    }

    /** What of a contract's settlement is a figure. */
    enum Asked {
        /** Price per kilogram that the producer gets, USD/kg. */
        PRICE,
        /** What the producer gets on top of the market's price, USD/kg. */
        TOP_UP,
        /** What the buyer gets back in a year, USD m. */
        REBATE
    }

    /**
     * A contract, and the price of the market at which it settles.
     *
     * @param figure its name
     * @param floor least price the producer gets, USD/kg
     * @param threshold price above which the buyer shares, USD/kg; at or above {@code floor}
     * @param share the buyer's share above it
     * @param cap most the buyer gets back in a year, USD m
     * @param volume contracted, t/yr
     * @param price of the market, USD/kg
     */
    public record Contract(
            @Doc("name of the figure") String figure,
            @Doc("what of its settlement") Asked asked,

            @Doc("least price the producer gets, USD/kg") @Min(0) double floor,

            @Doc("price above which the buyer shares, USD/kg") @Min(0) double threshold,

            @Doc("the buyer's share above it") @Min(0) double share,

            @Doc("most the buyer gets back in a year, USD m") @Min(0) double cap,

            @Doc("contracted, t/yr") @Above(0) double volume,
            @Doc("the market's price, USD/kg") @Above(0) double price) {
        /** Settles the contract in a market that clears at the price. */
        private double settled() {
            var market = new Market(1, 1);
            market.referencePrice = price;
            market.demand[0] = 2 * volume;
            market.producer(0, PLENTY, price, 0);
            market.contractOfBuyer[0] = volume;
            market.contractOfProducer[0] = volume;
            market.contractTerms[0] = new ContractTerms(floor, threshold, share, cap / 1000);
            var out = new Clearing(1, 1);
            new MarketClearing(1, 1).clear(market, out);
            double perKilogram = out.contractTransfer[0] / (volume * Market.USD_BN);
            return switch (asked) {
                case PRICE -> out.poolPrice + perKilogram;
                case TOP_UP -> perKilogram;
                case REBATE -> -1000 * out.contractTransfer[0];
            };
        }
    }

    @Override
    public Map<String, DoubleSupplier> figures(Path folder) {
        var figures = new Figures();
        Supplier<Clearing> free = Figures.once(() -> cleared(country()));
        Supplier<Clearing> border = Figures.once(() -> {
            Market market = country();
            market.floor = floor;
            market.member[1] = true;
            market.memberHosted[0] = true;
            return cleared(market);
        });
        Supplier<Clearing> difference = Figures.once(() -> {
            Market market = country();
            market.cfdFloor[0] = floor;
            market.cfdCoverage[0] = PLENTY;
            return cleared(market);
        });
        figures.add("border-imports", () -> border.get().allotment[1])
                .add("border-users", () -> money(border.get().consumerSurplus[1] - free.get().consumerSurplus[1]))
                .add("border-producers", () -> money(border.get().producerSurplus[0] - free.get().producerSurplus[0]))
                .add("border-revenue", () -> money(border.get().levyRevenue[1] + border.get().tariffRevenue[1]))
                .add(
                        "border-country",
                        () -> money(border.get().totalSurplus() - free.get().totalSurplus()))
                .add("cfd-treasury", () -> money(difference.get().cfdPayment[0]))
                .add("cfd-producers", () -> money(difference.get().producerSurplus[0] - free.get().producerSurplus[0]))
                .add("cfd-users", () -> money(difference.get().consumerSurplus[1] - free.get().consumerSurplus[1]))
                .add(
                        "cfd-country",
                        () -> money(difference.get().totalSurplus() - free.get().totalSurplus()));
        for (Contract contract : contracts) {
            figures.add(contract.figure(), contract::settled);
        }
        return figures.all();
    }

    /** Buyer 0 is the world, without demand of its own, buyer 1 the country; producer 0 is the country's. */
    private Market country() {
        var market = new Market(2, 1);
        market.referencePrice = world;
        market.curve = DemandCurve.of(new double[] {0, demand / world}, new double[] {demand / (demand - world), 0});
        market.demand[1] = demand - world;
        market.home = 0;
        market.homeCost = world;
        market.homeCapacity = PLENTY;
        market.priceHigh[0] = demand;
        market.quantityHigh[0] = supply * demand;
        return market;
    }

    private static Clearing cleared(Market market) {
        var out = new Clearing(market.buyers(), market.producers());
        new MarketClearing(market.buyers(), market.producers()).clear(market, out);
        return out;
    }

    /** Money in t/yr x USD/kg, the unit of the closed forms. */
    private static double money(double usdBn) {
        return usdBn / Market.USD_BN;
    }
}
