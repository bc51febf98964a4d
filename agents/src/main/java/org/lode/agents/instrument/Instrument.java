package org.lode.agents.instrument;

import static org.lode.agents.instrument.Scope.ACTOR;
import static org.lode.agents.instrument.Scope.CLUB;
import static org.lode.agents.instrument.Scope.MINERAL;
import static org.lode.agents.instrument.Scope.MINERAL_TARGET;
import static org.lode.agents.instrument.Scope.TARGET;

/**
 * One policy lever, with its unit, range and neutral setting. A strategy is a bundle of settings of these; a setting that
 * a strategy does not name is neutral, that is, changes nothing.
 */
public enum Instrument {
    LEAD("lead", CLUB, "share", 0, 1, 0, "leads a club with this weight: its rules are the leader's"),
    JOIN("join", CLUB, "share", 0, 1, 0, "takes membership of a club with this weight; several clubs are a hedge"),
    BINDING("binding", CLUB, "share", 0, 1, 0, "how much of a club's rules the member obeys; 0 is cheap talk"),
    OPENNESS("openness", CLUB, "share", 0, 1, 0, "how low a leader sets the bar of entry for resource states"),
    PRICE_FLOOR(
            "priceFloor",
            MINERAL,
            "USD/kg",
            0,
            1e5,
            0,
            "border floor: members pay at least this, levies make up the rest"),
    CONTRACT_FOR_DIFFERENCE(
            "contractForDifference",
            MINERAL,
            "USD/kg",
            0,
            1e5,
            0,
            "cfd floor: the treasury tops producers up to this price"),
    FLOOR_COVERAGE("floorCoverage", MINERAL, "share", 0, 1, 0, "share of hosted output that the cfd floor covers"),
    TARIFF("tariff", MINERAL, "share", 0, 10, 0, "tariff on the dominant supplier's material"),
    SECTION_232(
            "section232", ACTOR, "share", 0, 1, 0, "tariff on the goods of those outside the club after the deadline"),
    STOCKPILE_DAYS("stockpileDays", MINERAL, "days", 0, 365, 0, "stock aimed at, in days of own demand"),
    STOCKPILE_BUDGET("stockpileBudget", ACTOR, "USD bn/yr", 0, 100, 0, "most that may be spent on stocks in a year"),
    INVESTMENT_SUPPORT("investmentSupport", MINERAL, "share", 0, 1, 0, "share of capital cost paid by the treasury"),
    SUPPORT_ABROAD(
            "supportAbroad", TARGET, "share", 0, 1, 0, "share of the support that projects in this host may claim"),
    SUPPORT_BUDGET("supportBudget", ACTOR, "USD bn/yr", 0, 100, 0, "most that may be spent on support in a year"),
    OFFTAKE("offtake", MINERAL, "share/yr", 0, 1, 0, "share of own demand newly contracted each year"),
    OFFTAKE_FLOOR("offtakeFloor", MINERAL, "USD/kg", 0, 1e5, 0, "floor price of new contracts"),
    OFFTAKE_THRESHOLD(
            "offtakeThreshold", MINERAL, "USD/kg", 0, 1e6, 1e6, "price above which the buyer shares the upside"),
    OFFTAKE_UPSIDE("offtakeUpside", MINERAL, "share", 0, 1, 0, "buyer's share of the price above the threshold"),
    OFFTAKE_CAP("offtakeCap", MINERAL, "USD bn/yr", 0, 10, 10, "most that the upside share pays in a year"),
    OFFTAKE_TENOR("offtakeTenor", MINERAL, "years", 1, 15, 10, "length of new contracts"),
    OFFTAKE_PARTNER("offtakePartner", TARGET, "share", 0, 1, 0, "weight of this host's producers in new contracts"),
    SUPPLIER_CAP("supplierCap", MINERAL, "share", 0, 1, 1, "most that the dominant supplier may have of own demand"),
    STANDARDS("standards", MINERAL, "share", 0, 1, 0, "strictness of the standard asked of uncertified supply"),
    ACCEPT_STANDARD(
            "acceptStandard", ACTOR, "share", 0, 1, 0, "how far the dominant supplier certifies to others' standard"),
    RECYCLING("recycling", MINERAL, "share", 0, 1, 0, "share of own demand that secondary supply is driven to"),
    SUBSTITUTION("substitution", MINERAL, "1/yr", 0, 0.1, 0, "speed added to substitution by research"),
    LOGISTICS("logistics", TARGET, "share", 0, 1, 0, "share of this host's ore routed to the pool instead"),
    EXPORT_CONTROL(
            "exportControl", MINERAL_TARGET, "share", 0, 1, 0, "cut of the dominant supplier's sales to the target"),
    LIMIT_PRICE(
            "limitPrice",
            MINERAL,
            "share",
            0,
            0.9,
            0,
            "discount of exports on the dominant supplier's price (dumping)"),
    PRODUCTION_QUOTA(
            "productionQuota",
            MINERAL,
            "share",
            0,
            1,
            0,
            "share of the dominant supplier's capacity that must stand idle"),
    CORRIDOR(
            "corridor", TARGET, "share", 0, 1, 0, "draws this host's ore and commitment by roads, loans and purchases"),
    PLANT_FOR_ORE("plantForOre", TARGET, "share", 0, 1, 0, "builds processing in this host; the builder gets the ore"),
    OFFERS("offers", TARGET, "share", 0, 1, 0, "market access and assured licences offered to the target"),
    TRUCE("truce", ACTOR, "share", 0, 1, 0, "offers or keeps the suspension of controls; 1 is yes"),
    ISSUE_LINK("issueLink", ACTOR, "share", 0, 1, 0, "ties chips to minerals in that truce"),
    ORE_EXPORT("oreExport", MINERAL, "share", 0, 1, 1, "share of own ore output that may leave unprocessed"),
    LOCAL_PROCESSING("localProcessing", MINERAL, "share", 0, 1, 0, "share of ore that investors must process at home"),
    ROYALTY("royalty", MINERAL, "share", 0, 0.6, 0, "royalty and tax added to the base rate, share of revenue"),
    ANSWER("answer", ACTOR, "share", 0, 1, 0, "answers a cut-off of a fellow member together with the other members"),
    CONVERSION("conversion", ACTOR, "share", 0, 1, 1, "effort of the dominant supplier at turning refining into rules"),
    COERCION("coercion", TARGET, "share", 0, 1, 0, "pressure on the target to choose a side");

    private final String key;
    private final Scope scope;
    private final String unit;
    private final double least;
    private final double most;
    private final double neutral;
    private final String effect;

    Instrument(String key, Scope scope, String unit, double least, double most, double neutral, String effect) {
        this.key = key;
        this.scope = scope;
        this.unit = unit;
        this.least = least;
        this.most = most;
        this.neutral = neutral;
        this.effect = effect;
    }

    /** The name in configuration files. */
    public String key() {
        return key;
    }

    public Scope scope() {
        return scope;
    }

    /** The unit's symbol, as configuration files write it. */
    public String unit() {
        return unit;
    }

    public double least() {
        return least;
    }

    public double most() {
        return most;
    }

    /** The setting that changes nothing. */
    public double neutral() {
        return neutral;
    }

    /** What it does, in a phrase. */
    public String effect() {
        return effect;
    }
}
