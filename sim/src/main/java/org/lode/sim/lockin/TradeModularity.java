package org.lode.sim.lockin;

import org.lode.sim.world.Outcome;
import org.lode.sim.world.Scenario;

/**
 * How far trade falls apart into two blocs: the largest modularity of a partition that has the dominant supplier on one side and
 * the hegemon on the other (directed and weighted: Leicht and Newman 2008, Community structure in directed networks, Physical
 * Review Letters 100). 0 where everybody buys from everybody in proportion, at most a half. Looks at trade alone, at reference
 * prices, so neither memberships nor prices move it. Costs 2^(actors - 2) times actors squared.
 */
public final class TradeModularity {
    /** Beyond, the partitions are too many to try. */
    private static final int MOST_ACTORS = 16;

    private TradeModularity() {}

    /** Of a round's trade; NaN without a dominant supplier, a hegemon or any trade, or with more than sixteen actors. */
    public static double of(Scenario scenario, Outcome outcome) {
        int n = scenario.actors().size();
        double[] trade = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                trade[i * n + j] = outcome.trade(i, j);
            }
        }
        return of(trade, n, scenario.dominant(), scenario.hegemon());
    }

    /**
     * Of a table of trade.
     *
     * @param trade seller x buyer, n x n, at least 0
     * @param one actor on one side, below 0 for none
     * @param other actor on the other side, below 0 for none
     */
    public static double of(double[] trade, int n, int one, int other) {
        if (n > MOST_ACTORS || one < 0 || other < 0 || one == other) {
            return Double.NaN;
        }
        double total = 0;
        double[] sold = new double[n];
        double[] bought = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                total += trade[i * n + j];
                sold[i] += trade[i * n + j];
                bought[j] += trade[i * n + j];
            }
        }
        if (!(total > 0)) {
            return Double.NaN;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int bloc = 0; bloc < 1 << n; bloc++) { // bit i: actor i is on the side of `one`
            if ((bloc >> one & 1) == 1 && (bloc >> other & 1) == 0) {
                best = Math.max(best, modularity(trade, n, bloc, sold, bought, total));
            }
        }
        return best;
    }

    private static double modularity(double[] trade, int n, int bloc, double[] sold, double[] bought, double total) {
        double within = 0;
        double soldByBloc = 0;
        double boughtByBloc = 0;
        for (int i = 0; i < n; i++) {
            boolean in = (bloc >> i & 1) == 1;
            soldByBloc += in ? sold[i] : 0;
            boughtByBloc += in ? bought[i] : 0;
            for (int j = 0; j < n; j++) {
                within += in == ((bloc >> j & 1) == 1) ? trade[i * n + j] : 0;
            }
        }
        double expected = soldByBloc * boughtByBloc + (total - soldByBloc) * (total - boughtByBloc);
        return within / total - expected / (total * total);
    }
}
