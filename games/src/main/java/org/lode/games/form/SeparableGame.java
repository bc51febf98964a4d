package org.lode.games.form;

import java.util.Arrays;
import java.util.List;

/**
 * A game whose payoffs are a sum of small tables, each over some players and over classes of their strategies.
 *
 * <p>Strategies that look alike to a term share a class, so a term of two players with 24 strategies in 3 classes each has 9
 * cells, not 576. One payoff costs one look-up per term.
 */
public final class SeparableGame implements Game {
    private final int[] counts;
    private final Term[] terms;

    /**
     * Adds up terms.
     *
     * @param counts strategies of each player, each at least 1
     * @param terms at least none; each fits the counts
     */
    public SeparableGame(int[] counts, List<Term> terms) {
        if (counts.length == 0) {
            throw new IllegalArgumentException("players (0) must be at least 1");
        }
        for (int player = 0; player < counts.length; player++) {
            if (counts[player] < 1) {
                throw new IllegalArgumentException(
                        "strategies (" + counts[player] + ") of player " + (player + 1) + " must be at least 1");
            }
        }
        this.counts = counts.clone();
        this.terms = terms.toArray(Term[]::new);
        for (Term term : this.terms) {
            term.check(counts);
        }
    }

    @Override
    public int players() {
        return counts.length;
    }

    @Override
    public int strategies(int player) {
        return counts[player];
    }

    @Override
    public int[] shape() {
        return counts.clone();
    }

    @Override
    public double payoff(int player, int[] profile) {
        double sum = 0;
        for (Term term : terms) {
            sum += term.values[player * term.cells + term.cell(profile)];
        }
        return sum;
    }

    /** Returns the whole table; adds in the order of {@link #payoff}, so the doubles are the same. */
    public NormalForm expand() {
        return NormalForm.ofOwned(counts, payoffs());
    }

    /** Returns all payoffs of the whole table, player-major, as a new array, for callers with something to add. */
    public double[] payoffs() {
        int profiles = NormalForm.profiles(counts);
        double[] payoffs = new double[counts.length * profiles];
        int[] cellOf = new int[profiles];
        for (Term term : terms) {
            term.cells(counts, cellOf);
            for (int player = 0; player < counts.length; player++) {
                int from = player * profiles;
                int values = player * term.cells;
                for (int index = 0; index < profiles; index++) {
                    payoffs[from + index] += term.values[values + cellOf[index]];
                }
            }
        }
        return payoffs;
    }

    /** One table of the sum: what all players get from what some of them do. */
    public static final class Term {
        private final int[] members;
        private final int[][] offsets;
        private final int[][] classOf;
        private final double[] values;
        private final int cells;

        /**
         * Describes one table.
         *
         * @param members the players it depends on, ascending, without repetition; may be empty for a constant
         * @param classOf per member and strategy the class, counted from 0; the last class must occur
         * @param values player-major over ALL players of the game, class profiles with the last member fastest; finite; copied
         */
        public Term(int[] members, int[][] classOf, double[] values) {
            if (members.length != classOf.length) {
                throw new IllegalArgumentException("classes (" + classOf.length
                        + " players) must be given for each of the term's players (" + members.length + ")");
            }
            this.members = members.clone();
            this.classOf = new int[classOf.length][];
            this.offsets = new int[classOf.length][];
            this.values = values.clone();
            long stride = 1;
            for (int m = members.length - 1; m >= 0; m--) {
                if (m > 0 && members[m - 1] >= members[m]) {
                    throw new IllegalArgumentException("players " + Arrays.toString(members) + " must ascend");
                }
                this.classOf[m] = classOf[m].clone();
                offsets[m] = new int[classOf[m].length];
                int classes = 0;
                for (int s = 0; s < classOf[m].length; s++) {
                    if (classOf[m][s] < 0) {
                        throw new IllegalArgumentException("class (" + classOf[m][s] + ") must be at least 0");
                    }
                    offsets[m][s] = Math.toIntExact(classOf[m][s] * stride);
                    classes = Math.max(classes, classOf[m][s] + 1);
                }
                stride *= classes;
                if (stride > NormalForm.MAX_CELLS) {
                    throw new IllegalArgumentException("cells of a term (" + stride + ") must fit an array");
                }
            }
            this.cells = (int) stride;
            for (double value : values) {
                if (!Payoff.isSound(value)) {
                    throw new IllegalArgumentException("value (" + value + ") of a term " + Payoff.RULE);
                }
            }
        }

        /** Returns the players that this table depends on, as a new array. */
        public int[] members() {
            return members.clone();
        }

        /** Returns the class of a strategy of the m-th member. */
        public int classOf(int member, int strategy) {
            return classOf[member][strategy];
        }

        private void check(int[] counts) {
            for (int m = 0; m < members.length; m++) {
                if (members[m] < 0 || members[m] >= counts.length) {
                    throw new IllegalArgumentException(
                            "player (" + members[m] + ") of a term must be below " + counts.length);
                }
                if (offsets[m].length != counts[members[m]]) {
                    throw new IllegalArgumentException("classes (" + offsets[m].length + ") of player " + members[m]
                            + " must be as many as its strategies (" + counts[members[m]] + ")");
                }
            }
            if (values.length != (long) cells * counts.length) {
                throw new IllegalArgumentException("values (" + values.length + ") of a term must be " + counts.length
                        + " players times " + cells + " cells");
            }
        }

        private int cell(int[] profile) {
            int cell = 0;
            for (int m = 0; m < members.length; m++) {
                cell += offsets[m][profile[members[m]]];
            }
            return cell;
        }

        /** Writes the cell of every profile into {@code cellOf}: each player in turn repeats what is there. */
        private void cells(int[] counts, int[] cellOf) {
            cellOf[0] = 0;
            int filled = 1;
            int m = members.length - 1;
            for (int player = counts.length - 1; player >= 0; player--) {
                boolean member = m >= 0 && members[m] == player;
                for (int s = counts[player] - 1; s >= 0; s--) { // the block in place comes last
                    int add = member ? offsets[m][s] : 0;
                    for (int i = 0; i < filled; i++) {
                        cellOf[s * filled + i] = cellOf[i] + add;
                    }
                }
                filled *= counts[player];
                m -= member ? 1 : 0;
            }
        }
    }
}
