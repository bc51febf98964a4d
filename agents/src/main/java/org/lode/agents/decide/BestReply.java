package org.lode.agents.decide;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.Situation;

/**
 * Now and then takes the best reply to what the others played last (Cournot 1838; with inertia Young 1993). Ties are broken by
 * a uniform draw. Must reconsider when its strategy is closed.
 *
 * @param revision chance of reconsidering in a round, 0..1
 */
public record BestReply(double revision) implements DecisionRule {
    /** What settings are where a file leaves them out. */
    public static final Map<String, String> DEFAULTS = Map.of("revision", "1");

    public BestReply {
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
        return menu.best(menu.replies(seen), random);
    }

    @Override
    public double[] chances(Situation seen) {
        Menu menu = Menu.of(seen);
        double[] replies = menu.replies(seen);
        double best = Arrays.stream(replies).max().orElse(0);
        return menu.chances(
                seen,
                revision,
                Arrays.stream(replies).map(v -> v == best ? 1 : 0).toArray());
    }

    @Override
    public DecisionRule inertia() {
        return new LogitReply(0, revision, 0, 0);
    }
}
