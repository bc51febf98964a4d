package org.lode.agents.decide;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.lode.agents.view.Situation;

/** How an actor picks its strategy. A rule is a record of its settings and keeps no state: what it needs is in the situation. */
public interface DecisionRule {
    /** Returns the chosen strategy's index, always an open one; all chance comes from {@code random}. */
    int choose(Situation seen, RandomGenerator random);

    /**
     * The chance with which {@link #choose} takes each strategy, closed ones 0; empty where the rule does not say. For traces: the
     * answer to why a choice was made.
     */
    default double[] chances(Situation seen) {
        return new double[0];
    }

    /** The name in configuration and results: the class's own in lower camel case. */
    default String name() {
        return DecisionRules.name(getClass());
    }

    /** The precision with which it replies, per unit of the actor's payoff scale; empty where it has none. */
    default OptionalDouble precision() {
        return OptionalDouble.empty();
    }

    /** Whether it asks for the whole stage game as a table, which must then not be too large. */
    default boolean needsTable() {
        return false;
    }

    /** Whether it plays what it is told, whatever that pays. */
    default boolean scripted() {
        return false;
    }

    /**
     * The same rule without what its actor wants: precision 0, what holds the actor to its last strategy kept. Beside the uniform
     * rule the second placebo: what comes of inertia alone.
     */
    default DecisionRule inertia() {
        return new Uniform();
    }

    /** Whether {@link org.lode.agents.view.History#forgone} must be kept for the actor. */
    default boolean needsForgone() {
        return false;
    }

    /** Whether {@link org.lode.agents.view.History#payoff} must be kept; the payoffs of all actors then are. */
    default boolean needsPayoff() {
        return needsForgone();
    }
}
