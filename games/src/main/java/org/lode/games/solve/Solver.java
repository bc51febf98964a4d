package org.lode.games.solve;

import org.lode.games.form.NormalForm;

/** A way to find Nash equilibria. The same game gives the same answer, whatever the number of threads. */
public interface Solver {
    /** Returns the name that commands use. */
    String name();

    /** Returns why this solver does not take a game, naming one that does; empty if it takes it. */
    String refusal(NormalForm game);

    /**
     * Searches.
     *
     * @throws IllegalArgumentException if the solver refuses the game, with the reason
     */
    Solution solve(NormalForm game);

    /** Throws if this solver refuses a game. */
    default void require(NormalForm game) {
        String refusal = refusal(game);
        if (!refusal.isEmpty()) {
            throw new IllegalArgumentException(refusal);
        }
    }
}
