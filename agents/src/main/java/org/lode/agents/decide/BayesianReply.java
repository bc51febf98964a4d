package org.lode.agents.decide;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.History;
import org.lode.agents.view.Situation;

/**
 * Learns whether the hegemon means it (reputation after Kreps and Wilson 1982 and Milgrom and Roberts 1982): a committed one
 * leaves its course for its fallback by mistake only, an opportunist readily. The belief follows Bayes's rule over all past
 * rounds; the reply is by logit odds to the hegemon's course and its retreat, each with its chance under the belief, the other
 * actors as they last played.
 *
 * <p>The course is what the hegemon last played that was not its fallback. Where that or the fallback is not open the other is
 * certain. The hegemon itself, and everyone where nobody's credibility is in doubt or no course is known, gives the plain logit reply.
 *
 * @param lambda precision, per unit of payoff, at least 0; at 0 all open strategies are equally likely
 * @param prior chance, before the first round, that the hegemon is committed, 0..1
 * @param slip chance that a committed one is off its course in a round, above 0
 * @param opportunism chance that an opportunist is, above {@code slip} and below 1
 */
public record BayesianReply(double lambda, double prior, double slip, double opportunism) implements DecisionRule {
    public BayesianReply {
        Range.atLeast("lambda", lambda, 0);
        Range.share("prior", prior);
        if (!(slip > 0)) {
            throw new IllegalArgumentException("slip (" + slip + ") must be above 0");
        }
        if (!(opportunism > slip && opportunism < 1)) {
            throw new IllegalArgumentException(
                    "opportunism (" + opportunism + ") must be above slip (" + slip + ") and below 1");
        }
    }

    @Override
    public OptionalDouble precision() {
        return OptionalDouble.of(lambda);
    }

    @Override
    public int choose(Situation seen, RandomGenerator random) {
        Menu menu = Menu.of(seen);
        int hegemon = seen.hegemon();
        int fallback = hegemon < 0 ? -1 : seen.fallback(hegemon);
        int course = hegemon < 0 || hegemon == seen.actor() || fallback < 0 ? -1 : course(seen, hegemon, fallback);
        if (course < 0) {
            return menu.logit(menu.replies(seen), lambda, random);
        }
        double retreat = retreat(seen, hegemon, fallback);
        if (!seen.open(hegemon, course)) {
            retreat = 1;
        } else if (!seen.open(hegemon, fallback)) {
            retreat = 0;
        }
        int[] profile = new int[seen.actors()];
        for (int actor = 0; actor < profile.length; actor++) {
            profile[actor] = seen.previous(actor);
        }
        profile[hegemon] = course;
        double[] values = menu.replies(seen, seen.actor(), profile);
        profile[hegemon] = fallback;
        double[] without = menu.replies(seen, seen.actor(), profile);
        for (int at = 0; at < values.length; at++) {
            values[at] = (1 - retreat) * values[at] + retreat * without[at];
        }
        return menu.logit(values, lambda, random);
    }

    /** The strategy that the hegemon last played and that is not its fallback, or -1. */
    private static int course(Situation seen, int hegemon, int fallback) {
        if (seen.previous(hegemon) != fallback) {
            return seen.previous(hegemon);
        }
        for (int round = seen.history().rounds() - 1; round >= 0; round--) {
            if (seen.history().strategy(round, hegemon) != fallback) {
                return seen.history().strategy(round, hegemon);
            }
        }
        return -1;
    }

    /** Chance that the hegemon is off its course in this round, given what it did before. */
    private double retreat(Situation seen, int hegemon, int fallback) {
        History history = seen.history();
        double committed = prior;
        for (int round = 0; round < history.rounds(); round++) {
            boolean left = history.strategy(round, hegemon) == fallback;
            double ifCommitted = committed * (left ? slip : 1 - slip);
            double ifOpportunist = (1 - committed) * (left ? opportunism : 1 - opportunism);
            committed = ifCommitted / (ifCommitted + ifOpportunist);
        }
        return committed * slip + (1 - committed) * opportunism;
    }
}
