package org.lode.games.solve;

import java.math.BigInteger;
import java.util.Arrays;
import org.lode.games.form.Rational;

/**
 * A dictionary of a best-reply polytope {x : x &gt;= 0, M x &lt;= 1} with the names of its variables: x[j] is j, the slack of
 * row i is the number of columns plus i. Ties are broken lexicographically, so no walk over bases runs in circles.
 */
final class Tableau {
    final int rows;
    final int columns;
    private final Dictionary dictionary;
    private final int[] basic;
    private final int[] nonbasic;
    private final int[] place; // per variable: its row if basic, else -1 - column

    Tableau(Dictionary dictionary, int rows, int columns) {
        this.dictionary = dictionary;
        this.rows = rows;
        this.columns = columns;
        basic = new int[rows];
        nonbasic = new int[columns];
        place = new int[rows + columns];
        for (int i = 0; i < rows; i++) {
            basic[i] = columns + i;
            place[columns + i] = i;
        }
        for (int j = 0; j < columns; j++) {
            nonbasic[j] = j;
            place[j] = -1 - j;
        }
    }

    /** Returns the rows of integers with the right-hand sides, all 1, as dictionaries take them. */
    static BigInteger[][] entries(BigInteger[][] matrix) {
        BigInteger[][] entries = new BigInteger[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            entries[i] = Arrays.copyOf(matrix[i], matrix[i].length + 1);
            entries[i][matrix[i].length] = BigInteger.ONE;
        }
        return entries;
    }

    int basic(int row) {
        return basic[row];
    }

    int nonbasic(int column) {
        return nonbasic[column];
    }

    /** Returns the column of a nonbasic variable. */
    int column(int variable) {
        return -1 - place[variable];
    }

    boolean isZero(int row) {
        return dictionary.sign(row, columns) == 0;
    }

    void pivot(int row, int column) {
        dictionary.pivot(row, column);
        int leaves = basic[row];
        basic[row] = nonbasic[column];
        nonbasic[column] = leaves;
        place[basic[row]] = row;
        place[leaves] = -1 - column;
    }

    /** Returns the row that leaves when a column enters: the lexicographically smallest ratio, which is unique. */
    int leaving(int column) {
        int best = -1;
        for (int i = 0; i < rows; i++) {
            if (dictionary.sign(i, column) > 0 && (best < 0 || compare(i, best, column) < 0)) {
                best = i;
            }
        }
        return best; // there is one: the matrix is positive, so the polytope is bounded
    }

    private int compare(int i, int r, int column) {
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

    /** Returns x, scaled to add up to 1. */
    Rational[] strategy() {
        BigInteger sum = BigInteger.ZERO;
        for (int j = 0; j < columns; j++) {
            sum = sum.add(value(j));
        }
        Rational[] strategy = new Rational[columns];
        for (int j = 0; j < columns; j++) {
            strategy[j] = new Rational(value(j), sum);
        }
        return strategy;
    }

    private BigInteger value(int variable) {
        return place[variable] < 0 ? BigInteger.ZERO : dictionary.value(place[variable], columns);
    }
}
