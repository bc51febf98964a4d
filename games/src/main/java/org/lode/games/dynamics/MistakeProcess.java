package org.lode.games.dynamics;

/**
 * A learning process with rare mistakes: states, the moves between them, and how unlikely each is. A move of cost 0
 * happens without mistakes; one of cost c has a probability of the order of epsilon^c as mistakes become rare (Young
 * 1993, Ellison 2000).
 */
public interface MistakeProcess {
    /** Returns the number of states. */
    int states();

    /** Calls {@code moves} for every move out of {@code state}; staying needs no mention. */
    void moves(int state, Moves moves);

    /** Receives moves. */
    @FunctionalInterface
    interface Moves {
        /**
         * One move.
         *
         * @param to the state reached
         * @param cost mistakes needed, at least 0
         */
        void to(int to, double cost);
    }
}
