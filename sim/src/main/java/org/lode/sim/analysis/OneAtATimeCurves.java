package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.List;

/** How a metric moves with one factor while the others stay: its value at each level, and how far that is from the base. */
public final class OneAtATimeCurves {
    private OneAtATimeCurves() {}

    /**
     * A level of a factor.
     *
     * @param level the factor's value as in the design; empty for the base where that does not say it
     * @param value mean over replications with Student's interval
     * @param difference from the base in the same replications, with Student's interval
     */
    public record Level(String metric, String factor, String level, Interval value, Interval difference, int n) {}

    /** Levels by factor in the order of the design, each factor's base first. */
    public static List<Level> of(SweepTable table, Response response, double level) {
        List<Level> levels = new ArrayList<>();
        Interval base = Intervals.student(response.values(0), level);
        for (int f = 0; f < table.factors().size(); f++) {
            String factor = table.factors().get(f);
            levels.add(new Level(
                    response.name(),
                    factor,
                    table.cell(0, f),
                    base,
                    new Interval(0, 0, 0, level, "student"),
                    response.count(0)));
            for (int p = 1; p < table.points(); p++) {
                if (!table.same(0, p, f)) {
                    double[] paired = differences(response, p);
                    levels.add(new Level(
                            response.name(),
                            factor,
                            table.cell(p, f),
                            Intervals.student(response.values(p), level),
                            Intervals.student(paired, level),
                            response.count(p)));
                }
            }
        }
        return levels;
    }

    private static double[] differences(Response response, int point) {
        List<Double> paired = new ArrayList<>();
        for (int r = 0; r < response.replications(); r++) {
            double difference = response.at(point, r) - response.at(0, r);
            if (Double.isFinite(difference)) {
                paired.add(difference);
            }
        }
        return paired.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The swing of each factor: the largest mean over its levels, base included, less the smallest. */
    static List<Effect> swings(SweepTable table, Response response, List<Level> levels) {
        List<Effect> effects = new ArrayList<>();
        for (String factor : table.factors()) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            double down = 0;
            double up = 0;
            int n = 0;
            for (Level level : levels) {
                if (level.factor().equals(factor) && level.n() > 0) {
                    least = Math.min(least, level.value().estimate());
                    most = Math.max(most, level.value().estimate());
                    down = Math.min(down, level.difference().estimate());
                    up = Math.max(up, level.difference().estimate());
                    n++;
                }
            }
            double swing = n == 0 ? Double.NaN : most - least;
            effects.add(Effect.bare(response.name(), factor, "swing", swing, n));
            effects.add(Effect.bare(response.name(), factor, "down", down, n));
            effects.add(Effect.bare(response.name(), factor, "up", up, n));
        }
        return effects;
    }
}
