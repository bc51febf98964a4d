package org.lode.agents.payoff;

import org.lode.games.form.Game;

/**
 * The stage game as a table of coefficients, for experiments that need no market: an actor gets the worth of its own strategy, a
 * term for each pair of own and other's strategy (a polymatrix game, Janovskaja 1968), and a term that depends on how many
 * actors are in a club (as in Arthur 1989).
 *
 * <p>Immutable; dimensionless like every stage-game payoff. A call costs actors x (1 + clubs) look-ups and allocates nothing.
 */
public final class ReducedPayoff implements Game {
    private final int[] start;
    private final int rows;
    private final int clubs;
    private final double[] own;
    private final double[] pairs;
    private final boolean[] member;
    private final double[] byCount;

    private ReducedPayoff(Builder from) {
        this.start = from.start;
        this.rows = from.rows;
        this.clubs = from.clubs;
        this.own = from.own.clone();
        this.pairs = from.pairs.clone();
        this.member = from.member.clone();
        this.byCount = from.byCount.clone();
    }

    /**
     * Starts a table of zeros.
     *
     * @param clubs number of clubs, at least 0
     * @param strategies number of strategies of each actor, each at least 1
     * @throws IllegalArgumentException if there is no actor, or a number is out of range
     */
    public static Builder of(int clubs, int... strategies) {
        return new Builder(clubs, strategies);
    }

    @Override
    public int players() {
        return start.length - 1;
    }

    @Override
    public int strategies(int player) {
        return start[player + 1] - start[player];
    }

    @Override
    public double payoff(int player, int[] profile) {
        int row = start[player] + profile[player];
        double payoff = own[row];
        for (int other = 0; other < profile.length; other++) {
            payoff += pairs[row * rows + start[other] + profile[other]];
        }
        for (int club = 0; club < clubs; club++) {
            int count = 0;
            for (int other = 0; other < profile.length; other++) {
                if (member[club * rows + start[other] + profile[other]]) {
                    count++;
                }
            }
            payoff += byCount[(club * rows + row) * start.length + count];
        }
        return payoff;
    }

    /** Fills the table; terms set twice take the last value, terms not set are 0. */
    public static final class Builder {
        private final int[] start;
        private final int rows;
        private final int clubs;
        private final double[] own;
        private final double[] pairs;
        private final boolean[] member;
        private final double[] byCount;

        private Builder(int clubs, int[] strategies) {
            if (strategies.length == 0) {
                throw new IllegalArgumentException("actors (0) must be at least 1");
            }
            if (clubs < 0) {
                throw new IllegalArgumentException("clubs (" + clubs + ") must be at least 0");
            }
            this.clubs = clubs;
            this.start = new int[strategies.length + 1];
            for (int actor = 0; actor < strategies.length; actor++) {
                if (strategies[actor] < 1) {
                    throw new IllegalArgumentException(
                            "strategies (" + strategies[actor] + ") of actor " + actor + " must be at least 1");
                }
                start[actor + 1] = start[actor] + strategies[actor];
            }
            this.rows = start[strategies.length];
            this.own = new double[rows];
            this.pairs = new double[rows * rows];
            this.member = new boolean[clubs * rows];
            this.byCount = new double[clubs * rows * start.length];
        }

        /** Sets what an actor's strategy is worth by itself. */
        public Builder own(int actor, int strategy, double worth) {
            own[row(actor, strategy)] = finite("own", worth);
            return this;
        }

        /** Sets what {@code actor} gets from playing {@code strategy} when {@code other} plays {@code theirs}. */
        public Builder pair(int actor, int strategy, int other, int theirs, double worth) {
            if (other == actor) {
                throw new IllegalArgumentException("other (" + other + ") must not be the actor itself");
            }
            pairs[row(actor, strategy) * rows + row(other, theirs)] = finite("pair", worth);
            return this;
        }

        /** Makes all who play this strategy members of a club. */
        public Builder member(int club, int actor, int strategy) {
            member[club(club) * rows + row(actor, strategy)] = true;
            return this;
        }

        /**
         * Sets what an actor's strategy gets from a club by the club's size.
         *
         * @param worth by the number of members in the profile, itself included, from 0 to the number of actors
         */
        public Builder club(int club, int actor, int strategy, double... worth) {
            if (worth.length != start.length) {
                throw new IllegalArgumentException("worth (" + worth.length
                        + " numbers) must have one for each size from 0 to " + (start.length - 1));
            }
            int to = (club(club) * rows + row(actor, strategy)) * start.length;
            for (int size = 0; size < worth.length; size++) {
                byCount[to + size] = finite("worth", worth[size]);
            }
            return this;
        }

        /** The table; the builder may go on. */
        public ReducedPayoff build() {
            return new ReducedPayoff(this);
        }

        private int club(int club) {
            if (club < 0 || club >= clubs) {
                throw new IllegalArgumentException("club (" + club + ") must be from 0 to " + (clubs - 1));
            }
            return club;
        }

        private int row(int actor, int strategy) {
            if (actor < 0 || actor >= start.length - 1) {
                throw new IllegalArgumentException("actor (" + actor + ") must be from 0 to " + (start.length - 2));
            }
            int most = start[actor + 1] - start[actor] - 1;
            if (strategy < 0 || strategy > most) {
                throw new IllegalArgumentException(
                        "strategy (" + strategy + ") of actor " + actor + " must be from 0 to " + most);
            }
            return start[actor] + strategy;
        }

        private static double finite(String name, double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + " (" + value + ") must be finite");
            }
            return value;
        }
    }
}
