package org.lode.sim.experiment;

import java.util.List;
import org.lode.sim.config.Node;

/** Every combination of the factors' levels; the last factor changes fastest. */
record Grid(List<Factor> factors) implements Design {
    Grid {
        factors = List.copyOf(factors);
    }

    @Override
    public long points() {
        long points = 1;
        for (Factor factor : factors) {
            points = Math.multiplyExact(points, factor.levels());
        }
        return points;
    }

    @Override
    public Node value(long point, int factor) {
        long rest = point;
        for (int f = factors.size() - 1; f > factor; f--) {
            rest /= factors.get(f).levels();
        }
        Factor own = factors.get(factor);
        return own.level((int) (rest % own.levels()));
    }
}
