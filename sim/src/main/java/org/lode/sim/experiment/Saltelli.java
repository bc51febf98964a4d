package org.lode.sim.experiment;

import java.util.List;
import org.lode.sim.config.Node;

/**
 * Points for first and total Sobol indices: for each base point, its row of A, its row of B, then A's row with each factor taken
 * from B (Saltelli et al. 2010, Variance based sensitivity analysis of model output, Computer Physics Communications 181). A and
 * B are halves of one Sobol sequence of twice as many dimensions.
 */
final class Saltelli implements Design {
    private final List<Factor> factors;
    private final int base;
    private final SobolSequence sequence;

    Saltelli(List<Factor> factors, int base) {
        this.factors = List.copyOf(factors);
        this.base = base;
        sequence = new SobolSequence(2 * factors.size());
    }

    @Override
    public long points() {
        return (long) base * (factors.size() + 2);
    }

    @Override
    public Node value(long point, int factor) {
        int width = factors.size() + 2;
        int row = (int) (point % width);
        boolean fromB = row == 1 || row == factor + 2;
        return factors.get(factor).sample(sequence.at(point / width, fromB ? factors.size() + factor : factor));
    }
}
