package org.lode.agents.view;

/** What was played and earned in past rounds of one replication, 0 the first. */
public interface History {
    /** Number of past rounds. */
    int rounds();

    /** Strategy that {@code actor} played in {@code round}. */
    int strategy(int round, int actor);

    /**
     * Stage-game payoff that {@code actor} expected of what all played in {@code round}. Kept for all actors if the rule of
     * one asks for it.
     *
     * @throws IllegalStateException if no actor's rule asks for it
     */
    double payoff(int round, int actor);

    /**
     * Stage-game payoff that {@code actor} would have had from {@code strategy} in {@code round}, the others' play given.
     * Only kept for actors whose rule asks for it; NaN for a strategy that was not open.
     *
     * @throws IllegalStateException if the actor's rule does not ask for it
     */
    double forgone(int round, int actor, int strategy);
}
