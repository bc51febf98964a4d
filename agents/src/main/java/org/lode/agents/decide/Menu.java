package org.lode.agents.decide;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.lode.agents.view.Situation;

/** The open strategies of the actor that decides, and the ways to pick one. Values are by position among the open ones. */
final class Menu {
    private final int[] open;

    private Menu(int[] open) {
        this.open = open;
    }

    /** The open strategies of the actor that decides, ascending. */
    static Menu of(Situation seen) {
        return of(seen, seen.actor());
    }

    /**
     * The open strategies of any actor, ascending.
     *
     * @throws IllegalArgumentException if none is open
     */
    static Menu of(Situation seen, int actor) {
        int[] open = new int[seen.strategies(actor)];
        int count = 0;
        for (int s = 0; s < open.length; s++) {
            if (seen.open(actor, s)) {
                open[count++] = s;
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException(
                    "open strategies (0) of actor " + actor + " in round " + seen.round() + " must be at least 1");
        }
        return new Menu(Arrays.copyOf(open, count));
    }

    int size() {
        return open.length;
    }

    /** The strategy at a position. */
    int at(int position) {
        return open[position];
    }

    boolean has(int strategy) {
        return Arrays.binarySearch(open, strategy) >= 0;
    }

    /** Payoff of each open strategy against what the others played last. */
    double[] replies(Situation seen) {
        double[] values = new double[open.length];
        for (int at = 0; at < open.length; at++) {
            values[at] = seen.reply(open[at]);
        }
        return values;
    }

    /** Payoff of each open strategy of {@code actor} against a profile, which is changed at {@code actor} and put back. */
    double[] replies(Situation seen, int actor, int[] profile) {
        int kept = profile[actor];
        double[] values = new double[open.length];
        for (int at = 0; at < open.length; at++) {
            profile[actor] = open[at];
            values[at] = seen.payoff(actor, profile);
        }
        profile[actor] = kept;
        return values;
    }

    /** A uniform draw. */
    int uniform(RandomGenerator random) {
        return open[(int) Math.min(open.length - 1L, (long) (random.nextDouble() * open.length))];
    }

    /** The best strategy; ties are broken by a uniform draw, which only ties consume. */
    int best(double[] values, RandomGenerator random) {
        double best = Double.NEGATIVE_INFINITY;
        int tied = 0;
        for (double value : values) {
            if (value > best) {
                best = value;
                tied = 0;
            }
            tied += value == best ? 1 : 0;
        }
        int pick = tied < 2 ? 0 : (int) Math.min(tied - 1L, (long) (random.nextDouble() * tied));
        for (int at = 0; at < values.length; at++) {
            if (values[at] == best && pick-- == 0) {
                return open[at];
            }
        }
        throw new IllegalArgumentException("payoffs " + Arrays.toString(values) + " must be finite");
    }

    /** A draw by logit odds exp(lambda x value) (McFadden 1974); at lambda 0 uniform. */
    int logit(double[] values, double lambda, RandomGenerator random) {
        return draw(odds(values, lambda), random);
    }

    /** Odds exp(lambda x value), of which the largest is 1. */
    static double[] odds(double[] values, double lambda) {
        double best = values[0];
        for (double value : values) {
            best = Math.max(best, value);
        }
        double[] odds = new double[values.length];
        for (int at = 0; at < odds.length; at++) {
            odds[at] = StrictMath.exp(lambda * (values[at] - best)); // best maps to 1, so no overflow
        }
        return odds;
    }

    /**
     * The chance of each strategy of the actor that decides, if it keeps the last one but for a revision.
     *
     * @param weights of the open strategies where it revises
     */
    double[] chances(Situation seen, double revision, double[] weights) {
        double[] chances = new double[seen.strategies(seen.actor())];
        int previous = seen.previous(seen.actor());
        double revises = has(previous) ? revision : 1;
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        for (int at = 0; at < open.length; at++) {
            chances[open[at]] = revises * weights[at] / total;
        }
        chances[previous] += 1 - revises;
        return chances;
    }

    /** The best strategy, or the logit draw. */
    int reply(double[] values, boolean best, double lambda, RandomGenerator random) {
        return best ? best(values, random) : logit(values, lambda, random);
    }

    /** A draw in proportion to weights, at least 0 each and not all 0. */
    int draw(double[] weights, RandomGenerator random) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = random.nextDouble() * total;
        int last = -1;
        for (int at = 0; at < weights.length; at++) {
            if (weights[at] > 0) {
                last = at;
                left -= weights[at];
                if (left < 0) {
                    break;
                }
            }
        }
        if (last < 0) {
            throw new IllegalArgumentException("weights " + Arrays.toString(weights) + " must not all be 0");
        }
        return open[last];
    }
}
