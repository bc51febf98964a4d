package org.lode.games.solve;

import java.math.BigInteger;

/**
 * A dictionary of integer pivoting: det * basic[i] = rhs[i] - sum over j of a[i][j] * nonbasic[j], all integers.
 *
 * <p>Every entry is a minor of the original matrix (Edmonds; Avis 2000, lrs), so divisions have no remainder and nothing is
 * ever rounded. The last column is the right-hand side; the determinant stays positive.
 */
interface Dictionary {
    int sign(int row, int column);

    /** Compares entry * otherEntry of two pairs: a[i][k] * a[r][j] with a[r][k] * a[i][j]. */
    int compare(int i, int k, int r, int j);

    BigInteger value(int row, int column);

    BigInteger determinant();

    /** Swaps the basic variable of a row with the nonbasic variable of a column, at a positive entry. */
    void pivot(int row, int column);
}
