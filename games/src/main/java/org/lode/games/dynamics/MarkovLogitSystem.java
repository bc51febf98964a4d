package org.lode.games.dynamics;

import java.util.Arrays;

/**
 * The equations of a Markov quantal response (Eibelshäuser and Poensgen 2019) and their derivatives. Unknowns, in order:
 * the logarithm of each probability by state, player and action; each player's value by state; the precision. Payoffs
 * are scaled so that every player's values lie between 0 and 1.
 */
final class MarkovLogitSystem {
    private final StochasticGame game;
    private final int players;
    private final int states;
    private final int[][] logAt; // where the log probabilities of a state and player start
    private final int valuesAt;
    final int size;
    private final double[][][] payoffs; // scaled, by state, player, profile
    private final Marginals[] marginals;
    private final double[][][] mix;
    private final double[] continued;
    private final double[][] reply; // by player: what each action earns
    private final double[][][] future; // by player, next state: chance by action

    MarkovLogitSystem(StochasticGame game) {
        this.game = game;
        this.players = game.players();
        this.states = game.states();
        this.logAt = new int[states][players];
        this.marginals = new Marginals[states];
        this.mix = new double[states][players][];
        this.payoffs = new double[states][players][];
        int at = 0;
        int mostProfiles = 0;
        int mostActions = 0;
        for (int s = 0; s < states; s++) {
            marginals[s] = new Marginals(game.counts(s));
            for (int i = 0; i < players; i++) {
                logAt[s][i] = at;
                at += game.actions(s, i);
                mix[s][i] = new double[game.actions(s, i)];
                mostActions = Math.max(mostActions, game.actions(s, i));
            }
            mostProfiles = Math.max(mostProfiles, game.payoffs(s, 0).length);
        }
        this.valuesAt = at;
        this.size = at + states * players;
        this.continued = new double[mostProfiles];
        this.reply = new double[players][mostActions];
        this.future = new double[players][states][mostActions];
        scale();
    }

    private void scale() {
        for (int i = 0; i < players; i++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int s = 0; s < states; s++) {
                for (double payoff : game.payoffs(s, i)) {
                    least = Math.min(least, payoff);
                    most = Math.max(most, payoff);
                }
            }
            double factor = most > least ? (1 - game.discount(i)) / (most - least) : 0;
            for (int s = 0; s < states; s++) {
                double floor = least;
                payoffs[s][i] = Arrays.stream(game.payoffs(s, i))
                        .map(u -> (u - floor) * factor)
                        .toArray();
            }
        }
    }

    /** The point at precision 0: uniform mixtures, values still 0. */
    double[] uniform() {
        double[] y = new double[size + 1];
        for (int s = 0; s < states; s++) {
            for (int i = 0; i < players; i++) {
                Arrays.fill(y, logAt[s][i], logAt[s][i] + mix[s][i].length, -StrictMath.log((double) mix[s][i].length));
            }
        }
        return y;
    }

    /** The mixtures of a point, each scaled to add up to 1. */
    double[][][] mixtures(double[] y) {
        load(y);
        double[][][] copy = new double[states][players][];
        for (int s = 0; s < states; s++) {
            for (int i = 0; i < players; i++) {
                double total = Arrays.stream(mix[s][i]).sum();
                copy[s][i] = Arrays.stream(mix[s][i]).map(p -> p / total).toArray();
            }
        }
        return copy;
    }

    private void load(double[] y) {
        for (int s = 0; s < states; s++) {
            for (int i = 0; i < players; i++) {
                for (int a = 0; a < mix[s][i].length; a++) {
                    mix[s][i][a] = StrictMath.exp(y[logAt[s][i] + a]);
                }
            }
        }
    }

    /** How much a step changes probabilities, values, unused actions' logarithms and the precision, relatively. */
    double change(double[] y, double[] step) {
        double most = Math.abs(step[size]) / (1 + Math.abs(y[size]));
        for (int k = 0; k < valuesAt; k++) {
            double relative = Math.abs(step[k]) / (1 + Math.abs(y[k]));
            most = Math.max(most, Math.max(relative, Math.abs(step[k]) * StrictMath.exp(Math.min(0, y[k]))));
        }
        for (int k = valuesAt; k < size; k++) {
            most = Math.max(most, Math.abs(step[k]));
        }
        return most;
    }

    /** The largest one-shot gain at the point last evaluated by {@link #equations}, in scaled values. */
    double gain;

    /**
     * Writes the equations' values and their derivatives.
     *
     * @param y point, length size + 1
     * @param residual length size, overwritten
     * @param jacobian size rows of length size + 1, overwritten
     */
    void equations(double[] y, double[] residual, double[][] jacobian) {
        load(y);
        gain = 0;
        double lambda = y[size];
        for (int row = 0; row < size; row++) {
            Arrays.fill(jacobian[row], 0);
        }
        for (int s = 0; s < states; s++) {
            chances(s);
            for (int i = 0; i < players; i++) {
                equations(y, lambda, s, i, residual, jacobian);
            }
        }
    }

    private void chances(int state) {
        for (int to = 0; to < states; to++) {
            int target = to;
            marginals[state].singles(
                    game.transitions(state, to),
                    mix[state],
                    (i, average) -> System.arraycopy(average, 0, future[i][target], 0, mix[state][i].length));
        }
    }

    private void equations(double[] y, double lambda, int s, int i, double[] residual, double[][] jacobian) {
        double[] own = mix[s][i];
        int actions = own.length;
        int at = logAt[s][i];
        int valueRow = valuesAt + s * players + i;
        double delta = game.discount(i);
        int profiles = payoffs[s][i].length;
        System.arraycopy(payoffs[s][i], 0, continued, 0, profiles);
        for (int to = 0; to < states; to++) {
            double worth = delta * y[valuesAt + to * players + i];
            double[] chance = game.transitions(s, to);
            for (int k = 0; k < profiles; k++) {
                continued[k] += worth * chance[k];
            }
        }
        double[] earned = reply[i];
        if (players == 1) {
            System.arraycopy(continued, 0, earned, 0, actions);
        }
        boolean[] known = {false};
        marginals[s].pairs(continued, i, mix[s], (j, matrix) -> {
            int others = mix[s][j].length;
            boolean first = i < j; // the matrix has the earlier player's actions as rows
            if (!known[0]) {
                for (int a = 0; a < actions; a++) {
                    double sum = 0;
                    for (int c = 0; c < others; c++) {
                        sum += mix[s][j][c] * (first ? matrix[a * others + c] : matrix[c * actions + a]);
                    }
                    earned[a] = sum;
                }
                known[0] = true;
            }
            for (int c = 0; c < others; c++) {
                double base = first ? matrix[c] : matrix[c * actions];
                double mean = 0;
                double weight = mix[s][j][c];
                for (int a = 0; a < actions; a++) {
                    double here = first ? matrix[a * others + c] : matrix[c * actions + a];
                    mean += own[a] * here;
                    if (a > 0) {
                        jacobian[at + a][logAt[s][j] + c] = -lambda * weight * (here - base);
                    }
                }
                jacobian[valueRow][logAt[s][j] + c] = -mean * weight;
            }
        });
        double total = 0;
        double mean = 0;
        double best = earned[0];
        for (int a = 0; a < actions; a++) {
            total += own[a];
            mean += own[a] * earned[a];
            best = Math.max(best, earned[a]);
            jacobian[at][at + a] = own[a];
            jacobian[valueRow][at + a] = -own[a] * earned[a];
        }
        gain = Math.max(gain, best - mean / total);
        residual[at] = total - 1;
        residual[valueRow] = y[valueRow] - mean;
        for (int a = 1; a < actions; a++) {
            int row = at + a;
            residual[row] = y[row] - y[at] - lambda * (earned[a] - earned[0]);
            jacobian[row][row] = 1;
            jacobian[row][at] = -1;
            jacobian[row][size] = -(earned[a] - earned[0]);
        }
        jacobian[valueRow][valueRow] += 1;
        for (int to = 0; to < states; to++) {
            int column = valuesAt + to * players + i;
            double[] chance = future[i][to];
            double expected = 0;
            for (int a = 0; a < actions; a++) {
                expected += own[a] * chance[a];
                if (a > 0) {
                    jacobian[at + a][column] = -lambda * delta * (chance[a] - chance[0]);
                }
            }
            jacobian[valueRow][column] -= delta * expected;
        }
    }
}
