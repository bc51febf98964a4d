package org.lode.sim.analysis;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lode.sim.experiment.LockInRun;
import org.lode.sim.lockin.Estimate;
import org.lode.sim.lockin.Finding;
import org.lode.sim.lockin.LockInPlan;
import org.lode.sim.lockin.PathDependence;
import org.lode.sim.lockin.PathProcess;

/** What was found about lock-in, for a terminal: the verdict first, then each metric with its intervals. */
public final class LockInSummary {
    private static final String INDENT = "  ";

    private final LockInPlan plan;
    private final LockInRun.Measured measured;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private LockInSummary(LockInPlan plan, LockInRun.Measured measured, int width) {
        this.plan = plan;
        this.measured = measured;
        this.width = width;
    }

    /** The lines to print. */
    public static List<String> lines(LockInPlan plan, LockInRun.Measured measured, int width) {
        return new LockInSummary(plan, measured, width).all();
    }

    private List<String> all() {
        var data = plan.data();
        lines.add(plan.process().scenario().name() + ": lock-in, " + data.replications() + " histories, "
                + data.histories() + " of them forked; " + Decimals.fixed(100 * data.level(), 0) + " % intervals"
                + (plan.quick() ? " (quick)" : ""));
        measured.verdict().ifPresent(this::verdict);
        reversal();
        since();
        left();
        table("Switching costs, USD bn, and years until the gain has earned them", "switchingCost", "multiple");
        loops();
        named("Barriers", "arthurMargin", "upFirst", "downFirst", "undecided", "time");
        named("Basin", "basinShare", "basin", "resistance");
        early();
        named("Relative speed", "relativeSpeed", "firstAhead", "secondAhead", "neither", "time", "lead");
        ends("Split of trade", "bifurcationIndex", List.of("index", "modularity", "wedge", "crossBloc"));
        ends("Concentration of refining", "concentration", List.of("hhi", "cr1", "nMinusOne", "gap"));
        map();
        return lines;
    }

    private List<Finding> of(String metric, String measure) {
        return measured.findings().stream()
                .filter(finding ->
                        finding.metric().equals(metric) && finding.measure().equals(measure))
                .toList();
    }

    private void title(String title) {
        lines.add("");
        lines.add(title);
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "-"
                : Double.isInfinite(value) ? (value > 0 ? "never" : "-inf") : Decimals.three(value);
    }

    private static String interval(Estimate estimate) {
        return estimate.defined()
                ? number(estimate.value()) + " [" + number(estimate.low()) + ", " + number(estimate.high()) + "]"
                : "-";
    }

    private String date(double round) {
        if (Double.isNaN(round) || Double.isInfinite(round)) {
            return Double.isNaN(round) ? "-" : "never";
        }
        YearMonth month = plan.process().scenario().date((int) Math.rint(round));
        return String.format(Locale.ROOT, "%04d-%02d", month.getYear(), month.getMonthValue());
    }

    private void verdict(PathDependence verdict) {
        title("Path dependent (Vergne and Durand 2010): "
                + verdict.answer().id().toUpperCase(Locale.ROOT));
        var table = new TextTable("leg", "answer", "figure", "threshold", "what");
        for (PathDependence.Leg leg : verdict.legs()) {
            table.row(
                    leg.name(),
                    leg.answer().id(),
                    interval(leg.estimate()),
                    "> " + Decimals.three(leg.threshold()),
                    leg.figure());
        }
        lines.addAll(table.lines(width, INDENT));
        for (String hangs : verdict.hangsOn()) {
            lines.add(INDENT + "hangs on " + hangs);
        }
    }

    private List<String> reversals() {
        return plan.process().forcings().stream()
                .filter(PathProcess.Forcing::reversal)
                .map(PathProcess.Forcing::name)
                .toList();
    }

    private static Estimate find(List<Finding> of, String subject, double at) {
        return of.stream()
                .filter(one -> one.subject().equals(subject) && Double.compare(one.at(), at) == 0)
                .map(Finding::estimate)
                .findFirst()
                .orElse(Estimate.none(0));
    }

    private void reversal() {
        List<Finding> index = of("reversalTest", "L");
        if (index.isEmpty()) {
            return;
        }
        String aspect = plan.process().aspects().get(0).name();
        title("Reversal test of the " + aspect
                + ": index L, 0 as by chance, 1 locked in; - where nothing is contingent");
        List<String> header = new ArrayList<>(List.of("forked", ">P0"));
        header.addAll(reversals());
        var table = new TextTable(header.toArray(String[]::new));
        for (double at : index.stream().mapToDouble(Finding::at).distinct().toArray()) {
            List<String> row = new ArrayList<>();
            row.add(date(at));
            row.add(number(
                    find(of("reversalTest", "P0"), aspect + " " + reversals().get(0), at)
                            .value()));
            for (String reversal : reversals()) {
                row.add(interval(find(index, aspect + " " + reversal, at)));
            }
            table.row(row);
        }
        lines.addAll(table.lines(width, INDENT));
    }

    private void since() {
        List<Finding> first = of("reversalTest", "tStar");
        if (first.isEmpty()) {
            return;
        }
        title("Locked in from (t*), by what it is held against");
        List<String> header = new ArrayList<>(List.of("of"));
        header.addAll(reversals());
        var table = new TextTable(header.toArray(String[]::new));
        for (PathProcess.Aspect aspect : plan.process().aspects()) {
            List<String> row = new ArrayList<>(List.of(aspect.name()));
            for (String reversal : reversals()) {
                Estimate estimate = find(first, aspect.name() + " " + reversal, Double.NaN);
                row.add(date(estimate.value()) + " [" + date(estimate.low()) + ", " + date(estimate.high()) + "]");
            }
            table.row(row);
        }
        lines.addAll(table.lines(width, INDENT));
    }

    private void left() {
        for (String series : List.of("capacity", "membership")) {
            List<Finding> left = of("reversalTest", "left." + series);
            if (left.isEmpty()) {
                continue;
            }
            double at = left.get(left.size() - 1).at();
            StringBuilder line = new StringBuilder();
            for (String reversal : reversals()) {
                line.append(line.length() == 0 ? "" : "; ").append(reversal).append(' ');
                line.append(interval(find(left, reversal, at)));
            }
            lines.add(INDENT + series + " left of what it would be, forked " + date(at) + ": " + line);
        }
    }

    private void table(String title, String metric, String measure) {
        List<Finding> multiples = of(metric, measure);
        if (multiples.isEmpty()) {
            return;
        }
        title(title);
        var table = new TextTable("switch", "cost", "gain a year", "years");
        for (Finding one : multiples) {
            table.row(
                    one.subject(),
                    interval(find(of(metric, "cost"), one.subject(), one.at())),
                    interval(find(of(metric, "gain"), one.subject(), one.at())),
                    interval(one.estimate()));
        }
        lines.addAll(table.lines(width, INDENT));
    }

    private void loops() {
        List<Finding> rest = of("hysteresis", "areaAtRest");
        if (rest.isEmpty()) {
            return;
        }
        title("Hysteresis: loop of the response, extrapolated to zero rate");
        for (Finding one : rest) {
            lines.add(INDENT + one.subject());
            lines.add(INDENT + "area " + interval(one.estimate()) + " of the response, width "
                    + interval(find(of("hysteresis", "widthAtRest"), one.subject(), Double.NaN)) + " "
                    + of("hysteresis", "widthAtRest").get(0).unit());
        }
    }

    private void named(String title, String metric, String... measures) {
        List<String> parts = new ArrayList<>();
        for (String measure : measures) {
            for (Finding one : of(metric, measure)) {
                parts.add(measure + " (" + one.subject() + ", " + one.unit() + ") " + interval(one.estimate()));
            }
        }
        if (!parts.isEmpty()) {
            title(title);
            parts.forEach(part -> lines.add(INDENT + part));
        }
    }

    private void early() {
        List<Finding> all = of("earlyHistory", "information");
        if (all.isEmpty()) {
            return;
        }
        title(
                "Early history: bits about the end that are known after so many rounds, and the chance of as many by luck");
        var table = new TextTable("of", ">rounds", "bits", "p");
        String aspect = all.get(0).subject();
        for (Finding one : all) {
            if (one.subject().equals(aspect)) {
                table.row(
                        aspect,
                        Decimals.fixed(one.at(), 0),
                        interval(one.estimate()),
                        number(find(of("earlyHistory", "p"), aspect, one.at()).value()));
            }
        }
        lines.addAll(table.lines(width, INDENT));
    }

    private void ends(String title, String metric, List<String> measures) {
        List<String> parts = new ArrayList<>();
        for (String measure : measures) {
            List<Finding> curve = of(metric, measure);
            if (!curve.isEmpty()) {
                parts.add(measure + ": " + interval(curve.get(0).estimate()) + " at first, "
                        + interval(curve.get(curve.size() - 1).estimate()) + " at last");
            }
        }
        if (!parts.isEmpty()) {
            title(title);
            parts.forEach(part -> lines.add(INDENT + part));
        }
    }

    private void map() {
        List<Finding> sojourns = of("regimeMap", "sojourn");
        if (sojourns.isEmpty()) {
            return;
        }
        title("Map: rounds in a class before it is left, and chances of moving on in a round");
        for (Finding one : sojourns) {
            List<String> moves = new ArrayList<>();
            for (Finding move : of("regimeMap", "transition")) {
                String to = move.subject().substring(move.subject().indexOf(" > ") + 3);
                if (move.subject().startsWith(one.subject() + " > ")
                        && !to.equals(one.subject())
                        && move.estimate().value() > 0) {
                    moves.add(to + " " + interval(move.estimate()));
                }
            }
            lines.add(INDENT + one.subject() + ": " + interval(one.estimate())
                    + (moves.isEmpty() ? "" : "; to " + String.join(", to ", moves)));
        }
    }
}
