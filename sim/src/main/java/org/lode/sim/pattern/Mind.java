package org.lode.sim.pattern;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lode.agents.decide.DecisionRule;
import org.lode.sim.run.Simulation;

/**
 * Looks at choices as they are made: how much payoffs alone say, how often courses change, and whether replies that pay after
 * their cost are taken. Both questions are put to rules of the scenario as it is, whatever the world watched plays by, so that a
 * placebo is held against the same replies. One run each.
 */
final class Mind {
    private final @Nullable DecisionRule[] free;
    private final @Nullable DecisionRule[] held;
    private final int patience;
    private final int[] target;
    private final int[] since;
    private double entropy;
    private int choices;
    private int changes;
    private int halfYears;
    private int replies;
    private int taken;

    /**
     * @param free by actor: payoffs alone, nothing that holds to the last strategy; null for an actor that is not asked
     * @param held by actor: with the costs of moving
     * @param patience rounds within which a reply must be taken, the first counted
     */
    Mind(@Nullable DecisionRule[] free, @Nullable DecisionRule[] held, int patience) {
        this.free = free.clone();
        this.held = held.clone();
        this.patience = patience;
        target = new int[free.length];
        since = new int[free.length];
        Arrays.fill(target, Simulation.FREE);
    }

    void entered(Simulation run) {
        for (int i = 0; i < free.length; i++) {
            DecisionRule alone = free[i];
            DecisionRule costly = held[i];
            if (alone == null || costly == null) {
                continue;
            }
            double[] chances = alone.chances(run.situation(i));
            int open = 0;
            double sum = 0;
            for (int s = 0; s < chances.length; s++) {
                open += run.open(i, s) ? 1 : 0;
                sum -= chances[s] > 0 ? chances[s] * StrictMath.log(chances[s]) : 0;
            }
            if (open < 2) {
                continue;
            }
            entropy += sum / StrictMath.log(open);
            choices++;
            if (target[i] == Simulation.FREE && run.open(i, run.previous(i))) {
                reply(run, i, costly.chances(run.situation(i)));
            }
        }
    }

    /** Notes a reply that its own costs leave better than staying: the likelier one under them. */
    private void reply(Simulation run, int actor, double[] chances) {
        int best = run.previous(actor);
        for (int s = 0; s < chances.length; s++) {
            best = chances[s] > chances[best] ? s : best;
        }
        if (best != run.previous(actor)) {
            target[actor] = best;
            since[actor] = run.round();
        }
    }

    void chose(Simulation run) {
        for (int i = 0; i < free.length; i++) {
            if (free[i] == null) {
                continue;
            }
            halfYears++;
            changes += run.strategy(i) == run.previous(i) ? 0 : 1;
            if (target[i] == Simulation.FREE) {
                continue;
            }
            boolean done = run.strategy(i) == target[i];
            if (done || run.round() - since[i] + 1 >= patience) {
                replies++;
                taken += done ? 1 : 0;
                target[i] = Simulation.FREE;
            }
        }
    }

    Thoughts thoughts() {
        return new Thoughts(entropy, choices, changes, halfYears, replies, taken);
    }
}
