package org.lode.games.coalition;

/** Airport games (Littlechild and Owen 1973): a runway is as long as its longest user needs. */
final class Airports {
    private Airports() {}

    static CharacteristicFunction game(double... cost) {
        return CharacteristicFunction.ofCosts(cost.length, coalition -> {
            double longest = 0;
            for (int i = 0; i < cost.length; i++) {
                longest = (coalition >>> i & 1) != 0 ? Math.max(longest, cost[i]) : longest;
            }
            return longest;
        });
    }

    /**
     * Littlechild's (1974) rule for the nucleolus, costs ascending: charge everyone left the largest r for which each
     * group of the k cheapest, and the one beyond it, covers its cost; the binding group has paid and leaves.
     */
    static double[] littlechild(double... cost) {
        int n = cost.length;
        double[] charge = new double[n];
        int paid = 0;
        double collected = 0;
        while (paid < n) {
            double least = Double.POSITIVE_INFINITY;
            int binding = n;
            for (int k = paid; k < n - 1; k++) {
                double r = (cost[k] - collected) / (k - paid + 2);
                if (r <= least) {
                    least = r;
                    binding = k + 1;
                }
            }
            double all = (cost[n - 1] - collected) / (n - paid);
            if (all <= least) {
                least = all;
                binding = n;
            }
            for (int i = paid; i < binding; i++) {
                charge[i] = least;
                collected += least;
            }
            paid = binding;
        }
        return charge;
    }
}
