package org.lode.sim.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.lode.games.format.Numbers;
import org.lode.sim.analysis.Decimals;
import org.lode.sim.analysis.Interval;
import org.lode.sim.analysis.TextTable;
import org.lode.sim.hypothesis.Answer;
import org.lode.sim.hypothesis.HypothesisData;

/** The answers to the hypotheses for readers: a terminal, a paper, a program. */
public final class HypothesisTable {
    /** Assumptions named in a table. */
    private static final int NAMED = 3;

    private HypothesisTable() {}

    /** The table, and below it each answer with its figures. */
    public static List<String> text(List<Answer> answers, int width) {
        TextTable table =
                new TextTable("", "hypothesis", "answer", ">effect", "95 % interval", ">seeds", ">draws", "unit");
        for (Answer answer : answers) {
            HypothesisData data = answer.hypothesis().data();
            table.row(
                    data.id(),
                    data.name(),
                    answer.verdict().toString(),
                    Decimals.three(answer.effect().estimate()),
                    ends(answer.effect()),
                    share(answer.shareOfSeeds()),
                    share(answer.shareOfDraws()),
                    data.measure().unit());
        }
        List<String> lines = new ArrayList<>(table.lines(width, ""));
        for (Answer answer : answers) {
            lines.add("");
            detail(lines, answer, width);
        }
        return lines;
    }

    private static void detail(List<String> lines, Answer answer, int width) {
        HypothesisData data = answer.hypothesis().data();
        lines.addAll(TextTable.wrap(data.id() + " " + data.claim(), width));
        String beside = answer.besidePlacebos();
        wrapped(
                lines,
                "Answer: " + answer.verdict() + ", " + answer.why() + (beside.isEmpty() ? "." : "; " + beside + "."),
                width);
        answer.placebos()
                .ifPresent(placebos -> placebos.all().forEach(each -> wrapped(lines, placebo(data, each), width)));
        wrapped(
                lines,
                "Effect: " + data.measure().effectName() + ": "
                        + valued(answer.effect(), data.measure().unit())
                        + "; the claim holds " + bounds(data.decision()) + ". As configured: "
                        + valued(answer.configured(), data.measure().unit()) + ".",
                width);
        answer.premise()
                .ifPresent(premise -> wrapped(
                        lines,
                        "Premise above 0: " + premise.name() + ": " + valued(premise.value(), premise.unit()) + ".",
                        width));
        for (Answer.Named figure : answer.figures()) {
            wrapped(lines, figure.name() + ": " + valued(figure.value(), figure.unit()), width);
        }
        wrapped(lines, "Turns on: " + hinges(answer) + ".", width);
        wrapped(
                lines,
                "From " + answer.draws() + " draws, " + answer.cells() + " pairs of draw and seed"
                        + (answer.failures().isEmpty()
                                ? "."
                                : "; " + answer.failures().size() + " runs failed, see failures.csv."),
                width);
    }

    private static String placebo(HypothesisData data, Answer.Beside beside) {
        String unit = data.measure().unit();
        return "Placebo " + beside.placebo() + ": " + beside.verdict() + ", effect " + valued(beside.effect(), unit)
                + "; the effect less the placebo's " + valued(beside.difference(), unit)
                + (beside.otherEffect() ? "." : ", no difference that can be told from chance.");
    }

    private static void wrapped(List<String> lines, String text, int width) {
        TextTable.wrap(text, width - 3).forEach(line -> lines.add("   " + line));
    }

    private static String valued(Interval interval, String unit) {
        return Decimals.three(interval.estimate()) + " " + ends(interval) + (unit.equals("1") ? "" : " " + unit);
    }

    private static String ends(Interval interval) {
        return "[" + Decimals.three(interval.low()) + ", " + Decimals.three(interval.high()) + "]";
    }

    private static String share(double share) {
        return Double.isNaN(share) ? "-" : Decimals.percent(share);
    }

    private static String bounds(HypothesisData.Decision decision) {
        List<String> bounds = new ArrayList<>();
        decision.above().ifPresent(bound -> bounds.add("above " + Numbers.text(bound)));
        decision.below().ifPresent(bound -> bounds.add("below " + Numbers.text(bound)));
        return String.join(" and ", bounds);
    }

    private static String hinges(Answer answer) {
        if (answer.draws() == 0) {
            return "not known, no parameters were drawn";
        }
        if (answer.hinges().isEmpty()) {
            return "no single parameter that passes the correction for many tests";
        }
        List<String> named = new ArrayList<>();
        for (Answer.Hinge hinge :
                answer.hinges().subList(0, Math.min(NAMED, answer.hinges().size()))) {
            named.add(hinge.parameter() + " (rank correlation " + Decimals.fixed(hinge.correlation(), 2) + ")");
        }
        int more = answer.hinges().size() - named.size();
        return String.join(", ", named) + (more > 0 ? " and " + more + " more" : "");
    }

    /** One table for the packages booktabs and array, with its caption. */
    public static String latex(List<Answer> answers) {
        var out = new StringBuilder();
        out.append("\\begin{table}\n\\centering\\small\n");
        out.append("\\caption{Answers to the hypotheses. Effects with 95\\,\\% bootstrap intervals, resampled by"
                + " parameter draw; seeds: share of runs with the parameters as configured in which the claim holds;"
                + " draws: share of parameter draws; placebo: whether the answer differs from that of the same world with actors to"
                + " whom payoffs do not matter.}\\label{tab:hypotheses}\n");
        out.append("\\begin{tabular}{@{}llp{.24\\textwidth}lrrp{.14\\textwidth}p{.2\\textwidth}@{}}\n\\toprule\n");
        out.append("& answer & effect & estimate & seeds & draws & placebo & turns on \\\\\n\\midrule\n");
        for (Answer answer : answers) {
            HypothesisData data = answer.hypothesis().data();
            String unit = data.measure().unit().equals("1")
                    ? ""
                    : " (" + data.measure().unit() + ")";
            row(
                    out,
                    data.id(),
                    answer.verdict().toString(),
                    data.measure().effectName() + unit,
                    Decimals.three(answer.effect().estimate()) + " " + ends(answer.effect()),
                    share(answer.shareOfSeeds()),
                    share(answer.shareOfDraws()),
                    answer.besidePlacebos().isEmpty() ? "-" : answer.besidePlacebos(),
                    String.join(
                            ", ",
                            answer.hinges().stream()
                                    .limit(NAMED)
                                    .map(Answer.Hinge::parameter)
                                    .toList()));
        }
        return out.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n").toString();
    }

    private static void row(StringBuilder out, String... cells) {
        for (int c = 0; c < cells.length; c++) {
            // A path may break after its dots.
            String cell = LatexTables.escaped(cells[c]);
            out.append(c == 0 ? "" : " & ").append(c == cells.length - 1 ? cell.replace(".", ".\\allowbreak ") : cell);
        }
        out.append(" \\\\\n");
    }

    /** A list of answers. */
    public static String json(List<Answer> answers) {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode all = mapper.createArrayNode();
        for (Answer answer : answers) {
            HypothesisData data = answer.hypothesis().data();
            ObjectNode one = all.addObject();
            one.put("id", data.id()).put("claim", data.claim());
            one.put("answer", answer.verdict().toString()).put("why", answer.why());
            interval(
                    one.putObject("effect"),
                    data.measure().effectName(),
                    data.measure().unit(),
                    answer.effect());
            interval(
                    one.putObject("configured"),
                    data.measure().effectName(),
                    data.measure().unit(),
                    answer.configured());
            number(one, "shareOfSeeds", answer.shareOfSeeds());
            number(one, "shareOfDraws", answer.shareOfDraws());
            answer.premise()
                    .ifPresent(premise ->
                            interval(one.putObject("premise"), premise.name(), premise.unit(), premise.value()));
            ArrayNode figures = one.putArray("figures");
            answer.figures()
                    .forEach(figure -> interval(figures.addObject(), figure.name(), figure.unit(), figure.value()));
            ArrayNode hinges = one.putArray("turnsOn");
            for (Answer.Hinge hinge : answer.hinges()) {
                ObjectNode entry = hinges.addObject().put("parameter", hinge.parameter());
                number(entry, "rankCorrelation", hinge.correlation());
                number(entry, "pAdjusted", hinge.adjusted());
            }
            answer.placebos().ifPresent(placebos -> placebos(one, answer, placebos));
            one.put("draws", answer.draws()).put("cells", answer.cells());
            one.put("failures", answer.failures().size());
        }
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers cannot fail to be written", e);
        }
    }

    private static void placebos(ObjectNode one, Answer answer, Answer.Placebos placebos) {
        HypothesisData data = answer.hypothesis().data();
        one.put("besidePlacebos", answer.besidePlacebos());
        ArrayNode all = one.putArray("placebos");
        for (Answer.Beside beside : placebos.all()) {
            ObjectNode entry = all.addObject().put("placebo", beside.placebo());
            entry.put("answer", beside.verdict().toString());
            entry.put("differs", beside.verdict() != answer.verdict());
            interval(
                    entry.putObject("effect"),
                    data.measure().effectName(),
                    data.measure().unit(),
                    beside.effect());
            interval(
                    entry.putObject("difference"),
                    "effect less the placebo's",
                    data.measure().unit(),
                    beside.difference());
            entry.put("pairs", beside.pairs());
        }
    }

    private static void interval(ObjectNode into, String name, String unit, Interval interval) {
        into.put("name", name).put("unit", unit);
        number(into, "estimate", interval.estimate());
        number(into, "low", interval.low());
        number(into, "high", interval.high());
    }

    private static void number(ObjectNode into, String key, double value) {
        if (Double.isFinite(value)) {
            into.put(key, new java.math.BigDecimal(Numbers.text(value)));
        } else {
            into.putNull(key);
        }
    }
}
