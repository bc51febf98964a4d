package org.lode.games.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mixed strategy of every player: probabilities in the order of players, then strategies. Immutable, equal by value.
 */
public final class MixedProfile {
    /** How far the probabilities of a player may be from adding up to 1: the rounding of long sums. */
    private static final double TOLERANCE = 1e-9;

    private final int[] starts;
    private final double[] probabilities;

    private MixedProfile(int[] starts, double[] probabilities) {
        this.starts = starts;
        this.probabilities = probabilities;
        if (probabilities.length != starts[starts.length - 1]) {
            throw new IllegalArgumentException("probabilities (" + probabilities.length
                    + ") must be as many as strategies (" + starts[starts.length - 1] + ")");
        }
        for (int player = 0; player < players(); player++) {
            double sum = 0;
            for (int i = starts[player]; i < starts[player + 1]; i++) {
                if (!(probabilities[i] >= 0)) {
                    throw new IllegalArgumentException(
                            "probability (" + probabilities[i] + ") of player " + (player + 1) + " must be at least 0");
                }
                sum += probabilities[i];
            }
            if (!(Math.abs(sum - 1) <= TOLERANCE)) {
                throw new IllegalArgumentException(
                        "probabilities of player " + (player + 1) + " (sum " + sum + ") must add up to 1");
            }
        }
    }

    /**
     * Returns a profile.
     *
     * @param counts strategies of each player
     * @param probabilities players in order, strategies in order; at least 0, adding up to 1 per player; copied
     */
    public static MixedProfile of(int[] counts, double... probabilities) {
        return new MixedProfile(starts(counts), probabilities.clone());
    }

    /** Returns the profile in which each player plays one strategy for sure. */
    public static MixedProfile pure(int[] counts, int... profile) {
        int[] starts = starts(counts);
        double[] probabilities = new double[starts[counts.length]];
        for (int player = 0; player < counts.length; player++) {
            probabilities[starts[player] + profile[player]] = 1;
        }
        return new MixedProfile(starts, probabilities);
    }

    /** Returns the profile in which each player mixes all its strategies equally. */
    public static MixedProfile uniform(int[] counts) {
        int[] starts = starts(counts);
        double[] probabilities = new double[starts[counts.length]];
        for (int player = 0; player < counts.length; player++) {
            Arrays.fill(probabilities, starts[player], starts[player + 1], 1.0 / counts[player]);
        }
        return new MixedProfile(starts, probabilities);
    }

    public int players() {
        return starts.length - 1;
    }

    public int strategies(int player) {
        return starts[player + 1] - starts[player];
    }

    public double probability(int player, int strategy) {
        return probabilities[starts[player] + strategy];
    }

    /** Returns the probabilities of one player, as a new array. */
    public double[] strategy(int player) {
        return Arrays.copyOfRange(probabilities, starts[player], starts[player + 1]);
    }

    /** Returns all probabilities, players in order, as a new array. */
    public double[] probabilities() {
        return probabilities.clone();
    }

    /** Returns the strategies that a player plays with positive probability. */
    public List<Integer> support(int player) {
        List<Integer> support = new ArrayList<>();
        for (int s = 0; s < strategies(player); s++) {
            if (probability(player, s) > 0) {
                support.add(s);
            }
        }
        return support;
    }

    /** Returns whether every player plays one strategy for sure. */
    public boolean isPure() {
        for (double probability : probabilities) {
            if (probability != 0 && probability != 1) {
                return false;
            }
        }
        return true;
    }

    /** Returns the most likely strategy of each player, the first of equals. */
    public int[] mode() {
        int[] mode = new int[players()];
        for (int player = 0; player < mode.length; player++) {
            for (int s = 1; s < strategies(player); s++) {
                if (probability(player, s) > probability(player, mode[player])) {
                    mode[player] = s;
                }
            }
        }
        return mode;
    }

    /** Returns the largest difference of a probability between two profiles of the same shape. */
    public double distance(MixedProfile other) {
        if (!Arrays.equals(starts, other.starts)) {
            throw new IllegalArgumentException("profiles must have the same shape");
        }
        double distance = 0;
        for (int i = 0; i < probabilities.length; i++) {
            distance = Math.max(distance, Math.abs(probabilities[i] - other.probabilities[i]));
        }
        return distance;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MixedProfile that
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        List<String> players = new ArrayList<>();
        for (int player = 0; player < players(); player++) {
            players.add(Arrays.toString(strategy(player)));
        }
        return String.join(" ", players);
    }

    private static int[] starts(int[] counts) {
        int[] starts = new int[counts.length + 1];
        for (int player = 0; player < counts.length; player++) {
            starts[player + 1] = Math.addExact(starts[player], counts[player]);
        }
        return starts;
    }
}
