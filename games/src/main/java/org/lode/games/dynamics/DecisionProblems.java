package org.lode.games.dynamics;

import java.util.Arrays;
import org.lode.games.coalition.SquareSystem;

/** What each player faces when the others' stationary strategies are given: a Markov decision problem. */
final class DecisionProblems {
    private static final int IMPROVEMENTS = 10_000;

    private final StochasticGame game;
    private final double[][][] mix;
    private final double[][][] reward; // state, player, action
    private final double[][][][] next; // state, player, next state, action

    DecisionProblems(StochasticGame game, double[][][] mix) {
        this.game = game;
        this.mix = mix;
        int players = game.players();
        int states = game.states();
        this.reward = new double[states][players][];
        this.next = new double[states][players][states][];
        for (int s = 0; s < states; s++) {
            int[] counts = game.counts(s);
            Marginals marginals = new Marginals(counts);
            int state = s;
            for (int player = 0; player < players; player++) {
                int self = player;
                marginals.singles(game.payoffs(s, player), mix[s], (i, average) -> {
                    if (i == self) {
                        reward[state][i] = Arrays.copyOf(average, counts[i]);
                    }
                });
            }
            for (int to = 0; to < states; to++) {
                int target = to;
                marginals.singles(
                        game.transitions(s, to),
                        mix[s],
                        (i, average) -> next[state][i][target] = Arrays.copyOf(average, counts[i]));
            }
        }
    }

    /** The values of playing as given. */
    double[] value(int player) {
        double[][] own = new double[game.states()][];
        for (int s = 0; s < own.length; s++) {
            own[s] = mix[s][player];
        }
        return value(player, own);
    }

    /** The values of the best stationary strategy, by policy improvement (Howard 1960). */
    double[] bestValue(int player) {
        int states = game.states();
        double[][] own = new double[states][];
        for (int s = 0; s < states; s++) {
            own[s] = mix[s][player].clone();
        }
        double[] value = value(player, own);
        for (int round = 0; round < IMPROVEMENTS; round++) {
            boolean improved = false;
            for (int s = 0; s < states; s++) {
                int best = 0;
                double most = Double.NEGATIVE_INFINITY;
                for (int a = 0; a < own[s].length; a++) {
                    double worth = worth(player, s, a, value);
                    if (worth > most) {
                        most = worth;
                        best = a;
                    }
                }
                if (most > value[s] + 1e-13 * Math.max(1, Math.abs(value[s]))) {
                    own[s] = new double[own[s].length];
                    own[s][best] = 1;
                    improved = true;
                }
            }
            if (!improved) {
                return value;
            }
            value = value(player, own);
        }
        return value;
    }

    private double worth(int player, int state, int action, double[] value) {
        double later = 0;
        for (int to = 0; to < value.length; to++) {
            later += next[state][player][to][action] * value[to];
        }
        return reward[state][player][action] + game.discount(player) * later;
    }

    private double[] value(int player, double[][] own) {
        int states = game.states();
        double[][] rows = new double[states][states];
        double[] right = new double[states];
        for (int s = 0; s < states; s++) {
            rows[s][s] = 1;
            for (int a = 0; a < own[s].length; a++) {
                right[s] += own[s][a] * reward[s][player][a];
                for (int to = 0; to < states; to++) {
                    rows[s][to] -= game.discount(player) * own[s][a] * next[s][player][to][a];
                }
            }
        }
        return SquareSystem.ofOwnedRows(rows).solve(right);
    }
}
