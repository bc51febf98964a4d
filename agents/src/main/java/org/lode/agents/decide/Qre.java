package org.lode.agents.decide;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.Situation;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.solve.QuantalResponse;

/**
 * Draws from its part of the logit quantal response equilibrium of the stage game, on the branch that starts at precision 0
 * (McKelvey and Palfrey 1995, Quantal response equilibria for normal form games, Games and Economic Behavior 10).
 *
 * <p>Over open strategies of all actors. Where the branch cannot be followed numerically to {@code lambda}, the precision is
 * halved until it can. Cost: the table of the whole stage game, and some hundreds of passes over it.
 *
 * @param lambda precision, per unit of payoff, at least 0
 */
public record Qre(double lambda) implements DecisionRule {
    public Qre {
        Range.atLeast("lambda", lambda, 0);
    }

    @Override
    public boolean needsTable() {
        return true;
    }

    @Override
    public OptionalDouble precision() {
        return OptionalDouble.of(lambda);
    }

    @Override
    public int choose(Situation seen, RandomGenerator random) {
        Menu menu = Menu.of(seen);
        if (menu.size() == 1) {
            return menu.at(0);
        }
        return draw(OpenStage.table(seen, name()), menu, seen.actor(), lambda, random);
    }

    /** Draws from one actor's part of the equilibrium at a precision. */
    static int draw(NormalForm stage, Menu menu, int actor, double lambda, RandomGenerator random) {
        return menu.draw(mix(stage, lambda).strategy(actor), random);
    }

    private static MixedProfile mix(NormalForm stage, double lambda) {
        double precision = lambda;
        while (true) {
            try {
                return QuantalResponse.at(stage, precision).profile();
            } catch (ArithmeticException lost) {
                if (precision < lambda / (1 << 20)) {
                    throw lost;
                }
                precision /= 2;
            }
        }
    }
}
