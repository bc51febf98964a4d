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
    /** Cost of certifying the dominant supplier's material, share of its price. */
    final double[] certification;

    final boolean[] member;
    /** Share of the ore that a host sends out which goes to the dominant supplier. */
    final double[] toHome;
    /** Highest border floor in force, which all members keep, USD/kg; 0 for none. */
    double floor;
    /** Whether the floor is the hegemon's, and so lasts as long as its course. */
    boolean floorDoubted;

    double limitPrice;
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
    private final int hegemonClub;

    Levers(MineralModel model, ScenarioData.Ore ore, int hegemonClub) {
        this.model = model;
        this.ore = ore;
        this.hegemonClub = hegemonClub;
        slices = new Slice[model.actors];
        control = new double[model.actors];
        cap = new double[model.actors];
        tariff = new double[model.actors];
        certification = new double[model.actors];
        member = new boolean[model.actors];
        toHome = new double[model.actors];
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
        double accepted = home >= 0 ? slices[home].acceptStandard : 0;
        boolean truce = home >= 0 && beliefs.hegemon >= 0 && beliefs.truceClock && slices[home].truce >= 0.5;
        limitPrice = home >= 0 ? slices[home].limitPrice : 0;
        for (int i = 0; i < model.actors; i++) {
            Slice own = slices[i];
            control[i] = home < 0 || i == home ? 0 : slices[home].control[i];
            double shut = rules.filter() * own.standards * (1 - accepted);
            cap[i] = Math.min(1 - (1 - own.cap) * beliefs.capPhase, 1 - shut);
            certification[i] = rules.wedge() * own.standards * accepted;
            tariff[i] = own.tariff + certification[i];
        }
        if (truce) {
            control[beliefs.hegemon] = Math.min(control[beliefs.hegemon], mildest(beliefs.hegemon));
        }
        floors(beliefs.hegemon);
        closed = 0;
        for (int a = 0; a < model.actors && hegemonClub >= 0; a++) {
            closed = Math.max(closed, slices[a].closure[hegemonClub]);
        }
        for (int h = 0; h < model.actors; h++) {
            toHome[h] = home < 0 ? 0 : oreHome(h);
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
            if (slices[i].floor > 0) {
                floorSetter[floorSetters++] = i;
            }
            if (slices[i].floor > floor) {
                floor = slices[i].floor;
                floorDoubted = i == hegemon;
            }
        }
        for (int i = 0; i < model.actors; i++) {
            member[i] = false;
            if (floor > 0) {
                member[i] = slices[i].floor > 0 || obeysSomeFloor(i);
            }
        }
    }

    private boolean obeysSomeFloor(int i) {
        double[] obey = slices[i].obey;
        for (int at = 0; at < floorSetters; at++) {
            double[] lead = slices[floorSetter[at]].lead;
            for (int g = 0; g < obey.length; g++) {
                if (obey[g] > 0 && lead[g] > 0) {
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
            for (int h = 0; h < model.actors && slice.support > 0; h++) {
                double share = slice.support * (a == h ? 1 : slice.supportAbroad[h]);
                if (share > 0) {
                    int at = h * model.actors + supporters[h]++;
                    supporter[at] = a;
                    supported[at] = share;
                    budget[at] = slice.supportBudget;
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

    private double oreHome(int h) {
        double share = model.toHome[h];
        Slice dominant = slices[model.home];
        double drawn = ore.corridor() * dominant.corridor[h] + ore.plant() * dominant.plantForOre[h];
        double moved = 0;
        for (int a = 0; a < model.actors; a++) {
            moved = slices[a].moves ? Math.max(moved, slices[a].logistics[h]) : moved;
        }
        share += drawn * (1 - share) - ore.logistics() * moved * share;
        boolean inside = hegemonClub >= 0 && slices[h].obey[hegemonClub] > 0;
        if (!inside) {
            share += ore.closure() * closed * (1 - share);
        }
        return Math.min(1, Math.max(0, share));
    }
}
