package org.lode.sim.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.sim.lockin.Regime;
import org.lode.sim.lockin.RegimePath;
import org.lode.sim.lockin.RegimeRule;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;
import org.lode.sim.world.BaseRound;
import org.lode.sim.world.Outcome;
import org.lode.sim.world.Scenario;

/**
 * The metrics of one run: a row of {@code runs.csv}. Names end in {@code Mean} (over rounds) or {@code End} (last round); a part
 * after a dot is an actor, club, mineral or regime. What a scenario does not have (markets, clubs) has no columns.
 *
 * <p>{@code tWest}: first round from which, for two rounds, at least half of the minerals whose refining outside the dominant
 * supplier was below 35 % at base are above it. {@code tChina}: first round with R_C / (R_C + R_W) at least one half. Where that
 * does not come to pass the time is the number of rounds, so that means over runs are restricted means (Irwin 1949), and
 * {@code tWestSeen} or {@code tChinaSeen} is 0. {@code lastChangeRound}: the last change of regime, whether or not anything holds the world there.
 */
final class RunMeter implements Trace {
    /** Share of refining outside the dominant supplier that counts as a way out (H2). */
    private static final double WAY_OUT = 0.35;

    private static final Regime[] REGIMES = Regime.values();

    private final Scenario scenario;
    private final RegimeRule rule;
    private final RegimePath path;
    private final boolean[] watched;
    private final double[] payoffs;
    private final int[] switches;
    private final double[] shortages;
    private Regime regime = Regime.FRAGMENTED;
    private int rounds;
    private double wedges;
    private double chainCosts;
    private int authority;
    private int truces;
    private int watchedCount;
    private int outRow;
    private double west;
    private double china;

    RunMeter(Scenario scenario) {
        this.scenario = scenario;
        rule = RegimeRule.of(scenario.data().regimes());
        path = new RegimePath(rule);
        watched = new boolean[scenario.mineralCount()];
        payoffs = new double[scenario.choosers()];
        switches = new int[scenario.choosers()];
        shortages = new double[scenario.mineralCount()];
    }

    /** The columns of a scenario after point, replication and status. */
    static List<String> columns(Scenario scenario) {
        List<String> columns =
                new ArrayList<>(List.of("regimeFinal", "regimeModal", "regimeChanges", "lastChangeRound"));
        for (Regime regime : REGIMES) {
            columns.add("regimeShare." + regime.id());
        }
        columns.add("switches");
        if (scenario.mineralCount() > 0) {
            columns.addAll(List.of(
                    "wedgeMean", "wedgeEnd", "chainCostMean", "chainCostEnd", "poolCapacityEnd", "tWest", "tWestSeen"));
        }
        if (scenario.clubCount() > 0) {
            columns.addAll(List.of(
                    "tChina",
                    "tChinaSeen",
                    "rulePowerHomeEnd",
                    "rulePowerWestEnd",
                    "credibilityEnd",
                    "authorityShare",
                    "truceShare",
                    "hostilityEnd"));
        }
        for (var club : scenario.data().clubs()) {
            columns.add("adoptionEnd." + club.id());
        }
        for (int m = 0; m < scenario.mineralCount(); m++) {
            String id = "." + scenario.mineral(m).id();
            columns.addAll(List.of(
                    "homePriceEnd" + id,
                    "poolPriceEnd" + id,
                    "homeRefinedEnd" + id,
                    "homeMinedEnd" + id,
                    "homeSupplyEnd" + id,
                    "shortageMean" + id));
        }
        for (int i = 0; i < scenario.choosers(); i++) {
            columns.add("payoffMean." + scenario.actors().get(i).id());
        }
        for (int i = 0; i < scenario.choosers(); i++) {
            columns.add("switches." + scenario.actors().get(i).id());
        }
        return List.copyOf(columns);
    }

    @Override
    public void started(Simulation run) {
        path.clear();
        Arrays.fill(payoffs, 0);
        Arrays.fill(switches, 0);
        Arrays.fill(shortages, 0);
        rounds = 0;
        wedges = 0;
        chainCosts = 0;
        authority = 0;
        truces = 0;
        outRow = 0;
        west = Double.NaN;
        china = Double.NaN;
        watchedCount = 0;
        BaseRound base = run.world().base();
        for (int m = 0; m < watched.length; m++) {
            watched[m] = scenario.mineral(m).dominant().isPresent() && 1 - base.homeRefined(m) < WAY_OUT;
            watchedCount += watched[m] ? 1 : 0;
        }
    }

    @Override
    public void played(Simulation run) {
        Outcome outcome = run.outcome();
        regime = path.add(rule.classify(scenario, outcome));
        for (int i = 0; i < payoffs.length; i++) {
            payoffs[i] += run.payoff(i);
            switches[i] += run.strategy(i) != run.previous(i) ? 1 : 0;
        }
        if (watched.length > 0) {
            wedges += outcome.wedge();
            chainCosts += outcome.chainCost();
            out(outcome);
        }
        if (scenario.clubCount() > 0) {
            authority += outcome.authority() ? 1 : 0;
            truces += outcome.truce() ? 1 : 0;
            double both = outcome.rulePowerHome() + outcome.rulePowerWest();
            if (Double.isNaN(china) && both > 0 && outcome.rulePowerHome() >= 0.5 * both) {
                china = rounds;
            }
        }
        rounds++;
    }

    private void out(Outcome outcome) {
        int count = 0;
        for (int m = 0; m < watched.length; m++) {
            shortages[m] += outcome.shortage(m);
            count += watched[m] && 1 - outcome.homeRefined(m) > WAY_OUT ? 1 : 0;
        }
        outRow = watchedCount > 0 && 2 * count >= watchedCount ? outRow + 1 : 0;
        if (Double.isNaN(west) && outRow == 2) {
            west = rounds - 1;
        }
    }

    /** The regime that stands after the round last played. */
    Regime regime() {
        return regime;
    }

    /** Adds the cells of a run that was played to its end, in the order of {@link #columns}. */
    void addTo(Rows row, Simulation run) {
        Outcome outcome = run.outcome();
        row.text(path.last().id()).text(path.modal().id()).whole(path.changes()).whole(path.settled());
        for (Regime one : REGIMES) {
            row.number(path.share(one));
        }
        int all = 0;
        for (int count : switches) {
            all += count;
        }
        row.whole(all);
        if (watched.length > 0) {
            row.number(wedges / rounds).number(outcome.wedge());
            row.number(chainCosts / rounds).number(outcome.chainCost());
            row.number(outcome.poolCapacity());
            time(row, west);
        }
        if (scenario.clubCount() > 0) {
            time(row, china);
            row.number(outcome.rulePowerHome()).number(outcome.rulePowerWest());
            row.number(outcome.credibility()).number((double) authority / rounds);
            row.number((double) truces / rounds).number(outcome.hostility());
        }
        for (int g = 0; g < scenario.clubCount(); g++) {
            row.number(outcome.adoption(g));
        }
        for (int m = 0; m < watched.length; m++) {
            row.number(outcome.homePrice(m)).number(outcome.poolPrice(m));
            row.number(outcome.homeRefined(m)).number(outcome.homeMined(m)).number(outcome.homeSupply(m));
            row.number(shortages[m] / rounds);
        }
        for (double sum : payoffs) {
            row.number(sum / rounds);
        }
        for (int count : switches) {
            row.whole(count);
        }
    }

    /** A time that may not come to pass: restricted to the run's length, and whether it did. */
    private void time(Rows row, double time) {
        boolean seen = !Double.isNaN(time);
        row.number(seen ? time : rounds).whole(seen ? 1 : 0);
    }
}
