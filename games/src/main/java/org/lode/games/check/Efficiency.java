package org.lode.games.check;

import java.util.ArrayList;
import java.util.List;
import org.lode.games.form.NormalForm;

/** Which pure profiles leave nobody better off without somebody worse off, and which pay most in total. */
public final class Efficiency {
    private Efficiency() {}

    /**
     * Returns the numbers of the Pareto-efficient pure profiles, ascending.
     *
     * <p>Compares each profile with the efficient ones found so far, best total first: quick unless most are efficient.
     */
    public static List<Integer> pareto(NormalForm game) {
        Integer[] byTotal = new Integer[game.profiles()];
        double[] totals = totals(game);
        for (int index = 0; index < byTotal.length; index++) {
            byTotal[index] = index;
        }
        java.util.Arrays.sort(byTotal, (a, b) -> Double.compare(totals[b], totals[a]));
        List<Integer> efficient = new ArrayList<>();
        for (int candidate : byTotal) {
            boolean dominated = false;
            for (int i = 0; i < efficient.size() && !dominated; i++) {
                dominated = dominates(game, efficient.get(i), candidate);
            }
            if (!dominated) {
                // Totals are rounded: a profile may come after one that it dominates by less than the rounding.
                efficient.removeIf(earlier -> dominates(game, candidate, earlier));
                efficient.add(candidate);
            }
        }
        efficient.sort(null);
        return List.copyOf(efficient);
    }

    /** Returns the number of the pure profile with the largest sum of payoffs, the first of equals. */
    public static int utilitarian(NormalForm game) {
        double[] totals = totals(game);
        int best = 0;
        for (int index = 1; index < totals.length; index++) {
            if (totals[index] > totals[best]) {
                best = index;
            }
        }
        return best;
    }

    /** Returns whether one pure profile is at least as good for all and better for some than another. */
    public static boolean dominates(NormalForm game, int one, int other) {
        boolean better = false;
        for (int player = 0; player < game.players(); player++) {
            double difference = game.difference(player, one, other);
            if (difference < 0) {
                return false;
            }
            better |= difference > 0;
        }
        return better;
    }

    private static double[] totals(NormalForm game) {
        double[] totals = new double[game.profiles()];
        for (int player = 0; player < game.players(); player++) {
            for (int index = 0; index < totals.length; index++) {
                totals[index] += game.payoff(player, index);
            }
        }
        return totals;
    }
}
