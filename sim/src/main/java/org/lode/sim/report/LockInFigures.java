package org.lode.sim.report;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.lode.games.format.Numbers;
import org.lode.sim.lockin.Finding;
import org.lode.sim.lockin.Regime;
import org.lode.sim.results.Rows;

/**
 * The figures of lock-in: the index of the reversal test over time, loops, distance to the barriers, early information, the split of
 * trade, the regimes. Each is an SVG, a PNG, and the numbers that it shows as CSV.
 */
public final class LockInFigures {
    private static final int WIDE = 460;
    private static final int HIGH = 230;

    private final List<Finding> findings;
    private final double start;
    private final double roundYears;

    private LockInFigures(List<Finding> findings, double start, double roundYears) {
        this.findings = findings;
        this.start = start;
        this.roundYears = roundYears;
    }

    /**
     * Draws what the findings hold.
     *
     * @param start year in which round 0 starts
     * @param directory made if it does not exist
     */
    public static void write(List<Finding> findings, double start, double roundYears, Path directory)
            throws IOException {
        Files.createDirectories(directory);
        var figures = new LockInFigures(findings, start, roundYears);
        figures.reversal(directory);
        figures.loops(directory);
        figures.margin(directory);
        figures.early(directory);
        figures.split(directory);
        figures.regimes(directory);
    }

    /** Findings of one measure and, unless it is empty, one subject, that are about a place and have a value. */
    private List<Finding> of(String metric, String measure, String subject) {
        return findings.stream()
                .filter(finding -> finding.metric().equals(metric)
                        && finding.measure().equals(measure)
                        && (subject.isEmpty() || finding.subject().equals(subject))
                        && !Double.isNaN(finding.at())
                        && finding.estimate().defined())
                .toList();
    }

    private static List<String> subjects(List<Finding> of) {
        return of.stream().map(Finding::subject).distinct().toList();
    }

    private double year(double round) {
        return start + round * roundYears;
    }

    private static double[] places(List<Finding> curve, DoubleUnaryOperator place) {
        return curve.stream().mapToDouble(Finding::at).map(place).toArray();
    }

    private static double[] values(List<Finding> curve) {
        return curve.stream().mapToDouble(one -> one.estimate().value()).toArray();
    }

    private static double[] lows(List<Finding> curve) {
        return curve.stream().mapToDouble(one -> one.estimate().low()).toArray();
    }

    private static double[] highs(List<Finding> curve) {
        return curve.stream().mapToDouble(one -> one.estimate().high()).toArray();
    }

    /** A curve with its band, cut to what the axis shows. */
    private static void curve(
            Panel panel, String name, double[] x, List<Finding> curve, Color colour, double least, double most) {
        curve(panel, name, x, curve, colour, least, most, 1);
    }

    /** As the other, in units of {@code unit}. */
    private static void curve(
            Panel panel,
            String name,
            double[] x,
            List<Finding> curve,
            Color colour,
            double least,
            double most,
            double unit) {
        DoubleUnaryOperator cut = value -> Math.min(most, Math.max(least, value)) / unit;
        panel.at(x)
                .band(
                        name + ", 95 %",
                        Arrays.stream(lows(curve)).map(cut).toArray(),
                        Arrays.stream(highs(curve)).map(cut).toArray(),
                        colour);
        panel.at(x).line(name, Arrays.stream(values(curve)).map(cut).toArray(), colour, false);
    }

    private static void save(List<Panel> panels, int columns, List<Finding> shown, Path directory, String name)
            throws IOException {
        if (panels.isEmpty()) {
            return;
        }
        Rows rows = new Rows()
                .texts(List.of("measure", "subject", "at", "estimate", "low", "high"))
                .end();
        for (Finding one : shown) {
            rows.text(one.measure())
                    .text(one.subject())
                    .number(one.at())
                    .number(one.estimate().value());
            rows.number(one.estimate().low()).number(one.estimate().high()).end();
        }
        Files.write(directory.resolve(name + ".csv"), rows.bytes());
        new Sheet(panels, columns).write(directory, name);
    }

    private void reversal(Path directory) throws IOException {
        List<Finding> all = of("reversalTest", "L", "");
        List<Finding> grid = findings.stream()
                .filter(one ->
                        one.metric().equals("reversalTest") && one.measure().equals("P"))
                .toList();
        List<Panel> panels = new ArrayList<>();
        for (String aspect : subjects(grid).stream()
                .map(subject -> subject.substring(0, subject.indexOf(' ')))
                .distinct()
                .toList()) {
            List<String> reversals = subjects(grid).stream()
                    .filter(subject -> subject.startsWith(aspect + " "))
                    .toList();
            double[] years = places(of("reversalTest", "P", reversals.get(0)), this::year);
            boolean open = reversals.stream()
                    .anyMatch(one -> !of("reversalTest", "L", one).isEmpty());
            var panel = new Panel(open ? aspect : aspect + ", nothing is contingent", years, "index L", WIDE, HIGH)
                    .range(-0.5, 1);
            for (int r = 0; r < reversals.size(); r++) {
                List<Finding> curve = of("reversalTest", "L", reversals.get(r));
                if (!curve.isEmpty()) {
                    String name = reversals.get(r).substring(aspect.length() + 1);
                    curve(panel, name, places(curve, this::year), curve, Palette.series(r), -0.5, 1);
                }
            }
            double[] locked = new double[years.length];
            Arrays.fill(locked, 0.8);
            panel.at(years).line("locked in", locked, Palette.INK, true);
            panels.add(panel);
        }
        save(panels, 2, all, directory, "reversal");
    }

    private void loops(Path directory) throws IOException {
        List<Finding> shown = new ArrayList<>();
        List<Panel> panels = new ArrayList<>();
        for (Finding area : of("hysteresis", "area", "")) {
            int steps = (int) area.at();
            List<Finding> up = of("hysteresis", "up" + steps, area.subject());
            List<Finding> down = of("hysteresis", "down" + steps, area.subject());
            List<Finding> both = new ArrayList<>(up);
            both.addAll(down);
            if (up.size() < 2) {
                continue;
            }
            double least = Math.min(0, Arrays.stream(lows(both)).min().orElseThrow());
            double most = Math.max(0, Arrays.stream(highs(both)).max().orElseThrow());
            double[] x = places(up, at -> at);
            String setting = area.subject().replaceFirst(".*settings\\.", "");
            double size = Math.max(most, -least);
            boolean small = size > 0 && size < 0.05; // long labels would run into the axis title
            double unit = small ? StrictMath.pow(10, Math.floor(StrictMath.log10(size))) : 1;
            String effect = small ? "effect, times " + Numbers.text(unit) : "effect on response";
            var panel = new Panel(setting + ", " + steps + " rounds each way", x, effect, WIDE, HIGH)
                    .range(least / unit, most > least ? most / unit : least + 1);
            curve(panel, "up", x, up, Palette.BLUE, least, most, unit);
            curve(panel, "down", x, down, Palette.VERMILION, least, most, unit);
            panels.add(panel);
            shown.addAll(both);
        }
        save(panels, 2, shown, directory, "loop");
    }

    private void margin(Path directory) throws IOException {
        List<Finding> curve = of("arthurMargin", "margin", "");
        if (curve.size() < 2) {
            return;
        }
        double most = Arrays.stream(highs(curve)).max().orElseThrow();
        double[] years = places(curve, this::year);
        var panel =
                new Panel("", years, "distance to the nearer barrier, adopters", 600, 280).range(0, Math.max(1, most));
        curve(panel, "margin", years, curve, Palette.BLUE, 0, Math.max(1, most));
        save(List.of(panel), 1, curve, directory, "margin");
    }

    private void early(Path directory) throws IOException {
        List<Finding> all = of("earlyHistory", "information", "");
        List<Finding> shown = new ArrayList<>();
        List<Panel> panels = new ArrayList<>();
        double most = 0.1;
        for (Finding one : all) {
            most = Math.max(most, one.estimate().high());
        }
        for (String aspect : subjects(all)) {
            List<Finding> curve = of("earlyHistory", "information", aspect);
            List<Finding> chance = of("earlyHistory", "chance", aspect);
            if (curve.size() < 2) {
                continue;
            }
            double[] years = places(curve, this::year);
            var panel = new Panel(aspect, years, "bits about the end", WIDE, HIGH).range(0, most);
            curve(panel, "known by then", years, curve, Palette.BLUE, 0, most);
            panel.at(years).line("chance, 95 %", highs(chance), Palette.INK, true);
            panels.add(panel);
            shown.addAll(curve);
            shown.addAll(chance);
        }
        save(panels, 2, shown, directory, "early");
    }

    private void split(Path directory) throws IOException {
        List<Finding> shown = new ArrayList<>();
        List<Panel> panels = new ArrayList<>();
        for (String measure : List.of("index", "modularity", "wedge", "crossBloc")) {
            List<Finding> curve = of("bifurcationIndex", measure, "");
            if (curve.size() < 2) {
                continue;
            }
            double least = Arrays.stream(lows(curve)).min().orElseThrow();
            double most = Arrays.stream(highs(curve)).max().orElseThrow();
            least = measure.equals("wedge") ? Math.min(1, least) : Math.min(0, least);
            most = measure.equals("wedge") ? most : Math.max(measure.equals("modularity") ? 0.5 : 1, most);
            double[] years = places(curve, this::year);
            var panel = new Panel(measure, years, measure, WIDE, HIGH).range(least, most);
            curve(panel, measure, years, curve, Palette.PURPLE, least, most);
            panels.add(panel);
            shown.addAll(curve);
        }
        save(panels, 2, shown, directory, "split");
    }

    private void regimes(Path directory) throws IOException {
        List<Finding> all = of("regimeMap", "share", "");
        List<String> names = subjects(all);
        if (names.isEmpty()) {
            return;
        }
        double[] years = places(of("regimeMap", "share", names.get(0)), this::year);
        double[][] shares = new double[names.size()][];
        List<Color> colours = new ArrayList<>();
        for (int c = 0; c < shares.length; c++) {
            shares[c] = values(of("regimeMap", "share", names.get(c)));
            colours.add(colour(names.get(c), c));
        }
        if (years.length > 1) {
            var panel = new Panel("", years, "histories, %", 600, 280).shares(1).stack(names, shares, colours);
            save(List.of(panel), 1, all, directory, "regimes");
        }
    }

    private static Color colour(String name, int place) {
        for (Regime regime : Regime.values()) {
            if (regime.id().equals(name)) {
                return Palette.of(regime);
            }
        }
        return Palette.series(place);
    }
}
