package org.lode.games.solve;

import java.math.BigInteger;

/** A dictionary in integers without limit: slow, for what outgrows 128 bits. */
final class BigDictionary implements Dictionary {
    private final BigInteger[][] entries;
    private BigInteger determinant;

    BigDictionary(BigInteger[][] entries, BigInteger determinant) {
        this.determinant = determinant;
        this.entries = new BigInteger[entries.length][];
        for (int i = 0; i < entries.length; i++) {
            this.entries[i] = entries[i].clone();
        }
    }

    @Override
    public int sign(int row, int column) {
        return entries[row][column].signum();
    }

    @Override
    public int compare(int i, int k, int r, int j) {
        return entries[i][k].multiply(entries[r][j]).compareTo(entries[r][k].multiply(entries[i][j]));
    }

    @Override
    public BigInteger value(int row, int column) {
        return entries[row][column];
    }

    @Override
    public BigInteger determinant() {
        return determinant;
    }

    @Override
    public void pivot(int row, int column) {
        BigInteger pivot = entries[row][column];
        for (int i = 0; i < entries.length; i++) {
            if (i == row) {
                continue;
            }
            BigInteger factor = entries[i][column];
            for (int k = 0; k < entries[i].length; k++) {
                if (k != column) {
                    BigInteger left = entries[i][k].multiply(pivot);
                    entries[i][k] = (factor.signum() == 0 ? left : left.subtract(factor.multiply(entries[row][k])))
                            .divide(determinant);
                }
            }
            entries[i][column] = factor.negate();
        }
        entries[row][column] = determinant;
        determinant = pivot;
    }
}
