package org.lode.sim.experiment;

import java.util.List;
import org.lode.sim.config.Node;

/** The first points of a Sobol sequence, without the origin. */
final class SobolPoints implements Design {
    private final List<Factor> factors;
    private final int points;
    private final SobolSequence sequence;

    SobolPoints(List<Factor> factors, int points) {
        this.factors = List.copyOf(factors);
        this.points = points;
        sequence = new SobolSequence(factors.size());
    }

    @Override
    public long points() {
        return points;
    }

    @Override
    public Node value(long point, int factor) {
        return factors.get(factor).sample(sequence.at(point, factor));
    }
}
