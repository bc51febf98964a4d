package org.lode.sim.pattern;

import org.jspecify.annotations.Nullable;
import org.lode.sim.lockin.RegimePath;
import org.lode.sim.lockin.RegimeRule;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;
import org.lode.sim.world.Outcome;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioData.Track;

/** Keeps of a run what patterns ask for. One run each. */
final class Watch implements Trace {
    private static final Track[] TRACKS = {Track.HEGEMON, Track.PLURAL, Track.HOME};

    private final Scenario scenario;
    private final @Nullable Mind mind;
    private final RegimeRule rule;
    private final RegimePath path;
    private final int[][] plays;
    private final double[][] poolPrice;
    private final double[][] homePrice;
    private final double[][] refined;
    private final double[][] decided;
    private final double[] refinedAtBase;
    private final double[] adoption = new double[TRACKS.length];
    private final double[] decidedBefore;

    /** @param mind what is asked about choices; null for nothing */
    Watch(Scenario scenario, @Nullable Mind mind) {
        this.scenario = scenario;
        this.mind = mind;
        rule = RegimeRule.of(scenario.data().regimes());
        path = new RegimePath(rule);
        int minerals = scenario.mineralCount();
        plays = new int[scenario.choosers()][];
        for (int i = 0; i < plays.length; i++) {
            plays[i] = new int[scenario.actors().get(i).menu().size()];
        }
        poolPrice = new double[minerals][scenario.rounds()];
        homePrice = new double[minerals][scenario.rounds()];
        refined = new double[minerals][scenario.rounds()];
        decided = new double[minerals][scenario.rounds()];
        refinedAtBase = new double[minerals];
        decidedBefore = new double[minerals];
    }

    @Override
    public void started(Simulation run) {
        for (int m = 0; m < refinedAtBase.length; m++) {
            refinedAtBase[m] = run.world().base().homeRefined(m);
        }
    }

    @Override
    public void entered(Simulation run) {
        if (mind != null) {
            mind.entered(run);
        }
    }

    @Override
    public void chose(Simulation run) {
        for (int i = 0; i < plays.length; i++) {
            plays[i][run.strategy(i)]++;
        }
        if (mind != null) {
            mind.chose(run);
        }
    }

    @Override
    public void played(Simulation run) {
        int t = run.round();
        Outcome outcome = run.outcome();
        path.add(rule.classify(scenario, outcome));
        for (int m = 0; m < refinedAtBase.length; m++) {
            boolean split = scenario.mineral(m).dominant().isPresent();
            poolPrice[m][t] = outcome.poolPrice(m);
            homePrice[m][t] = split ? outcome.homePrice(m) : outcome.poolPrice(m);
            refined[m][t] = outcome.homeRefined(m);
            double sofar = run.world().decidedOutside(m);
            decided[m][t] = sofar - decidedBefore[m];
            decidedBefore[m] = sofar;
        }
        for (int k = 0; k < TRACKS.length; k++) {
            int club = scenario.clubOf(TRACKS[k]);
            adoption[k] = club < 0 ? 0 : outcome.adoption(club);
        }
    }

    Played kept() {
        return new Played(
                path.last(),
                plays,
                poolPrice,
                homePrice,
                refined,
                refinedAtBase,
                decided,
                adoption,
                mind == null ? null : mind.thoughts());
    }
}
