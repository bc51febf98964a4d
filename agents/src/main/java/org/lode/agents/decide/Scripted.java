package org.lode.agents.decide;

import java.util.List;
import java.util.random.RandomGenerator;
import org.lode.agents.view.Situation;

/**
 * Plays given strategies in order, one a round from round 0 on, then keeps the last: for back-tests and forced profiles.
 *
 * <p>Where the given one is not open the actor keeps what it played, or takes the first open one of its menu.
 *
 * @param strategies ids from the own menu, by round; at least one
 */
public record Scripted(List<String> strategies) implements DecisionRule {
    public Scripted {
        strategies = List.copyOf(strategies);
        if (strategies.isEmpty()) {
            throw new IllegalArgumentException("strategies ([]) must name at least one");
        }
    }

    @Override
    public boolean scripted() {
        return true;
    }

    @Override
    public DecisionRule inertia() {
        return this;
    }

    /** @throws IllegalArgumentException if the strategy given for this round is not on the own menu */
    @Override
    public int choose(Situation seen, RandomGenerator random) {
        Menu menu = Menu.of(seen);
        int given = find(seen, strategies.get(Math.min(Math.max(0, seen.round()), strategies.size() - 1)));
        if (menu.has(given)) {
            return given;
        }
        int previous = seen.previous(seen.actor());
        return menu.has(previous) ? previous : menu.at(0);
    }

    private static int find(Situation seen, String id) {
        for (int strategy = 0; strategy < seen.strategies(seen.actor()); strategy++) {
            if (seen.strategyId(seen.actor(), strategy).equals(id)) {
                return strategy;
            }
        }
        throw new IllegalArgumentException("strategies (" + id + ") must be on the menu of actor " + seen.actor());
    }
}
