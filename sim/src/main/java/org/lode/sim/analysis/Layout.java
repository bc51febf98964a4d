package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a design can tell, seen from its points alone, so that it does not matter who made it: blocks for Sobol indices,
 * trajectories for elementary effects, one factor at a time, or a plain sample.
 */
public final class Layout {
    /** The kinds of indices, and the design that each needs. */
    public enum Index {
        SOBOL("sobol", "saltelli: blocks of rows A, B, and A with each column of B in turn"),
        MORRIS("morris", "morris: trajectories of k + 1 rows, in which each of k factors moves once, alone"),
        OAT("oat", "oat: a base row, then rows that differ from it in one factor"),
        PRCC("prcc", "latinHypercube, sobol or random: a sample in which factors vary together");

        private final String id;
        private final String needs;

        Index(String id, String needs) {
            this.id = id;
            this.needs = needs;
        }

        public String id() {
            return id;
        }

        /**
         * The index of a name.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Index of(String id) {
            List<String> known = new ArrayList<>();
            for (Index index : values()) {
                if (index.id.equals(id)) {
                    return index;
                }
                known.add(index.id);
            }
            throw new IllegalArgumentException("index (" + id + ") must be one of " + String.join(", ", known));
        }
    }

    /** Rows of a base point: of A, of B, and of A with column j from B. */
    record Block(int a, int b, int[] crossed) {}

    private final SweepTable table;
    private final Index index;

    private Layout(SweepTable table, Index index) {
        this.table = table;
        this.index = index;
    }

    /** The index that the design of a table is made for. */
    public static Layout of(SweepTable table) {
        if (saltelli(table).isPresent()) {
            return new Layout(table, Index.SOBOL);
        }
        if (isMorris(table)) {
            return new Layout(table, Index.MORRIS);
        }
        return new Layout(table, isOneAtATime(table) ? Index.OAT : Index.PRCC);
    }

    public Index index() {
        return index;
    }

    /**
     * Refuses an index that the design is not made for.
     *
     * @throws IllegalArgumentException which says what it is made for
     */
    public void check(Index asked) {
        if (asked != index) {
            throw new IllegalArgumentException(
                    table.design() + ": index (" + asked.id() + ") needs the design " + asked.needs
                            + "; these " + table.points() + " points of "
                            + table.factors().size()
                            + " factors fit the index " + index.id());
        }
    }

    /** The blocks of a design for Sobol indices. */
    List<Block> blocks() {
        return saltelli(table).orElseThrow();
    }

    /** Steps of one row to the next of each trajectory: the factor that moves. */
    static int mover(SweepTable table, int from) {
        int mover = -1;
        for (int f = 0; f < table.factors().size(); f++) {
            if (!table.same(from, from + 1, f)) {
                mover = mover < 0 ? f : table.factors().size();
            }
        }
        return mover;
    }

    private static boolean isMorris(SweepTable table) {
        int k = table.factors().size();
        if (table.points() % (k + 1) != 0 || k == 1) {
            return false;
        }
        for (int start = 0; start < table.points(); start += k + 1) {
            var moved = new boolean[k];
            for (int step = 0; step < k; step++) {
                int f = mover(table, start + step);
                if (f < 0 || f == k || moved[f] || !table.numeric(f)) {
                    return false;
                }
                moved[f] = true;
            }
        }
        return true;
    }

    private static boolean isOneAtATime(SweepTable table) {
        for (int p = 1; p < table.points(); p++) {
            int different = 0;
            for (int f = 0; f < table.factors().size(); f++) {
                different += table.same(0, p, f) ? 0 : 1;
            }
            if (different > 1) {
                return false;
            }
        }
        return table.factors().size() > 1 || table.cell(0, 0).isEmpty();
    }

    /** A, B and k crossed rows; or A, the crossed rows, perhaps B crossed with A, then B, as other tools write them. */
    private static Optional<List<Block>> saltelli(SweepTable table) {
        int k = table.factors().size();
        for (int[] form : new int[][] {{k + 2, 1, 2}, {k + 2, k + 1, 1}, {2 * k + 2, 2 * k + 1, 1}}) {
            List<Block> blocks = blocks(table, form[0], form[1], form[2]);
            if (!blocks.isEmpty()) {
                return Optional.of(blocks);
            }
        }
        return Optional.empty();
    }

    private static List<Block> blocks(SweepTable table, int width, int b, int first) {
        int k = table.factors().size();
        if (table.points() % width != 0) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        boolean differ = false;
        for (int start = 0; start < table.points(); start += width) {
            int[] crossed = new int[k];
            for (int j = 0; j < k; j++) {
                crossed[j] = start + first + j;
                for (int f = 0; f < k; f++) {
                    if (!table.same(crossed[j], f == j ? start + b : start, f)) {
                        return List.of();
                    }
                }
                differ |= !table.same(start, start + b, j);
            }
            blocks.add(new Block(start, start + b, crossed));
        }
        return differ && k > 1 ? blocks : List.of();
    }
}
