package org.lode.games.coalition;

/**
 * Scans all coalitions with the sums of their members' shares, each put together from two half tables (two lookups and
 * one addition, no error that grows along the scan), skipping those whose sum is already determined.
 */
final class SubsetSums {
    private final int n;
    private final int lowBits;
    private final int lowMask;
    private final double[] low;
    private final double[] high;
    private final long[] skip;

    SubsetSums(int n) {
        this.n = n;
        this.lowBits = n / 2;
        this.lowMask = (1 << lowBits) - 1;
        this.low = new double[1 << lowBits];
        this.high = new double[1 << (n - lowBits)];
        this.skip = new long[((1 << n) + 63) / 64];
    }

    /** Leaves the coalitions in {@code span} out of later scans. */
    void exclude(CoalitionSpan span) {
        long[] z = span.functional();
        long[] lowZ = new long[low.length];
        long[] highZ = new long[high.length];
        for (int s = 1; s < lowZ.length; s++) {
            lowZ[s] = CoalitionSpan.plus(lowZ[s & (s - 1)], z[Integer.numberOfTrailingZeros(s)]);
        }
        for (int s = 1; s < highZ.length; s++) {
            highZ[s] = CoalitionSpan.plus(highZ[s & (s - 1)], z[lowBits + Integer.numberOfTrailingZeros(s)]);
        }
        for (int s = 0; s < 1 << n; s++) {
            if (CoalitionSpan.plus(highZ[s >>> lowBits], lowZ[s & lowMask]) == 0 && span.contains(s)) {
                skip[s >>> 6] |= 1L << s;
            }
        }
    }

    /** The sum of shares last scanned. */
    double sum(int coalition) {
        return high[coalition >>> lowBits] + low[coalition & lowMask];
    }

    private void load(double[] shares) {
        for (int s = 1; s < low.length; s++) {
            low[s] = low[s & (s - 1)] + shares[Integer.numberOfTrailingZeros(s)];
        }
        for (int s = 1; s < high.length; s++) {
            high[s] = high[s & (s - 1)] + shares[lowBits + Integer.numberOfTrailingZeros(s)];
        }
    }

    /** The coalition of largest worth less sum of shares, the first of equals; 0 if all are left out. */
    int largestExcess(double[] worth, double[] shares) {
        load(shares);
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < worth.length; s++) {
            double excess = worth[s] - high[s >>> lowBits] - low[s & lowMask];
            if (excess > most && (skip[s >>> 6] >>> s & 1) == 0) {
                most = excess;
                best = s;
            }
        }
        return best;
    }

    /** The first coalition whose excess is above {@code y[n]} by more than {@code tolerance}; 0 if there is none. */
    int firstAbove(double[] worth, double[] y, double tolerance) {
        load(y);
        double bar = y[n] + tolerance;
        for (int s = 0; s < worth.length; s++) {
            if (worth[s] - high[s >>> lowBits] - low[s & lowMask] > bar && (skip[s >>> 6] >>> s & 1) == 0) {
                return s;
            }
        }
        return 0;
    }
}
