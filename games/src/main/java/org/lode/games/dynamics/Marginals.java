package org.lode.games.dynamics;

/**
 * Averages of a payoff tensor over what players do, for every player or pair at once. The players averaged over are
 * halved again and again, so that all pairs of one player cost about two passes over the tensor instead of one each.
 * Holds its own buffers: not for use by two threads at once.
 */
final class Marginals {
    /** Receives an average: a vector over one player's actions, or a matrix over two players', the earlier one first. */
    interface Sink {
        void take(int player, double[] average);
    }

    private final int[] counts;
    private final double[][] buffers;
    private final int[][] axes;

    /** Prepares buffers for tensors of a shape, last player fastest. */
    Marginals(int[] counts) {
        this.counts = counts;
        int size = 1;
        for (int count : counts) {
            size *= count;
        }
        this.buffers = new double[counts.length + 1][];
        this.axes = new int[counts.length + 1][];
        for (int depth = 0; depth <= counts.length; depth++) {
            buffers[depth] = depth == 0 ? new double[0] : new double[size];
            axes[depth] = new int[counts.length];
        }
    }

    /**
     * For each player, the average over all others.
     *
     * @param mix probabilities by player and action
     */
    void singles(double[] tensor, double[][] mix, Sink sink) {
        int[] others = new int[counts.length];
        for (int j = 0; j < others.length; j++) {
            others[j] = j;
        }
        begin();
        split(tensor, 0, counts.length, others, 0, others.length, mix, sink);
    }

    /** For each other player, the average over all but {@code kept} and that one, as a matrix in order of players. */
    void pairs(double[] tensor, int kept, double[][] mix, Sink sink) {
        int[] others = new int[counts.length - 1];
        for (int j = 0; j < others.length; j++) {
            others[j] = j < kept ? j : j + 1;
        }
        begin();
        split(tensor, 0, counts.length, others, 0, others.length, mix, sink);
    }

    private void begin() {
        for (int j = 0; j < counts.length; j++) {
            axes[0][j] = j;
        }
    }

    private void split(
            double[] tensor, int depth, int rank, int[] others, int low, int high, double[][] mix, Sink sink) {
        if (high - low == 1) {
            sink.take(others[low], tensor);
            return;
        }
        if (high == low) {
            return;
        }
        int middle = (low + high) / 2;
        half(tensor, depth, rank, others, middle, high, low, middle, mix, sink);
        half(tensor, depth, rank, others, low, middle, middle, high, mix, sink);
    }

    /** Averages over others[outLow..outHigh) and goes on with others[low..high). */
    private void half(
            double[] tensor,
            int depth,
            int rank,
            int[] others,
            int outLow,
            int outHigh,
            int low,
            int high,
            double[][] mix,
            Sink sink) {
        double[] current = tensor;
        int at = depth;
        int left = rank;
        for (int k = outHigh - 1; k >= outLow; k--) {
            contract(current, at, left, others[k], mix[others[k]]);
            at++;
            left--;
            current = buffers[at];
        }
        split(current, at, left, others, low, high, mix, sink);
    }

    private void contract(double[] from, int depth, int rank, int player, double[] mix) {
        int[] before = axes[depth];
        int[] after = axes[depth + 1];
        int outer = 1;
        int inner = 1;
        int filled = 0;
        boolean passed = false;
        for (int k = 0; k < rank; k++) {
            if (before[k] == player) {
                passed = true;
                continue;
            }
            after[filled++] = before[k];
            if (passed) {
                inner *= counts[before[k]];
            } else {
                outer *= counts[before[k]];
            }
        }
        average(from, outer, counts[player], inner, mix, buffers[depth + 1]);
    }

    /** Sums over the middle index; plain inner loops over neighbours, which the compiler turns into wide instructions. */
    private static void average(double[] from, int outer, int count, int inner, double[] mix, double[] into) {
        if (inner == 1) {
            for (int o = 0; o < outer; o++) {
                double sum = 0;
                for (int a = 0; a < count; a++) {
                    sum += mix[a] * from[o * count + a];
                }
                into[o] = sum;
            }
            return;
        }
        for (int o = 0; o < outer; o++) {
            int at = o * inner;
            int read = o * count * inner;
            double weight = mix[0];
            for (int i = 0; i < inner; i++) {
                into[at + i] = weight * from[read + i];
            }
            for (int a = 1; a < count; a++) {
                read += inner;
                weight = mix[a];
                for (int i = 0; i < inner; i++) {
                    into[at + i] += weight * from[read + i];
                }
            }
        }
    }
}
