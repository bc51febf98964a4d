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
        StringBuilder text = new StringBuilder();
        for (int actor = 0; actor < names.size(); actor++) {
            if (MembershipGame.isMember(actor, members)) {
                text.append(text.length() > 0 ? ";" : "").append(names.get(actor));
            }
        }
        return text.toString();
    }

    /** Collects rows. */
    static final class Builder {
        private final List<String> names;
        private final List<double[]> chunks = new ArrayList<>();
        private final int[] rowOf;
        private int rows;

        Builder(List<String> names) {
            this.names = List.copyOf(names);
            this.rowOf = new int[1 << names.size()];
            Arrays.fill(rowOf, -1);
        }

        /** The row in which {@code members} was given, from 0; -1 if it was not. */
        int rowOf(int members) {
            return rowOf[members];
        }

        /** Room for the next row: payoffs are written to the returned array from {@link #offset()} on. */
        double[] next(int members) {
            if ((rows & (1 << CHUNK_BITS) - 1) == 0) {
                chunks.add(new double[names.size() << CHUNK_BITS]);
            }
            rowOf[members] = rows++;
            return chunks.get(chunks.size() - 1);
        }

        int offset() {
            return ((rows - 1) & (1 << CHUNK_BITS) - 1) * names.size();
        }

        int rows() {
            return rows;
        }

        MembershipTable build() {
            return new MembershipTable(names, chunks.toArray(double[][]::new), rowOf);
        }
    }
}
