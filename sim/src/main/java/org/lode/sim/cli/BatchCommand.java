package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lode.sim.results.Recording;
import org.lode.sim.world.ScenarioReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode batch}: several scenarios run alike, then compared with the first. */
@Command(
        name = "batch",
        description = {
            "Run several scenarios as lode run does, and compare each with the first as lode compare does.",
            "With one seed for all, runs are pairs. The last line on stdout is the comparison's directory."
        },
        mixinStandardHelpOptions = true)
final class BatchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCENARIO", arity = "2..*", description = "Scenarios' YAML files; the first is A.")
    private List<Path> scenarios = new ArrayList<>();

    @Option(names = "--replications", paramLabel = "N", description = "How many (default: as each scenario says).")
    private @Nullable Integer replications;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all chance (default: as each scenario says).")
    private @Nullable Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (default: all cores).")
    private @Nullable Integer threads;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Parent of the result directories (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path out;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a value of every scenario; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--record",
            defaultValue = "full",
            description = "Rows kept per replication: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Recording recording;

    @Mixin
    private CompareCommand.Judging judging = new CompareCommand.Judging();

    @Option(names = "--quiet", description = "Print the comparison's directory only.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        judging.settings(spec); // what is wrong there must not show only after the runs
        for (Path scenario : scenarios) {
            ScenarioReader.read(scenario, settings);
        }
        List<Path> directories = new ArrayList<>();
        boolean failed = false;
        for (Path scenario : scenarios) {
            var printed = new StringWriter();
            failed |= run(scenario, printed) != Lode.DONE;
            List<String> lines = printed.toString().lines().toList();
            directories.add(Path.of(lines.get(lines.size() - 1)));
            if (!quiet) {
                lines.forEach(spec.commandLine().getOut()::println);
                spec.commandLine().getOut().println();
                spec.commandLine().getOut().flush();
            }
        }
        int compared = CompareCommand.compare(directories, judging, out, quiet, spec);
        return failed ? Lode.FAILED : compared;
    }

    private int run(Path scenario, StringWriter printed) throws IOException {
        List<String> words = new ArrayList<>(List.of(scenario.toString(), "--out", out.toString()));
        words.addAll(List.of("--record", recording.name()));
        settings.forEach(setting -> words.addAll(List.of("--set", setting)));
        option(words, "--replications", replications);
        option(words, "--seed", seed);
        option(words, "--threads", threads);
        if (quiet) {
            words.add("--quiet");
        }
        if (judging.noFigures()) {
            words.add("--no-figures");
        }
        var run = new RunCommand();
        new CommandLine(run)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(printed, true))
                .setErr(spec.commandLine().getErr())
                .parseArgs(words.toArray(String[]::new));
        return run.call();
    }

    private static void option(List<String> words, String name, @Nullable Number value) {
        if (value != null) {
            words.addAll(List.of(name, value.toString()));
        }
    }
}
