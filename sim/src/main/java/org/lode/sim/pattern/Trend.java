package org.lode.sim.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lode.sim.config.Doc;
import org.lode.sim.world.Scenario;

/**
 * Where the world goes if acts in force are held and none is added: China's share of refining, as outlooks without new policy see
 * it.
 *
 * @param held the change by which everybody keeps its course
 * @param year in which shares are read
 * @param levels minerals whose share is asked for
 * @param falls minerals of which is asked by how much the share has fallen since the base round
 */
public record Trend(
        @Doc("the change by which everybody keeps its course")
        Change held,

        @Doc("year in which shares are read") int year,

        @Doc("minerals whose share is asked for") List<String> levels,

        @Doc("minerals of which is asked by how much the share has fallen")
        List<String> falls)
        implements Pattern {
    public Trend {
        levels = List.copyOf(levels);
        falls = List.copyOf(falls);
    }

    @Override
    public List<String> figures() {
        List<String> ids = new ArrayList<>(levels);
        ids.addAll(falls);
        return ids;
    }

    @Override
    public List<Figure> measure(Bench bench) {
        Scenario scenario = bench.base().scenario();
        List<Figure> figures = new ArrayList<>();
        for (String id : figures()) {
            int m = Calendar.mineral(scenario, id);
            boolean fall = falls.contains(id);
            figures.add(mean(bench, id, run -> {
                double share = Calendar.mean(scenario, run.refined()[m], year);
                return fall ? run.refinedAtBase()[m] - share : share;
            }));
        }
        return figures;
    }

    private Figure mean(Bench bench, String id, ToDoubleFunction<Played> of) {
        double[] sample =
                bench.runs(held, bench.size().pairs()).stream().mapToDouble(of).toArray();
        return Figure.of(id, bench.estimator().mean("trend " + id, sample));
    }
}
