package org.lode.agents.decide;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.Situation;

/**
 * The default: stays with what it does unless it pays to move. The chance of a strategy s is
 *
 * <pre>P(s) ~ exp(lambda V(s) - statusQuo N(s) - abandonment A(s))</pre>
 *
 * <p>with V the payoff against what the others played last, in units of the actor's own scale (logit reply, Blume 1993, The
 * statistical mechanics of strategic interaction, Games and Economic Behavior 5), N(s) the number of lists of moves that s changes
 * (1 for another bundle, so that a notch of tariff does not cost what leaving a club and selling its stocks costs), and A(s) the embedding in clubs that s gives
 * up (see {@link Situation#abandoned}). Policies persist because moving costs politically, more so the deeper the commitment
 * (Pierson 2000), and end when a better course is worth it (status-quo bias in discrete choice: Samuelson and Zeckhauser 1988). Neither cost is multiplied by the precision, and
 * neither is part of V, hence of the stage game's equilibria. Where the last strategy is closed every other costs the same.
 *
 * @param lambda precision, per unit of the payoff scale, at least 0; at 0 payoffs do not matter
 * @param revision chance of reconsidering in a round, 0..1
 * @param statusQuo cost of a change in one list of moves, in log odds, at least 0
 * @param abandonment cost of giving up a full commitment to one club, in log odds, at least 0
 */
public record LogitReply(double lambda, double revision, double statusQuo, double abandonment) implements DecisionRule {
    /** What settings are where a file leaves them out. */
    public static final Map<String, String> DEFAULTS = Map.of("revision", "1", "statusQuo", "0", "abandonment", "0");

    public LogitReply {
        Range.atLeast("lambda", lambda, 0);
        Range.share("revision", revision);
        Range.atLeast("statusQuo", statusQuo, 0);
        Range.atLeast("abandonment", abandonment, 0);
    }

    /** A reply that nothing holds to the last strategy. */
    public LogitReply(double lambda) {
        this(lambda, 1, 0, 0);
    }

    @Override
    public int choose(Situation seen, RandomGenerator random) {
        boolean revises = random.nextDouble() < revision;
        int previous = seen.previous(seen.actor());
        if (!revises && seen.open(seen.actor(), previous)) {
            return previous;
        }
        Menu menu = Menu.of(seen);
        return menu.draw(Menu.odds(worth(menu, seen), 1), random);
    }

    @Override
    public double[] chances(Situation seen) {
        Menu menu = Menu.of(seen);
        return menu.chances(seen, revision, Menu.odds(worth(menu, seen), 1));
    }

    /** Log odds of each open strategy, up to a constant. */
    private double[] worth(Menu menu, Situation seen) {
        double[] worth = lambda > 0 ? menu.replies(seen) : new double[menu.size()];
        int previous = seen.previous(seen.actor());
        for (int at = 0; at < worth.length; at++) {
            worth[at] *= lambda;
            if (menu.at(at) != previous) {
                worth[at] -= statusQuo * seen.steps(menu.at(at));
                worth[at] -= abandonment > 0 ? abandonment * seen.abandoned(menu.at(at)) : 0;
            }
        }
        return worth;
    }

    @Override
    public OptionalDouble precision() {
        return OptionalDouble.of(lambda);
    }

    @Override
    public DecisionRule inertia() {
        return new LogitReply(0, revision, statusQuo, abandonment);
    }
}
