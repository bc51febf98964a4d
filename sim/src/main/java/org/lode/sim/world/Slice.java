package org.lode.sim.world;

import java.util.Arrays;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;
import org.lode.sim.market.ContractTerms;

/**
 * What one mineral sees of one actor's strategy, and nothing else: strategies with equal slices look alike to the mineral
 * and share a row of its table. Settings that cannot reach the mineral are at their neutral value here.
 */
final class Slice {
    final double floor;
    final double cfd;
    final double cfdCoverage;
    final double tariff;
    final double stockDays;
    final double stockBudget;
    final double support;
    final double supportBudget;
    final double offtake;
    final double cap;
    final double standards;
    final double acceptStandard;
    final double recycling;
    final double substitution;
    final double limitPrice;
    final double oreExport;
    final double localProcessing;
    final double royalty;
    final double truce;
    final double offtakeTenor;
    final double[] supportAbroad;
    final double[] offtakePartner;
    final double[] logistics;
    /** Whether it keeps any host's ore out of the dominant supplier's reach. */
    final boolean moves;

    final double[] control;
    final double[] corridor;
    final double[] plantForOre;
    final double[] lead;
    final double[] obey;
    final double[] closure;
    final ContractTerms terms;

    /**
     * @param shared which relations between actors matter to this mineral
     * @param stockShare part of the actor's stock budget that this mineral gets in this strategy
     * @param supportShare part of its support budget
     */
    Slice(Reach shared, int actor, int mineral, Settings settings, double stockShare, double supportShare) {
        MineralModel model = shared.model();
        boolean dominant = actor == model.home;
        boolean bought = model.home >= 0 && !dominant && model.baseDemand[actor] > 0;
        boolean hosts = model.hosts(actor);
        boolean mines = model.mines(actor);
        int actors = model.actors;
        floor = settings.of(Instrument.PRICE_FLOOR, mineral);
        cfd = hosts ? settings.of(Instrument.CONTRACT_FOR_DIFFERENCE, mineral) : 0;
        cfdCoverage = cfd > 0 ? settings.of(Instrument.FLOOR_COVERAGE, mineral) : 0;
        tariff = bought ? settings.of(Instrument.TARIFF, mineral) : 0;
        cap = bought ? settings.of(Instrument.SUPPLIER_CAP, mineral) : 1;
        standards = bought ? settings.of(Instrument.STANDARDS, mineral) : 0;
        acceptStandard = dominant ? settings.of(Instrument.ACCEPT_STANDARD) : 0;
        stockDays = settings.of(Instrument.STOCKPILE_DAYS, mineral);
        stockBudget = stockDays > 0 ? settings.of(Instrument.STOCKPILE_BUDGET) * stockShare : 0;
        support = settings.of(Instrument.INVESTMENT_SUPPORT, mineral);
        supportBudget = support > 0 ? settings.of(Instrument.SUPPORT_BUDGET) * supportShare : 0;
        supportAbroad = masked(support > 0, settings, Instrument.SUPPORT_ABROAD, actors, model);
        offtake = settings.of(Instrument.OFFTAKE, mineral);
        offtakePartner = masked(offtake > 0, settings, Instrument.OFFTAKE_PARTNER, actors, model);
        offtakeTenor = offtake > 0 ? settings.of(Instrument.OFFTAKE_TENOR, mineral) : 0;
        terms = offtake > 0
                ? new ContractTerms(
                        settings.of(Instrument.OFFTAKE_FLOOR, mineral),
                        settings.of(Instrument.OFFTAKE_THRESHOLD, mineral),
                        settings.of(Instrument.OFFTAKE_UPSIDE, mineral),
                        settings.of(Instrument.OFFTAKE_CAP, mineral))
                : ContractTerms.NONE;
        recycling = settings.of(Instrument.RECYCLING, mineral);
        substitution = settings.of(Instrument.SUBSTITUTION, mineral);
        limitPrice = dominant ? settings.of(Instrument.LIMIT_PRICE, mineral) : 0;
        boolean controls = false;
        control = new double[actors];
        for (int target = 0; target < actors && dominant; target++) {
            control[target] = settings.of(Instrument.EXPORT_CONTROL, mineral, target);
            controls |= control[target] > 0;
        }
        truce = controls ? settings.of(Instrument.TRUCE) : 0;
        logistics = masked(!dominant && model.home >= 0, settings, Instrument.LOGISTICS, actors, model);
        moves = Arrays.stream(logistics).anyMatch(share -> share > 0);
        corridor = masked(dominant, settings, Instrument.CORRIDOR, actors, model);
        plantForOre = masked(dominant, settings, Instrument.PLANT_FOR_ORE, actors, model);
        oreExport = mines ? settings.of(Instrument.ORE_EXPORT, mineral) : 1;
        localProcessing = mines ? settings.of(Instrument.LOCAL_PROCESSING, mineral) : 0;
        royalty = hosts ? settings.of(Instrument.ROYALTY, mineral) : 0;
        int clubs = shared.clubs();
        lead = new double[clubs];
        obey = new double[clubs];
        closure = new double[clubs];
        for (int g = 0; g < clubs; g++) {
            double leads = settings.of(Instrument.LEAD, g);
            boolean closable = shared.closable() && g == shared.hegemonClub();
            lead[g] = shared.floors(g) && leads > 0 ? leads : 0;
            closure[g] = closable && leads > 0 ? leads * (1 - settings.of(Instrument.OPENNESS, g)) : 0;
            double joined = Math.max(leads, settings.of(Instrument.JOIN, g));
            boolean inside = joined > 0 && joined * settings.of(Instrument.BINDING, g) >= shared.obedience();
            boolean reached = shared.floors(g) && (hosts || model.baseDemand[actor] > 0) || closable && mines;
            obey[g] = reached && inside ? 1 : 0;
        }
    }

    private static double[] masked(
            boolean reaches, Settings settings, Instrument instrument, int actors, MineralModel model) {
        double[] values = new double[actors];
        for (int target = 0; target < actors && reaches; target++) {
            values[target] = model.hosts(target) ? settings.of(instrument, target) : 0;
        }
        return values;
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

    private double[] flat() {
        return new double[] {
            floor,
            cfd,
            cfdCoverage,
            tariff,
            stockDays,
            stockBudget,
            support,
            supportBudget,
            offtake,
            cap,
            standards,
            acceptStandard,
            recycling,
            substitution,
            limitPrice,
            oreExport,
            localProcessing,
            royalty,
            truce,
            offtakeTenor
        };
    }

    /** Whether the mineral cannot tell the two apart. */
    boolean sameAs(Slice other) {
        return Arrays.equals(flat(), other.flat())
                && Arrays.equals(supportAbroad, other.supportAbroad)
                && Arrays.equals(offtakePartner, other.offtakePartner)
                && Arrays.equals(logistics, other.logistics)
                && Arrays.equals(control, other.control)
                && Arrays.equals(corridor, other.corridor)
                && Arrays.equals(plantForOre, other.plantForOre)
                && Arrays.equals(lead, other.lead)
                && Arrays.equals(obey, other.obey)
                && Arrays.equals(closure, other.closure)
                && terms.equals(other.terms);
    }
}
