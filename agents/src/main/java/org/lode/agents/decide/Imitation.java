package org.lode.agents.decide;

import java.util.random.RandomGenerator;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.Situation;

/**
 * Proportional imitation (Schlag 1998, Why imitate, and if so, how?, Journal of Economic Theory 78): looks at one other actor
 * and copies it with a chance in proportion to how much better it was paid in the last round.
 *
 * <p>Only an actor whose last strategy's id is also on the own menu, and open, can be copied; one of them is drawn uniformly.
 * Payoffs are per unit of weights and stake, which makes them comparable. An actor whose own strategy is closed copies the drawn
 * one whatever it was paid, or draws uniformly where nobody can be copied.
 *
 * @param rate chance of switching per unit of payoff difference, at least 0; the chance stops at 1
 * @param noise chance of a uniform draw instead, 0..1
 */
public record Imitation(double rate, double noise) implements DecisionRule {
    public Imitation {
        Range.atLeast("rate", rate, 0);
        Range.share("noise", noise);
    }

    @Override
    public boolean needsPayoff() {
        return true;
    }

    @Override
    public int choose(Situation seen, RandomGenerator random) {
        Menu menu = Menu.of(seen);
        boolean errs = random.nextDouble() < noise;
        double drawn = random.nextDouble();
        double coin = random.nextDouble();
        if (errs) {
            return menu.uniform(random);
        }
        int[] models = new int[seen.actors()];
        int[] copies = new int[seen.actors()];
        int count = 0;
        for (int other = 0; other < seen.actors(); other++) {
            int copy = other == seen.actor() ? -1 : counterpart(seen, menu, other);
            if (copy >= 0) {
                models[count] = other;
                copies[count++] = copy;
            }
        }
        int previous = seen.previous(seen.actor());
        boolean keeps = menu.has(previous);
        if (count == 0) {
            return keeps ? previous : menu.uniform(random);
        }
        int pick = (int) Math.min(count - 1L, (long) (drawn * count));
        int last = seen.history().rounds() - 1;
        if (!keeps) {
            return copies[pick];
        }
        if (last < 0) {
            return previous;
        }
        double gain = seen.history().payoff(last, models[pick]) - seen.history().payoff(last, seen.actor());
        return coin < rate * gain ? copies[pick] : previous;
    }

    /** The own open strategy with the id of what {@code other} played last, or -1. */
    private static int counterpart(Situation seen, Menu menu, int other) {
        String id = seen.strategyId(other, seen.previous(other));
        for (int at = 0; at < menu.size(); at++) {
            if (seen.strategyId(seen.actor(), menu.at(at)).equals(id)) {
                return menu.at(at);
            }
        }
        return -1;
    }
}
