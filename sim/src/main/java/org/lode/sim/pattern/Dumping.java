package org.lode.sim.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lode.sim.config.Above;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Unit;
import org.lode.sim.lockin.Estimator;
import org.lode.sim.world.Scenario;

/**
 * Whether dumping cheapens and deters, and a floor spares: China sells abroad at a discount for some years, without and with a
 * floor, each beside the same world without the discount.
 *
 * @param fair the world without dumping and without floors
 * @param dumped the same with dumping
 * @param flooredFair the world without dumping, with floors
 * @param flooredDumped the same with dumping
 * @param priced time over which prices are compared
 * @param years of dumping, over which decisions are compared
 * @param minerals that are asked for
 */
public record Dumping(
        @Doc("neither dumping nor floors") Change fair,
        @Doc("dumping, no floors") Change dumped,
        @Doc("floors, no dumping") Change flooredFair,
        @Doc("dumping and floors") Change flooredDumped,

        @Doc("time over which prices are compared") @In(Unit.YEARS) @Above(0)
        double priced,

        @Doc("years of dumping, over which decisions are compared") @In(Unit.YEARS) @Above(0)
        double years,

        @Doc("minerals that are asked for") List<String> minerals)
        implements Pattern {
    public Dumping {
        minerals = List.copyOf(minerals);
    }

    @Override
    public List<String> figures() {
        return minerals.stream()
                .flatMap(id -> Stream.of("price-" + id, "decisions-" + id, "floor-" + id, "half-" + id))
                .toList();
    }

    @Override
    public List<Figure> measure(Bench bench) {
        Optional<String> missing = Stream.of(fair, dumped, flooredFair, flooredDumped)
                .flatMap(change -> change.missing(bench.tree()).stream())
                .findFirst();
        if (missing.isPresent()) {
            return figures().stream()
                    .map(id -> Figure.absent(id, missing.get()))
                    .toList();
        }
        int n = bench.size().pairs();
        Scenario scenario = bench.base().scenario();
        int first = (int) StrictMath.rint(priced / scenario.roundYears());
        int last = (int) StrictMath.rint(years / scenario.roundYears());
        Estimator estimator = bench.estimator();
        List<Figure> figures = new ArrayList<>();
        for (String id : minerals) {
            int m = Calendar.mineral(scenario, id);
            double[] price = prices(bench.runs(fair, n), m, first);
            double[] low = prices(bench.runs(dumped, n), m, first);
            double[] decided = decisions(bench.runs(fair, n), m, last);
            double[] deterred = decisions(bench.runs(dumped, n), m, last);
            double[] covered = decisions(bench.runs(flooredFair, n), m, last);
            double[] spared = decisions(bench.runs(flooredDumped, n), m, last);
            figures.add(Figure.of("price-" + id, estimator.of("price " + id, n, runs -> ratio(low, price, runs) - 1)));
            figures.add(Figure.of(
                    "decisions-" + id, estimator.of("decisions " + id, n, runs -> ratio(deterred, decided, runs) - 1)));
            figures.add(Figure.of(
                    "floor-" + id, estimator.of("floor " + id, n, runs -> ratio(spared, covered, runs) - 1)));
            figures.add(Figure.of("half-" + id, estimator.of("half " + id, n, runs -> {
                double without = 1 - ratio(deterred, decided, runs);
                double with = 1 - ratio(spared, covered, runs);
                return without > 0 ? with / without : Double.NaN; // nothing fell that a floor could spare
            })));
        }
        return figures;
    }

    private static double[] prices(List<Played> runs, int mineral, int rounds) {
        return runs.stream()
                .mapToDouble(run -> Played.mean(run.poolPrice()[mineral], 0, rounds))
                .toArray();
    }

    private static double[] decisions(List<Played> runs, int mineral, int rounds) {
        return runs.stream()
                .mapToDouble(run -> Played.mean(run.decided()[mineral], 0, rounds))
                .toArray();
    }

    private static double ratio(double[] above, double[] below, int[] runs) {
        double one = 0;
        double other = 0;
        for (int r : runs) {
            one += above[r];
            other += below[r];
        }
        return other > 0 ? one / other : Double.NaN;
    }
}
