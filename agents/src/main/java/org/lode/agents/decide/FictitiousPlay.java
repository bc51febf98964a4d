package org.lode.agents.decide;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.Situation;

/**
 * Replies to how often the others have played what (Brown 1951; smooth form of Fudenberg and Kreps 1993; discounted, Fudenberg
 * and Levine 1998, section 2.8). Before the first round it replies to what they start with.
 *
 * <p>The belief is the product of the others' frequencies, over strategies still open, and the expectation is exact, while
 * the product's support has at most {@value #MOST_PROFILES} profiles. Beyond that the belief is the frequency of the others'
 * joint play, correlation included (joint strategy fictitious play of Marden, Arslan and Shamma 2009), whose support is at most
 * the number of rounds. Cost: own open strategies x the larger of that limit and the number of rounds, in payoffs.
 *
 * @param lambda precision, per unit of payoff, at least 0; at 0 all open strategies are equally likely
 * @param discount weight of a round relative to the next one, above 0 and at most 1; 1 never forgets
 * @param best whether it takes the best reply instead, whatever its precision
 */
public record FictitiousPlay(double lambda, double discount, boolean best) implements DecisionRule {
    /** What settings are where a file leaves them out. */
    public static final Map<String, String> DEFAULTS = Map.of("best", "false");

    private static final int MOST_PROFILES = 256;

    public FictitiousPlay {
        Range.atLeast("lambda", lambda, 0);
        Range.share("discount", discount);
        if (discount == 0) {
            throw new IllegalArgumentException("discount (0.0) must be above 0");
        }
    }

    @Override
    public int choose(Situation seen, RandomGenerator random) {
        Menu menu = Menu.of(seen);
        double[][] beliefs = new double[seen.actors()][];
        long profiles = 1;
        for (int other = 0; other < beliefs.length; other++) {
            if (other != seen.actor()) {
                beliefs[other] = frequencies(seen, other);
                profiles = Math.min(MOST_PROFILES + 1L, profiles * support(beliefs[other]));
            }
        }
        double[] values = new double[menu.size()];
        int[] profile = new int[seen.actors()];
        if (profiles <= MOST_PROFILES) {
            addProduct(seen, menu, beliefs, 0, 1, profile, values);
        } else {
            addJoint(seen, menu, beliefs, profile, values);
        }
        return menu.reply(values, best, lambda, random);
    }

    /** Discounted frequencies of an actor's past strategies, closed ones left out; they add up to 1. */
    private double[] frequencies(Situation seen, int actor) {
        double[] weights = new double[seen.strategies(actor)];
        double total = 0;
        double weight = 1;
        for (int round = seen.history().rounds() - 1; round >= 0; round--) {
            int strategy = seen.history().strategy(round, actor);
            if (seen.open(actor, strategy)) {
                weights[strategy] += weight;
                total += weight;
            }
            weight *= discount;
        }
        if (!(total > 0)) {
            int previous = seen.previous(actor);
            weights = new double[weights.length];
            if (seen.open(actor, previous)) {
                weights[previous] = 1;
                return weights;
            }
            Menu open = Menu.of(seen, actor);
            for (int at = 0; at < open.size(); at++) {
                weights[open.at(at)] = 1;
            }
            total = open.size();
        }
        for (int strategy = 0; strategy < weights.length; strategy++) {
            weights[strategy] /= total;
        }
        return weights;
    }

    private static int support(double[] belief) {
        int support = 0;
        for (double chance : belief) {
            support += chance > 0 ? 1 : 0;
        }
        return support;
    }

    /** Adds each own strategy's payoff over the product of the beliefs about {@code other} and those after it. */
    private static void addProduct(
            Situation seen, Menu menu, double[][] beliefs, int other, double chance, int[] profile, double[] values) {
        if (other == beliefs.length) {
            add(seen, menu, profile, chance, values);
        } else if (other == seen.actor()) {
            addProduct(seen, menu, beliefs, other + 1, chance, profile, values);
        } else {
            for (int strategy = 0; strategy < beliefs[other].length; strategy++) {
                if (beliefs[other][strategy] > 0) {
                    profile[other] = strategy;
                    addProduct(seen, menu, beliefs, other + 1, chance * beliefs[other][strategy], profile, values);
                }
            }
        }
    }

    /** Adds each own strategy's payoff over past rounds; who then played what is now closed is taken at its likeliest. */
    private void addJoint(Situation seen, Menu menu, double[][] beliefs, int[] profile, double[] values) {
        double total = 0;
        double weight = 1;
        int rounds = seen.history().rounds();
        for (int round = rounds - 1; round >= 0; round--) {
            total += weight;
            weight *= discount;
        }
        weight = 1;
        for (int round = rounds - 1; round >= 0; round--) {
            for (int other = 0; other < profile.length; other++) {
                if (other != seen.actor()) {
                    int strategy = seen.history().strategy(round, other);
                    profile[other] = seen.open(other, strategy) ? strategy : likeliest(beliefs[other]);
                }
            }
            add(seen, menu, profile, weight / total, values);
            weight *= discount;
        }
    }

    private static int likeliest(double[] belief) {
        int likeliest = 0;
        for (int strategy = 1; strategy < belief.length; strategy++) {
            if (belief[strategy] > belief[likeliest]) {
                likeliest = strategy;
            }
        }
        return likeliest;
    }

    private static void add(Situation seen, Menu menu, int[] profile, double chance, double[] values) {
        double[] replies = menu.replies(seen, seen.actor(), profile);
        for (int at = 0; at < values.length; at++) {
            values[at] += chance * replies[at];
        }
    }

    @Override
    public OptionalDouble precision() {
        return best ? OptionalDouble.empty() : OptionalDouble.of(lambda);
    }
}
