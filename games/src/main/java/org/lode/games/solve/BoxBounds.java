package org.lode.games.solve;

/**
 * Certain bounds of multilinear functions over a box of mixtures, by contracting one opponent after the other with the smallest
 * and largest mean that the box allows. Holds its own buffers.
 */
final class BoxBounds {
    /**
     * Added to every bound: more than the rounding of a contraction (below a hundred operations on numbers of at most 2)
     * and, times the preconditioner, of the matrix products that follow.
     */
    static final double ROUNDING = 1e-13;

    private final int players;
    private final int[] size;
    private final int[] offset;
    private final int length;
    private final int[][] opponents;
    private final double[] low;
    private final double[] high;

    /** The bounds found last. */
    double lowest;

    double highest;

    /**
     * Makes room.
     *
     * @param size strategies in each player's support
     * @param offset where each player's probabilities start in a box, then their number
     * @param opponents of each player, ascending
     * @param cells profiles of the supports
     */
    BoxBounds(int[] size, int[] offset, int[][] opponents, int cells) {
        this.players = size.length;
        this.size = size;
        this.offset = offset;
        this.length = offset[players];
        this.opponents = opponents;
        this.low = new double[cells];
        this.high = new double[cells];
    }

    /** Bounds nothing: 0. */
    void zero() {
        lowest = 0;
        highest = 0;
    }

    /** After {@link #against}: narrows a box to where the difference can be at most 0. */
    boolean narrowLow(int player, double[] box) {
        return narrow(low, 1, player, box);
    }

    /** After {@link #against}: narrows a box to where the difference can be at least 0. */
    boolean narrowHigh(int player, double[] box) {
        return narrow(high, -1, player, box);
    }

    /** Narrows to where the mean of values times the sign, one per strategy of a player, is at most 0. */
    private boolean narrow(double[] values, int sign, int player, double[] box) {
        int k = size[player];
        int least = 0;
        for (int s = 1; s < k; s++) {
            least = sign * values[s] < sign * values[least] ? s : least;
        }
        double next = Double.POSITIVE_INFINITY; // the least of the others
        for (int s = 0; s < k; s++) {
            next = s == least ? next : Math.min(next, sign * values[s]);
        }
        double lowest = sign * values[least] - ROUNDING;
        if (lowest > 0) {
            return false;
        }
        for (int s = 0; s < k; s++) {
            int i = offset[player] + s;
            if (s == least && next > ROUNDING) {
                double rest = next - ROUNDING;
                box[i] = Math.max(box[i], rest / (rest - lowest) - ROUNDING);
            } else if (s != least && sign * values[s] - ROUNDING > 0) {
                box[length + i] =
                        Math.min(box[length + i], -lowest / (sign * values[s] - ROUNDING - lowest) + ROUNDING);
            }
            if (box[i] > box[length + i]) {
                return false;
            }
        }
        return true;
    }

    /** Writes bounds of a difference against each strategy of one opponent, all others anywhere in the box. */
    void against(double[] difference, int player, int kept, double[] box) {
        System.arraycopy(difference, 0, low, 0, difference.length);
        System.arraycopy(difference, 0, high, 0, difference.length);
        int left = difference.length;
        int inner = 1;
        for (int q = players - 2; q >= 0; q--) {
            int other = opponents[player][q];
            int k = size[other];
            if (other == kept) {
                inner = k;
            } else if (k > 1) {
                left /= k;
                for (int r = 0; r < left; r++) {
                    int from = r / inner * k * inner + r % inner;
                    low[r] = least(low, from, inner, k, 1, box, offset[other]);
                    high[r] = -least(high, from, inner, k, -1, box, offset[other]);
                }
            }
        }
    }

    /** Bounds a difference, one number per profile of the opponents. */
    void range(double[] difference, int player, double[] box) {
        System.arraycopy(difference, 0, low, 0, difference.length);
        System.arraycopy(difference, 0, high, 0, difference.length);
        contract(difference.length, player, -1, box);
    }

    /** Bounds how a difference changes when one opponent goes from its first strategy to another. */
    void slope(double[] difference, int player, int other, int s, double[] box) {
        int inner = 1;
        for (int q = other + 1; q < players; q++) {
            inner *= q == player ? 1 : size[q];
        }
        int block = inner * size[other];
        int cells = 0;
        for (int start = 0; start < difference.length; start += block) {
            for (int i = 0; i < inner; i++) {
                low[cells] = difference[start + s * inner + i] - difference[start + i];
                high[cells] = low[cells];
                cells++;
            }
        }
        contract(cells, player, other, box);
    }

    private void contract(int cells, int player, int skipped, double[] box) {
        int left = cells;
        for (int q = players - 2; q >= 0; q--) {
            int other = opponents[player][q];
            int k = size[other];
            if (other == skipped || k == 1) {
                continue;
            }
            left /= k;
            for (int r = 0; r < left; r++) {
                low[r] = least(low, r * k, 1, k, 1, box, offset[other]);
                high[r] = -least(high, r * k, 1, k, -1, box, offset[other]);
            }
        }
        lowest = low[0] - ROUNDING;
        highest = high[0] + ROUNDING;
    }

    /** Returns the smallest mean of k values times the sign: what is left of the sum goes to the smallest ones first. */
    private double least(double[] values, int from, int stride, int k, int sign, double[] box, int start) {
        double sum = 0;
        double left = 1;
        for (int s = 0; s < k; s++) {
            sum += sign * values[from + s * stride] * box[start + s];
            left -= box[start + s];
        }
        long done = 0;
        for (int round = 0; round < k && left > 0; round++) {
            int best = -1;
            for (int s = 0; s < k; s++) {
                if ((done >>> s & 1) == 0
                        && (best < 0 || sign * values[from + s * stride] < sign * values[from + best * stride])) {
                    best = s;
                }
            }
            done |= 1L << best;
            double room = Math.min(left, box[length + start + best] - box[start + best]);
            sum += sign * values[from + best * stride] * room;
            left -= room;
        }
        return sum;
    }
}
