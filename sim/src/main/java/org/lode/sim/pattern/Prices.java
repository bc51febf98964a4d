package org.lode.sim.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lode.sim.analysis.Summary;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Unit;
import org.lode.sim.world.Scenario;

/**
 * Whether prices behave as prices of these minerals do: how much they move from year to year, in and outside China, where they end
 * up, and whether two prices need a barrier between them.
 *
 * @param year in which the level is read
 * @param incentive by mineral, the price at which new projects outside China are worth it
 * @param open the world without barriers
 */
public record Prices(
        @Doc("year in which the level is read") int year,

        @Doc("price at which new projects outside China are worth it, by mineral") @In(Unit.USD_PER_KG)
        Map<String, Double> incentive,

        @Doc("the change that takes all barriers away") Change open)
        implements Pattern {
    private static final double UPPER = 0.95;

    @Override
    public List<String> figures() {
        List<String> ids = new ArrayList<>();
        incentive.keySet().forEach(id -> ids.add("sd-" + id));
        ids.add("china-moves");
        incentive.keySet().forEach(id -> ids.add("level-" + id));
        ids.add("wedge");
        return ids;
    }

    @Override
    public List<Figure> measure(Bench bench) {
        int n = bench.size().runs();
        Scenario scenario = bench.base().scenario();
        List<Played> runs = bench.runs(Change.NONE, n);
        List<Figure> figures = new ArrayList<>();
        for (String id : incentive.keySet()) {
            int m = Calendar.mineral(scenario, id);
            double[] moves = runs.stream()
                    .mapToDouble(run -> volatility(Calendar.means(scenario, run.poolPrice()[m])))
                    .toArray();
            figures.add(Figure.of("sd-" + id, bench.estimator().mean("sd " + id, moves)));
        }
        double[][] home = new double[scenario.mineralCount()][];
        for (int m = 0; m < home.length; m++) {
            int mineral = m;
            home[m] = runs.stream()
                    .mapToDouble(run -> volatility(Calendar.means(scenario, run.homePrice()[mineral])))
                    .toArray();
        }
        figures.add(Figure.of(
                "china-moves",
                bench.estimator()
                        .of(
                                "china moves",
                                n,
                                some -> Arrays.stream(home)
                                        .mapToDouble(sample -> mean(sample, some))
                                        .min()
                                        .orElse(Double.NaN))));
        incentive.forEach((id, price) -> {
            int m = Calendar.mineral(scenario, id);
            double[] levels = runs.stream()
                    .mapToDouble(run -> Calendar.mean(scenario, run.poolPrice()[m], year) / price)
                    .toArray();
            figures.add(Figure.of("level-" + id, bench.estimator().of("level " + id, n, some -> median(levels, some))));
        });
        figures.add(wedge(bench, scenario));
        return figures;
    }

    /** Mean over runs of the 95th percentile over minerals with two prices and rounds. */
    private Figure wedge(Bench bench, Scenario scenario) {
        double[] upper = bench.runs(open, bench.size().pairs()).stream()
                .mapToDouble(run -> {
                    List<Double> wedges = new ArrayList<>();
                    for (int m = 0; m < scenario.mineralCount(); m++) {
                        for (int t = 0; t < scenario.rounds(); t++) {
                            if (scenario.mineral(m).dominant().isPresent() && run.homePrice()[m][t] > 0) {
                                wedges.add(run.poolPrice()[m][t] / run.homePrice()[m][t]);
                            }
                        }
                    }
                    double[] sorted = wedges.stream()
                            .mapToDouble(Double::doubleValue)
                            .sorted()
                            .toArray();
                    return Summary.quantile(sorted, UPPER);
                })
                .toArray();
        return Figure.of("wedge", bench.estimator().mean("wedge", upper));
    }

    /** Standard deviation of the log changes of a series. */
    static double volatility(double[] series) {
        double[] changes = new double[series.length - 1];
        double mean = 0;
        for (int y = 0; y < changes.length; y++) {
            changes[y] = StrictMath.log(series[y + 1] / series[y]);
            mean += changes[y] / changes.length;
        }
        double squares = 0;
        for (double change : changes) {
            squares += (change - mean) * (change - mean);
        }
        return StrictMath.sqrt(squares / (changes.length - 1));
    }

    private static double mean(double[] sample, int[] some) {
        double sum = 0;
        for (int r : some) {
            sum += sample[r];
        }
        return sum / some.length;
    }

    private static double median(double[] sample, int[] some) {
        double[] sorted =
                Arrays.stream(some).mapToDouble(r -> sample[r]).sorted().toArray();
        return Summary.quantile(sorted, 0.5);
    }
}
