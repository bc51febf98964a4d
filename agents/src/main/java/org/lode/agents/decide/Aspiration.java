package org.lode.agents.decide;

import java.util.random.RandomGenerator;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.History;
import org.lode.agents.view.Situation;

/**
 * Habit with aspiration: keeps what pays at least what it is used to, and leaves what disappoints the likelier the more it does
 * (Karandikar, Mookherjee, Ray and Vega-Redondo 1998, Evolving aspirations and cooperation, Journal of Economic Theory 80; the
 * satisficing of Simon 1955). Knows nothing of the game.
 *
 * <p>The aspiration moves by {@code speed} of the way to each payoff. With shortfall d of the last payoff from the aspiration
 * before it, the actor switches with chance 1 - exp(-sensitivity d), below 1 as in the paper, to a uniform draw from the
 * other open strategies. The paper shakes aspirations; here {@code tremble} shakes the choice, since a rule keeps no state.
 *
 * @param initial aspiration before the first round, payoff
 * @param speed share of the gap to the payoff closed in a round, 0..1
 * @param sensitivity readiness to switch, per unit of shortfall, at least 0
 * @param tremble chance of a uniform draw instead, 0..1
 */
public record Aspiration(double initial, double speed, double sensitivity, double tremble) implements DecisionRule {
    public Aspiration {
        Range.finite("initial", initial);
        Range.share("speed", speed);
        Range.atLeast("sensitivity", sensitivity, 0);
        Range.share("tremble", tremble);
    }

    @Override
    public boolean needsPayoff() {
        return true;
    }

    @Override
    public int choose(Situation seen, RandomGenerator random) {
        Menu menu = Menu.of(seen);
        int previous = seen.previous(seen.actor());
        boolean trembles = random.nextDouble() < tremble;
        boolean switches = random.nextDouble() < switching(shortfall(seen));
        if (trembles || !menu.has(previous)) {
            return menu.uniform(random);
        }
        if (!switches || menu.size() == 1) {
            return previous;
        }
        double[] weights = new double[menu.size()];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = menu.at(at) == previous ? 0 : 1;
        }
        return menu.draw(weights, random);
    }

    private double switching(double shortfall) {
        return shortfall > 0 ? 1 - StrictMath.exp(-sensitivity * shortfall) : 0;
    }

    /** By how much the last payoff missed the aspiration that was held before it; 0 before the first round. */
    private double shortfall(Situation seen) {
        History history = seen.history();
        double aspiration = initial;
        double shortfall = 0;
        for (int round = 0; round < history.rounds(); round++) {
            double payoff = history.payoff(round, seen.actor());
            shortfall = aspiration - payoff;
            aspiration += speed * (payoff - aspiration);
        }
        return shortfall;
    }
}
