package org.lode.games.form;

/**
 * Expected payoffs of one game: what each strategy earns against mixed opponents, and how that changes with what they play.
 *
 * <p>Holds its own buffers, so that a caller in a loop allocates nothing; not for use by two threads at once. Profiles are
 * flat: players in order, strategies in order. Cost of one player's payoffs: about one pass over its table.
 */
public final class Expectation {
    private final NormalForm game;
    private final int[] counts;
    private final int[] starts;
    private final double[] work;

    public Expectation(NormalForm game) {
        this.game = game;
        this.counts = game.shape();
        this.starts = new int[counts.length + 1];
        for (int player = 0; player < counts.length; player++) {
            starts[player + 1] = starts[player] + counts[player];
        }
        this.work = new double[game.profiles()];
    }

    /** Returns the number of strategies of all players. */
    public int length() {
        return starts[counts.length];
    }

    /** Returns where a player's strategies start in a flat profile; the length, for the number of players. */
    public int start(int player) {
        return starts[player];
    }

    /**
     * Writes what each strategy of each player earns against the others' mixtures.
     *
     * @param profile flat, length {@link #length}; need not add up to 1, the payoffs are multilinear
     * @param into flat, overwritten; not {@code profile}
     */
    public void payoffs(double[] profile, double[] into) {
        for (int player = 0; player < counts.length; player++) {
            payoffs(player, profile, into, starts[player]);
        }
    }

    /** Writes what each strategy of one player earns, from {@code offset} on. */
    public void payoffs(int player, double[] profile, double[] into, int offset) {
        game.copyPayoffs(player, work, 0);
        int size = game.profiles();
        for (int other = counts.length - 1; other > player; other--) {
            size = contractLast(work, size, profile, starts[other], counts[other]);
        }
        for (int other = 0; other < player; other++) {
            size = contractFirst(work, size, profile, starts[other], counts[other]);
        }
        System.arraycopy(work, 0, into, offset, counts[player]);
    }

    /**
     * Writes what a player earns by each of its strategies against each strategy of one opponent, the others mixing: the
     * derivative of its payoffs by the opponent's probabilities.
     *
     * @param into row-major, the player's strategies by the opponent's, overwritten from 0 on
     */
    public void pairwise(int player, int opponent, double[] profile, double[] into) {
        int low = Math.min(player, opponent);
        int high = Math.max(player, opponent);
        game.copyPayoffs(player, work, 0);
        int size = game.profiles();
        for (int other = counts.length - 1; other > high; other--) {
            size = contractLast(work, size, profile, starts[other], counts[other]);
        }
        for (int other = 0; other < low; other++) {
            size = contractFirst(work, size, profile, starts[other], counts[other]);
        }
        int outer = counts[low];
        for (int other = low + 1; other < high; other++) {
            int block = size / outer;
            int reduced = block / counts[other];
            for (int o = 0; o < outer; o++) {
                for (int i = 0; i < reduced; i++) {
                    double sum = 0;
                    for (int s = 0; s < counts[other]; s++) {
                        sum += profile[starts[other] + s] * work[o * block + s * reduced + i];
                    }
                    work[o * reduced + i] = sum; // never ahead of what is still to be read
                }
            }
            size = outer * reduced;
        }
        boolean transposed = opponent < player;
        for (int a = 0; a < counts[low]; a++) {
            for (int b = 0; b < counts[high]; b++) {
                into[transposed ? b * counts[low] + a : a * counts[high] + b] = work[a * counts[high] + b];
            }
        }
    }

    private static int contractLast(double[] work, int size, double[] profile, int start, int count) {
        int reduced = size / count;
        for (int i = 0; i < reduced; i++) {
            double sum = 0;
            for (int s = 0; s < count; s++) {
                sum += profile[start + s] * work[i * count + s];
            }
            work[i] = sum;
        }
        return reduced;
    }

    private static int contractFirst(double[] work, int size, double[] profile, int start, int count) {
        int reduced = size / count;
        for (int i = 0; i < reduced; i++) {
            double sum = 0;
            for (int s = 0; s < count; s++) {
                sum += profile[start + s] * work[s * reduced + i];
            }
            work[i] = sum;
        }
        return reduced;
    }
}
