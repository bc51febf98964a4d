package org.lode.agents.decide;

import java.util.random.RandomGenerator;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.History;
import org.lode.agents.view.Situation;

/**
 * Moves toward what it would have been better to play (Hart and Mas-Colell 2000, A simple adaptive procedure leading to
 * correlated equilibrium, Econometrica 68). If all do, joint play comes to the correlated (conditional) or the coarse correlated
 * equilibria (unconditional).
 *
 * <p>Conditional: leaves its last strategy j for k with chance R(j,k) / normaliser, R(j,k) the average over all rounds of what k
 * would have added in the rounds in which j was played, or 0 if that is a loss. Where these chances would pass 1 together they are
 * scaled to it. Unconditional: draws in proportion to the average of what each would have added in all rounds; keeps
 * its strategy where none would have. A strategy counts only in rounds in which it was open. When the last one is closed, the
 * draw is the unconditional one, or uniform where nothing is regretted.
 *
 * @param conditional whether only the rounds in which the last strategy was played count
 * @param normaliser inertia of the conditional form, in payoff, above 0; the theorem asks for more than twice the largest payoff
 *     times the number of other strategies
 */
public record RegretMatching(boolean conditional, double normaliser) implements DecisionRule {
    public RegretMatching {
        Range.atLeast("normaliser", normaliser, 0);
        if (normaliser == 0) {
            throw new IllegalArgumentException("normaliser (0.0) must be above 0");
        }
    }

    @Override
    public boolean needsForgone() {
        return true;
    }

    @Override
    public int choose(Situation seen, RandomGenerator random) {
        Menu menu = Menu.of(seen);
        int previous = seen.previous(seen.actor());
        boolean keeps = menu.has(previous);
        double[] weights = new double[menu.size()];
        double total = 0;
        for (int at = 0; at < weights.length; at++) {
            weights[at] = Math.max(0, regret(seen, menu.at(at), conditional && keeps ? previous : -1));
            total += weights[at];
        }
        if (!(total > 0)) {
            return keeps ? previous : menu.uniform(random);
        }
        if (conditional && keeps) {
            double scale = Math.max(total, normaliser);
            for (int at = 0; at < weights.length; at++) {
                weights[at] = menu.at(at) == previous ? scale - total : weights[at];
            }
        }
        return menu.draw(weights, random);
    }

    /** Average over all rounds of what {@code instead} would have added, in those with {@code played} only unless -1. */
    private static double regret(Situation seen, int instead, int played) {
        History history = seen.history();
        double sum = 0;
        for (int round = 0; round < history.rounds(); round++) {
            if (played < 0 || history.strategy(round, seen.actor()) == played) {
                double forgone = history.forgone(round, seen.actor(), instead);
                if (!Double.isNaN(forgone)) {
                    sum += forgone - history.payoff(round, seen.actor());
                }
            }
        }
        return history.rounds() == 0 ? 0 : sum / history.rounds();
    }
}
