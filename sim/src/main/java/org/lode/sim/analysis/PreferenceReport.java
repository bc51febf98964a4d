package org.lode.sim.analysis;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.lode.games.format.Numbers;
import org.lode.sim.world.Scenario;

/** An estimate of preferences as text for people and as rows for programs. */
public final class PreferenceReport {
    private final Scenario scenario;
    private final PreferenceData data;
    private final PreferenceEstimate estimate;

    public PreferenceReport(Scenario scenario, PreferenceData data, PreferenceEstimate estimate) {
        this.scenario = scenario;
        this.data = data;
        this.estimate = estimate;
    }

    /** The page. */
    public List<String> text(int width) {
        List<String> lines = new ArrayList<>();
        var fit = estimate.pooled();
        lines.add("Preferences behind " + estimate.choices().size() + " observed choices of "
                + scenario.name() + ": " + estimate.informative().size() + " with two or more open strategies, "
                + estimate.changes() + " of them changes. Inertia off.");
        lines.add("");
        var table = new TextTable(
                "parameter", ">prior", ">estimate", ">low", ">high", ">moved", ">shrinkage", ">spread", "components");
        for (int g = 0; g < fit.parameters(); g++) {
            boolean precision = g == 0;
            double prior = StrictMath.exp(estimate.priorLog(g));
            table.row(
                    precision ? "precision" : data.groups().get(g).id(),
                    Decimals.three(prior),
                    Decimals.three(StrictMath.exp(fit.log(g))),
                    Decimals.three(bound(g, -2)),
                    Decimals.three(bound(g, 2)),
                    Decimals.fixed(estimate.moved(g), 2),
                    Decimals.fixed(estimate.shrinkage(g), 2),
                    Decimals.fixed(estimate.spread(g), 4),
                    String.join(", ", data.groups().get(g).components()));
        }
        lines.addAll(table.lines(width, ""));
        lines.add(
                "Weights multiply those of the scenario. low, high: two standard errors of the logarithm either way;");
        lines.add(
                "moved: in standard deviations of the prior; shrinkage: share of the prior's variance that data took off;");
        lines.add(
                "spread: root mean square difference between alternatives, in stakes; precision's is that of the measure.");
        lines.add("");
        lines.add("Log likelihood " + Decimals.fixed(fit.logLikelihood(), 2) + ", a choice "
                + Decimals.fixed(fit.logLikelihood() / estimate.informative().size(), 3)
                + "; chance of revising in a round "
                + Decimals.fixed(estimate.revision(), 2) + " +- " + Decimals.fixed(estimate.revisionError(), 2) + ".");
        lines.add("");
        lines.add("Mean log probability of choices in half-years left out of the estimate");
        scores(lines, width);
        lines.add("");
        lines.add(verdict("uniform"));
        lines.add(verdict("persistence"));
        lines.add("");
        lines.add("Deviations of actors: parameter over the pooled one");
        deviations(lines, width);
        return lines;
    }

    private double bound(int parameter, double errors) {
        return StrictMath.exp(
                estimate.pooled().log(parameter) + errors * estimate.pooled().error(parameter));
    }

    private void scores(List<String> lines, int width) {
        List<String> header = new ArrayList<>(List.of("model", ">all"));
        for (var row : data.halfYears()) {
            header.add(">" + halfYear(row.date()));
        }
        var table = new TextTable(header.toArray(String[]::new));
        for (String model : estimate.models()) {
            List<String> cells = new ArrayList<>(List.of(model, Decimals.fixed(estimate.score(model), 3)));
            for (int period = 0; period < data.halfYears().size(); period++) {
                cells.add(Decimals.fixed(estimate.score(model, period), 2));
            }
            table.row(cells);
        }
        lines.addAll(table.lines(width, ""));
    }

    static String halfYear(YearMonth date) {
        return date.getYear() + (date.getMonthValue() <= 6 ? "H1" : "H2");
    }

    private String verdict(String benchmark) {
        double margin = estimate.score("pooled") - estimate.score(benchmark);
        return "The pooled estimate " + (margin > 0 ? "beats " : "does not beat ") + benchmark + ": "
                + Decimals.fixed(Math.abs(margin), 3) + (margin > 0 ? " more" : " less") + " a choice.";
    }

    private void deviations(List<String> lines, int width) {
        List<String> header = new ArrayList<>(List.of("actor", ">precision"));
        for (int g = 1; g < estimate.pooled().parameters(); g++) {
            header.add(">" + data.groups().get(g).id());
        }
        var table = new TextTable(header.toArray(String[]::new));
        estimate.byActor().forEach((actor, own) -> {
            List<String> cells = new ArrayList<>(List.of(actor));
            for (int g = 0; g < own.parameters(); g++) {
                cells.add(Decimals.fixed(
                        StrictMath.exp(own.log(g) - estimate.pooled().log(g)), 2));
            }
            table.row(cells);
        });
        lines.addAll(table.lines(width, ""));
    }

    /** Rows: table, item, key, value; full digits. */
    public List<String> csv() {
        List<String> lines = new ArrayList<>();
        lines.add("table,item,key,value");
        add(lines, "choices", "all", "count", estimate.choices().size());
        add(lines, "choices", "informative", "count", estimate.informative().size());
        add(lines, "choices", "changes", "count", estimate.changes());
        var fit = estimate.pooled();
        for (int g = 0; g < fit.parameters(); g++) {
            String name = g == 0 ? "precision" : data.groups().get(g).id();
            add(lines, "parameter", name, "prior", StrictMath.exp(estimate.priorLog(g)));
            add(lines, "parameter", name, "estimate", StrictMath.exp(fit.log(g)));
            add(lines, "parameter", name, "log error", fit.error(g));
            add(lines, "parameter", name, "low", bound(g, -2));
            add(lines, "parameter", name, "high", bound(g, 2));
            add(lines, "parameter", name, "moved", estimate.moved(g));
            add(lines, "parameter", name, "shrinkage", estimate.shrinkage(g));
            add(lines, "parameter", name, "spread", estimate.spread(g));
        }
        add(lines, "fit", "pooled", "log likelihood", fit.logLikelihood());
        add(lines, "fit", "revision", "estimate", estimate.revision());
        add(lines, "fit", "revision", "error", estimate.revisionError());
        for (String model : estimate.models()) {
            String name = model.replace(",", "");
            add(lines, "score", name, "all", estimate.score(model));
            for (int period = 0; period < data.halfYears().size(); period++) {
                String date = halfYear(data.halfYears().get(period).date());
                add(lines, "score", name, date, estimate.score(model, period));
            }
        }
        estimate.byActor().forEach((actor, own) -> {
            for (int g = 0; g < own.parameters(); g++) {
                String name = g == 0 ? "precision" : data.groups().get(g).id();
                add(lines, "deviation", actor, name, StrictMath.exp(own.log(g) - fit.log(g)));
            }
        });
        for (PreferenceChoice choice : estimate.informative()) {
            double[] chance = new double[choice.alternatives()];
            fit.probabilities(choice, chance);
            String when = halfYear(data.halfYears().get(choice.period()).date());
            for (int a = 0; a < chance.length; a++) {
                String item = when + " " + choice.actor() + " " + choice.open().get(a);
                add(lines, a == choice.chosen() ? "chosen" : "open", item, "probability", chance[a]);
                for (int g = 0; g < choice.groups(); g++) {
                    add(
                            lines,
                            a == choice.chosen() ? "chosen" : "open",
                            item,
                            data.groups().get(g).id(),
                            choice.part(a, g));
                }
            }
        }
        return lines;
    }

    private static void add(List<String> lines, String table, String item, String key, double value) {
        lines.add(table + "," + item + "," + key + "," + (Double.isNaN(value) ? "" : Numbers.text(value)));
    }
}
