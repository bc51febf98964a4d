package org.lode.sim.world;

import java.util.Arrays;
import org.lode.agents.view.MarketOutcome;
import org.lode.sim.market.Clearing;
import org.lode.sim.market.ContractTerms;
import org.lode.sim.market.Market;
import org.lode.sim.market.MarketClearing;

/**
 * One mineral's market in one step: sets the kernel's market up from state and levers, clears it, and shares the money
 * among hosts and owners. Scratch space of one thread; a step allocates nothing.
 */
final class MineralMarket implements MarketOutcome {
    final Chain chain;
    final Market market;
    final Clearing clearing;
    /** Private demand net of recycling and substitution, t/yr, before stock purchases. */
    final double[] demand;

    final double[] stockFlow;
    /** What is bought for private stocks, by who buys it, t/yr at the base price. */
    private final double[] traders;

    final double[] support;
    private final double[] ownersProfit;
    private final double[] royalty;
    private final double[] oreFrom;
    private final double[] hostOutput;
    private final double[] hostShare;
    private final double[] cfdPaid;
    private final double[] capitalCharge;
    private final double[] oreSurplus;
    private final double[] oreRevenue;
    /** By buyer: loss of a certain stop of all supply, and the shares of its supply that come from either channel. */
    private final double[] atStake;

    private final double[] fromPool;
    private final double[] fromHome;
    private final double[] extra;
    private double poolOutput;
    private double oreImports;
    private double oreShare;

    final MineralModel model;
    private final int index;
    private final MarketClearing kernel;
    private final Market free;
    private final Clearing freeClearing;
    private final double[] leaderPays;
    private final double[] royaltyRates;
    private final boolean[] resourceStates;
    private final Levers levers;

    MineralMarket(MineralModel model, int index, Scenario scenario, Levers levers) {
        this.levers = levers;
        this.model = model;
        this.index = index;
        this.leaderPays = scenario.leaderPays;
        this.royaltyRates = scenario.royalties;
        this.resourceStates = scenario.resourceStates;
        int actors = model.actors;
        chain = new Chain(model);
        int sellers = model.refiners.length + 1;
        market = new Market(actors, sellers);
        clearing = new Clearing(actors, sellers);
        kernel = new MarketClearing(actors, sellers);
        free = new Market(actors, sellers);
        freeClearing = new Clearing(actors, sellers);
        demand = new double[actors];
        stockFlow = new double[actors];
        traders = new double[actors];
        support = new double[actors];
        ownersProfit = new double[actors];
        royalty = new double[actors];
        oreFrom = new double[actors];
        hostOutput = new double[actors];
        hostShare = new double[actors];
        cfdPaid = new double[actors];
        capitalCharge = new double[actors];
        oreSurplus = new double[actors];
        oreRevenue = new double[actors];
        atStake = new double[actors];
        fromPool = new double[actors];
        fromHome = new double[actors];
        extra = new double[actors];
        MineralData.Supply supply = model.data.supply();
        market.curve = model.curve;
        market.referencePrice = model.reference;
        market.home = model.home;
        market.rentShare = supply.rentShare();
        market.evasionCost = supply.leakageCost();
        Arrays.fill(market.leakage, supply.leakage());
        for (int r = 0; r < model.refiners.length; r++) {
            market.captive[r] = model.home >= 0 && model.owner[model.refiners[r]] == model.home;
        }
    }

    /**
     * Clears the market of one step.
     *
     * @param month months since the start, for demand growth
     */
    void clear(MineralState state, int month) {
        prepare(state, month);
        kernel.clear(market, clearing);
        share(state);
    }

    /** Sets the kernel's market up without clearing it. */
    void prepare(MineralState state, int month) {
        MineralData data = model.data;
        chain.fill(state, levers);
        market.homeCapacity = chain.homeCapacity * (1 - levers.productionQuota);
        market.homeCost = model.homeCost;
        market.homeMargin = model.margin;
        market.limitPrice = levers.limitPrice;
        market.homeStock = model.home < 0 ? 0 : data.stocks().dumped() * state.stock[model.home];
        market.floor = levers.floor;
        market.lastPrice = state.poolPrice;
        market.lastHomePrice = state.homePrice;
        double[] growth = model.growth;
        int at = Math.min(month, growth.length - 1);
        double outside = 0;
        boolean releasing = state.poolPrice > data.stocks().releaseAbove() * state.averagePrice;
        for (int i = 0; i < model.actors; i++) {
            double gross = model.baseDemand[i]
                    * (i == model.home ? model.homeGrowth[at] : growth[at])
                    * state.shock
                    * state.substitution[i];
            demand[i] = gross * (1 - state.recycling[i]);
            outside += i == model.home ? 0 : demand[i];
            stockFlow[i] = stockFlow(state, levers.slices[i], i, releasing);
            market.demand[i] = Math.max(0, demand[i] + stockFlow[i]);
            market.tariff[i] = levers.tariff[i];
            market.control[i] = levers.control[i];
            market.importCap[i] = levers.cap[i];
            market.member[i] = levers.member[i];
            market.contractOfBuyer[i] = state.contractedOf[i];
            market.contractTerms[i] = market.contractOfBuyer[i] > 0 ? state.terms[i] : ContractTerms.NONE;
        }
        double slope = data.supply().slope();
        for (int r = 0; r < model.refiners.length; r++) {
            int j = model.refiners[r];
            market.producer(r, chain.deliverable[j], state.cost[j], slope);
            int host = model.host[j];
            market.memberHosted[r] = levers.member[host];
            double cfd = levers.slices[host].of(Slice.Part.CFD);
            market.cfdFloor[r] = cfd;
            market.cfdCoverage[r] =
                    cfd > 0 ? levers.slices[host].of(Slice.Part.CFD_COVERAGE) * chain.deliverable[j] : 0;
            market.contractOfProducer[r] = state.contractedTo[j];
        }
        inventories(state, outside);
    }

    MarketClearing kernel() {
        return kernel;
    }

    /** Pool price over the dominant supplier's had the step no barrier: no control, cap, tariff, certificate, floor or discount. */
    double freeWedge() {
        free.copyFrom(market);
        Arrays.fill(free.tariff, 0);
        Arrays.fill(free.control, 0);
        Arrays.fill(free.importCap, 1);
        Arrays.fill(free.cfdFloor, 0);
        free.floor = 0;
        free.limitPrice = 0;
        kernel.clear(free, freeClearing);
        return freeClearing.wedge;
    }

    /** Government stocks: positive buys, negative releases, t/yr. */
    private double stockFlow(MineralState state, Slice slice, int i, boolean releasing) {
        if (releasing) {
            return -Math.min(state.stock[i] / model.data.inventories().release(), demand[i]);
        }
        double target = slice.of(Slice.Part.STOCK_DAYS) / 365 * demand[i];
        double budget = slice.of(Slice.Part.STOCK_BUDGET);
        if (slice.of(Slice.Part.STOCK_DAYS) <= 0 || budget <= 0 || state.stock[i] >= target) {
            return 0; // nothing buys nothing, even in a glut in which the price is 0
        }
        double price = Math.max(state.poolPrice, state.homePrice);
        double affordable = budget / (price * Market.USD_BN);
        return Math.min((target - state.stock[i]) / model.data.stocks().fill(), affordable);
    }

    /**
     * Private stocks outside the dominant supplier. They are rebuilt, by buyers in proportion to their demand and from whomever is
     * cheapest, the more the lower the price of the step before stood below its average; and they are sold, as one more producer,
     * above that average.
     */
    private void inventories(MineralState state, double outside) {
        MineralData.Inventories rule = model.data.inventories();
        double low = state.averagePrice / rule.sellAbove();
        double cheap = (state.averagePrice - state.poolPrice) / (state.averagePrice - low);
        double lacks = Math.max(0, outside * rule.months() - state.inventory);
        double rebuilt = Math.min(1, Math.max(0, cheap)) * lacks / rule.release();
        for (int i = 0; i < model.actors; i++) {
            traders[i] = i == model.home || outside <= 0 ? 0 : rebuilt * demand[i] / outside;
            market.demand[i] += traders[i];
        }
        market.producer(
                model.refiners.length, state.inventory / rule.release(), state.averagePrice, rule.sellAbove() - 1);
    }

    /** What private stocks sell less what is bought for them, t/yr. */
    double inventoryFlow() {
        double sum = clearing.output[model.refiners.length];
        for (int i = 0; i < model.actors; i++) {
            sum -= traders[i] > 0 ? clearing.consumption[i] * traders[i] / market.demand[i] : 0;
        }
        return sum;
    }

    /** Shares the money of the step among hosts and owners. */
    private void share(MineralState state) {
        MineralData data = model.data;
        double ore = data.supply().oreShare();
        Arrays.fill(ownersProfit, 0);
        Arrays.fill(royalty, 0);
        Arrays.fill(oreFrom, 0);
        Arrays.fill(oreSurplus, 0);
        Arrays.fill(oreRevenue, 0);
        Arrays.fill(hostOutput, 0);
        Arrays.fill(cfdPaid, 0);
        Arrays.fill(capitalCharge, 0);
        double charge = data.investment().rate() + data.investment().depreciation();
        for (int j = 0; j < model.producers; j++) {
            capitalCharge[model.owner[j]] += charge * state.capital[j];
        }
        sharePool(ore);
        shareHome(ore);
        payMiners(state);
        weighExposure(state);
        for (int i = 0; i < model.actors; i++) {
            double avoided = Math.max(0, state.recycling[i] - data.recycling().base())
                    + levers.slices[i].of(Slice.Part.SUBSTITUTION);
            extra[i] =
                    (data.stocks().carry() * state.stock[i] + data.recycling().cost() * avoided * demand[i])
                            * model.reference
                            * Market.USD_BN;
        }
    }

    private void sharePool(double ore) {
        double tradedSurplus = 0;
        double tradedRevenue = 0;
        double tradedOutput = 0;
        poolOutput = 0;
        for (int r = 0; r < model.refiners.length; r++) {
            int j = model.refiners[r];
            int host = model.host[j];
            double output = clearing.output[r];
            hostOutput[host] += output;
            poolOutput += output;
            double surplus = clearing.producerSurplus[r];
            double revenue = clearing.revenue[r] + clearing.cfdPayment[r];
            plantIncome(host, model.owner[j], (1 - ore) * surplus, (1 - ore) * revenue);
            double own = chain.refined[host] > 0 ? chain.ownUse[host] / chain.refined[host] : 0;
            oreSurplus[host] += own * ore * surplus;
            oreRevenue[host] += own * ore * revenue;
            oreFrom[host] += own * output;
            tradedSurplus += (1 - own) * ore * surplus;
            tradedRevenue += (1 - own) * ore * revenue;
            tradedOutput += (1 - own) * output;
            payCfd(host, clearing.cfdPayment[r]);
        }
        for (int h = 0; h < model.actors && chain.tradedOre > 0; h++) {
            double part = chain.orePool[h] / chain.tradedOre;
            oreSurplus[h] += part * tradedSurplus;
            oreRevenue[h] += part * tradedRevenue;
            oreFrom[h] += part * tradedOutput;
        }
    }

    private void shareHome(double ore) {
        int home = model.home;
        oreImports = 0;
        if (home < 0) {
            return;
        }
        double made = clearing.homeSales;
        double ownOre = Math.min(chain.homeMined, made);
        double imported = made - ownOre;
        double margin = made > 0 ? (clearing.homeProfit - clearing.homeRent) / made : 0;
        double price = made > 0 ? clearing.homeRevenue / made : 0;
        hostOutput[home] = made;
        plantIncome(home, home, (1 - ore) * margin * made + clearing.homeRent, (1 - ore) * price * made);
        oreSurplus[home] += ore * margin * ownOre;
        oreRevenue[home] += ore * price * ownOre;
        oreFrom[home] += ownOre;
        double sent = chain.homeOre - chain.homeMined;
        oreImports = sent > 0 ? imported : 0;
        for (int h = 0; h < model.actors && sent > 0; h++) {
            double tonnes = imported * chain.oreHome[h] / sent;
            oreSurplus[h] += ore * margin * tonnes;
            oreRevenue[h] += ore * price * tonnes;
            oreFrom[h] += tonnes;
        }
    }

    private void plantIncome(int host, int owner, double surplus, double revenue) {
        double taken = rate(host) * Math.max(0, revenue);
        royalty[host] += taken;
        ownersProfit[owner] += surplus - taken;
    }

    /** Passes each host's ore income, less royalty, to the owners of its mines by capacity. */
    private void payMiners(MineralState state) {
        for (int h = 0; h < model.actors; h++) {
            double taken = rate(h) * Math.max(0, oreRevenue[h]);
            royalty[h] += taken;
            oreSurplus[h] -= taken;
            if (chain.mined[h] <= 0) {
                ownersProfit[h] += oreSurplus[h];
            }
        }
        for (int j = 0; j < model.producers; j++) {
            int host = model.host[j];
            double mined = state.capacity[j * model.stages] * state.outage[j];
            if (mined > 0) {
                ownersProfit[model.owner[j]] += oreSurplus[host] * mined / chain.mined[host];
            }
        }
    }

    private void weighExposure(MineralState state) {
        MineralData.Exposure loss = model.data.exposure();
        double scale = loss.duration() * loss.multiple() * model.reference * Market.USD_BN;
        double sent = chain.homeOre - chain.homeMined;
        oreShare = sent > 0 && clearing.homeSales > 0 ? oreImports / sent / clearing.homeSales : 0;
        for (int i = 0; i < model.actors; i++) {
            hostShare[i] = i == model.home || poolOutput <= 0 ? 0 : hostOutput[i] / poolOutput;
            double used = clearing.consumption[i];
            double wantedCover = Math.max(1e-9, loss.duration() * used);
            atStake[i] = used > 0 ? scale * used * (1 - Math.min(1, state.stock[i] / wantedCover)) : 0;
            fromPool[i] = used > 0 ? (clearing.poolPurchase[i] + clearing.contracted[i]) / used : 0;
            fromHome[i] = used > 0 ? (clearing.allotment[i] - clearing.resale[i]) / used : 0;
        }
    }

    private void payCfd(int host, double payment) {
        if (payment <= 0) {
            return;
        }
        double left = payment;
        for (int g = 0; g < leaderPays.length; g++) {
            boolean obeys = levers.slices[host].of(Slice.Part.OBEY, g) > 0;
            for (int at = 0; at < levers.floorSetters && obeys; at++) {
                int a = levers.floorSetter[at];
                if (a != host && levers.slices[a].of(Slice.Part.LEAD, g) > 0) {
                    double borne = leaderPays[g] * left;
                    cfdPaid[a] += borne;
                    left -= borne;
                }
            }
        }
        cfdPaid[host] += left;
    }

    private double rate(int host) {
        return Math.min(0.9, royaltyRates[host] + levers.slices[host].of(Slice.Part.ROYALTY));
    }

    /** Forgets the support paid at the last decisions. */
    void noSupport() {
        Arrays.fill(support, 0);
    }

    @Override
    public int mineral() {
        return index;
    }

    @Override
    public int actors() {
        return model.actors;
    }

    @Override
    public boolean resourceState(int actor) {
        return resourceStates[actor];
    }

    @Override
    public double poolPrice() {
        return clearing.poolPrice;
    }

    @Override
    public double homePrice() {
        return clearing.homePrice;
    }

    @Override
    public double price(int actor) {
        return clearing.userPrice[actor];
    }

    @Override
    public double baseBill(int actor) {
        return model.baseDemand[actor] * model.reference * Market.USD_BN;
    }

    @Override
    public double consumerSurplus(int actor) {
        double total = market.demand[actor];
        boolean stocks = stockFlow[actor] > 0 || traders[actor] > 0;
        double used = stocks && total > 0 ? Math.min(1, demand[actor] / total) : 1;
        return used * clearing.consumerSurplus[actor];
    }

    @Override
    public double ownersProfit(int actor) {
        return ownersProfit[actor];
    }

    @Override
    public double capitalCharge(int actor) {
        return capitalCharge[actor];
    }

    @Override
    public double royalty(int actor) {
        return royalty[actor];
    }

    @Override
    public double borderRevenue(int actor) {
        double tariff = market.tariff[actor];
        double kept = tariff > 0 ? (tariff - levers.certification[actor]) / tariff : 0;
        return clearing.tariffRevenue[actor] * kept + clearing.levyRevenue[actor];
    }

    /** Running outlays and one-off ones. */
    @Override
    public double outlay(int actor) {
        return (actor == model.home ? clearing.dumpingLoss : 0)
                + cfdPaid[actor]
                + clearing.contractTransfer[actor]
                + extra[actor]
                + oneOffOutlay(actor);
    }

    @Override
    public double oneOffOutlay(int actor) {
        return support[actor] + stockFlow[actor] * clearing.userPrice[actor] * Market.USD_BN;
    }

    @Override
    public double processingValue(int actor) {
        MineralData.Processing processing = model.data.processing();
        double refinedHere = hostOutput[actor];
        double finished = actor == model.home ? hostOutput[actor] : poolOutput * chain.finishing[actor];
        return (processing.refine() * refinedHere + (model.stages > 2 ? processing.finish() * finished : 0))
                * model.reference
                * Market.USD_BN;
    }

    @Override
    public double bill(int actor) {
        return clearing.consumption[actor] * clearing.userPrice[actor] * Market.USD_BN;
    }

    @Override
    public double exposure(int actor, int supplier) {
        if (supplier == actor || atStake[actor] <= 0) {
            return 0;
        }
        double share = supplier == model.home ? fromHome[actor] : fromPool[actor] * hostShare[supplier];
        if (actor == model.home) {
            share += oreShare * chain.oreHome[supplier];
        }
        return share <= 0 ? 0 : atStake[actor] * model.concentrated(share);
    }

    @Override
    public double curtailed(int actor) {
        return levers.control[actor];
    }

    /** Ore from a host's mines that was processed anywhere, t/yr. */
    double oreFrom(int host) {
        return oreFrom[host];
    }

    /** Output of the plants on a host's soil, t/yr. */
    double hostOutput(int host) {
        return hostOutput[host];
    }

    /** Output of all pool plants, inventories apart, t/yr. */
    double poolOutput() {
        return poolOutput;
    }
}
