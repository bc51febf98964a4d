package org.lode.sim.world;

/**
 * One profile as one mineral's market feels it: the actors' slices combined by the rules of clubs and clocks. Filled anew
 * for each profile; allocates nothing.
 */
final class Levers {
    final Slice[] slices;
    final double[] control;
    final double[] cap;
    final double[] tariff;
    /** Cost of certifying the dominant supplier's material, or what its uncertified material loses to it, share of its price. */
    final double[] certification;

    /** Share of demand closed to the dominant supplier's material for want of a certificate. */
    final double[] shut;

    final boolean[] member;
    /** By host: how the two sides' offers for its ore compare; see {@link OreTrade}. */
    final double[] oreOdds;
    /** Highest border floor in force, which all members keep, USD/kg; 0 for none. */
    double floor;
    /** Whether the floor is the hegemon's, and so lasts as long as its course. */
    boolean floorDoubted;

    double limitPrice;
    /** Share of the dominant supplier's capacity that its production quota idles. */
    double productionQuota;
    /** By host: share of capital cost that all treasuries offer, and the hegemon's part of it. */
    final double[] support;

    final double[] supportDoubted;
    /** By host, how many actors support it, and who, by how much of capital cost and within which yearly budget. */
    final int[] supporters;

    private final int[] supporter;
    private final double[] supported;
    private final double[] budget;
    /** The actors that set a border floor, first {@link #floorSetters} of the array. */
    final int[] floorSetter;

    int floorSetters;
    private double closed;

    private final MineralModel model;
    private final ScenarioData.Ore ore;
    private final int clubs;
    private final int hegemonClub;

    Levers(MineralModel model, ScenarioData.Ore ore, int clubs, int hegemonClub) {
        this.clubs = clubs;
        this.model = model;
        this.ore = ore;
        this.hegemonClub = hegemonClub;
        slices = new Slice[model.actors];
        control = new double[model.actors];
        cap = new double[model.actors];
        tariff = new double[model.actors];
        certification = new double[model.actors];
        shut = new double[model.actors];
        member = new boolean[model.actors];
        oreOdds = new double[model.actors];
        support = new double[model.actors];
        supportDoubted = new double[model.actors];
        supporters = new int[model.actors];
        supporter = new int[model.actors * model.actors];
        supported = new double[model.actors * model.actors];
        budget = new double[model.actors * model.actors];
        floorSetter = new int[model.actors];
    }

    /** Combines {@link #slices}, which the caller has set. */
    void combine(Beliefs beliefs) {
        int home = model.home;
        MineralData.Certification rules = model.data.certification();
        double accepted = home >= 0 ? slices[home].of(Slice.Part.ACCEPT_STANDARD) : 0;
        boolean truce =
                home >= 0 && beliefs.hegemon >= 0 && beliefs.truceClock && slices[home].of(Slice.Part.TRUCE) >= 0.5;
        limitPrice = home >= 0 ? slices[home].of(Slice.Part.LIMIT_PRICE) : 0;
        productionQuota = home >= 0 ? slices[home].of(Slice.Part.PRODUCTION_QUOTA) : 0;
        for (int i = 0; i < model.actors; i++) {
            Slice own = slices[i];
            control[i] = home < 0 || i == home ? 0 : slices[home].of(Slice.Part.CONTROL, i);
            double asked = Math.min(1, own.of(Slice.Part.STANDARDS) + beliefs.certified[i]);
            shut[i] = rules.filter() * asked * (1 - accepted);
            cap[i] = Math.min(1 - (1 - own.of(Slice.Part.CAP)) * beliefs.capPhase, 1 - shut[i]);
            // A rule alone is met on paper; only buyers who have requalified leave uncertified material for its own sake.
            certification[i] = asked * rules.wedge() * accepted + beliefs.certified[i] * rules.discount() * (1 - accepted);
            tariff[i] = own.of(Slice.Part.TARIFF) + certification[i];
        }
        if (truce) {
            control[beliefs.hegemon] = Math.min(control[beliefs.hegemon], mildest(beliefs.hegemon));
        }
        floors(beliefs.hegemon);
        closed = 0;
        for (int a = 0; a < model.actors && hegemonClub >= 0; a++) {
            closed = Math.max(closed, slices[a].of(Slice.Part.CLOSURE, hegemonClub));
        }
        for (int h = 0; h < model.actors; h++) {
            oreOdds[h] = home < 0 ? 1 : oreOdds(h);
        }
        support(beliefs.hegemon);
    }

    /** A truce suspends what is aimed at the hegemon alone: it is treated as the best treated other buyer. */
    private double mildest(int hegemon) {
        double least = 1;
        for (int i = 0; i < model.actors; i++) {
            if (i != hegemon && i != model.home) {
                least = Math.min(least, control[i]);
            }
        }
        return least;
    }

    private void floors(int hegemon) {
        floor = 0;
        floorDoubted = false;
        floorSetters = 0;
        for (int i = 0; i < model.actors; i++) {
            if (slices[i].of(Slice.Part.FLOOR) > 0) {
                floorSetter[floorSetters++] = i;
            }
            if (slices[i].of(Slice.Part.FLOOR) > floor) {
                floor = slices[i].of(Slice.Part.FLOOR);
                floorDoubted = i == hegemon;
            }
        }
        for (int i = 0; i < model.actors; i++) {
            member[i] = false;
            if (floor > 0) {
                member[i] = slices[i].of(Slice.Part.FLOOR) > 0 || obeysSomeFloor(i);
            }
        }
    }

    private boolean obeysSomeFloor(int i) {
        for (int at = 0; at < floorSetters; at++) {
            for (int g = 0; g < clubs; g++) {
                if (slices[i].of(Slice.Part.OBEY, g) > 0 && slices[floorSetter[at]].of(Slice.Part.LEAD, g) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private void support(int hegemon) {
        for (int h = 0; h < model.actors; h++) {
            supporters[h] = 0;
            support[h] = 0;
            supportDoubted[h] = 0;
        }
        for (int a = 0; a < model.actors; a++) {
            Slice slice = slices[a];
            for (int h = 0; h < model.actors && slice.of(Slice.Part.SUPPORT) > 0; h++) {
                double share = slice.of(Slice.Part.SUPPORT) * (a == h ? 1 : slice.of(Slice.Part.SUPPORT_ABROAD, h));
                if (share > 0) {
                    int at = h * model.actors + supporters[h]++;
                    supporter[at] = a;
                    supported[at] = share;
                    budget[at] = slice.of(Slice.Part.SUPPORT_BUDGET);
                    support[h] += share;
                    supportDoubted[h] += a == hegemon ? share : 0;
                }
            }
        }
    }

    /** The actor that supports a host as its n-th supporter. */
    int supporter(int host, int n) {
        return supporter[host * model.actors + n];
    }

    /** Share of capital cost that a host's n-th supporter offers to projects on its soil. */
    double supported(int host, int n) {
        return supported[host * model.actors + n];
    }

    /** What a host's n-th supporter pays for this mineral at most, USD bn a year. */
    double budget(int host, int n) {
        return budget[host * model.actors + n];
    }

    /**
     * What the dominant supplier offers a host for its ore against what the pool offers: (1 + e) to the power rho of either side,
     * as a ratio, e the weighted sum of offers within 0..1.
     */
    private double oreOdds(int h) {
        Slice dominant = slices[model.home];
        boolean inside = hegemonClub >= 0 && slices[h].of(Slice.Part.OBEY, hegemonClub) > 0;
        double home = ore.corridor() * dominant.of(Slice.Part.CORRIDOR, h)
                + ore.plant() * dominant.of(Slice.Part.PLANT_FOR_ORE, h)
                + (inside ? 0 : ore.closure() * closed);
        double moved = 0;
        double financed = 0;
        double bought = 0;
        for (int a = 0; a < model.actors; a++) {
            Slice slice = slices[a];
            moved = slice.moves() ? Math.max(moved, slice.of(Slice.Part.LOGISTICS, h)) : moved;
            financed += slice.of(Slice.Part.SUPPORT) * slice.of(Slice.Part.SUPPORT_ABROAD, h);
            bought = Math.max(bought, slice.of(Slice.Part.OFFTAKE_PARTNER, h));
        }
        double pool = ore.logistics() * moved
                + ore.support() * Math.min(1, financed)
                + ore.offtake() * bought
                + (inside ? ore.openness() * (1 - closed) : 0);
        return model.offered(home) / model.offered(pool);
    }
}
