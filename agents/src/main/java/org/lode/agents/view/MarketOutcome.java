package org.lode.agents.view;

/**
 * One mineral's market in one step: flows at annual rates, money in USD bn a year, prices in USD/kg. Actors are indexed
 * in the scenario's order. Values hold until the world moves on; nothing here may be kept.
 */
public interface MarketOutcome {
    int mineral();

    /** Number of actors, the passive rest of the world included. */
    int actors();

    /** Whether the actor is a resource state. */
    boolean resourceState(int actor);

    /** Pool price, USD/kg. */
    double poolPrice();

    /** Dominant supplier's price, USD/kg; the pool price where a mineral has none. */
    double homePrice();

    /** What one more tonne costs the actor's users, levies, tariffs and rents included, USD/kg. */
    double price(int actor);

    /** What the actor's demand of the base round costs at the reference price, USD bn a year. */
    double baseBill(int actor);

    /** Change of buyers' surplus against buying at the reference price, shares of rents and resale included. */
    double consumerSurplus(int actor);

    /** Profit of all plants and mines that the actor owns, wherever they stand, before capital charges. */
    double ownersProfit(int actor);

    /** Capital charges on capacity that the actor owns. */
    double capitalCharge(int actor);

    /** Royalty and tax taken by the actor as host. */
    double royalty(int actor);

    /** Tariffs and levies taken in. */
    double borderRevenue(int actor);

    /** Outlays: cfd payments, support, stock purchases less sales, contract top-ups, recycling and research. */
    double outlay(int actor);

    /** The part of {@link #outlay} that happens once: support of investments and the building of stocks. */
    double oneOffOutlay(int actor);

    /** Value added in processing on the actor's soil, beyond producers' surplus and royalty. */
    double processingValue(int actor);

    /** What the actor pays for its consumption at delivered prices. */
    double bill(int actor);

    /** Loss per year of certain stop of supplier k: duration x multiple x bill x share_k^gamma x (1 - stock cover). */
    double exposure(int actor, int supplier);

    /** Share of the actor's consumption cut by controls in force, 0..1. */
    double curtailed(int actor);
}
