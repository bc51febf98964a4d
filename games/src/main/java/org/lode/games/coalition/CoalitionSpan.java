package org.lode.games.coalition;

import java.util.ArrayList;
import java.util.List;

/**
 * The linear span of coalitions' indicator vectors, tested exactly. Ranks are taken modulo the prime 2^31 - 1: a minor
 * of a 0-1 matrix of 22 rows is smaller than that (Hadamard), so no rank is lost up to 22 players, and beyond, a loss
 * would need a minor divisible by the prime.
 */
final class CoalitionSpan {
    private static final long PRIME = 2147483647L;

    private final int players;
    /** Reduced row echelon form: row k has a 1 in column pivots[k], where all other rows have 0. */
    private final List<long[]> rows = new ArrayList<>();

    private final List<Integer> pivots = new ArrayList<>();

    CoalitionSpan(int players) {
        this.players = players;
    }

    int rank() {
        return rows.size();
    }

    /** Adds a coalition; returns false, changing nothing, if it was in the span. */
    boolean add(int coalition) {
        long[] rest = reduced(coalition);
        int pivot = 0;
        while (pivot < players && rest[pivot] == 0) {
            pivot++;
        }
        if (pivot == players) {
            return false;
        }
        long inverse = power(rest[pivot], PRIME - 2);
        for (int j = 0; j < players; j++) {
            rest[j] = rest[j] * inverse % PRIME;
        }
        for (long[] row : rows) {
            subtract(row, rest, row[pivot]);
        }
        rows.add(rest);
        pivots.add(pivot);
        return true;
    }

    boolean contains(int coalition) {
        for (long entry : reduced(coalition)) {
            if (entry != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * A random functional that vanishes on the span, modulo the prime: a coalition whose sum under it is not 0 is outside
     * the span for certain, one whose sum is 0 is almost certainly inside ({@link #contains} decides).
     */
    long[] functional() {
        long[] z = new long[players];
        long state = 0x9E3779B97F4A7C15L;
        for (int j = 0; j < players; j++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            z[j] = pivots.contains(j) ? 0 : 1 + Long.remainderUnsigned(state, PRIME - 1);
        }
        for (int k = 0; k < rows.size(); k++) {
            long sum = 0;
            for (int j = 0; j < players; j++) {
                if (j != pivots.get(k)) {
                    sum = (sum + rows.get(k)[j] * (pivots.contains(j) ? 0 : z[j])) % PRIME;
                }
            }
            z[pivots.get(k)] = (PRIME - sum) % PRIME;
        }
        return z;
    }

    static long plus(long a, long b) {
        long sum = a + b;
        return sum >= PRIME ? sum - PRIME : sum;
    }

    private long[] reduced(int coalition) {
        long[] rest = new long[players];
        for (int j = 0; j < players; j++) {
            rest[j] = (long) (coalition >>> j & 1);
        }
        for (int k = 0; k < rows.size(); k++) {
            subtract(rest, rows.get(k), rest[pivots.get(k)]);
        }
        return rest;
    }

    private void subtract(long[] from, long[] row, long times) {
        for (int j = 0; times != 0 && j < players; j++) {
            from[j] = (from[j] + (PRIME - times) * row[j]) % PRIME;
        }
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = result * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return result;
    }
}
