package org.lode.sim.report;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lode.sim.analysis.Comparison;
import org.lode.sim.analysis.Comparison.Settings;
import org.lode.sim.analysis.MetricComparison;
import org.lode.sim.analysis.Recorded;
import org.lode.sim.analysis.Summary;
import org.lode.sim.lockin.Regime;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.Rows;

/**
 * The figures of a comparison: effects with intervals, and where rounds were recorded the paths of all directories over time
 * as median and 10-90 % band. Each is SVG, PNG and the CSV of what it shows.
 */
public final class ComparisonFigures {
    private static final int WIDE = 460;
    private static final int HIGH = 230;
    private static final int MOST_PARTS = 24;
    /** Prices are shown on a logarithmic axis, in a figure of their own. */
    private static final String PRICE = "poolPrice.";

    private static final List<String> TOTALS =
            List.of("wedge", "chainCost", "poolCapacity", "credibility", "hostility", "rulePowerHome", "rulePowerWest");

    private final List<Path> directories;
    private final List<Path> written = new ArrayList<>();
    private final Path figures;

    private ComparisonFigures(List<Path> directories, Path figures) {
        this.directories = directories;
        this.figures = figures;
    }

    /**
     * Draws all figures.
     *
     * @param comparisons each directory after the first with the first
     * @param figures directory, made if it does not exist
     * @return the files written, in order
     */
    public static List<Path> write(List<Comparison> comparisons, Settings settings, Path figures) throws IOException {
        Files.createDirectories(figures);
        List<Path> directories = new ArrayList<>(List.of(comparisons.get(0).a()));
        comparisons.forEach(comparison -> directories.add(comparison.b()));
        var drawing = new ComparisonFigures(directories, figures);
        drawing.effects(comparisons, settings);
        drawing.paths();
        return List.copyOf(drawing.written);
    }

    private void save(List<? extends Plate> pictures, int columns, Rows data, String name) throws IOException {
        Files.write(figures.resolve(name + ".csv"), data.bytes());
        new Sheet(pictures, columns).write(figures, name);
        for (String kind : List.of(".csv", ".svg", ".png")) {
            written.add(figures.resolve(name + kind));
        }
    }

    private void effects(List<Comparison> comparisons, Settings settings) throws IOException {
        Rows data = new Rows()
                .texts(List.of("b", "metric", "effect", "low", "high", "verdict"))
                .end();
        List<Forest> forests = new ArrayList<>();
        for (int c = 0; c < comparisons.size(); c++) {
            List<MetricComparison> shown = shown(comparisons.get(c));
            List<Forest.Row> rows = new ArrayList<>();
            double most = 2 * settings.bound();
            for (MetricComparison metric : shown) {
                double spread = metric.bound() / settings.bound();
                if (settings.bounds().containsKey(metric.metric()) || !(spread > 0)) {
                    spread = metric.d() == 0 ? 1 : metric.difference().estimate() / metric.d();
                }
                var row = new Forest.Row(
                        metric.metric(),
                        metric.d(),
                        metric.difference().low() / spread,
                        metric.difference().high() / spread,
                        metric.verdict());
                if (!Double.isNaN(row.effect())) {
                    rows.add(row);
                    most = Math.max(most, Math.abs(row.effect()));
                    data.text(name(c + 1)).text(row.name()).number(row.effect()).number(row.low());
                    data.number(row.high()).text(row.verdict().toString()).end();
                }
            }
            String title = name(0) + " and " + name(c + 1);
            // An even number of tenths, so that half of it is a round number too.
            double limit = Math.ceil(Math.min(2, most) * 1.1 * 5) / 5;
            forests.add(new Forest(title, rows, settings.bound(), limit));
        }
        int tallest = forests.stream().mapToInt(Forest::height).max().orElse(0);
        List<Plate> level = new ArrayList<>();
        forests.forEach(forest -> level.add(new Padded(forest, tallest)));
        save(level, 2, data, "effects");
    }

    /** A picture with room below it, so that pictures of several heights share a sheet. */
    private record Padded(Plate picture, int height) implements Plate {
        @Override
        public int width() {
            return picture.width();
        }

        @Override
        public void paint(java.awt.Graphics2D page) {
            picture.paint(page);
        }
    }

    /** All metrics without a dot, and of the others those that differ most. */
    private static List<MetricComparison> shown(Comparison comparison) {
        List<MetricComparison> shown = new ArrayList<>();
        List<MetricComparison> parts = new ArrayList<>();
        comparison.metrics().forEach(metric -> (metric.metric().contains(".") ? parts : shown).add(metric));
        parts.sort(Comparator.comparingDouble(metric -> -Math.abs(Double.isNaN(metric.d()) ? 0 : metric.d())));
        shown.addAll(parts.subList(0, Math.min(MOST_PARTS, parts.size())));
        return shown;
    }

    /** A letter and the name of the directory without its hash, short enough for a legend. */
    private String name(int directory) {
        String file = directories.get(directory).getFileName().toString().replaceAll("-[0-9a-f]{8}$", "");
        String name = (char) ('A' + directory % 26) + " " + file;
        return name.length() > 15 ? name.substring(0, 14) + "\u2026" : name;
    }

    private void paths() throws IOException {
        List<Recorded> all = new ArrayList<>();
        for (Path directory : directories) {
            Optional<Recorded> recorded =
                    Files.exists(directory.resolve(ResultFiles.ROUNDS)) ? Recorded.rounds(directory) : Optional.empty();
            if (recorded.isEmpty()
                    || (!all.isEmpty()
                            && !recorded.get().dates().equals(all.get(0).dates()))) {
                return; // not recorded, or not over the same time
            }
            all.add(recorded.get());
        }
        regimes(all);
        List<String> columns =
                all.get(0).columns().stream().filter(all.get(1)::has).toList();
        Rows data = new Rows()
                .texts(List.of("date", "column", "directory", "q10", "median", "q90"))
                .end();
        List<Panel> totals = new ArrayList<>();
        List<Panel> prices = new ArrayList<>();
        for (String column : columns) {
            if (!all.stream().allMatch(recorded -> recorded.has(column))) {
                continue;
            }
            Band band = new Band(all, column, data);
            if (!band.drawable()) {
                continue; // empty throughout: the scenario has no such thing
            }
            if (column.startsWith(PRICE)) {
                prices.add(band.panel(column.substring(PRICE.length()), "price outside, USD/kg", true));
            } else if (TOTALS.contains(column) || column.startsWith("adoption.")) {
                totals.add(band.panel(column, "", false));
            }
        }
        if (!totals.isEmpty()) {
            save(totals, 2, data, "bands");
        }
        if (!prices.isEmpty()) {
            new Sheet(prices, 2).write(figures, "prices"); // its numbers are in bands.csv
            written.add(figures.resolve("prices.svg"));
            written.add(figures.resolve("prices.png"));
        }
    }

    private void regimes(List<Recorded> all) throws IOException {
        Rows data = new Rows()
                .texts(List.of("date", "directory", "regime", "share"))
                .end();
        List<Panel> panels = new ArrayList<>();
        for (int d = 0; d < all.size(); d++) {
            Recorded recorded = all.get(d);
            double[][] shares = new double[Figures.STACK.size()][recorded.rounds()];
            List<String> names = new ArrayList<>();
            List<Color> colours = new ArrayList<>();
            for (Regime regime : Figures.STACK) {
                names.add(regime.id());
                colours.add(Palette.of(regime));
            }
            for (int t = 0; t < recorded.rounds(); t++) {
                for (int g = 0; g < shares.length; g++) {
                    shares[g][t] = (double) recorded.count(Figures.STACK.get(g), t) / recorded.replications();
                    data.text(recorded.dates().get(t)).text(name(d)).text(names.get(g));
                    data.number(shares[g][t]).end();
                }
            }
            panels.add(new Panel(name(d), years(recorded), "replications, %", WIDE, HIGH)
                    .shares(1)
                    .stack(names, shares, colours));
        }
        save(panels, 2, data, "regimes");
    }

    private static double[] years(Recorded recorded) {
        double[] years = new double[recorded.rounds()];
        for (int t = 0; t < years.length; t++) {
            years[t] = recorded.year(t);
        }
        return years;
    }

    /** Median and 10-90 % band of a column in each directory. */
    private final class Band {
        private final List<Recorded> all;
        private final double[][][] quantiles;
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;

        Band(List<Recorded> all, String column, Rows data) {
            this.all = all;
            quantiles = new double[all.size()][3][all.get(0).rounds()];
            for (int d = 0; d < all.size(); d++) {
                for (int t = 0; t < all.get(d).rounds(); t++) {
                    Summary summary = Summary.of(all.get(d).at(column, t));
                    quantiles[d][0][t] = summary.q10();
                    quantiles[d][1][t] = summary.median();
                    quantiles[d][2][t] = summary.q90();
                    data.text(all.get(d).dates().get(t)).text(column).text(name(d));
                    data.number(summary.q10()).number(summary.median()).number(summary.q90());
                    data.end();
                    least = Math.min(least, summary.q10());
                    most = Math.max(most, summary.q90());
                }
            }
        }

        /** Whether all numbers are finite. */
        boolean drawable() {
            return Double.isFinite(least) && Double.isFinite(most); // a NaN among them makes both NaN
        }

        Panel panel(String title, String unit, boolean logarithmic) {
            boolean logs = logarithmic && least > 0;
            var panel = new Panel(title, years(all.get(0)), unit, WIDE, HIGH);
            if (logs) {
                panel.logarithmic(least, most);
            } else {
                panel.linear(least, most);
            }
            for (int d = 0; d < quantiles.length; d++) {
                Color colour = Palette.series(d);
                panel.band("band " + d, scaled(quantiles[d][0], logs), scaled(quantiles[d][2], logs), colour);
            }
            for (int d = 0; d < quantiles.length; d++) {
                panel.line(name(d), scaled(quantiles[d][1], logs), Palette.series(d), d % 2 == 1);
            }
            return panel;
        }

        private double[] scaled(double[] values, boolean logs) {
            return logs ? java.util.Arrays.stream(values).map(StrictMath::log10).toArray() : values;
        }
    }
}
