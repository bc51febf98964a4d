package org.lode.agents.actor;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lode.agents.decide.DecisionRule;
import org.lode.agents.instrument.Strategy;

/**
 * Who plays: a menu of strategies, preferences over named payoff components, and a decision rule.
 *
 * @param id the name in configuration and results, such as {@code JP}
 * @param name for people
 * @param menu its strategies; empty for the passive rest of the world
 * @param start index of the strategy played before round 0
 * @param fallback index of the strategy it falls back to when its authority is gone, or -1
 * @param weights weight of each payoff component, in the order of the scenario's components, dimensionless
 * @param governments the types of government it may have, each with its own weights and menu; empty for one that never changes
 * @param rule how it chooses; null for the passive rest of the world
 */
public record Actor(
        String id,
        String name,
        List<Strategy> menu,
        int start,
        int fallback,
        List<Double> weights,
        List<Government> governments,
        @Nullable DecisionRule rule) {
    public Actor {
        Objects.requireNonNull(id);
        menu = List.copyOf(menu);
        weights = List.copyOf(weights);
        governments = List.copyOf(governments);
        if (!menu.isEmpty() && (start < 0 || start >= menu.size())) {
            throw new IllegalArgumentException("start (" + start + ") must be a strategy of " + id);
        }
        if (fallback < -1 || fallback >= menu.size()) {
            throw new IllegalArgumentException("fallback (" + fallback + ") must be a strategy of " + id + " or -1");
        }
        if (!menu.isEmpty() && rule == null) {
            throw new IllegalArgumentException(id + " has strategies but no rule");
        }
    }

    /** The same actor with another rule. */
    public Actor with(DecisionRule other) {
        return new Actor(id, name, menu, start, fallback, weights, governments, other);
    }

    /** What it wants under one of its governments. */
    public List<Double> weights(int government) {
        return governments.isEmpty() ? weights : governments.get(government).weights();
    }

    /** Whether one of its governments considers a strategy. */
    public boolean considers(int government, int strategy) {
        return governments.isEmpty() || governments.get(government).menu().get(strategy);
    }

    /** Whether it has no strategies and only buys and sells. */
    public boolean passive() {
        return menu.isEmpty();
    }
}
