package org.lode.games.solve;

import java.math.BigInteger;

/** A dictionary in 128-bit integers while its entries fit, and in integers without limit while they do not. */
final class AdaptiveDictionary implements Dictionary {
    private final int rows;
    private final int columns;
    private Dictionary current;

    AdaptiveDictionary(BigInteger[][] entries) {
        rows = entries.length;
        columns = entries[0].length;
        current = WideDictionary.holds(entries, BigInteger.ONE)
                ? new WideDictionary(entries, BigInteger.ONE)
                : new BigDictionary(entries, BigInteger.ONE);
    }

    @Override
    public int sign(int row, int column) {
        return current.sign(row, column);
    }

    @Override
    public int compare(int i, int k, int r, int j) {
        return current.compare(i, k, r, j);
    }

    @Override
    public BigInteger value(int row, int column) {
        return current.value(row, column);
    }

    @Override
    public BigInteger determinant() {
        return current.determinant();
    }

    @Override
    public void pivot(int row, int column) {
        if (current instanceof WideDictionary wide) {
            if (wide.fits(row, column)) {
                wide.pivot(row, column);
                return;
            }
            current = new BigDictionary(entries(), wide.determinant());
        }
        current.pivot(row, column);
        BigInteger[][] entries = entries();
        if (WideDictionary.holds(entries, current.determinant())) {
            current = new WideDictionary(entries, current.determinant());
        }
    }

    private BigInteger[][] entries() {
        BigInteger[][] entries = new BigInteger[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                entries[i][j] = current.value(i, j);
            }
        }
        return entries;
    }
}
