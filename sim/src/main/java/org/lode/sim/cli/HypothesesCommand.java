package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lode.sim.config.Nearest;
import org.lode.sim.hypothesis.Answer;
import org.lode.sim.hypothesis.Experiment;
import org.lode.sim.hypothesis.Hypothesis;
import org.lode.sim.hypothesis.HypothesisResults;
import org.lode.sim.hypothesis.Judge;
import org.lode.sim.report.HypothesisTable;
import org.lode.sim.results.ResultDraft;
import org.lode.sim.results.ResultFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode hypotheses}: answers the sources' hypotheses by experiment. */
@Command(
        name = "hypotheses",
        description = {
            "Answer hypotheses yes, no or inconclusive, with effect, interval, shares of seeds and draws, and",
            "the assumptions on which the answer turns. The last line on stdout is the result directory."
        },
        mixinStandardHelpOptions = true)
final class HypothesesCommand implements Callable<Integer> {
    private static final int WIDTH = 100;

    enum Format {
        TEXT,
        CSV,
        LATEX,
        JSON
    }

    @Parameters(paramLabel = "H", arity = "0..*", description = "Which, such as H1 H4 (default: all).")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--no-placebo",
            description =
                    "Do not ask the same of actors to whom payoffs do not matter: by default every run is made twice"
                            + " more on the same chance, with choice at random and with inertia alone, and an answer that they"
                            + " give too says so.")
    private boolean noPlacebo;

    @Option(names = "--quick", description = "Fewer draws and seeds: minutes instead of a quarter of an hour.")
    private boolean quick;

    @Option(
            names = "--format",
            defaultValue = "text",
            description =
                    "Of the table: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); but for text the directory"
                            + " is named on stderr.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Format format;

    @Option(
            names = "--plans",
            paramLabel = "DIR",
            defaultValue = "configs/hypotheses",
            description = "Directory of the files of kind hypothesis (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path plans;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Seed of all chance (default: 1).")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (default: all cores).")
    private @Nullable Integer threads;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Parent of the result directory (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--quiet", description = "Print the result directory only.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (workers < 1 || workers > 4096) {
            throw new ParameterException(spec.commandLine(), "--threads (" + workers + ") must be between 1 and 4096");
        }
        List<Hypothesis> hypotheses = chosen();
        var experiment = new Experiment(hypotheses, quick, seed, !noPlacebo);
        var results = new HypothesisResults(hypotheses, quick, seed);
        try (ResultDraft draft = ResultDraft.open(out, results.directory())) {
            PrintWriter err = spec.commandLine().getErr();
            List<Experiment.Runs> runs;
            try (var progress = new RunProgress("hypotheses", experiment.runs(), quiet, err)) {
                runs = experiment.run(workers, progress);
            }
            var judge = new Judge(seed);
            List<Answer> answers = runs.stream().map(judge::answer).toList();
            results.write(draft.directory(), runs, answers);
            Path tables = Files.createDirectories(draft.directory().resolve("tables"));
            Files.writeString(tables.resolve("hypotheses.tex"), HypothesisTable.latex(answers));
            Path directory = draft.publish(results.facts(answers, experiment.runs(), workers));
            return report(answers, directory);
        }
    }

    private List<Hypothesis> chosen() throws IOException {
        if (!Files.isDirectory(plans)) {
            throw new NoSuchFileException(plans.toString());
        }
        Map<String, Hypothesis> all = new LinkedHashMap<>();
        List<Path> files;
        try (Stream<Path> entries = Files.list(plans)) {
            files = entries.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Hypothesis hypothesis = Hypothesis.read(file, false);
            if (all.putIfAbsent(hypothesis.data().id(), hypothesis) != null) {
                throw new IllegalArgumentException(
                        file + ": id (" + hypothesis.data().id() + ") is that of another file too");
            }
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("directory (" + plans + ") must hold files of kind hypothesis");
        }
        for (String id : ids) {
            if (!all.containsKey(id)) {
                throw new ParameterException(
                        spec.commandLine(), "unknown hypothesis '" + id + "'" + Nearest.hint(id, all.keySet()));
            }
        }
        return all.values().stream()
                .filter(each -> ids.isEmpty() || ids.contains(each.data().id()))
                .toList();
    }

    private int report(List<Answer> answers, Path directory) {
        PrintWriter print = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!quiet) {
            switch (format) {
                case TEXT -> HypothesisTable.text(answers, WIDTH).forEach(print::println);
                case CSV -> print.print(HypothesisResults.answers(answers));
                case LATEX -> print.print(HypothesisTable.latex(answers));
                case JSON -> print.println(HypothesisTable.json(answers));
            }
        }
        long failed =
                answers.stream().mapToLong(answer -> answer.failures().size()).sum();
        if (failed > 0) {
            err.println("lode: " + failed + " runs failed, see " + directory.resolve(ResultFiles.FAILURES));
        }
        (quiet || format == Format.TEXT ? print : err).println(directory);
        return failed > 0 ? Lode.FAILED : Lode.DONE;
    }
}
