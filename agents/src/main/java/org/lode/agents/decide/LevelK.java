package org.lode.agents.decide;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.Situation;

/**
 * Thinks a few steps ahead of the others (Stahl and Wilson 1995; Nagel 1995). Level 0 keeps what it played; level k replies to
 * others of level k - 1, who take best replies without noise and keep what they have where it ties.
 *
 * <p>An actor of level 0 whose last strategy is closed takes the first open one of its menu. Cost: level x the sum of all menus,
 * in payoffs.
 *
 * @param level steps of thinking, 0..10
 * @param lambda precision of the own reply, per unit of payoff, at least 0; at 0 all open strategies are equally likely
 * @param best whether it takes the best reply instead, whatever its precision
 */
public record LevelK(int level, double lambda, boolean best) implements DecisionRule {
    /** What settings are where a file leaves them out. */
    public static final Map<String, String> DEFAULTS = Map.of("best", "false");

    public LevelK {
        if (level < 0 || level > 10) {
            throw new IllegalArgumentException("level (" + level + ") must be between 0 and 10");
        }
        Range.atLeast("lambda", lambda, 0);
    }

    @Override
    public int choose(Situation seen, RandomGenerator random) {
        int actors = seen.actors();
        Menu[] menus = new Menu[actors];
        int[] profile = new int[actors];
        for (int actor = 0; actor < actors; actor++) {
            menus[actor] = Menu.of(seen, actor);
            int previous = seen.previous(actor);
            profile[actor] = menus[actor].has(previous) ? previous : menus[actor].at(0);
        }
        if (level == 0) {
            return profile[seen.actor()];
        }
        for (int thought = 1; thought < level; thought++) {
            int[] next = new int[actors];
            for (int actor = 0; actor < actors; actor++) {
                next[actor] = bestReply(seen, menus[actor], actor, profile);
            }
            profile = next;
        }
        Menu menu = menus[seen.actor()];
        return menu.reply(menu.replies(seen, seen.actor(), profile), best, lambda, random);
    }

    private static int bestReply(Situation seen, Menu menu, int actor, int[] profile) {
        double[] values = menu.replies(seen, actor, profile);
        int best = 0;
        for (int at = 1; at < values.length; at++) {
            if (values[at] > values[best] || (values[at] == values[best] && menu.at(at) == profile[actor])) {
                best = at;
            }
        }
        return menu.at(best);
    }

    @Override
    public OptionalDouble precision() {
        return best ? OptionalDouble.empty() : OptionalDouble.of(lambda);
    }
}
