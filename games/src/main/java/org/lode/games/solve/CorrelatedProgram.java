package org.lode.games.solve;

import org.lode.games.form.NormalForm;
import org.lode.games.solve.CorrelatedEquilibrium.Goal;

/**
 * The correlated equilibria of a game as a linear program over lotteries: a row per deviation, each player's in its own range.
 *
 * <p>The most egalitarian lottery maximizes what player 0 gets less a spare amount s &gt;= 0, where no other player gets less
 * than that: one row per other player, and one column that is no profile.
 */
final class CorrelatedProgram {
    private final double[][] gains; // deviations by columns
    private final double[] goal; // of each column
    private final int profiles;
    private final Goal kind;
    private final double scale;
    private final double zero; // what a goal of 0 stands for, in payoff units

    CorrelatedProgram(NormalForm game, boolean coarse, Goal kind) {
        this.profiles = game.profiles();
        this.kind = kind;
        int players = game.players();
        boolean fair = kind == Goal.EGALITARIAN;
        double[][] worths = new double[fair ? players : 1][profiles];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int player = 0; player < players; player++) {
            double[] worth = worths[fair ? player : 0];
            for (int index = 0; index < profiles; index++) {
                worth[index] += game.payoff(player, index);
            }
        }
        for (double[] worth : worths) {
            for (double each : worth) {
                low = Math.min(low, each);
                high = Math.max(high, each);
            }
        }
        zero = low;
        scale = power(high - low);
        goal = new double[profiles + (fair ? 1 : 0)];
        for (int index = 0; index < profiles; index++) {
            goal[index] = (worths[0][index] - zero) * scale * (kind == Goal.WORST ? -1 : 1);
        }
        if (fair) {
            goal[profiles] = -1;
        }
        gains = new double[deviations(game, coarse) + worths.length - 1][goal.length];
        int row = 0;
        for (int player = 0; player < players; player++) {
            row = deviations(game, player, coarse, row);
        }
        for (int other = 1; other < worths.length; other++) {
            for (int index = 0; index < profiles; index++) {
                gains[row][index] = (worths[0][index] - worths[other][index]) * scale;
            }
            gains[row++][profiles] = -1;
        }
    }

    /** Returns profiles times deviations. */
    static long coefficients(NormalForm game) {
        long deviations = 0;
        for (int player = 0; player < game.players(); player++) {
            deviations += (long) game.strategies(player) * (game.strategies(player) - 1);
        }
        return game.profiles() * deviations;
    }

    /** Returns by what payoffs are multiplied inside, a power of two. */
    double scale() {
        return scale;
    }

    /** Solves the program and proves the answer as far as its basis does. */
    LotteryCertificate solve() {
        LotteryProgram program = new LotteryProgram(gains, goal, profiles);
        int[][] basis = program.basis();
        return new LotteryCertificate(gains, goal, profiles, basis[0], basis[1]);
    }

    /** Returns what no lottery surpasses, in payoff units, with room for the rounding of sums of payoffs. */
    double bound(LotteryCertificate proof) {
        double above = proof.bound() / scale;
        double room = 8 * Math.ulp(Math.abs(zero) + Math.abs(above));
        return kind == Goal.WORST ? zero - above - room : zero + above + room;
    }

    private static int deviations(NormalForm game, boolean coarse) {
        int deviations = 0;
        for (int player = 0; player < game.players(); player++) {
            deviations += game.strategies(player) * (coarse ? 1 : game.strategies(player) - 1);
        }
        return deviations;
    }

    private int deviations(NormalForm game, int player, boolean coarse, int first) {
        int row = first;
        int count = game.strategies(player);
        int stride = game.stride(player);
        double own = game.unit(player);
        for (int to = 0; to < count; to++) {
            for (int from = 0; from < (coarse ? 1 : count); from++) {
                if (!coarse && from == to) {
                    continue;
                }
                for (int index = 0; index < profiles; index++) {
                    int told = game.strategy(player, index);
                    if (coarse || told == from) {
                        gains[row][index] =
                                (game.payoff(player, index + (to - told) * stride) - game.payoff(player, index)) * own;
                    }
                }
                row++;
            }
        }
        return row;
    }

    /** Returns a power of two that brings a size near 1, so that scaling does not round. */
    private static double power(double size) {
        return size > 0 ? Math.scalb(1.0, -Math.getExponent(size)) : 1;
    }
}
