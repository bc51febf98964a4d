package org.lode.sim.world;

/**
 * What lenders and boards count on when a project asks for capital: for the part of output that a floor or contract covers, its price
 * as far as it is believed to last; for the rest a price deck. With trailing mean pbar, price of the day p, hazard h of a cut-off
 * and price then p_cut, the deck is q = min((1 - h)((1 - spot) pbar + spot p) + h p_cut, deck x pbar). A floor F in law is counted at
 * pi max(F, q) + (1 - pi) q with pi = exp(-lambda L), lambda the believed rate of reversals of the hegemon's course and L the lead time;
 * signed contracts count in full. Capital is found by unbacked + (1 - unbacked) x what is backed. Allocates nothing.
 */
final class Lenders {
    private static final double LEAST = 1e-9;

    private final MineralModel model;
    /** By producer: price counted on, USD/kg, and part of output whose price is assured. */
    private final double[] counted;

    private final double[] backed;
    private double membersCover;
    private double captive;

    Lenders(MineralModel model) {
        this.model = model;
        counted = new double[model.producers];
        backed = new double[model.producers];
    }

    /** Price that a producer's lenders count on, USD/kg; filled by {@link #count}. */
    double counted(int producer) {
        return counted[producer];
    }

    /**
     * Share of a producer's projects that find capital.
     *
     * @param experience rise, by what the cluster has learnt, of the share that finds it without backing, relative
     */
    double financed(int producer, double believedSupport, double experience) {
        double unbacked = Math.min(1, model.data.investment().unbacked() * (1 + experience));
        return unbacked + (1 - unbacked) * Math.min(1, backed[producer] + believedSupport);
    }

    /** exp(-x) for x at least 0, to about 1e-3, without the exponential: (1 - x/8)^8 rearranged as 1 / (1 + x/8)^8. */
    static double survival(double x) {
        double y = 1 / (1 + x / 8);
        y *= y;
        y *= y;
        return y * y;
    }

    /**
     * Works out what is counted on.
     *
     * @param hazard share of the time that they expect to be cut off from the dominant supplier
     */
    void count(MineralState state, Levers levers, MineralMarket market, Beliefs beliefs, double hazard) {
        MineralData.Investment rule = model.data.investment();
        double cut = Math.max(model.data.price().cutoff() * model.reference, state.averagePrice);
        double calm = (1 - rule.spot()) * state.averagePrice + rule.spot() * state.poolPrice;
        double most = rule.deck() * state.averagePrice;
        double pool = Math.min(most, (1 - hazard) * calm + hazard * cut);
        membersCover(levers, market);
        captive(levers, market);
        for (int j : model.poolProducers) {
            int host = model.host[j];
            int plant = j * model.stages + 1;
            double cfd = levers.slices[host].of(Slice.Part.CFD);
            double border = levers.member[host] ? levers.floor : 0;
            double floor = Math.max(border, cfd);
            double reach =
                    cfd >= border ? levers.slices[host].of(Slice.Part.CFD_COVERAGE) * (cfd > 0 ? 1 : 0) : membersCover;
            boolean doubted = cfd >= border ? host == beliefs.hegemon : levers.floorDoubted;
            double lasts = doubted ? survival(beliefs.reversalHazard * model.lead[plant]) : 1;
            double open = pool + reach * lasts * Math.max(0, floor - pool);
            double covered = 0;
            double atContract = 0;
            for (int i = 0; i < model.actors && state.contractedTo[j] > 0; i++) {
                double volume = state.contractBy[i * model.producers + j];
                covered += volume;
                atContract += volume * Math.max(state.terms[i].floor(), pool);
            }
            double size = state.capacity[plant] + state.pending(plant);
            double share = size > LEAST ? Math.min(1, covered / size) : 0;
            counted[j] = covered > LEAST ? share * atContract / covered + (1 - share) * open : open;
            // Buyers who may take certified material only are a market that the others cannot take, at a price that is
            // open.
            backed[j] = share + (1 - share) * Math.max(reach * lasts, beliefs.captive * captive);
        }
    }

    /** Demand that is closed to the dominant supplier's material for want of a certificate, over the pool's output, at most 1. */
    private void captive(Levers levers, MineralMarket market) {
        double closed = 0;
        for (int i = 0; i < model.actors; i++) {
            closed += i == model.home ? 0 : levers.shut[i] * market.market.demand[i];
        }
        double made = market.chain.poolRefining;
        captive = closed <= 0 ? 0 : made > LEAST ? Math.min(1, closed / made) : 1;
    }

    /** The part of the members' output that members buy, and so pay the floor for. */
    private void membersCover(Levers levers, MineralMarket market) {
        membersCover = 0;
        if (levers.floor <= 0) {
            return;
        }
        double bought = 0;
        double made = 0;
        for (int i = 0; i < model.actors; i++) {
            bought += levers.member[i] && i != model.home ? market.market.demand[i] : 0;
            made += levers.member[i] && i != model.home ? market.chain.refined[i] : 0;
        }
        membersCover = made > LEAST ? Math.min(1, bought / made) : bought > 0 ? 1 : 0;
    }
}
