package org.lode.sim.experiment;

import java.util.List;
import org.lode.sim.chance.Draws;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.Node;

/**
 * As many slices of each factor as there are points, each with one point, at a random place of it (McKay, Beckman and Conover
 * 1979, A comparison of three methods for selecting values of input variables, Technometrics 21). Four bytes per value.
 */
final class LatinHypercube implements Design {
    private static final Purpose ORDER = Purpose.named("hypercube order");
    private static final Purpose PLACE = Purpose.named("hypercube place");

    private final List<Factor> factors;
    private final int points;
    private final long seed;
    private final int[][] slices;

    LatinHypercube(List<Factor> factors, int points, long seed) {
        this.factors = List.copyOf(factors);
        this.points = points;
        this.seed = seed;
        slices = new int[factors.size()][points];
        for (int f = 0; f < slices.length; f++) {
            var random = new Streams(seed, Streams.COMMON, 0)
                    .stream(ORDER, factors.get(f).id(), 0);
            for (int i = 0; i < points; i++) { // shuffled inside out
                int j = Draws.index(random, i + 1);
                slices[f][i] = slices[f][j];
                slices[f][j] = i;
            }
        }
    }

    @Override
    public long points() {
        return points;
    }

    @Override
    public Node value(long point, int factor) {
        Factor own = factors.get(factor);
        double within = Draws.uniform(new Streams(seed, point + 1, 0).stream(PLACE, own.id(), 0));
        return own.sample((slices[factor][(int) point] + within) / points);
    }
}
