package org.lode.sim.report;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lode.sim.analysis.Recorded;
import org.lode.sim.analysis.Summary;
import org.lode.sim.lockin.Regime;
import org.lode.sim.results.Rows;

/**
 * The figures of a run: regimes, strategies, prices and clubs over time. Each is an SVG, a PNG, and the numbers that it shows
 * as CSV; the CSV is the same bytes on every machine, the pictures depend on its fonts.
 */
public final class Figures {
    private static final int WIDE = 460;
    private static final int HIGH = 230;
    /** Regimes from the bottom of the stack to its top: Western ones, none, the dominant supplier's. */
    static final List<Regime> STACK = List.of(
            Regime.US_CLUB,
            Regime.DUAL_TRACK,
            Regime.PLURAL,
            Regime.FRAGMENTED,
            Regime.BIFURCATED,
            Regime.CHINA_CENTRED);

    private final Recorded recorded;
    private final double[] years;

    private Figures(Recorded recorded) {
        this.recorded = recorded;
        years = new double[recorded.rounds()];
        for (int t = 0; t < years.length; t++) {
            years[t] = recorded.year(t);
        }
    }

    /**
     * Draws all figures.
     *
     * @param directory made if it does not exist
     * @return the files written, in order
     */
    public static List<Path> write(Recorded recorded, Path directory) throws IOException {
        Files.createDirectories(directory);
        var figures = new Figures(recorded);
        List<Path> written = new ArrayList<>();
        figures.regimes(directory, written);
        if (!recorded.actors().isEmpty()) {
            figures.strategies(directory, written);
        }
        if (!recorded.ending("poolPrice").isEmpty()) {
            figures.prices(directory, written);
        }
        if (!recorded.ending("adoption").isEmpty()) {
            figures.clubs(directory, written);
        }
        return written;
    }

    private static void save(Sheet sheet, Rows data, Path directory, String name, List<Path> written)
            throws IOException {
        Path csv = directory.resolve(name + ".csv");
        Files.write(csv, data.bytes());
        written.add(csv);
        sheet.write(directory, name);
        written.add(directory.resolve(name + ".svg"));
        written.add(directory.resolve(name + ".png"));
    }

    private void regimes(Path directory, List<Path> written) throws IOException {
        var data = new Rows().text("date").text("regime").text("share").end();
        double[][] shares = new double[STACK.size()][years.length];
        var names = new ArrayList<String>();
        var colours = new ArrayList<Color>();
        for (int g = 0; g < STACK.size(); g++) {
            names.add(STACK.get(g).id());
            colours.add(Palette.of(STACK.get(g)));
        }
        for (int t = 0; t < years.length; t++) {
            for (int g = 0; g < STACK.size(); g++) {
                shares[g][t] = (double) recorded.count(STACK.get(g), t) / recorded.replications();
                data.text(recorded.dates().get(t)).text(names.get(g)).number(shares[g][t]);
                data.end();
            }
        }
        var panel = new Panel("", years, "replications, %", 600, 280).shares(1).stack(names, shares, colours);
        save(new Sheet(List.of(panel), 1), data, directory, "regimes", written);
    }

    private void strategies(Path directory, List<Path> written) throws IOException {
        var data = new Rows()
                .text("date")
                .text("actor")
                .text("strategy")
                .text("share")
                .end();
        List<Panel> panels = new ArrayList<>();
        for (String actor : recorded.actors()) {
            List<String> names = recorded.strategies(actor);
            double[][] shares = new double[names.size()][years.length];
            var colours = new ArrayList<Color>();
            for (int s = 0; s < names.size(); s++) {
                colours.add(Palette.series(s));
                for (int t = 0; t < years.length; t++) {
                    shares[s][t] = (double) recorded.count(actor, s, t) / recorded.replications();
                    data.text(recorded.dates().get(t)).text(actor).text(names.get(s));
                    data.number(shares[s][t]).end();
                }
            }
            panels.add(new Panel(actor, years, "replications, %", WIDE, HIGH)
                    .shares(1)
                    .stack(names, shares, colours));
        }
        save(new Sheet(panels, 2), data, directory, "strategies", written);
    }

    private void prices(Path directory, List<Path> written) throws IOException {
        var data = new Rows()
                .text("date")
                .text("mineral")
                .text("price")
                .text("q10")
                .text("median")
                .text("q90")
                .end();
        List<Panel> panels = new ArrayList<>();
        List<String> minerals = recorded.ending("poolPrice");
        for (int m = 0; m < minerals.size(); m++) {
            String mineral = minerals.get(m);
            var pool = new Quantiles("poolPrice." + mineral);
            var home = new Quantiles("homePrice." + mineral);
            pool.write(data, mineral, "pool");
            home.write(data, mineral, "home");
            double least = Math.min(pool.least(), home.least());
            double most = Math.max(pool.most(), home.most());
            var panel = new Panel(mineral, years, "price, USD/kg", WIDE, HIGH).logarithmic(least, most);
            panel.band("pool, 10-90 %", logarithms(pool.low), logarithms(pool.high), Palette.BLUE);
            panel.band("home, 10-90 %", logarithms(home.low), logarithms(home.high), Palette.VERMILION);
            panel.line("outside (pool)", logarithms(pool.median), Palette.BLUE, false);
            panel.line("home", logarithms(home.median), Palette.VERMILION, true);
            panels.add(panel);
        }
        save(new Sheet(panels, 2), data, directory, "prices", written);
    }

    private static double[] logarithms(double[] prices) {
        return java.util.Arrays.stream(prices).map(StrictMath::log10).toArray();
    }

    private void clubs(Path directory, List<Path> written) throws IOException {
        var data = new Rows()
                .text("date")
                .text("club")
                .text("q10")
                .text("median")
                .text("q90")
                .end();
        List<String> clubs = recorded.ending("adoption");
        List<Quantiles> adoptions = new ArrayList<>();
        double most = 0;
        for (String club : clubs) {
            var adoption = new Quantiles("adoption." + club);
            adoption.write(data, club, "");
            adoptions.add(adoption);
            most = Math.max(most, adoption.most());
        }
        var panel = new Panel("", years, "adoption, %", 600, 280).shares(most);
        for (int g = 0; g < clubs.size(); g++) {
            panel.band(clubs.get(g) + ", 10-90 %", adoptions.get(g).low, adoptions.get(g).high, club(g));
        }
        for (int g = 0; g < clubs.size(); g++) {
            panel.line(clubs.get(g), adoptions.get(g).median, club(g), false);
        }
        save(new Sheet(List.of(panel), 1), data, directory, "clubs", written);
    }

    private static Color club(int number) {
        return List.of(Palette.BLUE, Palette.GREEN, Palette.VERMILION).get(number % 3);
    }

    /** Percentiles of a column over time. */
    private final class Quantiles {
        private final double[] low = new double[years.length];
        private final double[] median = new double[years.length];
        private final double[] high = new double[years.length];

        Quantiles(String column) {
            for (int t = 0; t < years.length; t++) {
                Summary summary = Summary.of(recorded.at(column, t));
                low[t] = summary.q10();
                median[t] = summary.median();
                high[t] = summary.q90();
            }
        }

        double least() {
            double least = Double.POSITIVE_INFINITY;
            for (double value : low) {
                least = value > 0 ? Math.min(least, value) : least;
            }
            return least;
        }

        double most() {
            double most = 0;
            for (double value : high) {
                most = Math.max(most, value);
            }
            return most;
        }

        void write(Rows data, String of, String kind) {
            for (int t = 0; t < years.length; t++) {
                data.text(recorded.dates().get(t)).text(of);
                if (!kind.isEmpty()) {
                    data.text(kind);
                }
                data.number(low[t]).number(median[t]).number(high[t]).end();
            }
        }
    }
}
