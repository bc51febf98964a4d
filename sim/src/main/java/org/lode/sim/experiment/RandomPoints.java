package org.lode.sim.experiment;

import java.util.List;
import org.lode.sim.chance.Draws;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.Node;

/** Independent uniform draws, keyed by factor and point: another factor or more points change none of them. */
record RandomPoints(List<Factor> factors, long points, long seed) implements Design {
    private static final Purpose DESIGN = Purpose.named("design");

    RandomPoints {
        factors = List.copyOf(factors);
    }

    @Override
    public Node value(long point, int factor) {
        Factor own = factors.get(factor);
        return own.sample(Draws.uniform(new Streams(seed, point + 1, 0).stream(DESIGN, own.id(), 0)));
    }
}
