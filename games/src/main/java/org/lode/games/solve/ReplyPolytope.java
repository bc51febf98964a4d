package org.lode.games.solve;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The vertices of a best-reply polytope {x : x &gt;= 0, M x &lt;= 1}, M a positive integer matrix, each by its labels.
 *
 * <p>x is a mixed strategy of one player up to its size, a row of M the payoffs of one strategy of the opponent. Label j of
 * the variables says that x[j] = 0, label i of the rows that row i is tight: a best reply. (von Stengel 2002, Computing
 * equilibria for two-person games, section 2.)
 *
 * <p>The search walks over all lexicographically feasible bases, each a vertex of a slightly shifted polytope that has no
 * degenerate ones, so degenerate vertices are found too, and found once they are told apart by their labels. Exact.
 */
final class ReplyPolytope {
    /** Bases visited before giving up: some hundred megabytes and minutes. */
    static final int MAX_BASES = 4_000_000;

    private final int rows;
    private final int columns;
    private final LongSet vertices = new LongSet();
    private boolean complete = true;

    private ReplyPolytope(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Finds all vertices.
     *
     * @param matrix positive entries, opponent's strategies by own; rows plus columns at most 62
     */
    static ReplyPolytope of(BigInteger[][] matrix) {
        int rows = matrix.length;
        int columns = matrix[0].length;
        BigInteger[][] entries = Tableau.entries(matrix);
        ReplyPolytope polytope = new ReplyPolytope(rows, columns);
        polytope.walk(new AdaptiveDictionary(entries));
        return polytope;
    }

    /** Returns the labels of each vertex but the origin: bit j for x[j] = 0, bit columns + i for a tight row i; ascending. */
    long[] vertices() {
        return vertices.sorted();
    }

    /** Returns whether all bases were visited. */
    boolean isComplete() {
        return complete;
    }

    private void walk(Dictionary dictionary) {
        Tableau tableau = new Tableau(dictionary, rows, columns);
        LongSet seen = new LongSet();
        int[] stackRow = new int[64];
        int[] stackColumn = new int[64];
        int depth = 0;
        long mask = (1L << columns) - 1; // the nonbasic variables
        seen.add(mask);
        int column = 0;
        while (true) {
            if (column == columns) {
                if (depth == 0) {
                    return;
                }
                depth--;
                int row = stackRow[depth];
                column = stackColumn[depth];
                mask ^= 1L << tableau.basic(row) ^ 1L << tableau.nonbasic(column);
                tableau.pivot(row, column);
                column++;
                continue;
            }
            int row = tableau.leaving(column);
            long next = mask ^ 1L << tableau.nonbasic(column) ^ 1L << tableau.basic(row);
            if (seen.size() >= MAX_BASES) {
                complete = false;
                return;
            }
            if (!seen.add(next)) {
                column++;
                continue;
            }
            tableau.pivot(row, column);
            mask = next;
            record(tableau, mask);
            if (depth == stackRow.length) {
                stackRow = Arrays.copyOf(stackRow, 2 * depth);
                stackColumn = Arrays.copyOf(stackColumn, 2 * depth);
            }
            stackRow[depth] = row;
            stackColumn[depth++] = column;
            column = 0;
        }
    }

    private void record(Tableau tableau, long mask) {
        long labels = mask;
        for (int i = 0; i < rows; i++) {
            if (tableau.isZero(i)) {
                labels |= 1L << tableau.basic(i);
            }
        }
        if ((labels & (1L << columns) - 1) != (1L << columns) - 1) { // the origin is no strategy
            vertices.add(labels);
        }
    }
}
