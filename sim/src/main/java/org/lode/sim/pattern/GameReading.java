package org.lode.sim.pattern;

import java.util.Arrays;
import org.lode.games.form.NormalForm;

/**
 * How far the players of a game need each other, over its profiles taken as equally likely.
 *
 * @param interaction median over players of Var(interactions with the own strategy) / (Var(own main effect) + that), 0..1; main
 *     effects of others are left out, as nobody can choose by them; NaN if nobody has a choice that matters
 * @param dominant players with a strictly dominant strategy
 */
record GameReading(double interaction, int dominant) {
    static GameReading of(NormalForm game) {
        double[] shares = new double[game.players()];
        int n = 0;
        int dominant = 0;
        for (int player = 0; player < game.players(); player++) {
            if (game.strategies(player) < 2) {
                continue;
            }
            double share = interaction(game, player);
            if (!Double.isNaN(share)) {
                shares[n++] = share;
            }
            dominant += hasDominant(game, player) ? 1 : 0;
        }
        double[] sorted = Arrays.copyOf(shares, n);
        Arrays.sort(sorted);
        double median = n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        return new GameReading(median, dominant);
    }

    /** The interaction share of one player; NaN if nothing it does changes its payoff. */
    static double interaction(NormalForm game, int player) {
        int menu = game.strategies(player);
        int stride = game.stride(player);
        int others = game.profiles() / menu;
        double[] own = new double[menu];
        double total = 0;
        for (int index = 0; index < game.profiles(); index++) {
            if (game.strategy(player, index) == 0) {
                double mean = 0;
                for (int s = 0; s < menu; s++) {
                    mean += game.payoff(player, index + s * stride);
                }
                mean /= menu;
                for (int s = 0; s < menu; s++) {
                    double effect = game.payoff(player, index + s * stride) - mean;
                    own[s] += effect / others;
                    total += effect * effect;
                }
            }
        }
        double main = 0;
        for (double effect : own) {
            main += effect * effect * others;
        }
        return total > 0 ? Math.max(0, total - main) / total : Double.NaN;
    }

    private static boolean hasDominant(NormalForm game, int player) {
        int menu = game.strategies(player);
        int stride = game.stride(player);
        int candidate = -1;
        for (int index = 0; index < game.profiles(); index++) {
            if (game.strategy(player, index) != 0) {
                continue;
            }
            int best = 0;
            boolean tied = false;
            for (int s = 1; s < menu; s++) {
                double gain = game.payoff(player, index + s * stride) - game.payoff(player, index + best * stride);
                tied = gain == 0 || tied && gain < 0;
                best = gain > 0 ? s : best;
            }
            if (tied || candidate >= 0 && candidate != best) {
                return false;
            }
            candidate = best;
        }
        return true;
    }
}
