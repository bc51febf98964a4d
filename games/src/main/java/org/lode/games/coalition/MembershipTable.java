package org.lode.games.coalition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A membership game given as a table of every membership. Rows stay in the order in which they came, with an index by
 * membership: 8 bytes a payoff and 4 a row.
 */
public final class MembershipTable implements MembershipGame {
    /** Beyond this a table takes gigabytes; larger games come from an oracle. */
    public static final int MOST_ACTORS_TABLED = 20;

    private static final int CHUNK_BITS = 10;

    private final List<String> names;
    private final double[][] chunks;
    private final int[] rowOf;

    private MembershipTable(List<String> names, double[][] chunks, int[] rowOf) {
        this.names = names;
        this.chunks = chunks;
        this.rowOf = rowOf;
    }

    @Override
    public int actors() {
        return names.size();
    }

    /** Returns the actors' names, in the order of their bits. */
    public List<String> names() {
        return names;
    }

    @Override
    public double payoff(int actor, long members) {
        int row = rowOf[(int) members];
        return chunks[row >>> CHUNK_BITS][(row & (1 << CHUNK_BITS) - 1) * names.size() + actor];
    }

    /** Returns the names of {@code members} joined by semicolons, in the order of the columns; empty for nobody. */
    public String text(long members) {
        return text(names, members);
    }

    /** Returns those of {@code names} whose bits are in {@code members}, joined by semicolons. */
    public static String text(List<String> names, long members) {
        StringBuilder text = new StringBuilder();
        for (int actor = 0; actor < names.size(); actor++) {
            if (MembershipGame.isMember(actor, members)) {
                text.append(text.length() > 0 ? ";" : "").append(names.get(actor));
            }
        }
        return text.toString();
    }

    /** Collects rows, one per membership in any order. */
    public static final class Builder {
        private final List<String> names;
        private final List<double[]> chunks = new ArrayList<>();
        private final int[] rowOf;
        private int rows;

        /**
         * Starts a table.
         *
         * @param names of the actors, 1 to {@value #MOST_ACTORS_TABLED}, in the order of their bits
         */
        public Builder(List<String> names) {
            if (names.isEmpty() || names.size() > MOST_ACTORS_TABLED) {
                throw new IllegalArgumentException(
                        "actors (" + names.size() + ") must be 1 to " + MOST_ACTORS_TABLED + " for a table");
            }
            this.names = List.copyOf(names);
            this.rowOf = new int[1 << names.size()];
            Arrays.fill(rowOf, -1);
        }

        /** The row in which {@code members} was given, from 0; -1 if it was not. */
        public int rowOf(int members) {
            return rowOf[members];
        }

        /**
         * Adds a row.
         *
         * @param members bit set, not given before
         * @param payoffs one per actor, finite; copied
         */
        public void add(int members, double[] payoffs) {
            if (rowOf[members] >= 0) {
                throw new IllegalArgumentException("membership " + Integer.toBinaryString(members) + " is repeated");
            }
            int inChunk = rows & (1 << CHUNK_BITS) - 1;
            if (inChunk == 0) {
                chunks.add(new double[names.size() << CHUNK_BITS]);
            }
            System.arraycopy(payoffs, 0, chunks.get(chunks.size() - 1), inChunk * names.size(), names.size());
            rowOf[members] = rows++;
        }

        /** Returns how many rows there are so far. */
        public int rows() {
            return rows;
        }

        /** Returns the first membership without a row, as names joined by semicolons; throws if there is none. */
        public String firstMissing() {
            int members = 0;
            while (rowOf[members] >= 0) {
                members++;
            }
            return text(names, members);
        }

        /**
         * Returns the table.
         *
         * @throws IllegalArgumentException if a membership is missing
         */
        public MembershipTable build() {
            if (rows < rowOf.length) {
                throw new IllegalArgumentException("membership (" + firstMissing() + ") is missing");
            }
            return new MembershipTable(names, chunks.toArray(double[][]::new), rowOf);
        }
    }
}
