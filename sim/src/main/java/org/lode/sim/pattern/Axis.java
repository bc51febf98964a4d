package org.lode.sim.pattern;

import java.util.List;
import org.lode.sim.config.Doc;
import org.lode.sim.hypothesis.HypothesisData.Scaling;

/**
 * An axis of a phase diagram: numbers of the scenario, scaled together.
 *
 * @param paths of the numbers
 * @param factors by which they are scaled, ascending
 */
public record Axis(
        @Doc("numbers that are scaled together") List<String> paths,

        @Doc("by which they are scaled, ascending") List<Double> factors) {
    public Axis {
        paths = List.copyOf(paths);
        factors = List.copyOf(factors);
        for (int k = 1; k < factors.size(); k++) {
            if (!(factors.get(k) > factors.get(k - 1))) {
                throw new IllegalArgumentException("factors " + factors + " must ascend");
            }
        }
        if (factors.size() < 2) {
            throw new IllegalArgumentException("factors " + factors + " must be at least two");
        }
    }

    List<Scaling> at(int level) {
        return paths.stream().map(path -> new Scaling(path, factors.get(level))).toList();
    }
}
