package org.lode.agents.actor;

import java.util.List;

/**
 * One type of government that an actor may have: what it wants and what it would consider.
 *
 * @param id the name in configuration and results
 * @param name for people
 * @param weights weight of each payoff component, in the order of the scenario's components, dimensionless
 * @param menu by strategy of the actor, whether this government considers it; at least one
 */
public record Government(String id, String name, List<Double> weights, List<Boolean> menu) {
    public Government {
        weights = List.copyOf(weights);
        menu = List.copyOf(menu);
        if (!menu.contains(true)) {
            throw new IllegalArgumentException("strategies of government " + id + " (none) must be at least one");
        }
    }
}
