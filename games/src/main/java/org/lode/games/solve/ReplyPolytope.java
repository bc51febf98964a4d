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
    private final int[] basic; // per row, the variable: x[j] is j, the slack of row i is columns + i
    private final int[] nonbasic; // per column
    private final int[] place; // per variable: row if basic, else -1 - column
    private final LongSet vertices = new LongSet();
    private boolean complete = true;

    private ReplyPolytope(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        basic = new int[rows];
        nonbasic = new int[columns];
        place = new int[rows + columns];
    }

    /**
     * Finds all vertices.
     *
     * @param matrix positive entries, opponent's strategies by own; rows plus columns at most 62
     */
    static ReplyPolytope of(BigInteger[][] matrix) {
        int rows = matrix.length;
        int columns = matrix[0].length;
        BigInteger[][] entries = new BigInteger[rows][];
        for (int i = 0; i < rows; i++) {
            entries[i] = Arrays.copyOf(matrix[i], columns + 1);
            entries[i][columns] = BigInteger.ONE;
        }
        ReplyPolytope polytope = new ReplyPolytope(rows, columns);
        try {
            polytope.walk(new WideDictionary(entries));
            return polytope;
        } catch (Dictionary.Overflow outgrown) {
            polytope = new ReplyPolytope(rows, columns);
            try {
                polytope.walk(new BigDictionary(entries));
            } catch (Dictionary.Overflow impossible) {
                throw new IllegalStateException(impossible);
            }
            return polytope;
        }
    }

    /** Returns the labels of each vertex but the origin: bit j for x[j] = 0, bit columns + i for a tight row i; ascending. */
    long[] vertices() {
        return vertices.sorted();
    }

    /** Returns whether all bases were visited. */
    boolean isComplete() {
        return complete;
    }

    private void walk(Dictionary dictionary) throws Dictionary.Overflow {
        for (int i = 0; i < rows; i++) {
            basic[i] = columns + i;
            place[columns + i] = i;
        }
        for (int j = 0; j < columns; j++) {
            nonbasic[j] = j;
            place[j] = -1 - j;
        }
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
                mask ^= 1L << basic[row] ^ 1L << nonbasic[column];
                pivot(dictionary, row, column);
                column++;
                continue;
            }
            int row = leaving(dictionary, column);
            long next = mask ^ 1L << nonbasic[column] ^ 1L << basic[row];
            if (seen.size() >= MAX_BASES) {
                complete = false;
                return;
            }
            if (!seen.add(next)) {
                column++;
                continue;
            }
            pivot(dictionary, row, column);
            mask = next;
            record(dictionary, mask);
            if (depth == stackRow.length) {
                stackRow = Arrays.copyOf(stackRow, 2 * depth);
                stackColumn = Arrays.copyOf(stackColumn, 2 * depth);
            }
            stackRow[depth] = row;
            stackColumn[depth++] = column;
            column = 0;
        }
    }

    private void pivot(Dictionary dictionary, int row, int column) throws Dictionary.Overflow {
        dictionary.pivot(row, column);
        int leaves = basic[row];
        basic[row] = nonbasic[column];
        nonbasic[column] = leaves;
        place[basic[row]] = row;
        place[leaves] = -1 - column;
    }

    private void record(Dictionary dictionary, long mask) {
        long labels = mask;
        for (int i = 0; i < rows; i++) {
            if (dictionary.sign(i, columns) == 0) {
                labels |= 1L << basic[i];
            }
        }
        if ((labels & (1L << columns) - 1) != (1L << columns) - 1) { // the origin is no strategy
            vertices.add(labels);
        }
    }

    /** Returns the row that leaves when a column enters: the lexicographically smallest ratio, which is unique. */
    private int leaving(Dictionary dictionary, int column) {
        int best = -1;
        for (int i = 0; i < rows; i++) {
            if (dictionary.sign(i, column) > 0 && (best < 0 || compare(dictionary, i, best, column) < 0)) {
                best = i;
            }
        }
        return best; // the polytope is bounded: M is positive
    }

    private int compare(Dictionary dictionary, int i, int r, int column) {
        int order = dictionary.compare(i, columns, r, column);
        for (int slack = columns; order == 0 && slack < columns + rows; slack++) {
            int at = place[slack];
            if (at < 0) {
                order = dictionary.compare(i, -1 - at, r, column);
            } else if (at == i) {
                order = 1; // the inverse has the determinant here and 0 in the other row
            } else if (at == r) {
                order = -1;
            }
        }
        return order;
    }
}
