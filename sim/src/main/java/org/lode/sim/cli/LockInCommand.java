package org.lode.sim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lode.sim.analysis.LockInSummary;
import org.lode.sim.analysis.PlaceboLines;
import org.lode.sim.analysis.TextTable;
import org.lode.sim.experiment.LockInPlacebo;
import org.lode.sim.experiment.LockInRun;
import org.lode.sim.lockin.LockInPlan;
import org.lode.sim.report.LockInFigures;
import org.lode.sim.results.ResultDraft;
import org.lode.sim.results.Timing;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader;
import org.lode.sim.world.ScenarioReader.Loaded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode lockin}: how far a scenario's paths are locked in, and what breaks them. */
@Command(
        name = "lockin",
        description = {
            "Measure lock-in: reversal test, switching cost, hysteresis, barriers, basins, early history,",
            "relative speed, split of trade, concentration; and judge path dependence.",
            "The last line on stdout is the result directory."
        },
        mixinStandardHelpOptions = true)
final class LockInCommand implements Callable<Integer> {
    private static final int WIDTH = 100;

    @Parameters(paramLabel = "SCENARIO", description = "A scenario's YAML file.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path scenario;

    @Option(names = "--quick", description = "Fewer histories, forks and rounds: wider intervals, minutes.")
    private boolean quick;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all chance (default: as the scenario says).")
    private @Nullable Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (default: all cores).")
    private @Nullable Integer threads;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Parent of the result directory (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Change a value of the scenario; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--no-placebo",
            description =
                    "Do not measure the headlines of actors to whom payoffs do not matter: by default with choice at"
                            + " random and with inertia alone, on the same chance.")
    private boolean noPlacebo;

    @Option(names = "--no-figures", description = "Draw no figures.")
    private boolean noFigures;

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
        List<String> changes = new ArrayList<>(settings);
        if (seed != null) {
            changes.add("seed=" + seed);
        }
        Timing timing = new Timing();
        Loaded loaded = ScenarioReader.read(scenario, changes);
        LockInPlan plan = LockInPlan.of(loaded, scenario, quick);
        var run = new LockInRun(loaded, scenario, plan);
        timing.lap("read");
        try (ResultDraft draft = ResultDraft.open(out, run.name())) {
            LockInRun.Measured measured;
            try (var progress = new RunProgress(
                    loaded.scenario().name(),
                    plan.samples(),
                    quiet,
                    spec.commandLine().getErr())) {
                measured = run.measure(workers, progress);
            }
            timing.lap("measure");
            run.write(measured, draft.directory());
            List<String> beside = new ArrayList<>();
            if (!noPlacebo && run.chosen()) {
                List<LockInPlacebo> placebos;
                try (var progress = new RunProgress(
                        loaded.scenario().name() + " placebos",
                        plan.placeboSamples(),
                        quiet,
                        spec.commandLine().getErr())) {
                    placebos = run.placebos(measured, workers, progress);
                }
                run.write(placebos, draft.directory());
                beside.addAll(PlaceboLines.lockIn(placebos, WIDTH));
                timing.lap("placebos");
            } else if (!noPlacebo) {
                beside.addAll(TextTable.wrap(PlaceboLines.NOBODY_CHOOSES, WIDTH));
            }
            Scenario world = loaded.scenario();
            double start = world.date(0).getYear() + (world.date(0).getMonthValue() - 1) / 12.0;
            if (!noFigures) {
                System.setProperty("java.awt.headless", "true");
                LockInFigures.write(
                        measured.findings(),
                        start,
                        world.roundYears(),
                        draft.directory().resolve("figures"));
            }
            timing.lap("figures");
            timing.write(draft.directory());
            Path directory = draft.publish(run.facts(workers, measured));
            if (!quiet) {
                LockInSummary.lines(plan, measured, WIDTH)
                        .forEach(spec.commandLine().getOut()::println);
                if (!beside.isEmpty()) {
                    spec.commandLine().getOut().println();
                    beside.forEach(spec.commandLine().getOut()::println);
                }
            }
            if (!measured.failures().isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("lode: " + measured.failures().size() + " histories failed, see "
                                + directory.resolve("failures.csv"));
            }
            spec.commandLine().getOut().println(directory);
            return measured.failures().isEmpty() ? Lode.DONE : Lode.FAILED;
        }
    }
}
