package org.lode.sim.report;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lode.sim.analysis.Effect;
import org.lode.sim.analysis.Interval;
import org.lode.sim.analysis.Layout;
import org.lode.sim.analysis.OneAtATimeCurves;
import org.lode.sim.analysis.Sensitivity;

/** The figures of sensitivity indices: a panel per metric, as SVG and PNG. The tables beside them hold the numbers. */
public final class SensitivityFigures {
    /** Metrics in a figure: more cannot be read. */
    public static final int MOST = 12;

    private static final int WIDE = 420;
    private static final int HIGH = 300;
    private static final int CURVE_WIDE = 300;
    /** A curve is as high as so many rows at least. */
    private static final int LEAST_ROOM = 7;

    private static final int CURVES = 24;
    /** Factors in a panel, those that matter most. */
    private static final int ROWS = 25;

    private SensitivityFigures() {}

    /**
     * Draws the first metrics.
     *
     * @param directory which exists
     * @return the files written
     */
    public static List<Path> write(Sensitivity sensitivity, Path directory) throws IOException {
        List<Path> written = new ArrayList<>();
        List<String> metrics = sensitivity.metrics();
        List<Plot> panels = new ArrayList<>();
        for (String metric : metrics.subList(0, Math.min(MOST, metrics.size()))) {
            panels.add(
                    sensitivity.index() == Layout.Index.MORRIS
                            ? plane(sensitivity, metric)
                            : rows(sensitivity, metric));
        }
        if (!panels.isEmpty()) {
            save(new Sheet(panels, 2), directory, sensitivity.index().id(), written);
        }
        List<Plot> curves = curves(sensitivity);
        if (!curves.isEmpty()) {
            save(new Sheet(curves, 3), directory, "curves", written);
        }
        return written;
    }

    static void save(Sheet sheet, Path directory, String name, List<Path> written) throws IOException {
        sheet.write(directory, name);
        written.add(directory.resolve(name + ".svg"));
        written.add(directory.resolve(name + ".png"));
    }

    private static List<String> shown(Sensitivity sensitivity, String metric) {
        List<String> factors = sensitivity.ordered(metric);
        return factors.subList(0, Math.min(ROWS, factors.size()));
    }

    private static Plot rows(Sensitivity sensitivity, String metric) {
        List<String> factors = shown(sensitivity, metric);
        Map<String, Map<String, Effect>> all = sensitivity.of(metric);
        boolean sobol = sensitivity.index() == Layout.Index.SOBOL;
        String across = sobol
                ? "share of the variance over parameters"
                : sensitivity.index() == Layout.Index.PRCC ? "partial rank correlation" : "change from the base";
        Plot plot = Plot.rows(metric, across, factors, factors.size(), WIDE).with(0, 0);
        if (sobol) {
            plot.with(1, 0).legend("first order", Palette.BLUE).legend("total", Palette.VERMILION);
        } else if (sensitivity.index() == Layout.Index.PRCC) {
            plot.with(-1, 0).with(1, 0);
        }
        plot.line(0, -0.5, 0, factors.size() - 0.5, Palette.GREY, false);
        for (int row = 0; row < factors.size(); row++) {
            Map<String, Effect> own = all.getOrDefault(factors.get(row), Map.of());
            if (sobol) {
                interval(plot, own.get("first"), row - 0.16, Palette.BLUE);
                interval(plot, own.get("total"), row + 0.16, Palette.VERMILION);
            } else if (sensitivity.index() == Layout.Index.PRCC) {
                interval(plot, own.get("prcc"), row, Palette.BLUE);
            } else {
                plot.bar(0, estimate(own, "down"), row, Palette.SKY).bar(0, estimate(own, "up"), row, Palette.ORANGE);
            }
        }
        return plot;
    }

    private static double estimate(Map<String, Effect> own, String index) {
        Effect effect = own.get(index);
        return effect == null ? Double.NaN : effect.interval().estimate();
    }

    private static void interval(Plot plot, @Nullable Effect effect, double row, Color colour) {
        if (effect != null) {
            Interval interval = effect.interval();
            plot.line(interval.low(), row, interval.high(), row, colour, false);
            plot.dot(interval.estimate(), row, colour, "");
        }
    }

    private static Plot plane(Sensitivity sensitivity, String metric) {
        Map<String, Map<String, Effect>> all = sensitivity.of(metric);
        Plot plot = Plot.plane(metric, "mu* (mean size of an effect)", "sigma (spread)", WIDE, HIGH)
                .with(0, 0);
        double most = 0;
        for (String factor : shown(sensitivity, metric)) {
            Map<String, Effect> own = all.getOrDefault(factor, Map.of());
            Effect size = own.get("muStar");
            double spread = estimate(own, "sigma");
            if (size != null) {
                plot.line(size.interval().low(), spread, size.interval().high(), spread, Palette.SKY, false);
                plot.dot(size.interval().estimate(), spread, Palette.BLUE, factor);
                most = Math.max(most, Math.min(size.interval().estimate(), spread));
            }
        }
        return plot.line(0, 0, most, most, Palette.GREY, true).legend("dashed: sigma = mu*", Palette.GREY);
    }

    private static List<Plot> curves(Sensitivity sensitivity) {
        List<List<OneAtATimeCurves.Level>> all = new ArrayList<>();
        int room = LEAST_ROOM;
        for (String metric : sensitivity.metrics()) {
            for (String factor : sensitivity.ordered(metric)) {
                List<OneAtATimeCurves.Level> levels = sensitivity.levels().stream()
                        .filter(level ->
                                level.metric().equals(metric) && level.factor().equals(factor) && level.n() > 0)
                        .toList();
                if (all.size() < CURVES && levels.size() > 1) {
                    all.add(levels);
                    room = Math.max(room, numbers(levels) ? 0 : levels.size());
                }
            }
        }
        List<Plot> plots = new ArrayList<>();
        for (List<OneAtATimeCurves.Level> levels : all) {
            plots.add(curve(levels.get(0).metric(), levels.get(0).factor(), levels, room));
        }
        return plots;
    }

    private static boolean numbers(List<OneAtATimeCurves.Level> levels) {
        return levels.stream().allMatch(level -> level.level().matches("|[-+.0-9eE]+"));
    }

    private static Plot curve(String metric, String factor, List<OneAtATimeCurves.Level> levels, int room) {
        double base = levels.get(0).value().estimate();
        List<OneAtATimeCurves.Level> placed = new ArrayList<>(
                levels.stream().filter(level -> !level.level().isEmpty()).toList());
        if (!numbers(levels)) {
            return words(metric, factor, placed, base, room);
        }
        placed.sort(Comparator.comparingDouble(level -> Double.parseDouble(level.level())));
        int n = placed.size();
        double[] x = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            Interval value = placed.get(i).value();
            x[i] = Double.parseDouble(placed.get(i).level());
            low[i] = Double.isNaN(value.low()) ? value.estimate() : value.low();
            high[i] = Double.isNaN(value.high()) ? value.estimate() : value.high();
        }
        Plot plot = Plot.plane(factor, factor, metric, CURVE_WIDE, Plot.height(room));
        plot.band(x, low, high, Palette.BLUE);
        for (int i = 0; i < n; i++) {
            double y = placed.get(i).value().estimate();
            if (i > 0) {
                plot.line(x[i - 1], placed.get(i - 1).value().estimate(), x[i], y, Palette.BLUE, false);
            }
            plot.dot(x[i], y, Palette.BLUE, "");
        }
        return plot.line(x[0], base, x[n - 1], base, Palette.GREY, true).legend("dashed: base", Palette.GREY);
    }

    private static Plot words(
            String metric, String factor, List<OneAtATimeCurves.Level> placed, double base, int room) {
        List<String> names = placed.stream().map(OneAtATimeCurves.Level::level).toList();
        Plot plot = Plot.rows(factor, metric, names, room, CURVE_WIDE);
        plot.line(base, -0.5, base, names.size() - 0.5, Palette.GREY, true).legend("dashed: base", Palette.GREY);
        for (int row = 0; row < names.size(); row++) {
            Interval value = placed.get(row).value();
            plot.line(value.low(), row, value.high(), row, Palette.BLUE, false);
            plot.dot(value.estimate(), row, Palette.BLUE, "");
        }
        return plot;
    }
}
