package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.games.form.NormalForm;

/**
 * How far what is best for one player hangs on what the others do, all profiles of a game taken as equally likely.
 *
 * @param player its number
 * @param share Var(interactions of the others with the own strategy) / (Var(own main effect) + that), 0..1; main effects of the
 *     others are left out, as nobody can choose by them; NaN where nothing that the player does changes its payoff
 * @param dominant the strictly dominant strategy, better than each other in every profile of the others; -1 if there is none, as
 *     for a player with one strategy
 */
public record Interaction(int player, double share, int dominant) {
    /** Differences below this, over the largest payoff, are rounding. */
    private static final double ROUNDING = 1e-13;

    /** The interactions of all players. */
    public static List<Interaction> of(NormalForm game) {
        List<Interaction> all = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            all.add(new Interaction(player, share(game, player), dominant(game, player)));
        }
        return List.copyOf(all);
    }

    /** The median share of those who have one; NaN if nobody has. */
    public static double median(List<Interaction> all) {
        double[] shares = all.stream()
                .mapToDouble(Interaction::share)
                .filter(share -> !Double.isNaN(share))
                .sorted()
                .toArray();
        int n = shares.length;
        return n == 0 ? Double.NaN : (shares[(n - 1) / 2] + shares[n / 2]) / 2;
    }

    private static double share(NormalForm game, int player) {
        int menu = game.strategies(player);
        int stride = game.stride(player);
        int others = game.profiles() / menu;
        double[] effects = new double[menu];
        double[] main = new double[menu];
        double whole = 0;
        double largest = 0;
        for (int index = 0; index < game.profiles(); index++) {
            if (game.strategy(player, index) == 0) {
                double mean = 0;
                for (int s = 0; s < menu; s++) {
                    effects[s] = game.payoff(player, index + s * stride);
                    largest = Math.max(largest, Math.abs(effects[s]));
                    mean += effects[s] / menu;
                }
                for (int s = 0; s < menu; s++) {
                    double effect = effects[s] - mean;
                    main[s] += effect / others;
                    whole += effect * effect / others;
                }
            }
        }
        double own = Arrays.stream(main).map(effect -> effect * effect).sum();
        double least = ROUNDING * largest;
        return whole > least * least ? Math.max(0, whole - own) / whole : Double.NaN;
    }

    private static int dominant(NormalForm game, int player) {
        int menu = game.strategies(player);
        int stride = game.stride(player);
        int candidate = -1;
        for (int index = 0; index < game.profiles(); index++) {
            if (game.strategy(player, index) == 0) {
                int best = best(game, player, index, menu, stride);
                if (best < 0 || candidate >= 0 && candidate != best) {
                    return -1;
                }
                candidate = best;
            }
        }
        return menu < 2 ? -1 : candidate;
    }

    /** The best reply in one profile of the others; -1 if it is tied. */
    private static int best(NormalForm game, int player, int index, int menu, int stride) {
        int best = 0;
        boolean tied = false;
        for (int s = 1; s < menu; s++) {
            double gain = game.payoff(player, index + s * stride) - game.payoff(player, index + best * stride);
            tied = gain == 0 || tied && gain < 0;
            best = gain > 0 ? s : best;
        }
        return tied ? -1 : best;
    }
}
