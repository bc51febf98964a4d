package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lode.sim.analysis.Comparison;
import org.lode.sim.analysis.ComparisonReport;
import org.lode.sim.report.ComparisonFigures;
import org.lode.sim.report.ComparisonLatex;
import org.lode.sim.results.Hashes;
import org.lode.sim.results.ResultDirectory;
import org.lode.sim.results.ResultDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode compare}: result directories against the first of them. */
@Command(
        name = "compare",
        description = {
            "Compare result directories with the first: what differs in their configurations, and for each metric the",
            "difference with its interval, effect size, test and verdict. The last line on stdout is where the tables are."
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private static final int WIDTH = 110;
    private static final int HASH_LENGTH = 8;

    @Parameters(paramLabel = "DIR", arity = "2..*", description = "Finished result directories; the first is A.")
    private List<Path> directories = new ArrayList<>();

    /** How to judge, and where to write: the same for {@code lode batch}. */
    static final class Judging {
        @Option(
                names = "--bound",
                paramLabel = "[METRIC=]B",
                description = {
                    "Differences below B pooled standard deviations do not matter (default: 0.2, a small effect);",
                    "METRIC=B: of one metric, in its unit. May be repeated."
                })
        private List<String> bounds = new ArrayList<>();

        @Option(
                names = "--share-bound",
                paramLabel = "B",
                defaultValue = "0.1",
                description =
                        "Shares whose total-variation distance is below B are equivalent (default: ${DEFAULT-VALUE}).")
        private double shareBound;

        @Option(
                names = "--level",
                paramLabel = "L",
                defaultValue = "0.95",
                description = "Level of the intervals; tests are at 1 - L (default: ${DEFAULT-VALUE}).")
        private double level;

        @Option(
                names = "--power",
                paramLabel = "P",
                defaultValue = "0.8",
                description = "Power that the n needed aims at (default: ${DEFAULT-VALUE}).")
        private double power;

        @Option(names = "--unpaired", description = "Do not pair runs that share their chance.")
        private boolean unpaired;

        @Option(names = "--no-figures", description = "Draw no figures.")
        private boolean noFigures;

        boolean noFigures() {
            return noFigures;
        }

        Comparison.Settings settings(CommandSpec spec) {
            double bound = Comparison.Settings.USUAL.bound();
            Map<String, Double> own = new LinkedHashMap<>();
            for (String text : bounds) {
                int equals = text.lastIndexOf('=');
                double value;
                try {
                    value = Double.parseDouble(text.substring(equals + 1));
                } catch (NumberFormatException e) {
                    throw new ParameterException(
                            spec.commandLine(), "--bound (" + text + ") must be a number, or METRIC=NUMBER", e);
                }
                if (equals < 0) {
                    bound = value;
                } else {
                    own.put(text.substring(0, equals), value);
                }
            }
            return new Comparison.Settings(level, power, bound, shareBound, own, !unpaired);
        }
    }

    @Mixin
    private Judging judging = new Judging();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Parent of the comparison's directory (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path out;

    @Option(names = "--quiet", description = "Print the comparison's directory only.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return compare(directories, judging, out, quiet, spec);
    }

    /** Compares, prints, writes and returns the exit code. */
    static int compare(List<Path> directories, Judging judging, Path out, boolean quiet, CommandSpec spec)
            throws IOException {
        Comparison.Settings settings = judging.settings(spec);
        List<Path> whole = new ArrayList<>();
        for (Path directory : directories) {
            ResultDirectory results = ResultDirectory.open(directory);
            if (results.fact("kind").equals("comparison")) {
                throw new ParameterException(spec.commandLine(), directory + ": is itself a comparison");
            }
            whole.add(directory.normalize());
        }
        List<Comparison> comparisons = Comparison.of(whole, settings);
        PrintWriter print = spec.commandLine().getOut();
        if (!quiet) {
            ComparisonReport.lines(comparisons, settings, WIDTH).forEach(print::println);
        }
        try (ResultDraft draft = ResultDraft.open(out, name(whole, settings))) {
            ComparisonReport.write(comparisons, settings, draft.directory());
            Files.writeString(draft.directory().resolve("compare.tex"), ComparisonLatex.of(comparisons, settings));
            if (!judging.noFigures) {
                System.setProperty("java.awt.headless", "true");
                ComparisonFigures.write(comparisons, settings, draft.directory().resolve("figures"));
            }
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("kind", "comparison");
            facts.put("directories", whole.stream().map(Path::toString).toList());
            facts.put("settings", settings.toString());
            print.println(draft.publish(facts));
        }
        return Lode.DONE;
    }

    private static String name(List<Path> directories, Comparison.Settings settings) throws IOException {
        var key = new StringBuilder(settings.toString());
        for (Path directory : directories) {
            key.append('\n').append(directory.toAbsolutePath());
        }
        return "compare-" + Hashes.of(key.toString()).substring(0, HASH_LENGTH);
    }
}
