package org.lode.agents.view;

import org.lode.games.form.Game;

/**
 * What one actor knows when it picks a strategy: its own menu, what was played, and what the stage game would pay.
 * Read only. Payoffs are in units of the actor's own scale (dimensionless): the spread of its payoffs over its strategies in the
 * base round, so that a precision means the same for all actors.
 */
public interface Situation {
    /** The actor that decides. */
    int actor();

    /** Number of actors that choose (the passive rest of the world is not among them). */
    int actors();

    int round();

    /** Size of an actor's menu. */
    int strategies(int actor);

    /** The id of a strategy; strategies of two actors with one id are of one kind, which imitators rely on. */
    String strategyId(int actor, int strategy);

    /** Whether a strategy may be chosen in this round (dated menus, hegemon's authority). At least one is open. */
    boolean open(int actor, int strategy);

    /** What the actor played last (its starting strategy before round 0). Always within the menu. */
    int previous(int actor);

    /** Own stage-game payoff of own strategy against the others' previous strategies; cached. */
    double reply(int strategy);

    /** Stage-game payoff of any actor in any profile (length {@link #actors()}); cached where the world can. */
    double payoff(int actor, int[] profile);

    /** The whole stage game; strategies that are not open are in it, so check {@link #open}. */
    Game stage();

    /** How many of the own lists of moves a strategy changes: 0 for the last strategy, 1 for another bundle. */
    int steps(int strategy);

    /**
     * Embedding that an own strategy gives up: the sum over clubs of x (part(last) - part(strategy))+, x the actor's commitment and
     * part the larger of joining and leading, 0 to the number of clubs.
     */
    double abandoned(int strategy);

    /** Past rounds of this replication. */
    History history();

    /** Perceived chance that the hegemon's course survives one year. */
    double credibility();

    /** The actor whose credibility is doubted (the United States), or -1. */
    int hegemon();

    /** The strategy that an actor falls back to when its course does not survive, or -1. */
    int fallback(int actor);
}
