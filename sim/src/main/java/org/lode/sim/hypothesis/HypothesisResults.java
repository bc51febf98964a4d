package org.lode.sim.hypothesis;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.lode.sim.analysis.Interval;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Node;
import org.lode.sim.config.Origin;
import org.lode.sim.config.Resolved;
import org.lode.sim.config.ScalarNode;
import org.lode.sim.results.Hashes;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.Rows;
import org.lode.sim.world.ScenarioReader;

/** What {@code lode hypotheses} leaves in its result directory; all but the manifest is the same on any number of threads. */
public final class HypothesisResults {
    public static final String ANSWERS = "answers.csv";
    public static final String FIGURES = "figures.csv";
    public static final String ASSUMPTIONS = "assumptions.csv";
    private static final int HASH_LENGTH = 8;
    private static final List<String> COLUMNS = List.of(
            "hypothesis",
            "name",
            "answer",
            "why",
            "effect",
            "unit",
            "estimate",
            "low",
            "high",
            "level",
            "method",
            "above",
            "below",
            "configured",
            "configuredLow",
            "configuredHigh",
            "shareOfSeeds",
            "shareOfDraws",
            "premise",
            "premiseEstimate",
            "premiseLow",
            "premiseHigh",
            "draws",
            "cells",
            "failures",
            "hinges",
            "placebos");
    private static final List<String> PLACEBO_COLUMNS = List.of(
            "headline",
            "placebo",
            "value",
            "with",
            "difference",
            "low",
            "high",
            "n",
            "answer",
            "withAnswer",
            "withLow",
            "withHigh");

    private final List<Hypothesis> hypotheses;
    private final boolean quick;
    private final long seed;
    private final MapNode tree;

    public HypothesisResults(List<Hypothesis> hypotheses, boolean quick, long seed) {
        this.hypotheses = List.copyOf(hypotheses);
        this.quick = quick;
        this.seed = seed;
        tree = tree();
    }

    private MapNode tree() {
        Origin origin = new Origin("command line", 0);
        Map<String, Node> asked = new LinkedHashMap<>();
        Map<String, Node> scenarios = new LinkedHashMap<>();
        for (Hypothesis hypothesis : hypotheses) {
            asked.put(hypothesis.data().id(), hypothesis.tree());
            scenarios.computeIfAbsent(hypothesis.data().scenario(), name -> hypothesis.scenario());
        }
        Map<String, Node> whole = new LinkedHashMap<>();
        whole.put("kind", new ScalarNode("hypotheses", false, origin));
        whole.put("seed", new ScalarNode(Long.toString(seed), false, origin));
        whole.put("quick", new ScalarNode(Boolean.toString(quick), false, origin));
        whole.put("hypotheses", new MapNode(asked, origin));
        whole.put("scenarios", new MapNode(scenarios, origin));
        return new MapNode(whole, origin);
    }

    /**
     * What a directory of results was made from.
     *
     * @throws ConfigException if its configuration is not that of hypotheses
     */
    public static HypothesisResults of(Path directory) {
        Path file = directory.resolve(ResultFiles.CONFIG);
        if (!(ScenarioReader.tree(file).at("config") instanceof MapNode config)
                || !(config.require("hypotheses") instanceof MapNode asked)) {
            throw new ConfigException(new Origin(file.toString(), 1), "config must hold hypotheses");
        }
        List<Hypothesis> hypotheses = new ArrayList<>();
        for (Node node : asked.entries().values()) {
            MapNode tree = (MapNode) node;
            HypothesisData data =
                    Hypothesis.binder().bind(tree, HypothesisData.class).value();
            MapNode scenarios = (MapNode) config.require("scenarios");
            // Any name will do for the file, if each scenario has its own: all that it includes is inside.
            hypotheses.add(new Hypothesis(
                    data,
                    tree,
                    file,
                    (MapNode) scenarios.require(data.scenario()),
                    directory.resolve(Hashes.of(data.scenario()))));
        }
        return new HypothesisResults(
                hypotheses, text(config, "quick").equals("true"), Long.parseLong(text(config, "seed")));
    }

    private static String text(MapNode config, String key) {
        return ((ScalarNode) config.require(key)).text();
    }

    public List<Hypothesis> hypotheses() {
        return hypotheses;
    }

    public boolean quick() {
        return quick;
    }

    public long seed() {
        return seed;
    }

    /** Name of the result directory. */
    public String directory() {
        return (quick ? "hypotheses-quick-" : "hypotheses-")
                + Resolved.hash(tree, Set.of()).substring(0, HASH_LENGTH);
    }

    /** What the manifest says. */
    public Map<String, Object> facts(List<Answer> answers, long runs, int threads) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("kind", "hypotheses");
        facts.put("hash", Resolved.hash(tree, Set.of()));
        facts.put("seed", seed);
        facts.put("quick", quick);
        facts.put(
                "hypotheses", hypotheses.stream().map(each -> each.data().id()).toList());
        facts.put("runs", runs);
        facts.put(
                "failed",
                answers.stream().mapToLong(answer -> answer.failures().size()).sum());
        facts.put("threads", threads);
        return facts;
    }

    /** Writes all files but the manifest and tables. */
    public void write(Path directory, List<Experiment.Runs> runs, List<Answer> answers) throws IOException {
        Path base = hypotheses.get(0).file().resolveSibling("");
        Files.writeString(directory.resolve(ResultFiles.CONFIG), Resolved.json(tree, base));
        write(directory.resolve(ANSWERS), answers(answers));
        write(directory.resolve(FIGURES), figures(answers));
        write(directory.resolve(ASSUMPTIONS), assumptions(answers));
        write(directory.resolve(ResultFiles.FAILURES), failures(answers));
        if (answers.stream().anyMatch(answer -> answer.placebos().isPresent())) {
            write(directory.resolve(ResultFiles.PLACEBO), placebos(answers));
        }
        for (Experiment.Runs each : runs) {
            Path file = directory.resolve("runs-" + each.hypothesis().data().id() + ".csv.gz");
            write(file, rows(each));
        }
    }

    /** The file of a hypothesis' runs. */
    static String file(Hypothesis hypothesis) {
        return "runs-" + hypothesis.data().id() + ".csv.gz";
    }

    private static void write(Path file, Rows rows) throws IOException {
        OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file));
        try (OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
            rows.writeTo(out);
        }
    }

    /** The answers as rows, one each. */
    public static Rows answers(List<Answer> answers) {
        Rows rows = new Rows().texts(COLUMNS).end();
        for (Answer answer : answers) {
            HypothesisData data = answer.hypothesis().data();
            Interval effect = answer.effect();
            rows.text(data.id()).text(data.name()).text(answer.verdict().toString());
            rows.text(answer.why())
                    .text(data.measure().effectName())
                    .text(data.measure().unit());
            interval(rows, effect).number(effect.level()).text(effect.method());
            rows.number(data.decision().above().orElse(Double.NaN));
            rows.number(data.decision().below().orElse(Double.NaN));
            interval(rows, answer.configured());
            rows.number(answer.shareOfSeeds()).number(answer.shareOfDraws());
            rows.text(answer.premise().map(Answer.Named::name).orElse(""));
            Interval none = new Interval(Double.NaN, Double.NaN, Double.NaN, effect.level(), "");
            interval(rows, answer.premise().map(Answer.Named::value).orElse(none));
            rows.whole(answer.draws())
                    .whole(answer.cells())
                    .whole(answer.failures().size());
            rows.text(String.join(
                    " ",
                    answer.hinges().stream()
                            .limit(3)
                            .map(Answer.Hinge::parameter)
                            .toList()));
            rows.text(answer.besidePlacebos()).end();
        }
        return rows;
    }

    /** The answers beside those of the placebos. */
    static Rows placebos(List<Answer> answers) {
        Rows rows = new Rows().texts(PLACEBO_COLUMNS).end();
        for (Answer answer : answers) {
            for (Answer.Beside beside :
                    answer.placebos().map(Answer.Placebos::all).orElse(List.of())) {
                rows.text(answer.hypothesis().data().id()).text(beside.placebo());
                rows.number(answer.effect().estimate()).number(beside.effect().estimate());
                interval(rows, beside.difference()).whole(beside.pairs());
                rows.text(answer.verdict().toString()).text(beside.verdict().toString());
                rows.number(beside.effect().low())
                        .number(beside.effect().high())
                        .end();
            }
        }
        return rows;
    }

    private static Rows interval(Rows rows, Interval interval) {
        return rows.number(interval.estimate()).number(interval.low()).number(interval.high());
    }

    static Rows figures(List<Answer> answers) {
        Rows rows = new Rows()
                .texts(List.of("hypothesis", "figure", "unit", "estimate", "low", "high"))
                .end();
        for (Answer answer : answers) {
            for (Answer.Named figure : answer.figures()) {
                rows.text(answer.hypothesis().data().id()).text(figure.name()).text(figure.unit());
                interval(rows, figure.value()).end();
            }
        }
        return rows;
    }

    static Rows assumptions(List<Answer> answers) {
        Rows rows = new Rows()
                .texts(List.of("hypothesis", "rank", "parameter", "spearman", "pAdjusted"))
                .end();
        for (Answer answer : answers) {
            int rank = 0;
            for (Answer.Hinge hinge : answer.hinges()) {
                rows.text(answer.hypothesis().data().id()).whole(++rank).text(hinge.parameter());
                rows.number(hinge.correlation()).number(hinge.adjusted()).end();
            }
        }
        return rows;
    }

    static Rows failures(List<Answer> answers) {
        Rows rows = new Rows()
                .texts(List.of("hypothesis", "arm", "draw", "seed", "message"))
                .end();
        for (Answer answer : answers) {
            for (Experiment.Failure failure : answer.failures()) {
                rows.text(failure.hypothesis()).text(failure.arm()).whole(failure.draw());
                rows.whole(failure.seed()).text(failure.message()).end();
            }
        }
        return rows;
    }

    /** The quantities of all runs. */
    static Rows rows(Experiment.Runs runs) {
        HypothesisData data = runs.hypothesis().data();
        Rows rows = new Rows()
                .texts(List.of("draw", "seed", "arm"))
                .texts(data.measure().quantities())
                .end();
        for (Cells cells : List.of(runs.configured(), runs.drawn())) {
            for (Cells.Cell cell : cells.cells()) {
                for (int a = 0; a < cell.arms().length; a++) {
                    rows.whole(cell.draw())
                            .whole(cell.seed())
                            .text(data.arms().get(a).id());
                    for (double quantity : cell.arms()[a]) {
                        rows.number(quantity);
                    }
                    rows.end();
                }
            }
        }
        return rows;
    }
}
