package org.lode.sim.hypothesis;

import java.util.Arrays;
import org.lode.sim.lockin.RegimeRule;
import org.lode.sim.lockin.TradeModularity;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;
import org.lode.sim.world.Outcome;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioData.Track;

/** What measures read of a run, round by round. Filled by watching it; filled anew by the next. Belongs to one thread. */
final class RunSeries implements Trace {
    private final Scenario scenario;
    private final int minerals;
    private final boolean[] floored;
    private final double[] value;
    private final double[] hegemonTrack;
    private final double[] pluralTrack;
    private final double[] homeTrack;
    private final double[] wedge;
    private final double[] splitWedge;
    private final double[] modularity;
    private final double[] homeRules;
    private final double[] dominantPayoff;
    private final double[] poolRefining;
    private final double[] homeRefined;
    private final double[] baseRefined;
    private final double[] spending;
    private final double[] spendingAtBase;

    /** @param floored minerals on which a floor is meant when one speaks of floors */
    RunSeries(Scenario scenario, boolean[] floored) {
        this.scenario = scenario;
        this.floored = floored.clone();
        int rounds = scenario.rounds();
        minerals = scenario.mineralCount();
        value = new double[minerals];
        for (int m = 0; m < minerals; m++) {
            value[m] = scenario.mineral(m).demand().world()
                    * scenario.mineral(m).price().home()
                    * 1e-6;
        }
        hegemonTrack = new double[rounds];
        pluralTrack = new double[rounds];
        homeTrack = new double[rounds];
        wedge = new double[rounds];
        splitWedge = new double[rounds];
        modularity = new double[rounds];
        homeRules = new double[rounds];
        dominantPayoff = new double[rounds];
        poolRefining = new double[rounds * minerals];
        homeRefined = new double[rounds * minerals];
        baseRefined = new double[minerals];
        spending = new double[rounds * minerals];
        spendingAtBase = new double[rounds * minerals];
    }

    @Override
    public void started(Simulation run) {
        Arrays.fill(wedge, Double.NaN);
        Arrays.fill(splitWedge, Double.NaN);
        for (int m = 0; m < minerals; m++) {
            baseRefined[m] = run.world().base().homeRefined(m);
        }
    }

    @Override
    public void played(Simulation run) {
        int t = run.round();
        Outcome outcome = run.outcome();
        hegemonTrack[t] = adoption(outcome, Track.HEGEMON);
        pluralTrack[t] = adoption(outcome, Track.PLURAL);
        homeTrack[t] = adoption(outcome, Track.HOME);
        wedge[t] = outcome.wedge();
        splitWedge[t] = outcome.splitWedge();
        modularity[t] = TradeModularity.of(scenario, outcome);
        double rules = outcome.rulePowerHome() + outcome.rulePowerWest();
        homeRules[t] = rules > 0 ? outcome.rulePowerHome() / rules : 0;
        dominantPayoff[t] = scenario.dominant() < 0 ? 0 : run.payoff(scenario.dominant());
        for (int m = 0; m < minerals; m++) {
            poolRefining[t * minerals + m] = outcome.poolRefining(m);
            homeRefined[t * minerals + m] = outcome.homeRefined(m);
            spending[t * minerals + m] = outcome.spending(m);
            spendingAtBase[t * minerals + m] = outcome.spendingAtBase(m);
        }
    }

    private double adoption(Outcome outcome, Track track) {
        int club = scenario.clubOf(track);
        return club < 0 ? 0 : outcome.adoption(club);
    }

    Scenario scenario() {
        return scenario;
    }

    int rounds() {
        return scenario.rounds();
    }

    int minerals() {
        return minerals;
    }

    /**
     * The round that so many years after the start fall into, at most the number of rounds.
     *
     * @throws IllegalArgumentException if that is after the end
     */
    int round(String name, double years) {
        int round = (int) StrictMath.rint(years / scenario.roundYears());
        if (round < 0 || round > rounds()) {
            throw new IllegalArgumentException(
                    name + " (" + years + " years) must lie within the scenario's " + rounds() + " rounds");
        }
        return round;
    }

    double years(int round) {
        return round * scenario.roundYears();
    }

    double hegemonTrack(int round) {
        return hegemonTrack[round];
    }

    double pluralTrack(int round) {
        return pluralTrack[round];
    }

    double homeTrack(int round) {
        return homeTrack[round];
    }

    double splitWedge(int round) {
        return splitWedge[round];
    }

    double wedge(int round) {
        return wedge[round];
    }

    double modularity(int round) {
        return modularity[round];
    }

    /** Share of trade under the dominant supplier's rules. */
    double homeRules(int round) {
        return homeRules[round];
    }

    /** Payoff of the dominant supplier, USD bn a year against the base round. */
    double dominantPayoff(int round) {
        return dominantPayoff[round];
    }

    /** Dominant supplier's share of refining in the base round. */
    double baseRefined(int mineral) {
        return baseRefined[mineral];
    }

    double homeRefined(int round, int mineral) {
        return homeRefined[round * minerals + mineral];
    }

    /** The scenario's own thresholds, as drawn. */
    RegimeRule regimeRule() {
        return RegimeRule.of(scenario.data().regimes());
    }

    /** Share of refining outside the dominant supplier, minerals weighted by the value of world demand at base. */
    double outsideShare(int round, boolean flooredOnly) {
        double sum = 0;
        double weights = 0;
        for (int m = 0; m < minerals; m++) {
            if (scenario.mineral(m).dominant().isPresent() && (floored[m] || !flooredOnly)) {
                sum += value[m] * (1 - homeRefined[round * minerals + m]);
                weights += value[m];
            }
        }
        return weights > 0 ? sum / weights : Double.NaN;
    }

    /** Refining capacity of the pool for minerals with floors, at base prices, USD bn a year. */
    double outsideCapacity(int round) {
        double sum = 0;
        for (int m = 0; m < minerals; m++) {
            if (floored[m]) {
                sum += poolRefining[round * minerals + m]
                        * scenario.mineral(m).price().home()
                        * 1e-6;
            }
        }
        return sum;
    }

    /** Spending outside the dominant supplier over the same tonnes at base prices. */
    double chainCost(int round, boolean flooredOnly) {
        double paid = 0;
        double base = 0;
        for (int m = 0; m < minerals; m++) {
            if (floored[m] || !flooredOnly) {
                paid += spending[round * minerals + m];
                base += spendingAtBase[round * minerals + m];
            }
        }
        return base > 0 ? paid / base : Double.NaN;
    }
}
