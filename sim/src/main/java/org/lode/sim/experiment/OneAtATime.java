package org.lode.sim.experiment;

import java.util.List;
import org.lode.sim.config.Node;
import org.lode.sim.config.Origin;
import org.lode.sim.config.ScalarNode;

/** The scenario as it is, then each factor through its levels while the others stay. */
record OneAtATime(List<Factor> factors) implements Design {
    /** Stands in a cell where the factor leaves the scenario alone. */
    static final ScalarNode UNCHANGED = new ScalarNode("", true, new Origin("one at a time", 0));

    OneAtATime {
        factors = List.copyOf(factors);
    }

    @Override
    public long points() {
        long points = 1;
        for (Factor factor : factors) {
            points += factor.levels();
        }
        return points;
    }

    @Override
    public Node value(long point, int factor) {
        long level = point - 1;
        for (int f = 0; f < factor; f++) {
            level -= factors.get(f).levels();
        }
        Factor own = factors.get(factor);
        return level >= 0 && level < own.levels() ? own.level((int) level) : UNCHANGED;
    }
}
