package org.lode.games.dynamics;

import java.util.Arrays;

/**
 * Best replies with mistakes in one population that plays a symmetric two-player game, everyone against everyone else
 * (Kandori, Mailath and Rob 1993, with one player revising at a time). A state is how many play each strategy; a player
 * does not meet itself. Choosing a best reply to the others is free, anything else is one mistake.
 */
public final class PopulationLearning implements MistakeProcess {
    /** More states than this are refused: trees and shortest paths over them would take minutes. */
    public static final int MOST_STATES = 2_000_000;

    private final double[][] payoffs;
    private final int size;
    /** choose[r][p]: ways to split r players over p strategies. */
    private final long[][] choose;

    /**
     * Describes a population.
     *
     * @param payoffs square: what the row strategy gets against the column strategy
     * @param size N, players in the population, at least 2
     */
    public PopulationLearning(double[][] payoffs, int size) {
        SymmetricGame.check(payoffs);
        if (size < 2) {
            throw new IllegalArgumentException("size (" + size + ") of the population must be at least 2");
        }
        this.payoffs = SymmetricGame.copy(payoffs);
        this.size = size;
        this.choose = new long[size + 1][payoffs.length + 1];
        choose[0][0] = 1;
        for (int r = 0; r <= size; r++) {
            for (int p = 1; p <= payoffs.length; p++) {
                long sum = choose[r][p - 1] + (r > 0 ? choose[r - 1][p] : 0);
                choose[r][p] = Math.min(sum, Long.MAX_VALUE / 4);
            }
        }
        if (choose[size][payoffs.length] > MOST_STATES) {
            throw new IllegalArgumentException("states (" + choose[size][payoffs.length] + " ways to split " + size
                    + " players over " + payoffs.length + " strategies) must be at most " + MOST_STATES);
        }
    }

    @Override
    public int states() {
        return (int) choose[size][payoffs.length];
    }

    /** Returns how many play each strategy in a state. */
    public int[] counts(int state) {
        int[] counts = new int[payoffs.length];
        long rank = state;
        int left = size;
        for (int a = 0; a < counts.length; a++) {
            int parts = counts.length - a - 1;
            while (rank >= choose[left - counts[a]][parts]) {
                rank -= choose[left - counts[a]][parts];
                counts[a]++;
            }
            left -= counts[a];
        }
        return counts;
    }

    /**
     * Returns the state of given counts.
     *
     * @param counts players of each strategy, summing to the size
     */
    public int state(int... counts) {
        if (counts.length != payoffs.length || Arrays.stream(counts).sum() != size) {
            throw new IllegalArgumentException("counts " + Arrays.toString(counts) + " must be " + payoffs.length
                    + " numbers that add up to " + size);
        }
        long rank = 0;
        int left = size;
        for (int a = 0; a < counts.length; a++) {
            int parts = counts.length - a - 1;
            for (int c = 0; c < counts[a]; c++) {
                rank += choose[left - c][parts];
            }
            left -= counts[a];
        }
        return (int) rank;
    }

    @Override
    public void moves(int state, Moves moves) {
        int[] counts = counts(state);
        double[] earned = new double[counts.length];
        for (int from = 0; from < counts.length; from++) {
            if (counts[from] == 0) {
                continue;
            }
            counts[from]--;
            double best = Double.NEGATIVE_INFINITY;
            for (int a = 0; a < counts.length; a++) {
                earned[a] = 0;
                for (int b = 0; b < counts.length; b++) {
                    earned[a] += payoffs[a][b] * counts[b];
                }
                best = Math.max(best, earned[a]);
            }
            double tie = 1e-12 * Math.max(1, Math.abs(best));
            for (int to = 0; to < counts.length; to++) {
                if (to != from) {
                    counts[to]++;
                    moves.to(state(counts), earned[to] >= best - tie ? 0 : 1);
                    counts[to]--;
                }
            }
            counts[from]++;
        }
    }
}
