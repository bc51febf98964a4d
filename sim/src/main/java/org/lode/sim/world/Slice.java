package org.lode.sim.world;

import java.util.Arrays;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;
import org.lode.sim.market.ContractTerms;

/**
 * What one mineral sees of one actor's strategy, and nothing else: strategies with equal slices look alike to the mineral
 * and share a row of its table. Settings that cannot reach the mineral are at their neutral value here.
 *
 * <p>All of it lives in one array of numbers, laid out by {@link Part}, and two slices look alike exactly if these arrays are equal;
 * what else a slice holds is worked out from the array alone. So no part can be left out of the comparison.
 */
final class Slice {
    /** The numbers of a slice: one each, one by actor, or one by club. */
    enum Part {
        FLOOR,
        CFD,
        CFD_COVERAGE,
        TARIFF,
        STOCK_DAYS,
        STOCK_BUDGET,
        SUPPORT,
        SUPPORT_BUDGET,
        OFFTAKE,
        OFFTAKE_TENOR,
        OFFTAKE_FLOOR,
        OFFTAKE_THRESHOLD,
        OFFTAKE_UPSIDE,
        OFFTAKE_CAP,
        CAP,
        STANDARDS,
        ACCEPT_STANDARD,
        RECYCLING,
        SUBSTITUTION,
        LIMIT_PRICE,
        PRODUCTION_QUOTA,
        ORE_EXPORT,
        LOCAL_PROCESSING,
        ROYALTY,
        TRUCE,
        SUPPORT_ABROAD(Of.ACTOR),
        OFFTAKE_PARTNER(Of.ACTOR),
        LOGISTICS(Of.ACTOR),
        CONTROL(Of.ACTOR),
        CORRIDOR(Of.ACTOR),
        PLANT_FOR_ORE(Of.ACTOR),
        LEAD(Of.CLUB),
        OBEY(Of.CLUB),
        CLOSURE(Of.CLUB);

        private enum Of {
            ONE,
            ACTOR,
            CLUB
        }

        private final Of of;

        Part() {
            this(Of.ONE);
        }

        Part(Of of) {
            this.of = of;
        }

        int length(int actors, int clubs) {
            return of == Of.ONE ? 1 : of == Of.ACTOR ? actors : clubs;
        }
    }

    private static final Part[] PARTS = Part.values();

    private final double[] numbers;
    /** Where each part begins. */
    private final int[] start;

    private final ContractTerms terms;
    /** Whether it keeps any host's ore out of the dominant supplier's reach. */
    private final boolean moves;

    /** A slice of given numbers, laid out by {@link Part}. */
    Slice(double[] numbers, int actors, int clubs) {
        this.numbers = numbers.clone();
        start = layout(actors, clubs);
        if (numbers.length != start[PARTS.length]) {
            throw new IllegalArgumentException(
                    numbers.length + " numbers do not make a slice of " + start[PARTS.length]);
        }
        terms = of(Part.OFFTAKE) > 0
                ? new ContractTerms(
                        of(Part.OFFTAKE_FLOOR),
                        of(Part.OFFTAKE_THRESHOLD),
                        of(Part.OFFTAKE_UPSIDE),
                        of(Part.OFFTAKE_CAP))
                : ContractTerms.NONE;
        boolean any = false;
        for (int i = 0; i < actors; i++) {
            any |= of(Part.LOGISTICS, i) > 0;
        }
        moves = any;
    }

    /**
     * The slice of a strategy.
     *
     * @param shared which relations between actors matter to this mineral
     * @param stockShare part of the actor's stock budget that this mineral gets in this strategy
     * @param supportShare part of its support budget
     */
    static Slice of(Reach shared, int actor, int mineral, Settings settings, double stockShare, double supportShare) {
        MineralModel model = shared.model();
        int actors = model.actors;
        int clubs = shared.clubs();
        boolean dominant = actor == model.home;
        boolean bought = model.home >= 0 && !dominant && model.baseDemand[actor] > 0;
        boolean hosts = model.hosts(actor);
        boolean mines = model.mines(actor);
        var to = new Writer(actors, clubs);
        to.put(Part.FLOOR, settings.of(Instrument.PRICE_FLOOR, mineral));
        double cfd = hosts ? settings.of(Instrument.CONTRACT_FOR_DIFFERENCE, mineral) : 0;
        to.put(Part.CFD, cfd);
        to.put(Part.CFD_COVERAGE, cfd > 0 ? settings.of(Instrument.FLOOR_COVERAGE, mineral) : 0);
        to.put(Part.TARIFF, bought ? settings.of(Instrument.TARIFF, mineral) : 0);
        to.put(Part.CAP, bought ? settings.of(Instrument.SUPPLIER_CAP, mineral) : 1);
        to.put(Part.STANDARDS, bought ? settings.of(Instrument.STANDARDS, mineral) : 0);
        to.put(Part.ACCEPT_STANDARD, dominant ? settings.of(Instrument.ACCEPT_STANDARD) : 0);
        double days = settings.of(Instrument.STOCKPILE_DAYS, mineral);
        to.put(Part.STOCK_DAYS, days);
        to.put(Part.STOCK_BUDGET, days > 0 ? settings.of(Instrument.STOCKPILE_BUDGET) * stockShare : 0);
        double support = settings.of(Instrument.INVESTMENT_SUPPORT, mineral);
        to.put(Part.SUPPORT, support);
        to.put(Part.SUPPORT_BUDGET, support > 0 ? settings.of(Instrument.SUPPORT_BUDGET) * supportShare : 0);
        double offtake = settings.of(Instrument.OFFTAKE, mineral);
        to.put(Part.OFFTAKE, offtake);
        if (offtake > 0) {
            to.put(Part.OFFTAKE_TENOR, settings.of(Instrument.OFFTAKE_TENOR, mineral));
            to.put(Part.OFFTAKE_FLOOR, settings.of(Instrument.OFFTAKE_FLOOR, mineral));
            to.put(Part.OFFTAKE_THRESHOLD, settings.of(Instrument.OFFTAKE_THRESHOLD, mineral));
            to.put(Part.OFFTAKE_UPSIDE, settings.of(Instrument.OFFTAKE_UPSIDE, mineral));
            to.put(Part.OFFTAKE_CAP, settings.of(Instrument.OFFTAKE_CAP, mineral));
        }
        to.put(Part.RECYCLING, settings.of(Instrument.RECYCLING, mineral));
        to.put(Part.SUBSTITUTION, settings.of(Instrument.SUBSTITUTION, mineral));
        to.put(Part.LIMIT_PRICE, dominant ? settings.of(Instrument.LIMIT_PRICE, mineral) : 0);
        to.put(Part.PRODUCTION_QUOTA, dominant ? settings.of(Instrument.PRODUCTION_QUOTA, mineral) : 0);
        to.put(Part.ORE_EXPORT, mines ? settings.of(Instrument.ORE_EXPORT, mineral) : 1);
        to.put(Part.LOCAL_PROCESSING, mines ? settings.of(Instrument.LOCAL_PROCESSING, mineral) : 0);
        to.put(Part.ROYALTY, hosts ? settings.of(Instrument.ROYALTY, mineral) : 0);
        boolean controls = false;
        for (int target = 0; target < actors && dominant; target++) {
            double control = settings.of(Instrument.EXPORT_CONTROL, mineral, target);
            to.put(Part.CONTROL, target, control);
            controls |= control > 0;
        }
        to.put(Part.TRUCE, controls ? settings.of(Instrument.TRUCE) : 0);
        for (int host = 0; host < actors; host++) {
            if (model.hosts(host)) {
                boolean routes = !dominant && model.home >= 0;
                to.put(Part.SUPPORT_ABROAD, host, support > 0 ? settings.of(Instrument.SUPPORT_ABROAD, host) : 0);
                to.put(Part.OFFTAKE_PARTNER, host, offtake > 0 ? settings.of(Instrument.OFFTAKE_PARTNER, host) : 0);
                to.put(Part.LOGISTICS, host, routes ? settings.of(Instrument.LOGISTICS, host) : 0);
                to.put(Part.CORRIDOR, host, dominant ? settings.of(Instrument.CORRIDOR, host) : 0);
                to.put(Part.PLANT_FOR_ORE, host, dominant ? settings.of(Instrument.PLANT_FOR_ORE, host) : 0);
            }
        }
        for (int g = 0; g < clubs; g++) {
            double leads = settings.of(Instrument.LEAD, g);
            boolean closable = shared.closable() && g == shared.hegemonClub();
            to.put(Part.LEAD, g, shared.floors(g) && leads > 0 ? leads : 0);
            to.put(Part.CLOSURE, g, closable && leads > 0 ? leads * (1 - settings.of(Instrument.OPENNESS, g)) : 0);
            double joined = Math.max(leads, settings.of(Instrument.JOIN, g));
            boolean inside = joined > 0 && joined * settings.of(Instrument.BINDING, g) >= shared.obedience();
            boolean reached = shared.floors(g) && (hosts || model.baseDemand[actor] > 0) || closable && mines;
            to.put(Part.OBEY, g, reached && inside ? 1 : 0);
        }
        return new Slice(to.numbers, actors, clubs);
    }

    private static int[] layout(int actors, int clubs) {
        int[] start = new int[PARTS.length + 1];
        for (int p = 0; p < PARTS.length; p++) {
            start[p + 1] = start[p] + PARTS[p].length(actors, clubs);
        }
        return start;
    }

    private static final class Writer {
        private final int[] start;
        private final double[] numbers;

        Writer(int actors, int clubs) {
            start = layout(actors, clubs);
            numbers = new double[start[PARTS.length]];
        }

        void put(Part part, double value) {
            numbers[start[part.ordinal()]] = value;
        }

        void put(Part part, int at, double value) {
            numbers[start[part.ordinal()] + at] = value;
        }
    }

    /** Number of numbers. */
    int size() {
        return numbers.length;
    }

    /** The numbers, a copy. */
    double[] numbers() {
        return numbers.clone();
    }

    /** A part that is one number. */
    double of(Part part) {
        return numbers[start[part.ordinal()]];
    }

    /** A part by actor or club. */
    double of(Part part, int at) {
        return numbers[start[part.ordinal()] + at];
    }

    /** What its new contracts pay. */
    ContractTerms terms() {
        return terms;
    }

    /** Whether it keeps any host's ore out of the dominant supplier's reach. */
    boolean moves() {
        return moves;
    }

    /** Whether the mineral cannot tell the two apart. */
    boolean sameAs(Slice other) {
        return Arrays.equals(numbers, other.numbers);
    }

    /**
     * Which relations between actors reach a mineral at all.
     *
     * @param floors whether, by club, some strategy of a leader sets a border floor on the mineral
     * @param closable whether ore of some host reaches the pool, so that a closed club can shut it out
     */
    record Reach(
            MineralModel model,
            int clubs,
            int hegemonClub,
            boolean[] floorsByClub,
            boolean closable,
            double obedience) {
        boolean floors(int club) {
            return floorsByClub[club];
        }
    }
}
