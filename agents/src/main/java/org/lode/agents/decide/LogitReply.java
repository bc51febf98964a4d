package org.lode.agents.decide;

import java.util.random.RandomGenerator;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.Situation;

/**
 * The default: now and then reconsiders, and then replies to what the others played last by logit odds (Blume 1993, The
 * statistical mechanics of strategic interaction, Games and Economic Behavior 5). Must reconsider when its strategy is closed.
 *
 * @param lambda precision, per unit of payoff, at least 0; at 0 all open strategies are equally likely
 * @param revision chance of reconsidering in a round, 0..1
 */
public record LogitReply(double lambda, double revision) implements DecisionRule {
    public LogitReply {
        Range.atLeast("lambda", lambda, 0);
        Range.share("revision", revision);
    }

    @Override
    public int choose(Situation seen, RandomGenerator random) {
        boolean revises = random.nextDouble() < revision;
        int previous = seen.previous(seen.actor());
        if (!revises && seen.open(seen.actor(), previous)) {
            return previous;
        }
        Menu menu = Menu.of(seen);
        return menu.logit(menu.replies(seen), lambda, random);
    }

    @Override
    public double[] chances(Situation seen) {
        Menu menu = Menu.of(seen);
        return menu.chances(seen, revision, Menu.odds(menu.replies(seen), lambda));
    }
}
