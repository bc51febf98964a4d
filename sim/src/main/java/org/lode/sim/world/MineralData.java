package org.lode.sim.world;

import static org.lode.sim.config.Unit.ONE;
import static org.lode.sim.config.Unit.PER_ROOT_YEAR;
import static org.lode.sim.config.Unit.PER_YEAR;
import static org.lode.sim.config.Unit.SHARE;
import static org.lode.sim.config.Unit.T_PER_YEAR;
import static org.lode.sim.config.Unit.USD_PER_KG;
import static org.lode.sim.config.Unit.USD_PER_KG_PER_YEAR;
import static org.lode.sim.config.Unit.YEARS;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lode.sim.config.Above;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Kind;
import org.lode.sim.config.Max;
import org.lode.sim.config.Min;

/**
 * One mineral as configured: its chain, prices, demand, plants and mines. Tonnes are contained product a year, prices
 * those of the reference product (oxide, metal, flake) in USD/kg.
 */
@Kind("mineral")
public record MineralData(
        String id,
        String name,

        @Doc("actor that posts the price and serves itself first; none for a mineral without one")
        Optional<String> dominant,

        @Doc("stages of the chain, mine first; two or three")
        List<String> stages,

        Price price,
        Demand demand,
        Supply supply,
        Investment investment,
        Exposure exposure,
        Inventories inventories,
        Stocks stocks,
        Recycling recycling,
        Processing processing,
        Certification certification,

        @Doc("by host: share of the ore leaving it that goes to the dominant supplier at base")
        @In(SHARE)
        @Min(0) @Max(1) @Default("{}")
        Map<String, Double> ore,

        List<Producer> producers) {
    public MineralData {
        stages = List.copyOf(stages);
        producers = List.copyOf(producers);
        if (stages.size() < 2 || stages.size() > 3) {
            throw new IllegalArgumentException("stages (" + stages + ") must be two or three, mine first");
        }
        if (new LinkedHashSet<>(stages).size() != stages.size()) {
            throw new IllegalArgumentException("stages (" + stages + ") must differ");
        }
        double total = demand.shares().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        if (StrictMath.abs(total - 1) > 1e-9) {
            throw new IllegalArgumentException("demand.shares of " + id + " add up to " + total + ", must add up to 1");
        }
    }

    /**
     * The same with unit costs and margin at which the base round clears.
     *
     * @param full margin at full use; left out where there is no margin
     */
    MineralData cleared(double costScale, double homeCost, double full) {
        Supply old = supply;
        Optional<Margin> margin = old.margin()
                .map(m -> new Margin(m.slackUse(), m.tightUse(), m.slack(), m.tight(), full, m.least(), m.most()));
        var solved = new Supply(
                homeCost,
                margin,
                old.costBand(),
                old.slope(),
                costScale,
                old.oreShare(),
                old.leakage(),
                old.leakageCost(),
                old.rentShare(),
                old.learning(),
                old.experience(),
                old.byProduct(),
                old.outageLeaves(),
                old.residue());
        return new MineralData(
                id,
                name,
                dominant,
                stages,
                price,
                demand,
                solved,
                investment,
                exposure,
                inventories,
                stocks,
                recycling,
                processing,
                certification,
                ore,
                producers);
    }

    /** Prices of the base round under the controls then in force. */
    public record Price(
            @Doc("dominant supplier's price") @In(USD_PER_KG) @Above(0)
            double home,

            @Doc("price outside") @In(USD_PER_KG) @Above(0) double pool,

            @Doc("relative tolerance of the base-round check") @In(SHARE) @Above(0) @Max(1) double tolerance,

            @Doc("standard deviation of the log price over a year") @In(PER_ROOT_YEAR) @Above(0) @Max(3) double volatility,

            @Doc("outside price over base if the dominant supplier's exports stop, as investors see it")
            @In(ONE)
            @Min(1) double cutoff) {}

    /** Demand by actor and its growth. */
    public record Demand(
            @In(T_PER_YEAR) @Above(0) double world,

            @Doc("by actor, adding up to 1") @In(SHARE) @Min(0) @Max(1) Map<String, Double> shares,

            @Doc("growth now") @In(PER_YEAR) @Min(-0.5) @Max(0.5) double growth,

            @Doc("growth after ten years, linear in between") @In(PER_YEAR) @Min(-0.5) @Max(0.5) double growthLater,

            @Doc("growth of the dominant supplier's demand above the world's") @In(PER_YEAR) @Min(-0.5) @Max(0.5) double homeGrowth,

            @Doc("standard deviation of the half-yearly demand shock") @In(ONE) @Min(0) @Max(1) double shockSd,

            @Doc("persistence of the demand shock over half a year") @In(SHARE) @Min(0) @Max(0.99) double shockPersistence,

            @Doc("size of the price elasticity within a step") @In(ONE) @Min(0) @Max(5) double elasticityShort,

            @Doc("size of the price elasticity after substitution") @In(ONE) @Min(0) @Max(5) double elasticityLong,

            @Doc("highest price over base; beyond it demand is unmet") @In(ONE) @Min(2) @Max(1000) double backstop,

            @Doc("most that substitution moves demand in a year") @In(PER_YEAR) @Min(0) @Max(1) double substitutionSpeed,

            @Doc("least that substitution leaves of demand") @In(SHARE) @Above(0) @Max(1) double substitutionLeast,

            @Doc("most that demand grows by substitution towards the mineral, times what it was")
            @In(ONE)
            @Min(1) @Max(10) double substitutionMost) {}

    /** How supply answers. */
    public record Supply(
            @Doc("dominant supplier's unit cost") @In(USD_PER_KG) @Above(0)
            double homeCost,

            @Doc("what the dominant supplier asks above it; without, it asks price.home whatever happens")
            Optional<Margin> margin,

            @Doc("how far unit costs may be scaled, up or down, so that the base round clears at the prices given")
            @In(SHARE)
            @Min(0) @Max(0.9) @Default("0")
            double costBand,

            @Doc("pool supply rises from unit cost c to (1 + slope) c") @In(SHARE) @Above(0) @Max(5) double slope,

            @Doc("multiplies every unit cost in the pool; solved so that the base round clears at observed prices")
            @In(ONE)
            @Above(0)
            double costScale,

            @Doc("what ore is paid, share of the price of the channel that processes it") @In(SHARE) @Min(0) @Max(1) double oreShare,

            @Doc("share of what buyers can spare that is re-exported") @In(SHARE) @Min(0) @Max(1) double leakage,

            @Doc("cost of re-exporting, share of price") @In(SHARE) @Min(0) @Max(10) double leakageCost,

            @Doc("share of scarcity rents that goes to the supplier") @In(SHARE) @Min(0) @Max(1) double rentShare,

            @Doc("fall of unit cost per doubling of cumulative output (Wright)") @In(SHARE) @Min(0) @Max(0.5) double learning,

            @Doc("cumulative output so far, years of base output") @In(YEARS) @Above(0)
            double experience,

            @Doc("how far mining ignores the price") @In(SHARE) @Min(0) @Max(1) double byProduct,

            @Doc("output of a round that an outage leaves") @In(SHARE) @Min(0) @Max(1) double outageLeaves,

            @Doc("share of a new plant's feed that is a residue at hand, mined whatever happens")
            @In(SHARE)
            @Min(0) @Max(1) @Default("0")
            double residue) {}

    /**
     * The dominant supplier's margin over unit cost by the use of its capacity: 0 for idle plants, then linear through
     * {@code slack} x full at {@code slackUse} and {@code tight} x full at {@code tightUse} to full.
     */
    public record Margin(
            @In(SHARE) @Above(0) @Max(1) double slackUse,
            @In(SHARE) @Above(0) @Max(1) double tightUse,
            @In(SHARE) @Above(0) @Max(1) double slack,
            @In(SHARE) @Above(0) @Max(1) double tight,

            @Doc("margin at full use, share of unit cost; solved so that the base round clears at price.home")
            @In(ONE)
            @Above(0)
            double full,

            @Doc("least that may be solved for full") @In(ONE) @Above(0)
            double least,

            @Doc("most that may be solved for full") @In(ONE) @Above(0)
            double most) {
        public Margin {
            if (!(slackUse < tightUse) || !(tightUse < 1) || !(slack < tight) || !(tight < 1)) {
                throw new IllegalArgumentException("margin must rise: slackUse (" + slackUse + ") below tightUse ("
                        + tightUse + ") below 1, slack (" + slack + ") below tight (" + tight + ") below 1");
            }
            if (!(least <= most)) {
                throw new IllegalArgumentException("least (" + least + ") must be at most most (" + most + ")");
            }
        }
    }

    /** Projects by the price that makes them worth while: lognormal, given by three of its quantiles, and how many there are. */
    public record Incentive(
            @Doc("price that a tenth of the projects need at most") @In(USD_PER_KG) @Above(0)
            double low,

            @Doc("price that half of them need at most") @In(USD_PER_KG) @Above(0)
            double median,

            @Doc("price that nine tenths need at most") @In(USD_PER_KG) @Above(0)
            double high,

            @Doc(
                    "projects known at base, over base demand outside the dominant supplier or what stands there, the larger")
            @In(ONE)
            @Min(0) double stock,

            @Doc("how fast discoveries make up for projects used up and follow demand") @In(PER_YEAR) @Min(0) @Max(1) double refill) {
        public Incentive {
            if (!(low < median) || !(median < high)) {
                throw new IllegalArgumentException(
                        "incentive prices must rise: low (" + low + "), median (" + median + "), high (" + high + ")");
            }
        }
    }

    /** How capacity answers. */
    public record Investment(
            @Doc("final investment decisions a year, share of the projects that pay and are financed")
            @In(PER_YEAR)
            @Min(0) @Max(5) double pace,

            Incentive incentive,

            @Doc("share of projects that find capital without floor, contract or support") @In(SHARE) @Min(0) @Max(1) double unbacked,

            @Doc("weight of the price of the day, beside its trailing mean, in what lenders count on")
            @In(SHARE)
            @Min(0) @Max(1) double spot,

            @Doc("most that lenders count on, trailing means") @In(ONE) @Min(1) double deck,

            @Doc("time constant of the trailing mean") @In(YEARS) @Above(0)
            double memory,

            @In(PER_YEAR) @Above(0) @Max(1) double rate,
            @In(PER_YEAR) @Min(0) @Max(1) double depreciation,

            @Doc("closure a year of plants below their exit price") @In(PER_YEAR) @Min(0) @Max(5) double closure,

            @Doc("dominant supplier's capacity over the orders it expects, less 1") @In(SHARE) @Min(-1) @Max(100) double reserve,

            @Doc("how far it builds more while its price stands above what it asks at that reserve, share per share")
            @In(ONE)
            @Min(0) @Max(5) @Default("0")
            double optimism,

            @Doc("most that this adds or takes, share") @In(SHARE) @Min(0) @Max(1) @Default("0.3")
            double sway,

            @Doc("fastest growth of orders, either way, that it takes to go on")
            @In(PER_YEAR)
            @Min(0) @Max(1) @Default("0.2")
            double believed,

            @Doc("time constant of what it expects of orders") @In(YEARS) @Above(0) @Default("1")
            double homeMemory,

            @Doc("time in which the dominant supplier builds mines") @In(YEARS) @Above(0)
            double homeMines,

            @Doc("the same of plants") @In(YEARS) @Above(0) double homePlants) {}

    /** What a cut-off costs downstream. */
    public record Exposure(
            @Doc("downstream loss over the value of the mineral") @In(ONE) @Min(0) double multiple,

            @Doc("length of a cut-off") @In(YEARS) @Min(0) @Max(5) double duration,

            @Doc("exponent of the supplier's share") @In(ONE) @Min(1) @Max(4) double concentration) {}

    /** Private stocks outside the dominant supplier. */
    public record Inventories(
            @In(YEARS) @Min(0) @Max(2) double months,

            @Doc("price over its own average above which they are sold") @In(ONE) @Above(1)
            double sellAbove,

            @Doc("time in which they are sold or rebuilt") @In(YEARS) @Above(0)
            double release) {}

    /** Government stocks. */
    public record Stocks(
            @Doc("cost of holding, share of value") @In(PER_YEAR) @Min(0) @Max(1) double carry,

            @Doc("time in which a target is filled or a stock released") @In(YEARS) @Above(0)
            double fill,

            @Doc("price over its own average above which stocks are released") @In(ONE) @Above(1)
            double releaseAbove,

            @Doc("share of its stocks that the dominant supplier releases in a year while it dumps")
            @In(PER_YEAR)
            @Min(0) @Max(1) @Default("0.2")
            double dumped) {}

    /** Secondary supply. */
    public record Recycling(
            @In(SHARE) @Min(0) @Max(1) double base,

            @Doc("how fast the share follows its target") @In(PER_YEAR) @Min(0) @Max(5) double pace,

            @Doc("public cost per unit recycled above base, share of base price") @In(SHARE) @Min(0) double cost) {}

    /** Value added by stage, per unit of base price. */
    public record Processing(
            @In(SHARE) @Min(0) double refine,

            @Doc("third stage") @In(SHARE) @Min(0) @Default("0")
            double finish) {}

    /** Standards: what certification costs and what lack of it shuts out. */
    public record Certification(
            @Doc("cost of certifying, share of price at full strictness") @In(SHARE) @Min(0) @Max(5) double wedge,

            @Doc("handicap of uncertified material where it is still bought, share of its price at full strictness")
            @In(SHARE)
            @Min(0) @Max(5) @Default("0")
            double discount,

            @Doc("access lost by an uncertified system at full strictness") @In(SHARE) @Min(0) @Max(1) double filter) {}

    /**
     * Mines and plants of one owner on one host's soil. Stage keys are those of {@code stages}.
     *
     * @param unitCost running cost through the whole chain before {@code costScale}
     */
    public record Producer(
            String id,
            String name,
            String host,
            String owner,
            @In(T_PER_YEAR) @Min(0) @Default("{}") Map<String, Double> capacity,
            @In(USD_PER_KG) @Above(0) double unitCost,
            @In(USD_PER_KG_PER_YEAR) @Min(0) @Default("{}") Map<String, Double> capex,
            @In(YEARS) @Above(0) @Max(40) @Default("{}") Map<String, Double> lead,

            @Doc("share of investment outside the dominant supplier at that stage")
            @In(SHARE)
            @Min(0) @Max(1) @Default("{}")
            Map<String, Double> projects,

            @Doc("hazard of losing a part of output for a round") @In(PER_YEAR) @Min(0) @Max(1) @Default("0")
            double outage) {}
}
