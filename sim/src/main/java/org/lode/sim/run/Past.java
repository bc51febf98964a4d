package org.lode.sim.run;

import java.util.Arrays;
import org.lode.agents.actor.Actor;
import org.lode.agents.view.History;
import org.lode.sim.world.Scenario;

/** What was played and earned in the rounds of one run: only what the actors' rules ask for. Re-used from run to run. */
final class Past implements History {
    private final int actors;
    private final int[] shape;
    private final boolean payoffsKept;
    private final boolean[] forgoneKept;
    private int rounds;
    private int[] played;
    private double[] payoffs;
    /** By actor, then round x strategy; empty where the rule does not ask. */
    private final double[][] forgone;

    Past(Scenario scenario) {
        actors = scenario.choosers();
        forgoneKept = new boolean[actors];
        boolean kept = false;
        forgone = new double[actors][];
        shape = scenario.shape();
        for (int i = 0; i < actors; i++) {
            Actor actor = scenario.actors().get(i);
            var rule = actor.rule();
            forgoneKept[i] = rule != null && rule.needsForgone();
            kept |= rule != null && rule.needsPayoff();
            forgone[i] = new double[forgoneKept[i] ? scenario.rounds() * shape[i] : 0];
        }
        payoffsKept = kept;
        played = new int[scenario.rounds() * actors];
        payoffs = new double[kept ? scenario.rounds() * actors : 0];
    }

    void clear() {
        rounds = 0;
    }

    /** Takes over what another run of the same actors has kept. */
    void copyFrom(Past other) {
        rounds = other.rounds;
        played = other.played.clone();
        payoffs = other.payoffs.clone();
        for (int i = 0; i < actors; i++) {
            forgone[i] = other.forgone[i].clone();
        }
    }

    /** Adds the round that everybody has just chosen for; asks {@code now} for payoffs only if a rule needs them. */
    void add(int[] profile, Present now) {
        if ((rounds + 1) * actors > played.length) {
            played = Arrays.copyOf(played, 2 * played.length);
        }
        System.arraycopy(profile, 0, played, rounds * actors, actors);
        if (payoffsKept) {
            if ((rounds + 1) * actors > payoffs.length) {
                payoffs = Arrays.copyOf(payoffs, 2 * payoffs.length);
            }
            for (int i = 0; i < actors; i++) {
                payoffs[rounds * actors + i] = now.payoff(i, profile);
            }
            for (int i = 0; i < actors; i++) {
                if (forgoneKept[i]) {
                    keepForgone(i, profile, now);
                }
            }
        }
        rounds++;
    }

    private void keepForgone(int actor, int[] profile, Present now) {
        int strategies = shape[actor];
        double[] kept = forgone[actor];
        if ((rounds + 1) * strategies > kept.length) {
            kept = Arrays.copyOf(kept, 2 * kept.length);
            forgone[actor] = kept;
        }
        int own = profile[actor];
        for (int s = 0; s < strategies; s++) {
            profile[actor] = s;
            kept[rounds * strategies + s] = now.open(actor, s) ? now.payoff(actor, profile) : Double.NaN;
        }
        profile[actor] = own;
    }

    @Override
    public int rounds() {
        return rounds;
    }

    @Override
    public int strategy(int round, int actor) {
        return played[at(round, actor)];
    }

    @Override
    public double payoff(int round, int actor) {
        if (!payoffsKept) {
            throw new IllegalStateException("no rule asks for past payoffs, so they are not kept");
        }
        return payoffs[at(round, actor)];
    }

    @Override
    public double forgone(int round, int actor, int strategy) {
        if (!forgoneKept[actor]) {
            throw new IllegalStateException("the rule of actor " + actor + " does not ask for forgone payoffs");
        }
        at(round, actor);
        return forgone[actor][round * shape[actor] + strategy];
    }

    private int at(int round, int actor) {
        if (round < 0 || round >= rounds) {
            throw new IndexOutOfBoundsException("round (" + round + ") must be from 0 to " + (rounds - 1));
        }
        return round * actors + actor;
    }
}
