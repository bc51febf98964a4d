package org.lode.sim.experiment;

import java.util.List;
import org.lode.sim.chance.Draws;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.Node;

/**
 * Random trajectories on a grid of four levels; each step moves one factor by two thirds of its range (Morris 1991, Factorial
 * sampling plans for preliminary computational experiments, Technometrics 33).
 */
final class Morris implements Design {
    private static final Purpose START = Purpose.named("morris start");
    private static final Purpose ORDER = Purpose.named("morris order");
    private static final int LEVELS = 4;
    private static final int STEP = 2;

    private final List<Factor> factors;
    private final int[][] start;
    private final int[][] turn;

    Morris(List<Factor> factors, int trajectories, long seed) {
        this.factors = List.copyOf(factors);
        int k = factors.size();
        start = new int[trajectories][k];
        turn = new int[trajectories][k];
        for (int t = 0; t < trajectories; t++) {
            var streams = new Streams(seed, t + 1L, 0);
            for (int f = 0; f < k; f++) {
                start[t][f] = Draws.index(streams.stream(START, factors.get(f).id(), 0), LEVELS);
            }
            var random = streams.stream(ORDER, "", 0);
            for (int i = 0; i < k; i++) { // shuffled inside out
                int j = Draws.index(random, i + 1);
                turn[t][i] = turn[t][j];
                turn[t][j] = i;
            }
        }
    }

    @Override
    public long points() {
        return (long) start.length * (factors.size() + 1);
    }

    @Override
    public Node value(long point, int factor) {
        int width = factors.size() + 1;
        int t = (int) (point / width);
        boolean moved = turn[t][factor] < point % width;
        int level = start[t][factor];
        int other = level < STEP ? level + STEP : level - STEP;
        return factors.get(factor).sample((double) (moved ? other : level) / (LEVELS - 1));
    }
}
