package org.lode.games.solve;

import java.math.BigInteger;

/**
 * A dictionary in 128-bit integers.
 *
 * <p>Sums and products are taken modulo 2^128, and the exact division by the old determinant is a multiplication by the
 * inverse of its odd part, so only the result must fit. Whether it fits is known beforehand from doubles that are kept beside
 * the integers, each correct to the last place or two; see {@link #fits}.
 */
final class WideDictionary implements Dictionary {
    /** Doubles compared as products of two: their relative error is below 6 * 2^-53. */
    private static final double CLEAR = 1e-14;
    /** Entries of at most this many bits leave room for some pivots. */
    private static final int START_BITS = 122;
    /** Factors of 2 in the determinant that the exact division shifts out, at the expense of room. */
    private static final int MAX_ZEROS = 62;

    private final int rows;
    private final int columns;
    private final long[] low;
    private final long[] high;
    private final double[] near;
    private long detLow;
    private long detHigh;
    private double detNear;

    /** Takes entries that {@link #holds}. */
    WideDictionary(BigInteger[][] entries, BigInteger determinant) {
        rows = entries.length;
        columns = entries[0].length;
        low = new long[rows * columns];
        high = new long[rows * columns];
        near = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                low[i * columns + j] = entries[i][j].longValue();
                high[i * columns + j] = entries[i][j].shiftRight(64).longValue();
                near[i * columns + j] = near(high[i * columns + j], low[i * columns + j]);
            }
        }
        detLow = determinant.longValue();
        detHigh = determinant.shiftRight(64).longValue();
        detNear = near(detHigh, detLow);
    }

    /** Returns whether entries and determinant are small enough to start with. */
    static boolean holds(BigInteger[][] entries, BigInteger determinant) {
        int bits = determinant.bitLength();
        for (BigInteger[] row : entries) {
            for (BigInteger each : row) {
                bits = Math.max(bits, each.bitLength());
            }
        }
        return bits <= START_BITS;
    }

    /** Returns whether a pivot's results certainly fit. */
    boolean fits(int row, int column) {
        int zeros = zeros();
        if (zeros > MAX_ZEROS) {
            return false;
        }
        double pivot = near[row * columns + column];
        double bound = Math.scalb(detNear, 125 - zeros);
        for (int i = 0; i < rows; i++) {
            double factor = near[i * columns + column];
            for (int k = 0; k < columns && i != row; k++) {
                if (!(Math.abs(near[i * columns + k] * pivot) + Math.abs(factor * near[row * columns + k]) < bound)
                        && k != column) {
                    return false;
                }
            }
        }
        return true;
    }

    private int zeros() {
        return detLow != 0 ? Long.numberOfTrailingZeros(detLow) : 64 + Long.numberOfTrailingZeros(detHigh);
    }

    @Override
    public int sign(int row, int column) {
        double value = near[row * columns + column]; // an integer that is not 0 is no double 0
        return value > 0 ? 1 : value < 0 ? -1 : 0;
    }

    @Override
    public int compare(int i, int k, int r, int j) {
        int ik = i * columns + k;
        int rj = r * columns + j;
        int rk = r * columns + k;
        int ij = i * columns + j;
        double left = near[ik] * near[rj];
        double right = near[rk] * near[ij];
        if (Math.abs(left - right) > CLEAR * (Math.abs(left) + Math.abs(right))) {
            return left > right ? 1 : -1;
        }
        if (small(ik) && small(rj) && small(rk) && small(ij)) {
            long leftHigh = Math.multiplyHigh(low[ik], low[rj]);
            long rightHigh = Math.multiplyHigh(low[rk], low[ij]);
            return leftHigh != rightHigh
                    ? Long.compare(leftHigh, rightHigh)
                    : Long.compareUnsigned(low[ik] * low[rj], low[rk] * low[ij]);
        }
        return value(ik).multiply(value(rj)).compareTo(value(rk).multiply(value(ij)));
    }

    @Override
    public BigInteger determinant() {
        return big(detHigh, detLow);
    }

    @Override
    public BigInteger value(int row, int column) {
        return value(row * columns + column);
    }

    @Override
    public void pivot(int row, int column) {
        int at = row * columns + column;
        long pLow = low[at];
        long pHigh = high[at];
        double pNear = near[at];
        int zeros = zeros();
        long oddLow = zeros == 0 ? detLow : detLow >>> zeros | detHigh << (64 - zeros);
        long oddHigh = detHigh >> zeros;
        long inverse = oddLow; // correct to 3 bits
        for (int i = 0; i < 5; i++) {
            inverse *= 2 - oddLow * inverse;
        }
        // One more step of Newton's in 128 bits: inverse * (2 - odd * inverse).
        long productHigh = unsignedHigh(oddLow, inverse) + oddHigh * inverse;
        long inverseHigh = -(productHigh * inverse); // odd * inverse = 1 + productHigh * 2^64
        for (int i = 0; i < rows; i++) {
            if (i == row) {
                continue;
            }
            int start = i * columns;
            long cLow = low[start + column];
            long cHigh = high[start + column];
            double cNear = near[start + column];
            for (int k = 0; k < columns; k++) {
                if (k == column) {
                    continue;
                }
                int ik = start + k;
                int rk = row * columns + k;
                long aLow = low[ik];
                long bLow = low[rk];
                long leftLow = aLow * pLow;
                long leftHigh = unsignedHigh(aLow, pLow) + high[ik] * pLow + aLow * pHigh;
                long rightLow = cLow * bLow;
                long rightHigh = unsignedHigh(cLow, bLow) + cHigh * bLow + cLow * high[rk];
                long nLow = leftLow - rightLow;
                long nHigh = leftHigh - rightHigh - (Long.compareUnsigned(leftLow, rightLow) < 0 ? 1 : 0);
                if (zeros > 0) {
                    nLow = nLow >>> zeros | nHigh << (64 - zeros);
                    nHigh >>= zeros;
                }
                long qLow = nLow * inverse;
                long qHigh = unsignedHigh(nLow, inverse) + nHigh * inverse + nLow * inverseHigh;
                qHigh = qHigh << zeros >> zeros; // the sign is in bit 127 - zeros
                low[ik] = qLow;
                high[ik] = qHigh;
                near[ik] = near(qHigh, qLow);
            }
            low[start + column] = -cLow;
            high[start + column] = ~cHigh + (cLow == 0 ? 1 : 0);
            near[start + column] = -cNear;
        }
        low[at] = detLow;
        high[at] = detHigh;
        near[at] = detNear;
        detLow = pLow;
        detHigh = pHigh;
        detNear = pNear;
    }

    private boolean small(int at) {
        return high[at] == low[at] >> 63;
    }

    private BigInteger value(int at) {
        return big(high[at], low[at]);
    }

    private static BigInteger big(long high, long low) {
        BigInteger below = BigInteger.valueOf(low);
        if (low < 0) {
            below = below.add(BigInteger.ONE.shiftLeft(64));
        }
        return BigInteger.valueOf(high).shiftLeft(64).add(below);
    }

    private static double near(long high, long low) {
        if (high == low >> 63) {
            return low;
        }
        // Values near the 64-bit limits cancel here, but never below 2^62 of 2^63: the error stays a few last places.
        return high * 0x1p64 + ((low >>> 1) * 2.0 + (low & 1));
    }

    private static long unsignedHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }
}
