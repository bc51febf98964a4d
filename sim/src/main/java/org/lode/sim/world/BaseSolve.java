package org.lode.sim.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Problem;
import org.lode.sim.config.Settings;
import org.lode.sim.market.Market;

/**
 * Unit costs and margins at which the base round clears at the minerals' prices: the pool's costs are scaled by bisection, as far as
 * its price depends on them; the dominant supplier's margin at full use follows in closed form from the use of its capacity, and only
 * where that margin would leave its limits its unit cost gives way. Both costs stay within the mineral's band.
 */
final class BaseSolve {
    private static final int HALVINGS = 60;

    private final Scenario scenario;
    private final List<MineralData> solved = new ArrayList<>();
    private final List<Miss> misses = new ArrayList<>();

    /** A price that the base round does not clear at. */
    private record Miss(String mineral, String price, double wanted, double found) {}

    BaseSolve(Scenario scenario) {
        this.scenario = scenario;
        var state = new WorldState(scenario);
        var institutions = new Institutions(scenario);
        var view = new ProfileView(scenario, state);
        int[] start = scenario.startProfile();
        institutions.start(state);
        view.show(start);
        institutions.believe(state, view);
        for (int m = 0; m < scenario.minerals.length; m++) {
            var dynamics = new MineralDynamics(scenario, m);
            for (int i = 0; i < scenario.actors().size(); i++) {
                dynamics.levers.slices[i] = scenario.slices[m][i][i < start.length ? start[i] : 0];
            }
            dynamics.levers.combine(state.beliefs);
            dynamics.market.prepare(state.minerals[m], 0);
            solved.add(solve(dynamics.market, scenario.mineral(m)));
        }
    }

    /** The minerals with solved unit costs. */
    List<MineralData> minerals() {
        return List.copyOf(solved);
    }

    /**
     * Refuses prices that no unit cost within the bands clears at.
     *
     * @throws ConfigException with the wanted and the found price of each
     */
    void check(MapNode tree) {
        List<Problem> problems = new ArrayList<>();
        for (Miss miss : misses) {
            String path = "minerals." + miss.mineral + ".price." + miss.price;
            problems.add(new Problem(
                    Settings.at(tree, path).origin(),
                    String.format(
                            Locale.ROOT,
                            "%s (%.4g USD/kg) is not where the base round clears: %.4g USD/kg with unit costs as near"
                                    + " as their band allows",
                            path,
                            miss.wanted,
                            miss.found)));
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private MineralData solve(MineralMarket mineral, MineralData data) {
        Market market = mineral.market;
        MineralData.Supply supply = data.supply();
        double scale = scalePool(mineral, data);
        double full = 0;
        double homeCost = supply.homeCost();
        Optional<MineralData.Margin> margin = market.home < 0 ? Optional.empty() : supply.margin();
        if (margin.isPresent()) {
            MineralData.Margin rule = margin.get();
            double price = data.price().home();
            double used = mineral.kernel().orders(market, price) / Math.max(1e-9, market.homeCapacity);
            double part = MineralModel.curve(rule, 1).at(Math.max(0, used));
            full = within((price / homeCost - 1) / part, rule.least(), rule.most());
            double band = supply.costBand();
            homeCost = within(price / (1 + full * part), (1 - band) * homeCost, (1 + band) * homeCost);
            market.homeCost = homeCost;
            market.homeMargin = MineralModel.curve(rule, full);
        } else {
            market.homeMargin = mineral.model.margin;
        }
        mineral.kernel().clear(market, mineral.clearing);
        double tolerance = data.price().tolerance();
        miss(data, "pool", data.price().pool(), mineral.clearing.poolPrice, tolerance);
        if (market.home >= 0) {
            miss(data, "home", data.price().home(), mineral.clearing.homePrice, tolerance);
        }
        return data.cleared(
                scale * supply.costScale(),
                homeCost,
                full > 0 ? full : supply.margin().map(MineralData.Margin::full).orElse(0.0));
    }

    private void miss(MineralData data, String price, double wanted, double found, double tolerance) {
        if (!(StrictMath.abs(found / wanted - 1) <= tolerance)) {
            misses.add(new Miss(data.id(), price, wanted, found));
        }
    }

    /** By how much the pool's unit costs are scaled; leaves the market with these costs and no margins. */
    private static double scalePool(MineralMarket mineral, MineralData data) {
        Market market = mineral.market;
        market.homeMargin = null;
        double band = data.supply().costBand();
        double wanted = data.price().pool();
        double was = 1;
        double lo = 1 - band;
        double hi = 1 + band;
        double atLow = poolPrice(mineral, lo, was);
        double atHigh = poolPrice(mineral, hi, lo);
        double given = poolPrice(mineral, 1, hi);
        if (band <= 0 || !(atHigh - atLow > 1e-9 * wanted) || given == wanted) {
            return 1;
        }
        if (wanted <= atLow || wanted >= atHigh) {
            double end = wanted <= atLow ? lo : hi;
            // The nearest end, but no move where the costs given are near enough or are not what sets the price.
            double atEnd = end == lo ? atLow : atHigh;
            double miss = StrictMath.abs(given - wanted);
            boolean keep = miss <= data.price().tolerance() * wanted || miss <= StrictMath.abs(atEnd - wanted);
            double best = keep ? 1 : end;
            poolPrice(mineral, best, 1);
            return best;
        }
        double at = 1;
        for (int step = 0; step < HALVINGS; step++) {
            double middle = (lo + hi) / 2;
            double found = poolPrice(mineral, middle, at);
            at = middle;
            if (found < wanted) {
                lo = middle;
            } else {
                hi = middle;
            }
        }
        return at;
    }

    /** The pool's price with costs at {@code scale} of those given, where they now stand at {@code was}. */
    private static double poolPrice(MineralMarket mineral, double scale, double was) {
        Market market = mineral.market;
        for (int r = 0; r < mineral.model.refiners.length; r++) {
            market.priceLow[r] *= scale / was;
            market.priceHigh[r] *= scale / was;
        }
        mineral.kernel().clear(market, mineral.clearing);
        return mineral.clearing.poolPrice;
    }

    private static double within(double value, double least, double most) {
        return Math.min(most, Math.max(least, value));
    }
}
