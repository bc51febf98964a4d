package org.lode.games.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.games.check.Regret;
import org.lode.games.form.NormalForm;

/**
 * Young's (1993) adaptive play of a two-player game: in each period one player per role replies to a sample of the other
 * role's recent choices, and sometimes errs. Conventions are the strict equilibria. From convention i to j it takes the
 * fewest errors by one role, within one sample of the other role, that make j's strategy a best reply of the other.
 */
public final class AdaptivePlay {
    private final NormalForm game;
    private final int sample;
    private final List<int[]> conventions = new ArrayList<>();

    /**
     * Finds the conventions.
     *
     * @param game two players; without mistakes, single best replies must lead to strict equilibria from everywhere
     * @param sample choices that a player recalls, at least 1; memory is taken to be long enough for any path
     */
    public AdaptivePlay(NormalForm game, int sample) {
        if (game.players() != 2) {
            throw new IllegalArgumentException("players (" + game.players() + ") must be 2 for adaptive play");
        }
        if (sample < 1) {
            throw new IllegalArgumentException("sample (" + sample + ") must be at least 1");
        }
        this.game = game;
        this.sample = sample;
        ProcessGraph graph = ProcessGraph.of(new ProfileLearning(game, ProfileLearning.Mistakes.UNIFORM));
        for (int[] states : graph.recurrentClasses()) {
            int[] profile = game.profile(states[0]);
            if (states.length > 1 || !(Regret.margin(game, profile) > 0)) {
                throw new IllegalArgumentException(
                        "best replies must lead to a strict equilibrium; they may stay among " + states.length
                                + " profiles with " + Arrays.toString(profile));
            }
            conventions.add(profile);
        }
    }

    /** Returns the conventions, each a strategy of either player, in the order of profiles. */
    public List<int[]> conventions() {
        return conventions.stream().map(int[]::clone).toList();
    }

    /** Returns the analysis; its classes are numbered as {@link #conventions}. */
    public StochasticStability stability() {
        int n = conventions.size();
        double[][] resistance = new double[n][n];
        for (int from = 0; from < n; from++) {
            for (int to = 0; to < n; to++) {
                resistance[from][to] = from == to ? 0 : resistance(conventions.get(from), conventions.get(to));
            }
        }
        return StochasticStability.ofResistances(resistance);
    }

    private double resistance(int[] from, int[] to) {
        double fewest = Double.POSITIVE_INFINITY;
        for (int replier = 0; replier < 2; replier++) {
            int other = 1 - replier;
            for (int errors = 0; errors <= sample && errors < fewest; errors++) {
                int[] counts = new int[game.strategies(other)];
                counts[from[other]] = sample - errors;
                if (someErrors(counts, 0, errors, from[other], replier, to[replier])) {
                    fewest = errors;
                }
            }
        }
        return fewest;
    }

    /** Whether some split of {@code left} errors over strategies from {@code next} on makes {@code wanted} a best reply. */
    private boolean someErrors(int[] counts, int next, int left, int convention, int replier, int wanted) {
        if (next == convention) {
            return someErrors(counts, next + 1, left, convention, replier, wanted);
        }
        if (next >= counts.length) {
            return left == 0 && isBestReply(counts, replier, wanted);
        }
        boolean last = next == counts.length - 1 || (next == counts.length - 2 && convention == counts.length - 1);
        for (int errors = last ? left : 0; errors <= left; errors++) {
            counts[next] = errors;
            if (someErrors(counts, next + 1, left - errors, convention, replier, wanted)) {
                counts[next] = 0;
                return true;
            }
        }
        counts[next] = 0;
        return false;
    }

    private boolean isBestReply(int[] counts, int replier, int wanted) {
        double reached = against(counts, replier, wanted);
        double tie = 1e-12 * Math.max(1, Math.abs(reached));
        for (int s = 0; s < game.strategies(replier); s++) {
            if (against(counts, replier, s) > reached + tie) {
                return false;
            }
        }
        return true;
    }

    private double against(int[] counts, int replier, int strategy) {
        double sum = 0;
        for (int s = 0; s < counts.length; s++) {
            int index = strategy * game.stride(replier) + s * game.stride(1 - replier);
            sum += counts[s] * game.payoff(replier, index);
        }
        return sum;
    }
}
