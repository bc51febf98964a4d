package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.sim.analysis.TwoSamples.Difference;
import org.lode.sim.experiment.Pilot;
import org.lode.sim.experiment.SweepPlan;

/** What a pilot says of a plan: runs, processor time, bytes, and how many replications find an effect. */
public final class PilotReport {
    private static final double HOUR = 3600;

    private PilotReport() {}

    /**
     * An effect that is to be found.
     *
     * @param size in standard deviations of a metric within a point
     * @param sizes of some metrics instead, in their own units
     * @param level one less this is the level of a two-sided test
     */
    public record Aim(double size, Map<String, Double> sizes, double level, double power) {
        public Aim {
            sizes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
            if (!(size > 0) || sizes.values().stream().anyMatch(value -> !(value > 0))) {
                throw new IllegalArgumentException("effect (" + size + ", " + sizes + ") must be above 0");
            }
            if (!(level > 0 && level < 1 && power > 0 && power < 1)) {
                throw new IllegalArgumentException(
                        "level (" + level + ") and power (" + power + ") must be between 0 and 1");
            }
        }
    }

    /**
     * The replications of each of two points that find a difference of their means.
     *
     * @param sd within a point, pooled over the pilot's points
     * @param effect in the metric's unit
     * @param unpaired replications of each point where both have chance of their own
     * @param paired where they share it; 0 if the pilot has one point only, or the plan's points do not share their chance
     */
    public record Needed(String metric, double mean, double sd, double effect, long unpaired, long paired) {}

    /** What each metric with any scatter needs. */
    public static List<Needed> needed(Pilot pilot, Aim aim) {
        for (String name : aim.sizes().keySet()) {
            if (!pilot.metrics().containsKey(name)) {
                throw new IllegalArgumentException("effect of " + name + ": must be one of the metrics "
                        + List.copyOf(pilot.metrics().keySet()));
            }
        }
        List<Needed> all = new ArrayList<>();
        pilot.metrics().forEach((name, values) -> {
            double sd = StrictMath.sqrt(within(values));
            if (sd > 0) {
                Double own = aim.sizes().get(name);
                double effect = own == null ? aim.size() * sd : own;
                double[] flat = Arrays.stream(values)
                        .flatMapToDouble(Arrays::stream)
                        .filter(Double::isFinite)
                        .toArray();
                double pairs = pilot.plan().sharesChance() ? StrictMath.sqrt(ofPairs(values)) : Double.NaN;
                all.add(new Needed(
                        name,
                        Summary.of(flat).mean(),
                        sd,
                        effect,
                        least(effect, sd * StrictMath.sqrt(2), aim),
                        Double.isNaN(pairs) ? 0 : least(effect, pairs, aim)));
            }
        });
        return all;
    }

    private static long least(double effect, double spread, Aim aim) {
        double alpha = 1 - aim.level();
        return new Difference(effect, Double.NaN, spread, Double.NaN).needed(0, alpha, alpha, aim.power());
    }

    /** Mean variance within points. */
    private static double within(double[][] values) {
        return mean(Arrays.stream(values).toList());
    }

    /** Mean variance of the differences between neighbouring points with the same chance; NaN with one point. */
    private static double ofPairs(double[][] values) {
        List<double[]> differences = new ArrayList<>();
        for (int p = 1; p < values.length; p++) {
            double[] difference = new double[values[p].length];
            for (int r = 0; r < difference.length; r++) {
                difference[r] = values[p][r] - values[p - 1][r];
            }
            differences.add(difference);
        }
        return mean(differences);
    }

    private static double mean(List<double[]> samples) {
        double sum = 0;
        int n = 0;
        for (double[] sample : samples) {
            double sd = Summary.of(
                            Arrays.stream(sample).filter(Double::isFinite).toArray())
                    .sd();
            if (!Double.isNaN(sd)) {
                sum += sd * sd;
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /** The lines to print. */
    public static List<String> lines(Pilot pilot, Aim aim, int threads, int width) {
        SweepPlan plan = pilot.plan();
        long runs = plan.runs();
        String most = plan.untilPrecise() ? "at most " : "";
        double hours = pilot.seconds() * runs / HOUR;
        List<String> lines = new ArrayList<>();
        lines.add(plan.name() + ": " + plan.points() + " points, " + most + plan.replications() + " replications each: "
                + most + runs + " runs");
        lines.add("pilot: " + pilot.points().size() + " points, " + pilot.replications() + " replications, "
                + pilot.failed() + " failed; " + Decimals.three(pilot.seconds()) + " s of processor time a run");
        lines.add("processor time: " + most + Decimals.three(hours) + " hours; " + most
                + Decimals.three(hours / threads) + " hours on " + threads + (threads == 1 ? " thread" : " threads"));
        lines.add("rows: " + most + bytes(pilot.packed() * runs) + " at the end, " + bytes(pilot.bytes() * runs)
                + " while it runs");
        lines.add("");
        lines.addAll(TextTable.wrap(
                "Replications of each of two points that show an effect with power " + aim.power() + " at level "
                        + Decimals.three(1 - aim.level()) + " (one test; more tests need more):",
                width));
        var table = new TextTable("metric", ">mean", ">sd", ">effect", ">own chance", ">same chance");
        for (Needed needed : needed(pilot, aim)) {
            if (!needed.metric().contains(".") || aim.sizes().containsKey(needed.metric())) {
                table.row(
                        needed.metric(),
                        Decimals.three(needed.mean()),
                        Decimals.three(needed.sd()),
                        Decimals.three(needed.effect()),
                        Long.toString(needed.unpaired()),
                        needed.paired() == 0 ? "-" : Long.toString(needed.paired()));
            }
        }
        lines.addAll(table.lines(width, "  "));
        return lines;
    }

    private static String bytes(double bytes) {
        return bytes < 1e6
                ? Decimals.three(bytes / 1e3) + " kB"
                : bytes < 1e9 ? Decimals.three(bytes / 1e6) + " MB" : Decimals.three(bytes / 1e9) + " GB";
    }
}
