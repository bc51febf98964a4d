package org.lode.sim.replication;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.lode.games.coalition.CournotIndustry;
import org.lode.games.coalition.DominantFirm;
import org.lode.games.coalition.JointStability;
import org.lode.games.coalition.KnownClubs;
import org.lode.games.coalition.Ties;
import org.lode.sim.config.Above;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Min;
import org.lode.sim.market.Clearing;
import org.lode.sim.market.DemandCurve;
import org.lode.sim.market.Market;
import org.lode.sim.market.MarketClearing;

/**
 * Oligopoly: Cournot, mergers (Salant, Switzer and Reynolds 1983), cartels that lead the price (d'Aspremont et al. 1983) or the
 * quantity (Shaffer 1995), and a dominant firm with a fringe (Forchheimer 1908), which the market kernel clears at each price
 * that the firm may post.
 *
 * @param intercept a, price at which demand a - Q is 0
 * @param costs c, unit cost of each firm in Cournot's industry
 * @param mergers numbers of firms, 2 to 12
 * @param priceLeaders numbers of firms
 * @param quantityLeaders numbers of firms
 * @param fringe d, slope of the fringe's supply
 * @param leaderCost c, unit cost of the dominant firm
 */
public record Oligopolies(
        @Doc("price at which demand is 0, USD/kg") @Above(0) double intercept,

        @Doc("unit cost of each firm in Cournot's industry, USD/kg")
        List<Double> costs,

        @Doc("numbers of firms of which some merge") List<Integer> mergers,

        @Doc("numbers of firms of which some lead the price")
        List<Integer> priceLeaders,

        @Doc("numbers of firms of which some lead the quantity")
        List<Integer> quantityLeaders,

        @Doc("slope of the fringe's supply, t/yr per USD/kg") @Min(0) double fringe,

        @Doc("unit cost of the dominant firm, USD/kg") @Min(0) double leaderCost)
        implements Replication {
    private static final double ROUNDING = 1e-12;
    /** Steps of the golden section: each leaves .618 of the interval, so 80 leave nothing that a double can tell. */
    private static final int SECTIONS = 80;

    public Oligopolies {
        costs = List.copyOf(costs);
        mergers = List.copyOf(mergers);
        priceLeaders = List.copyOf(priceLeaders);
        quantityLeaders = List.copyOf(quantityLeaders);
    }

    @Override
    public Map<String, DoubleSupplier> figures(Path folder) {
        var figures = new Figures();
        var industry = Figures.once(() -> new CournotIndustry(
                intercept, costs.stream().mapToDouble(Double::doubleValue).toArray()));
        figures.add("cournot-price", () -> industry.get().price());
        for (int firm = 0; firm < costs.size(); firm++) {
            int one = firm;
            figures.add("cournot-" + (firm + 1), () -> industry.get().outputs()[one]);
        }
        for (int n : mergers) {
            figures.add("merger-" + n, () -> leastMerger(n));
        }
        for (int n : priceLeaders) {
            figures.add(
                    "price-leaders-" + n,
                    () -> Figures.only(KnownClubs.priceLeaders(n).stableSizes(Ties.KEEP, ROUNDING)));
        }
        for (int n : quantityLeaders) {
            figures.add(
                    "quantity-leaders-" + n,
                    () -> Figures.only(KnownClubs.quantityLeaders(n).stableSizes(Ties.KEEP, ROUNDING)));
        }
        var firm = Figures.once(() -> new DominantFirm(intercept, 1, fringe, leaderCost));
        var cleared = Figures.once(this::clearAtTheBestPrice);
        return figures.add("dominant-price", () -> firm.get().price())
                .add("kernel-price", () -> cleared.get().poolPrice)
                .add("kernel-leader", () -> cleared.get().homeSales)
                .add("kernel-fringe", () -> cleared.get().output[0])
                .all();
    }

    /** The least number of firms that gain by merging, if all greater ones gain too; else NaN. */
    private double leastMerger(int firms) {
        double[] equal = new double[firms];
        Arrays.fill(equal, leaderCost);
        var joint = new JointStability(new CournotIndustry(intercept, equal).equalSharing(), ROUNDING);
        int least = firms + 1;
        for (int k = firms; k >= 2; k--) {
            boolean gain = joint.moves(0, (1L << k) - 1);
            if (gain && k + 1 < least) {
                return Double.NaN;
            }
            least = gain ? k : least;
        }
        return least <= firms ? least : Double.NaN;
    }

    /** Clears the market of leader and fringe at the posted price that earns the leader most. */
    private Clearing clearAtTheBestPrice() {
        // Buyer 0 is the leader's home, without demand; buyer 1 demands intercept - p.
        var market = new Market(2, 1);
        market.referencePrice = intercept;
        market.curve = DemandCurve.of(new double[] {0, 1}, new double[] {1, 0});
        market.demand[1] = intercept;
        market.home = 0;
        market.homeCost = leaderCost;
        market.homeCapacity = 1e6;
        market.priceHigh[0] = intercept;
        market.quantityHigh[0] = fringe * intercept;
        var kernel = new MarketClearing(2, 1);
        var out = new Clearing(2, 1);
        double golden = (StrictMath.sqrt(5) - 1) / 2;
        double low = leaderCost;
        double high = intercept;
        for (int step = 0; step < SECTIONS; step++) {
            double lower = high - golden * (high - low);
            double upper = low + golden * (high - low);
            if (profit(kernel, market, out, lower) < profit(kernel, market, out, upper)) {
                low = lower;
            } else {
                high = upper;
            }
        }
        profit(kernel, market, out, (low + high) / 2);
        return out;
    }

    private double profit(MarketClearing kernel, Market market, Clearing out, double price) {
        market.limitPrice = 1 - price / intercept;
        kernel.clear(market, out);
        return out.homeProfit;
    }
}
