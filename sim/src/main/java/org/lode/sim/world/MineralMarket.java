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
    final double[] support;
    private final double[] ownersProfit;
    private final double[] royalty;
    private final double[] oreFrom;
    private final double[] hostOutput;
    private final double[] hostShare;
    private final double[] cfdPaid;
    private final double[] capitalCharge;
    private final double[] stockCover;
    private final double[] extra;
    private double poolOutput;
    private double oreImports;

    final MineralModel model;
    private final int index;
    private final MarketClearing kernel;
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
        market = new Market(actors, model.producers + 1);
        clearing = new Clearing(actors, model.producers + 1);
        kernel = new MarketClearing(actors, model.producers + 1);
        demand = new double[actors];
        stockFlow = new double[actors];
        support = new double[actors];
        ownersProfit = new double[actors];
        royalty = new double[actors];
        oreFrom = new double[actors];
        hostOutput = new double[actors];
        hostShare = new double[actors];
        cfdPaid = new double[actors];
        capitalCharge = new double[actors];
        stockCover = new double[actors];
        extra = new double[actors];
        MineralData.Supply supply = model.data.supply();
        market.curve = model.curve;
        market.referencePrice = model.reference;
        market.home = model.home;
        market.homeCost = supply.homeCost();
        market.rentShare = supply.rentShare();
        market.evasionCost = supply.leakageCost();
        Arrays.fill(market.leakage, supply.leakage());
        for (int j = 0; j < model.producers; j++) {
            market.captive[j] = model.home >= 0 && model.owner[j] == model.home && model.host[j] != model.home;
        }
    }

    /**
     * Clears the market of one step.
     *
     * @param month months since the start, for demand growth
     */
    void clear(MineralState state, int month) {
        MineralData data = model.data;
        chain.fill(state, levers);
        market.homeCapacity = chain.homeCapacity;
        market.limitPrice = levers.limitPrice;
        market.floor = levers.floor;
        market.lastPrice = state.poolPrice;
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
            market.contractOfBuyer[i] = state.contracted(i);
            market.contractTerms[i] = market.contractOfBuyer[i] > 0 ? state.terms[i] : ContractTerms.NONE;
        }
        for (int j = 0; j < model.producers; j++) {
            market.producer(
                    j, chain.deliverable[j], state.cost[j], data.supply().slope());
            int host = model.host[j];
            market.memberHosted[j] = levers.member[host];
            double cfd = levers.slices[host].cfd;
            market.cfdFloor[j] = cfd;
            market.cfdCoverage[j] = cfd > 0 ? levers.slices[host].cfdCoverage * chain.deliverable[j] : 0;
            double contracted = 0;
            for (int i = 0; i < model.actors; i++) {
                contracted += state.contractBy[i * model.producers + j];
            }
            market.contractOfProducer[j] = contracted;
        }
        inventories(state, outside);
        kernel.clear(market, clearing);
        share(state);
    }

    /** Government stocks: positive buys, negative releases, t/yr. */
    private double stockFlow(MineralState state, Slice slice, int i, boolean releasing) {
        if (releasing) {
            return -Math.min(state.stock[i] / model.data.inventories().release(), demand[i]);
        }
        double target = slice.stockDays / 365 * demand[i];
        if (slice.stockDays <= 0 || state.stock[i] >= target) {
            return 0;
        }
        double price = Math.max(state.poolPrice, state.homePrice);
        double affordable = slice.stockBudget / (price * Market.USD_BN);
        return Math.min((target - state.stock[i]) / model.data.stocks().fill(), affordable);
    }

    /** Private stocks outside the dominant supplier, as one more producer that sells above and buys below its average price. */
    private void inventories(MineralState state, double outside) {
        MineralData.Inventories rule = model.data.inventories();
        int j = model.producers;
        double wanted = outside * rule.months();
        market.priceLow[j] = state.averagePrice;
        market.quantityLow[j] = -Math.max(0, wanted - state.inventory) / rule.release();
        market.priceHigh[j] = state.averagePrice * rule.sellAbove();
        market.quantityHigh[j] = Math.max(0, state.inventory / rule.release());
    }

    private void share(MineralState state) {
        int home = model.home;
        MineralData data = model.data;
        double ore = data.supply().oreShare();
        Arrays.fill(ownersProfit, 0);
        Arrays.fill(royalty, 0);
        Arrays.fill(oreFrom, 0);
        Arrays.fill(hostOutput, 0);
        Arrays.fill(cfdPaid, 0);
        Arrays.fill(capitalCharge, 0);
        poolOutput = 0;
        double charge = data.investment().rate() + data.investment().depreciation();
        for (int j = 0; j < model.producers; j++) {
            int host = model.host[j];
            capitalCharge[model.owner[j]] += charge * state.capital[j];
            if (host == home) {
                continue;
            }
            double output = clearing.output[j];
            hostOutput[host] += output;
            poolOutput += output;
            double surplus = clearing.producerSurplus[j];
            double revenue = clearing.revenue[j] + clearing.cfdPayment[j];
            plantIncome(host, model.owner[j], (1 - ore) * surplus, (1 - ore) * revenue);
            double own = chain.refined[host] > 0 ? chain.ownUse[host] / chain.refined[host] : 0;
            oreIncome(state, host, own * ore * surplus, own * ore * revenue);
            oreFrom[host] += own * output;
            if (chain.tradedOre > 0 && own < 1) {
                for (int h = 0; h < model.actors; h++) {
                    double part = (1 - own) * chain.orePool[h] / chain.tradedOre;
                    if (part > 0) {
                        oreIncome(state, h, part * ore * surplus, part * ore * revenue);
                        oreFrom[h] += part * output;
                    }
                }
            }
            payCfd(host, clearing.cfdPayment[j]);
        }
        oreImports = 0;
        if (home >= 0) {
            double made = clearing.homeSales;
            double ownOre = Math.min(chain.homeMined, made);
            double imported = made - ownOre;
            double margin = made > 0 ? (clearing.homeProfit - clearing.homeRent) / made : 0;
            double price = made > 0 ? clearing.homeRevenue / made : 0;
            hostOutput[home] = made;
            plantIncome(home, home, (1 - ore) * margin * made + clearing.homeRent, (1 - ore) * price * made);
            oreIncome(state, home, ore * margin * ownOre, ore * price * ownOre);
            oreFrom[home] += ownOre;
            double sent = chain.homeOre - chain.homeMined;
            oreImports = sent > 0 ? imported : 0;
            for (int h = 0; h < model.actors && sent > 0; h++) {
                double tonnes = imported * chain.oreHome[h] / sent;
                if (tonnes > 0) {
                    oreIncome(state, h, ore * margin * tonnes, ore * price * tonnes);
                    oreFrom[h] += tonnes;
                }
            }
        }
        for (int i = 0; i < model.actors; i++) {
            hostShare[i] = i == home || poolOutput <= 0 ? 0 : hostOutput[i] / poolOutput;
            double wantedCover = data.exposure().duration() * (clearing.consumption[i] + 1e-9);
            stockCover[i] = Math.min(1, state.stock[i] / Math.max(1e-9, wantedCover));
            Slice slice = levers.slices[i];
            double avoided = Math.max(0, state.recycling[i] - data.recycling().base()) + slice.substitution;
            extra[i] =
                    (data.stocks().carry() * state.stock[i] + data.recycling().cost() * avoided * demand[i])
                            * model.reference
                            * Market.USD_BN;
        }
    }

    private void plantIncome(int host, int owner, double surplus, double revenue) {
        double taken = rate(host) * Math.max(0, revenue);
        royalty[host] += taken;
        ownersProfit[owner] += surplus - taken;
    }

    private void oreIncome(MineralState state, int host, double surplus, double revenue) {
        double taken = rate(host) * Math.max(0, revenue);
        royalty[host] += taken;
        double mined = 0;
        for (int j = 0; j < model.producers; j++) {
            mined += model.host[j] == host ? state.capacity[j * model.stages] : 0;
        }
        if (mined <= 0) {
            ownersProfit[host] += surplus - taken;
            return;
        }
        for (int j = 0; j < model.producers; j++) {
            if (model.host[j] == host) {
                ownersProfit[model.owner[j]] += (surplus - taken) * state.capacity[j * model.stages] / mined;
            }
        }
    }

    private void payCfd(int host, double payment) {
        if (payment <= 0) {
            return;
        }
        double left = payment;
        double[] obey = levers.slices[host].obey;
        for (int g = 0; g < obey.length; g++) {
            for (int a = 0; a < model.actors && obey[g] > 0; a++) {
                if (a != host && levers.slices[a].lead[g] > 0 && levers.slices[a].floor > 0) {
                    double borne = leaderPays[g] * left;
                    cfdPaid[a] += borne;
                    left -= borne;
                }
            }
        }
        cfdPaid[host] += left;
    }

    private double rate(int host) {
        return Math.min(0.9, royaltyRates[host] + levers.slices[host].royalty);
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
    public double consumerSurplus(int actor) {
        double total = market.demand[actor];
        double used = stockFlow[actor] > 0 && total > 0 ? demand[actor] / total : 1;
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
        return cfdPaid[actor] + clearing.contractTransfer[actor] + extra[actor] + oneOffOutlay(actor);
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
        double used = clearing.consumption[actor];
        if (supplier == actor || used <= 0) {
            return 0;
        }
        double share;
        if (actor == model.home) {
            double sent = chain.homeOre - chain.homeMined;
            share = sent > 0 && clearing.homeSales > 0
                    ? oreImports * chain.oreHome[supplier] / sent / clearing.homeSales
                    : 0;
            share += (clearing.poolPurchase[actor] + clearing.contracted[actor]) / used * hostShare[supplier];
        } else if (supplier == model.home) {
            share = (clearing.allotment[actor] - clearing.resale[actor]) / used;
        } else {
            share = (clearing.poolPurchase[actor] + clearing.contracted[actor]) / used * hostShare[supplier];
        }
        if (share <= 0) {
            return 0;
        }
        MineralData.Exposure loss = model.data.exposure();
        return loss.duration()
                * loss.multiple()
                * used
                * model.reference
                * Market.USD_BN
                * model.concentrated(share)
                * (1 - stockCover[actor]);
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
