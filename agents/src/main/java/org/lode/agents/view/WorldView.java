package org.lode.agents.view;

import org.lode.agents.instrument.Settings;

/**
 * Slow state together with one profile of strategies, as payoff components and rules see it. Within a look-ahead what institutions
 * will be if the profile is held: embedding, adoption, hostility and rule power, averaged over its dates; otherwise as they are.
 * Read only; actors, clubs and minerals are indexed in the scenario's order. Shares are 0..1, money USD bn a year.
 */
public interface WorldView {
    int round();

    int actors();

    int clubs();

    /** Settings that {@code actor}'s strategy in the profile under consideration brings. */
    Settings settings(int actor);

    /** How deeply an actor is embedded in a club. */
    double commitment(int actor, int club);

    /** Trade-weighted commitment of the members without the leader's own trade. */
    double adoption(int club);

    /** Whether some actor of the profile leads the club, and with what weight (the largest). */
    double leadership(int club);

    /** The leader with the largest weight, or -1. */
    int leader(int club);

    /** Hostility between a pair as actor feels it toward other. */
    double hostility(int actor, int other);

    /** Trust of actor in other. */
    double trust(int actor, int other);

    /** Hostility toward {@code actor} that it has received from {@code other} up to this round, the profile left out. */
    double received(int actor, int other);

    /** Export control that the dominant supplier's strategy sets on an actor, averaged over the minerals it supplies, 0..1. */
    double control(int actor);

    /**
     * Perceived chance per year that {@code supplier} cuts {@code actor} off from a mineral, given the profile; lower the more
     * fellow members of a club answer together.
     */
    double hazard(int actor, int supplier, int mineral);

    /** Share of {@code other} in the demand of all but the actor for a mineral in the base round: its weight as a rival downstream. */
    double rivalShare(int actor, int other, int mineral);

    /** Share of {@code other} in the demand of the actor's fellow members of the hegemon's club, by embedding; 0 if none. */
    double fellowShare(int actor, int other, int mineral);

    /** Share of world sales that lies in the hegemon's club, each member by its embedding, times the actor's own embedding. */
    double zoneMarket(int actor);

    /** Tariff of the hegemon's club on the goods of those outside, as its leader sets it. */
    double zoneTariff();

    /** Share of the actor's trade that is with others in the club, each by its embedding, 0..1. */
    double tradeWithin(int actor, int club);

    /** Dial of the network value of clubs, 0..2. */
    double networkDial();

    /** Dial of what rule power is worth to resource states, 0..2. */
    double rulePowerDial();

    /** Factor on the coordination cost of a club by the actor's trust in its leader; 1 where trust does not count. */
    double friction(int actor, int club);

    /** Annual trade of the actor that {@code other} could hit in retaliation, USD bn. */
    double tradeExposure(int actor, int other);

    /** Rule power of the dominant supplier's system after this round, the profile given, 0..1. */
    double rulePowerHome();

    /** Rule power of the Western system after this round, the profile given, 0..1. */
    double rulePowerWest();

    /** Weighted share of the resource states that join the club in the profile, 0..1. */
    double resourceSupport(int club);

    /** Whether the actor is a resource state. */
    boolean resourceState(int actor);

    /** Index of the club that the hegemon founded (FORGE), of the plural track and of the dominant supplier's track. */
    int hegemonClub();

    int pluralClub();

    int homeClub();

    /** Whether the truce is in force in this round under the profile. */
    boolean truce();

    /** Whether the section-232 deadline has passed. */
    boolean deadlinePassed();

    /** Index of the actor whose credibility is doubted (the United States), or -1. */
    int hegemon();

    /** Index of the dominant supplier (China), or -1. */
    int dominant();

    /** Chance, as an actor that trusts it more or less sees it, that the hegemon's course survives one year. */
    double credibility(int actor);

    /** Base-year minerals bill plus output, USD bn. */
    double stake(int actor);

    /** Corridors, plants for ore and routes that the actor brings to other hosts, intensities (0..1 each) added up. */
    double financedAbroad(int actor);

    /** Number of clubs the actor joins or leads in the profile. */
    int memberships(int actor);

    /** Number of actors that join or lead the club in the profile. */
    int members(int club);
}
