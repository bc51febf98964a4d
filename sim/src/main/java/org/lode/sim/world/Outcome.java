package org.lode.sim.world;

import java.util.Arrays;
import org.lode.agents.payoff.ProfileComponent;

/** What one round brought, averaged over its steps: prices, shares, money by component. Overwritten each round. */
public final class Outcome {
    private final Scenario scenario;
    private final double[] poolPrice;
    private final double[] homePrice;
    /** Pool price over home price, and the same had there been no barrier. */
    private final double[] wedge;

    private final double[] freeWedge;
    private final double[] homeRefined;
    private final double[] homeMined;
    private final double[] homeSupply;
    private final double[] shortage;
    private final double[] poolRefining;
    private final double[] decisions;
    private final double[] use;
    /** What buyers outside the dominant supplier spend, by mineral, and what their tonnes would cost at base prices. */
    private final double[] spending;

    private final double[] spendingAtBase;
    /** Seller x buyer: finished tonnes across borders at reference prices, USD bn a year. */
    private final double[] trade;

    private final double[] hhi;
    private final double[] largest;
    private final double[] cover;
    private final double[] fromHome;
    private final double[] fromPool;
    private final double[][] flows;
    private final double[] adoption;
    private final double[][] commitment;
    private double spent;
    private double atBase;
    private double poolCapacityValue;
    private final BaseRound base;
    private final ProfileView shown;
    private double credibility;
    private boolean authority;
    private boolean truce;
    private double rulePowerHome;
    private double rulePowerWest;
    private double hostility;

    Outcome(Scenario scenario, BaseRound base, ProfileView view) {
        this.scenario = scenario;
        this.base = base;
        this.shown = view;
        int minerals = scenario.minerals.length;
        poolPrice = new double[minerals];
        homePrice = new double[minerals];
        wedge = new double[minerals];
        freeWedge = new double[minerals];
        homeRefined = new double[minerals];
        homeMined = new double[minerals];
        homeSupply = new double[minerals];
        shortage = new double[minerals];
        poolRefining = new double[minerals];
        decisions = new double[minerals];
        use = new double[minerals];
        spending = new double[minerals];
        spendingAtBase = new double[minerals];
        trade = new double[scenario.actors().size() * scenario.actors().size()];
        hhi = new double[minerals];
        largest = new double[minerals];
        cover = new double[minerals];
        fromHome = new double[scenario.actors().size()];
        fromPool = new double[scenario.actors().size()];
        flows = new double[scenario.components().size()][scenario.actors().size()];
        adoption = new double[scenario.clubCount()];
        commitment = new double[scenario.actors().size()][scenario.clubCount()];
    }

    BaseRound base() {
        return base;
    }

    void clear() {
        Arrays.fill(poolPrice, 0);
        Arrays.fill(homePrice, 0);
        Arrays.fill(wedge, 0);
        Arrays.fill(freeWedge, 0);
        Arrays.fill(homeRefined, 0);
        Arrays.fill(homeMined, 0);
        Arrays.fill(homeSupply, 0);
        Arrays.fill(shortage, 0);
        Arrays.fill(poolRefining, 0);
        Arrays.fill(decisions, 0);
        Arrays.fill(use, 0);
        Arrays.fill(spending, 0);
        Arrays.fill(spendingAtBase, 0);
        Arrays.fill(trade, 0);
        Arrays.fill(hhi, 0);
        Arrays.fill(largest, 0);
        Arrays.fill(cover, 0);
        Arrays.fill(fromHome, 0);
        Arrays.fill(fromPool, 0);
        for (double[] flow : flows) {
            Arrays.fill(flow, 0);
        }
        spent = 0;
        atBase = 0;
        poolCapacityValue = 0;
    }

    void add(int m, MineralDynamics mineral, double weight) {
        MineralMarket market = mineral.market;
        poolPrice[m] += weight * market.poolPrice();
        homePrice[m] += weight * market.homePrice();
        if (mineral.model.home >= 0) {
            wedge[m] += weight * market.clearing.wedge;
            freeWedge[m] += weight * market.freeWedge();
        }
        homeRefined[m] += weight * homeRefinedShare(mineral);
        homeMined[m] += weight * homeMinedShare(mineral);
        shortage[m] += weight * market.clearing.shortage;
        double tonnes = 0;
        double fromHome = 0;
        for (int i = 0; i < market.actors(); i++) {
            if (i != mineral.model.home) {
                tonnes += market.clearing.consumption[i];
                fromHome += market.clearing.allotment[i] - market.clearing.resale[i];
            }
        }
        homeSupply[m] += tonnes > 0 ? weight * Math.max(0, fromHome) / tonnes : 0;
        double outside = weight * outsideSpending(market);
        spent += outside;
        spending[m] += outside;
        concentrate(m, mineral, weight);
        channels(mineral, weight);
        atBase += weight * tonnes * base.outsidePrice[m];
        spendingAtBase[m] += weight * tonnes * base.outsidePrice[m];
        poolRefining[m] += weight * market.chain.poolRefining;
        decisions[m] += weight * mineral.refiningDecided();
        double capacity = market.market.homeCapacity;
        use[m] += capacity > 0 ? weight * (market.clearing.homeSales - market.clearing.fromStock) / capacity : 0;
        addTrade(mineral, weight);
        poolCapacityValue += weight * market.chain.poolRefining * mineral.model.reference * 1e-6;
        var components = scenario.components();
        for (int c = 0; c < flows.length; c++) {
            if (!(components.get(c) instanceof ProfileComponent)) {
                for (int i = 0; i < scenario.choosers(); i++) {
                    flows[c][i] += weight * World.flow(components.get(c), i, market.actors(), market, shown);
                }
            }
        }
    }

    /** Adds who bought from whom: in the pool all buy from all, as the tonnes made there mix. */
    private void addTrade(MineralDynamics mineral, double weight) {
        MineralModel model = mineral.model;
        var clearing = mineral.market.clearing;
        int actors = model.actors;
        double value = weight * model.reference * 1e-6;
        double made = 0;
        for (int s = 0; s < model.refiners.length; s++) {
            made += Math.max(0, clearing.output[s]);
        }
        for (int i = 0; i < actors; i++) {
            if (model.home >= 0 && i != model.home) {
                trade[model.home * actors + i] += value * Math.max(0, clearing.allotment[i] - clearing.resale[i]);
            }
            double bought = clearing.poolPurchase[i] + clearing.contracted[i];
            for (int s = 0; s < model.refiners.length && made > 0; s++) {
                int seller = model.host[model.refiners[s]];
                if (seller != i) {
                    trade[seller * actors + i] += value * bought * Math.max(0, clearing.output[s]) / made;
                }
            }
        }
    }

    /** How refining is spread over hosts. */
    private void concentrate(int m, MineralDynamics mineral, double weight) {
        Chain chain = mineral.market.chain;
        int home = mineral.model.home;
        double sum = 0;
        double squares = 0;
        double most = 0;
        double used = 0;
        for (int h = 0; h < chain.refined.length; h++) {
            double refined = h == home ? chain.homeRefining() : chain.refined[h];
            sum += refined;
            squares += refined * refined;
            most = Math.max(most, refined);
            used += mineral.market.clearing.consumption[h];
        }
        if (sum > 0) {
            hhi[m] += weight * squares / (sum * sum);
            largest[m] += weight * most / sum;
        }
        cover[m] += used > 0 ? weight * (sum - most) / used : 0;
    }

    /** Who uses what from which channel, of minerals that have two, at reference prices. */
    private void channels(MineralDynamics mineral, double weight) {
        int home = mineral.model.home;
        if (home < 0) {
            return;
        }
        var clearing = mineral.market.clearing;
        double value = weight * mineral.model.reference * 1e-6;
        for (int i = 0; i < fromHome.length; i++) {
            double pooled = clearing.poolPurchase[i] + clearing.contracted[i];
            double own = i == home
                    ? clearing.consumption[i] - pooled
                    : Math.max(0, clearing.allotment[i] - clearing.resale[i]);
            fromHome[i] += value * Math.max(0, own);
            fromPool[i] += value * pooled;
        }
    }

    /** Takes in what depends on the profile that was played, once all markets are in. */
    void finish(int[] profile) {
        ProfileView view = shown;
        var components = scenario.components();
        for (int c = 0; c < flows.length; c++) {
            for (int i = 0; i < profile.length; i++) {
                if (components.get(c) instanceof ProfileComponent component) {
                    flows[c][i] = component.flow(i, view);
                }
                flows[c][i] -= base.flows[c][i];
            }
        }
        truce = view.truce();
        credibility = view.credibility();
    }

    void slow(WorldState state) {
        System.arraycopy(state.adoption, 0, adoption, 0, adoption.length);
        int clubs = adoption.length;
        for (int i = 0; i < commitment.length; i++) {
            System.arraycopy(state.commitment, i * clubs, commitment[i], 0, clubs);
        }
        authority = state.authority;
        rulePowerHome = state.rulePowerHome;
        rulePowerWest = state.rulePowerWest;
        int n = scenario.actors().size();
        hostility = scenario.hegemon >= 0 && scenario.dominant >= 0
                ? (state.hostility[scenario.hegemon * n + scenario.dominant]
                                + state.hostility[scenario.dominant * n + scenario.hegemon])
                        / 2
                : 0;
    }

    /** Dominant supplier's share of refining: ore-limited capacity of its channel over both channels'. */
    static double homeRefinedShare(MineralDynamics mineral) {
        Chain chain = mineral.market.chain;
        int home = mineral.model.home;
        double refined = home >= 0 ? chain.homeRefining() : chain.refined[Math.max(0, chinaOf(mineral))];
        double all = home >= 0 ? refined + chain.poolRefining : chain.poolRefining;
        return all > 0 ? refined / all : 0;
    }

    static double homeMinedShare(MineralDynamics mineral) {
        double sum = 0;
        for (double mined : mineral.market.chain.mined) {
            sum += mined;
        }
        int home = mineral.model.home >= 0 ? mineral.model.home : chinaOf(mineral);
        return sum > 0 && home >= 0 ? mineral.market.chain.mined[home] / sum : 0;
    }

    private static int chinaOf(MineralDynamics mineral) {
        return mineral.dominantActor;
    }

    /** What buyers outside the dominant supplier spend on their consumption, in t/yr x USD/kg. */
    static double outsideSpending(MineralMarket market) {
        double sum = 0;
        var clearing = market.clearing;
        for (int i = 0; i < market.actors(); i++) {
            if (i != market.model.home) {
                double pooled = clearing.poolPurchase[i] + clearing.contracted[i];
                double poolPrice = market.market.member[i]
                        ? Math.max(clearing.poolPrice, market.market.floor)
                        : clearing.poolPrice;
                sum += clearing.allotment[i] * clearing.deliveredPrice[i]
                        + pooled * poolPrice
                        - clearing.resale[i] * clearing.poolPrice
                        + clearing.contractTransfer[i] * 1e6
                        + clearing.rentPaid[i] * 1e6;
            }
        }
        return sum;
    }

    /** Average pool price, USD/kg. */
    public double poolPrice(int mineral) {
        return poolPrice[mineral];
    }

    /** Average price of the dominant supplier, USD/kg. */
    public double homePrice(int mineral) {
        return homePrice[mineral];
    }

    /** Dominant supplier's share of refining. */
    public double homeRefined(int mineral) {
        return homeRefined[mineral];
    }

    /** Dominant supplier's share of mining. */
    public double homeMined(int mineral) {
        return homeMined[mineral];
    }

    /** Dominant supplier's share of what is consumed outside it. */
    public double homeSupply(int mineral) {
        return homeSupply[mineral];
    }

    /** Unmet demand at the backstop price, t/yr. */
    public double shortage(int mineral) {
        return shortage[mineral];
    }

    /** Capacity of the pool's channel as its ore allows, t/yr. */
    public double poolRefining(int mineral) {
        return poolRefining[mineral];
    }

    /** Use of the dominant supplier's capacity, as far as its ore allows; 0 where there is none. */
    public double use(int mineral) {
        return use[mineral];
    }

    /** Final investment decisions on refining outside the dominant supplier, t/yr of capacity per year. */
    public double decisions(int mineral) {
        return decisions[mineral];
    }

    /** What buyers outside the dominant supplier spend on a mineral, USD bn a year. */
    public double spending(int mineral) {
        return spending[mineral] * 1e-6;
    }

    /** What the same tonnes would cost at the base round's prices, USD bn a year. */
    public double spendingAtBase(int mineral) {
        return spendingAtBase[mineral] * 1e-6;
    }

    /** Finished tonnes that one actor's soil sells to another, all minerals at reference prices, USD bn a year. */
    public double trade(int seller, int buyer) {
        return trade[seller * scenario.actors().size() + buyer];
    }

    /** Herfindahl-Hirschman index of refining over hosts, 0..1. */
    public double hhi(int mineral) {
        return hhi[mineral];
    }

    /** Share of the host that refines most. */
    public double largest(int mineral) {
        return largest[mineral];
    }

    /** Share of what is used that could be refined without the host that refines most; may pass 1. */
    public double coverWithoutLargest(int mineral) {
        return cover[mineral];
    }

    /** What an actor uses from the dominant supplier's channel, at reference prices, USD bn a year. */
    public double fromHome(int actor) {
        return fromHome[actor];
    }

    /** What an actor uses from the pool, of minerals that have a dominant supplier, at reference prices, USD bn a year. */
    public double fromPool(int actor) {
        return fromPool[actor];
    }

    /** Change of an actor's component against the base round, USD bn a year, unweighted. */
    public double flow(int component, int actor) {
        return flows[component][actor];
    }

    /** Weighted sum of an actor's components, USD bn a year. */
    public double payoff(int actor) {
        double sum = 0;
        var weights = scenario.actors().get(actor).weights();
        for (int c = 0; c < flows.length; c++) {
            sum += weights.get(c) * flows[c][actor];
        }
        return sum;
    }

    /** Pool price over the dominant supplier's of a mineral, averaged over steps; 0 where there is no such supplier. */
    public double wedge(int mineral) {
        return wedge[mineral];
    }

    /** The part of a mineral's wedge that is made by policy: what it loses if the same step is cleared without barriers. */
    public double barrierWedge(int mineral) {
        return wedge[mineral] - freeWedge[mineral];
    }

    /** Pool price over the dominant supplier's, at most the scenario's cap, averaged over the minerals that have one. */
    public double wedge() {
        double sum = 0;
        int count = 0;
        for (int m = 0; m < wedge.length; m++) {
            if (scenario.minerals[m].home >= 0) {
                sum += Math.min(scenario.data().regimes().wedgeCap(), wedge[m]);
                count++;
            }
        }
        return count > 0 ? sum / count : 1;
    }

    /** The same uncapped and weighted by the value of world demand at base. */
    public double wedgeByValue() {
        double sum = 0;
        double weights = 0;
        for (int m = 0; m < wedge.length; m++) {
            MineralModel mineral = scenario.minerals[m];
            if (mineral.home >= 0) {
                double value = mineral.data.demand().world() * mineral.reference;
                sum += value * wedge[m];
                weights += value;
            }
        }
        return weights > 0 ? sum / weights : 1;
    }

    /** The part of the wedge made by policy, at most the cap, averaged over the minerals with a dominant supplier. */
    public double barrierWedge() {
        double sum = 0;
        int count = 0;
        for (int m = 0; m < wedge.length; m++) {
            if (scenario.minerals[m].home >= 0) {
                sum += Math.min(scenario.data().regimes().wedgeCap(), barrierWedge(m));
                count++;
            }
        }
        return count > 0 ? sum / count : 0;
    }

    /**
     * The wedge that policy makes in at least {@code split} of the minerals with a dominant supplier: 1 plus the least of their largest
     * parts made by policy. So policy splits that many of them at a threshold exactly if this reaches it.
     */
    public double splitWedge() {
        int count = 0;
        for (MineralModel mineral : scenario.minerals) {
            count += mineral.home >= 0 ? 1 : 0;
        }
        int needed = Math.max(1, (int) Math.ceil(scenario.data().regimes().split() * count - 1e-9));
        double least = 0;
        for (int m = 0; m < wedge.length; m++) {
            double part = barrierWedge(m);
            int atLeast = 0;
            for (int k = 0; k < wedge.length; k++) {
                atLeast += scenario.minerals[k].home >= 0 && barrierWedge(k) >= part ? 1 : 0;
            }
            least = scenario.minerals[m].home >= 0 && atLeast >= needed ? Math.max(least, part) : least;
        }
        return 1 + least;
    }

    /** Share of the minerals with a dominant supplier whose wedge made by policy lifts the price by at least {@code omega} - 1. */
    public double policyWedged() {
        int wedged = 0;
        int count = 0;
        for (int m = 0; m < wedge.length; m++) {
            if (scenario.minerals[m].home >= 0) {
                wedged += barrierWedge(m) >= scenario.data().regimes().omega() - 1 ? 1 : 0;
                count++;
            }
        }
        return count > 0 ? wedged / (double) count : 0;
    }

    /** Spending outside the dominant supplier over the same tonnes at base prices; 1 in the base round. */
    public double chainCost() {
        return atBase > 0 ? spent / atBase : 1;
    }

    /** Pool refining capacity at reference prices, USD bn a year. */
    public double poolCapacity() {
        return poolCapacityValue;
    }

    /** Adoption of a club after the round. */
    public double adoption(int club) {
        return adoption[club];
    }

    /** Embedding of an actor in a club after the round. */
    public double commitment(int actor, int club) {
        return commitment[actor][club];
    }

    /** Perceived chance that the hegemon's course survives a year. */
    public double credibility() {
        return credibility;
    }

    /** Whether the hegemon may leave its fallback. */
    public boolean authority() {
        return authority;
    }

    public boolean truce() {
        return truce;
    }

    public double rulePowerHome() {
        return rulePowerHome;
    }

    public double rulePowerWest() {
        return rulePowerWest;
    }

    /** Mean hostility between hegemon and dominant supplier. */
    public double hostility() {
        return hostility;
    }
}
