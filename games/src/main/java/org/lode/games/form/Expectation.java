package org.lode.games.form;

/**
 * Expected payoffs of one game: what each strategy earns against mixed opponents, and how that changes with what they play.
 *
 * <p>Works by contraction: a table of one player's payoffs shrinks by one opponent at a time, each replaced by the mean over its
 * mixture. Holds its own buffers, so that a caller in a loop allocates nothing; not for use by two threads at once. Profiles are
 * flat: players in order, strategies in order.
 */
public final class Expectation {
    private final NormalForm game;
    private final int[] counts;
    private final int[] starts;
    private final int profiles;
    /** By player: a table over it and the players before it, those after it mixing; the last player's is the game's own. */
    private final double[][] tails;

    private final double[] head;
    private final double[] work;

    public Expectation(NormalForm game) {
        this.game = game;
        this.counts = game.shape();
        this.starts = new int[counts.length + 1];
        this.tails = new double[counts.length][];
        this.profiles = game.profiles();
        int size = 1;
        int fewest = counts[0];
        for (int player = 0; player < counts.length; player++) {
            starts[player + 1] = starts[player] + counts[player];
            fewest = Math.min(fewest, counts[player]);
            size *= counts[player];
            tails[player] = player < counts.length - 1 ? new double[size] : game.table();
        }
        int most = counts.length == 1 ? profiles : profiles / fewest; // one opponent at least is gone
        this.head = new double[most];
        this.work = new double[most];
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

    /** Writes what each strategy of one player earns, from {@code offset} on; costs about one pass over its table. */
    public void payoffs(int player, double[] profile, double[] into, int offset) {
        double[] from = game.table();
        int at = player * profiles;
        int size = profiles;
        for (int other = counts.length - 1; other > player; other--) {
            size /= counts[other];
            contract(other, from, at, size, 1, profile, work);
            from = work;
            at = 0;
        }
        for (int other = 0; other < player; other++) {
            size /= counts[other];
            contract(other, from, at, 1, size, profile, work);
            from = work;
            at = 0;
        }
        System.arraycopy(from, at, into, offset, counts[player]);
    }

    /**
     * Writes what a player earns by each of its strategies against each strategy of each opponent, the others mixing: the
     * derivative of its payoffs by the opponents' probabilities. What opponents have in common is contracted once, so it costs
     * about two passes over the player's table, however many opponents there are.
     *
     * @param into row-major, the player's strategies by all strategies, {@link #length} to a row; the player's own columns stay as
     *     they are
     */
    public void pairwise(int player, double[] profile, double[] into) {
        int last = counts.length - 1;
        int size = profiles;
        for (int other = last; other > player; other--) {
            after(player, other, size, profile, into);
            size /= counts[other];
            contract(other, tails[other], other == last ? player * profiles : 0, size, 1, profile, tails[other - 1]);
        }
        double[] from = tails[player];
        int at = player == last ? player * profiles : 0;
        for (int other = 0; other < player; other++) {
            before(player, other, from, at, size, profile, into);
            size /= counts[other];
            contract(other, from, at, 1, size, profile, head);
            from = head;
            at = 0;
        }
    }

    /** The part of {@link #pairwise} for an opponent after the player, all after that opponent mixing already. */
    private void after(int player, int opponent, int profilesLeft, double[] profile, double[] into) {
        double[] from = tails[opponent];
        int at = opponent == counts.length - 1 ? player * profiles : 0;
        int size = profilesLeft;
        for (int other = 0; other < player; other++) {
            size /= counts[other];
            contract(other, from, at, 1, size, profile, work);
            from = work;
            at = 0;
        }
        int inner = size / counts[player];
        for (int other = player + 1; other < opponent; other++) {
            inner /= counts[other];
            contract(other, from, at, counts[player], inner, profile, work);
            from = work;
            at = 0;
        }
        for (int s = 0; s < counts[player]; s++) {
            System.arraycopy(from, at + s * counts[opponent], into, s * length() + starts[opponent], counts[opponent]);
        }
    }

    /** The part of {@link #pairwise} for an opponent before the player, all before that opponent mixing already. */
    private void before(int player, int opponent, double[] left, int place, int size, double[] profile, double[] into) {
        double[] from = left;
        int at = place;
        int inner = size / counts[opponent];
        for (int other = opponent + 1; other < player; other++) {
            inner /= counts[other];
            contract(other, from, at, counts[opponent], inner, profile, work);
            from = work;
            at = 0;
        }
        for (int t = 0; t < counts[opponent]; t++) {
            for (int s = 0; s < counts[player]; s++) {
                into[s * length() + starts[opponent] + t] = from[at + t * counts[player] + s];
            }
        }
    }

    /**
     * Replaces one player of a table by the mean over its mixture.
     *
     * @param outer profiles of the players before it
     * @param inner profiles of the players after it
     * @param into length at least outer x inner; may be {@code from} if {@code at} is 0: never ahead of what is still to be read
     */
    private void contract(int player, double[] from, int at, int outer, int inner, double[] profile, double[] into) {
        int count = counts[player];
        int start = starts[player];
        if (inner == 1) {
            for (int o = 0; o < outer; o++) {
                double sum = 0;
                for (int s = 0; s < count; s++) {
                    sum += profile[start + s] * from[at + o * count + s];
                }
                into[o] = sum;
            }
            return;
        }
        for (int o = 0; o < outer; o++) {
            mix(profile[start], from, at + o * count * inner, into, o * inner, inner);
            for (int s = 1; s < count; s++) {
                add(profile[start + s], from, at + (o * count + s) * inner, into, o * inner, inner);
            }
        }
    }

    private static void mix(double weight, double[] from, int at, double[] into, int to, int length) {
        for (int i = 0; i < length; i++) {
            into[to + i] = 0 + weight * from[at + i]; // 0 + makes a negative zero positive, as a sum from 0 does
        }
    }

    private static void add(double weight, double[] from, int at, double[] into, int to, int length) {
        for (int i = 0; i < length; i++) {
            into[to + i] += weight * from[at + i];
        }
    }
}
