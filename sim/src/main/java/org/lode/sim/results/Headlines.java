package org.lode.sim.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.sim.lockin.Regime;
import org.lode.sim.lockin.RegimePath;
import org.lode.sim.lockin.RegimeRule;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;
import org.lode.sim.world.Outcome;
import org.lode.sim.world.Scenario;

/**
 * What a reader takes away from a run, one number each: {@code regime.DATE.REGIME} (whether it is in that regime, at four dates),
 * {@code adoptionEnd.CLUB}, {@code wedgeEnd} and {@code chainCostEnd} (the base round is 1), {@code homeRefinedEnd.MINERAL}
 * (share of refining, of minerals with a dominant supplier), {@code switches.ACTOR} (changes of course) and {@code
 * plays.ACTOR.STRATEGY} (whether it ends with that strategy). Ends are of the last round. Belongs to one thread.
 */
public final class Headlines implements Trace {
    private static final Regime[] REGIMES = Regime.values();

    private final Scenario scenario;
    private final RegimeRule rule;
    private final RegimePath path;
    private final int[] marks;
    private final double[] values;
    private final List<Headline> headlines;

    /**
     * A headline.
     *
     * @param name in results
     * @param chance whether a run has 0 or 1 of it, so that the mean over runs is a share
     */
    public record Headline(String name, boolean chance) {}

    public Headlines(Scenario scenario) {
        this.scenario = scenario;
        rule = RegimeRule.of(scenario.data().regimes());
        path = new RegimePath(rule);
        marks = marks(scenario.rounds());
        headlines = of(scenario);
        values = new double[headlines.size()];
    }

    /** The rounds that a summary shows: first, thirds, last; fewer of a short run. */
    public static int[] marks(int rounds) {
        int last = rounds - 1;
        return Arrays.stream(new int[] {0, last / 3, 2 * last / 3, last})
                .distinct()
                .toArray();
    }

    /** The headlines of a scenario, in the order of {@link #values}. */
    public static List<Headline> of(Scenario scenario) {
        List<Headline> all = new ArrayList<>();
        for (int round : marks(scenario.rounds())) {
            for (Regime regime : REGIMES) {
                all.add(new Headline("regime." + scenario.date(round) + "." + regime.id(), true));
            }
        }
        scenario.data().clubs().forEach(club -> all.add(new Headline("adoptionEnd." + club.id(), false)));
        if (scenario.mineralCount() > 0) {
            all.add(new Headline("wedgeEnd", false));
            all.add(new Headline("chainCostEnd", false));
        }
        for (int m = 0; m < scenario.mineralCount(); m++) {
            if (scenario.mineral(m).dominant().isPresent()) {
                all.add(new Headline("homeRefinedEnd." + scenario.mineral(m).id(), false));
            }
        }
        for (int i = 0; i < scenario.choosers(); i++) {
            all.add(new Headline("switches." + scenario.actors().get(i).id(), false));
        }
        for (int i = 0; i < scenario.choosers(); i++) {
            var actor = scenario.actors().get(i);
            actor.menu().forEach(s -> all.add(new Headline("plays." + actor.id() + "." + s.id(), true)));
        }
        return List.copyOf(all);
    }

    @Override
    public void started(Simulation run) {
        path.clear();
        Arrays.fill(values, 0);
    }

    @Override
    public void played(Simulation run) {
        Outcome outcome = run.outcome();
        Regime regime = path.add(rule.classify(scenario, outcome));
        for (int k = 0; k < marks.length; k++) {
            if (marks[k] == run.round()) {
                values[k * REGIMES.length + regime.ordinal()] = 1;
            }
        }
        int at = switches();
        for (int i = 0; i < scenario.choosers(); i++) {
            values[at + i] += run.strategy(i) != run.previous(i) ? 1 : 0;
        }
        if (run.round() == scenario.rounds() - 1) {
            end(run, outcome);
        }
    }

    private int switches() {
        int menus = Arrays.stream(scenario.shape()).sum();
        return values.length - menus - scenario.choosers();
    }

    private void end(Simulation run, Outcome outcome) {
        int at = marks.length * REGIMES.length;
        for (int g = 0; g < scenario.clubCount(); g++) {
            values[at++] = outcome.adoption(g);
        }
        if (scenario.mineralCount() > 0) {
            values[at++] = outcome.wedge();
            values[at++] = outcome.chainCost();
        }
        for (int m = 0; m < scenario.mineralCount(); m++) {
            if (scenario.mineral(m).dominant().isPresent()) {
                values[at++] = outcome.homeRefined(m);
            }
        }
        at += scenario.choosers();
        for (int i = 0; i < scenario.choosers(); i++) {
            values[at + run.strategy(i)] = 1;
            at += scenario.actors().get(i).menu().size();
        }
    }

    /** The numbers of the run that has ended, as a copy. */
    public double[] values() {
        return values.clone();
    }
}
