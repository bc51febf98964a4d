package org.lode.games.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;
import org.lode.games.solve.CorrelatedEquilibrium.Goal;
import org.lode.games.solve.CorrelatedEquilibrium.Weight;

/**
 * Learns a coarse correlated equilibrium of any game by regret matching (Hart and Mas-Colell 2000, A simple adaptive procedure
 * leading to correlated equilibrium, Econometrica 68, in the unconditional form): plays rounds in which each player picks
 * strategies in proportion to its positive regrets, and returns how often each profile occurred.
 */
final class RegretMatching {
    private RegretMatching() {}

    /**
     * Plays.
     *
     * @param rounds at least 1
     * @param seed of all chance
     */
    static CorrelatedEquilibrium play(Game game, int rounds, long seed) {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds (" + rounds + ") must be at least 1");
        }
        SplittableRandom random = new SplittableRandom(seed);
        int players = game.players();
        int[] counts = game.shape();
        NormalForm.profiles(counts); // profiles must have numbers
        double[][] regrets = new double[players][];
        for (int player = 0; player < players; player++) {
            regrets[player] = new double[counts[player]];
        }
        int[] profile = new int[players];
        double[] payoffs = new double[players];
        double[] lowest = new double[players]; // of what was met: the range that regrets are a share of
        double[] highest = new double[players];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        TreeMap<Integer, Integer> visits = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            int index = 0;
            for (int player = 0; player < players; player++) {
                profile[player] = draw(regrets[player], random);
                index = index * counts[player] + profile[player];
            }
            visits.merge(index, 1, Integer::sum);
            for (int player = 0; player < players; player++) {
                double now = game.payoff(player, profile);
                payoffs[player] += now;
                int own = profile[player];
                for (int s = 0; s < counts[player]; s++) {
                    profile[player] = s;
                    double there = s == own ? now : game.payoff(player, profile);
                    regrets[player][s] += there - now;
                    lowest[player] = Math.min(lowest[player], there);
                    highest[player] = Math.max(highest[player], there);
                }
                profile[player] = own;
            }
        }
        double regret = 0;
        double share = 0;
        List<Double> means = new ArrayList<>();
        for (int player = 0; player < players; player++) {
            means.add(payoffs[player] / rounds);
            double most = 0;
            for (double each : regrets[player]) {
                most = Math.max(most, each / rounds);
            }
            regret = Math.max(regret, most);
            share = Math.max(share, most == 0 ? 0 : most / (highest[player] - lowest[player]));
        }
        List<Weight> weights = new ArrayList<>();
        visits.forEach((index, times) -> weights.add(new Weight(index, (double) times / rounds)));
        return new CorrelatedEquilibrium(true, Goal.LEARNED, weights, means, regret, share, Double.NaN);
    }

    private static int draw(double[] regrets, SplittableRandom random) {
        double total = 0;
        for (double regret : regrets) {
            total += Math.max(0, regret);
        }
        if (total <= 0) {
            return (int) (random.nextDouble() * regrets.length);
        }
        double left = random.nextDouble() * total;
        for (int s = 0; s < regrets.length; s++) {
            left -= Math.max(0, regrets[s]);
            if (left < 0) {
                return s;
            }
        }
        for (int s = regrets.length - 1; s > 0; s--) { // the sum was rounded
            if (regrets[s] > 0) {
                return s;
            }
        }
        return 0;
    }
}
