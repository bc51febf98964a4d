package org.lode.sim.pattern;

import java.util.ArrayList;
import java.util.List;
import org.lode.sim.config.Doc;
import org.lode.sim.world.Scenario;

/**
 * Whether policy moves markets: share refined outside China with all Western instruments, less that with none.
 *
 * @param all the change by which all are used
 * @param none the change by which none is, those in force removed
 * @param year in which shares are read
 * @param minerals that are asked for
 */
public record Policy(
        @Doc("the change by which all Western instruments are used")
        Change all,

        @Doc("the change by which none is, those in force removed")
        Change none,

        @Doc("year in which shares are read") int year,
        @Doc("minerals that are asked for") List<String> minerals)
        implements Pattern {
    public Policy {
        minerals = List.copyOf(minerals);
    }

    @Override
    public List<String> figures() {
        return minerals;
    }

    @Override
    public List<Figure> measure(Bench bench) {
        int n = bench.size().pairs();
        Scenario scenario = bench.base().scenario();
        List<Played> with = bench.runs(all, n);
        List<Played> without = bench.runs(none, n);
        List<Figure> figures = new ArrayList<>();
        for (String id : minerals) {
            int m = Calendar.mineral(scenario, id);
            double[] gains = new double[n];
            for (int r = 0; r < n; r++) {
                gains[r] = Calendar.mean(scenario, without.get(r).refined()[m], year)
                        - Calendar.mean(scenario, with.get(r).refined()[m], year);
            }
            figures.add(Figure.of(id, bench.estimator().mean("policy " + id, gains)));
        }
        return figures;
    }
}
