package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.lode.sim.analysis.ClubLines;
import org.lode.sim.analysis.ClubTable;
import org.lode.sim.analysis.EquilibriumTable;
import org.lode.sim.analysis.PlaceboLines;
import org.lode.sim.analysis.PlaceboTable;
import org.lode.sim.analysis.Recorded;
import org.lode.sim.analysis.RunSummary;
import org.lode.sim.analysis.SummaryTable;
import org.lode.sim.analysis.TextTable;
import org.lode.sim.analysis.Why;
import org.lode.sim.config.ConfigException;
import org.lode.sim.experiment.ScenarioRun;
import org.lode.sim.report.Figures;
import org.lode.sim.results.Recording;
import org.lode.sim.results.ResultDraft;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.Timing;
import org.lode.sim.run.Placebo;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode run}: simulates a scenario and writes a result directory. */
@Command(
        name = "run",
        description = {
            "Simulate a scenario, print a summary, and write results and figures.",
            "The last line on stdout is the result directory."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    /** Parameter draws for clubs unless asked otherwise. */
    static final String CLUB_DRAWS = "20";

    private static final int WIDTH = 80;
    /** Memory with which the figures are drawn while the equilibria are computed, bytes. */
    private static final long ROOMY = 1L << 30;

    @Parameters(paramLabel = "SCENARIO", description = "A scenario's YAML file.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path scenario;

    @Option(names = "--replications", paramLabel = "N", description = "How many (default: as the scenario says).")
    private @Nullable Integer replications;

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
            names = "--record",
            defaultValue = "full",
            description = "Rows kept per replication: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Recording recording;

    @Option(
            names = "--club-draws",
            paramLabel = "N",
            defaultValue = CLUB_DRAWS,
            description =
                    "Parameter draws for the likelihood that clubs are stable (default: ${DEFAULT-VALUE}; 0: none).")
    private int clubDraws;

    @Option(
            names = "--placebo",
            description =
                    "Also run every replication with actors to whom payoffs do not matter, on the same chance: once"
                            + " choosing at random, once by inertia alone; print and keep the headlines beside each other.")
    private boolean placebo;

    @Option(names = "--no-figures", description = "Draw no figures.")
    private boolean noFigures;

    @Option(
            names = "--no-timing",
            description =
                    "Leave out timing.csv, the only table that no run repeats: for results to be kept as a reference.")
    private boolean noTiming;

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
        if (clubDraws < 0 || clubDraws > 1_000_000) {
            throw new ParameterException(
                    spec.commandLine(), "--club-draws (" + clubDraws + ") must be between 0 and 1000000");
        }
        List<String> changes = new ArrayList<>(settings);
        if (seed != null) {
            changes.add("seed=" + seed);
        }
        if (replications != null) {
            changes.add("replications=" + replications);
        }
        Timing timing = new Timing();
        var run = new ScenarioRun(ScenarioReader.read(scenario, changes), scenario);
        run.requireTablesThatFit();
        timing.lap("read");
        boolean chosen = Placebo.applies(run.loaded().scenario());
        PlaceboTable beside = placebo && chosen ? new PlaceboTable(run.loaded().scenario()) : null;
        try (ResultDraft draft = ResultDraft.open(out, run.name())) {
            long failed;
            try (var progress = new RunProgress(
                    run.loaded().scenario().name(),
                    run.replications(),
                    quiet,
                    spec.commandLine().getErr())) {
                failed = run.write(draft, recording, workers, progress, beside);
            }
            if (beside != null) {
                Files.write(draft.directory().resolve(ResultFiles.PLACEBO), placebo(beside));
            }
            timing.lap("simulate");
            SummaryTable.write(draft.directory());
            timing.lap("summary");
            FutureTask<List<String>> equilibria = new FutureTask<>(() -> equilibria(run, draft.directory(), workers));
            if (workers > 1 && Runtime.getRuntime().maxMemory() >= ROOMY) {
                Thread aside = new Thread(equilibria, "equilibria");
                aside.setDaemon(true); // does not outlive a failure here
                aside.start();
            } else {
                equilibria.run();
            }
            Optional<Recorded> recorded = recorded(draft.directory());
            timing.lap("figures");
            List<String> notes = finished(equilibria);
            timing.lap("equilibria");
            clubs(run, draft.directory(), scenario, clubDraws, workers);
            timing.lap("clubs");
            Files.write(draft.directory().resolve(ResultFiles.WHY), why(run));
            timing.lap("why");
            List<String> summary = summary(run, recorded, draft.directory());
            if (!noTiming) {
                timing.write(draft.directory());
            }
            Path directory = draft.publish(run.facts(recording, workers, failed));
            summary.forEach(spec.commandLine().getOut()::println);
            if (placebo && !chosen && !quiet) {
                TextTable.wrap(PlaceboLines.NOBODY_CHOOSES, WIDTH)
                        .forEach(spec.commandLine().getOut()::println);
            }
            notes.forEach(note -> spec.commandLine().getErr().println("lode: " + note));
            return report(run, directory, failed);
        }
    }

    /** Of replication 1; a scenario whose parameters cannot be drawn for it has its failure on record instead. */
    static List<String> equilibria(ScenarioRun run, Path directory, int workers) throws IOException {
        return EquilibriumTable.write(directory, first(run), run.streams(1), 1, workers);
    }

    /** Who is in the clubs at the report rounds of replication 1. */
    static void clubs(ScenarioRun run, Path directory, Path scenario, int draws, int workers) throws IOException {
        ClubTable.write(directory, first(run), run.loaded(), scenario, run.streams(1), 1, draws, workers);
    }

    static byte[] placebo(PlaceboTable beside) {
        return PlaceboTable.rows(beside.table()).bytes();
    }

    /** Why each actor plays what it plays at the report rounds of replication 1. */
    static byte[] why(ScenarioRun run) {
        return Why.rows(Why.of(first(run), run.streams(1))).bytes();
    }

    private static Scenario first(ScenarioRun run) {
        try {
            return run.scenario(1).scenario();
        } catch (ConfigException drawn) {
            return run.loaded().scenario();
        }
    }

    private static List<String> finished(FutureTask<List<String>> equilibria) throws IOException {
        try {
            return equilibria.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof IOException unwritten) {
                throw unwritten;
            }
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        }
    }

    /** Draws the figures of what was recorded; nothing where no rounds were recorded or every replication failed. */
    private Optional<Recorded> recorded(Path directory) throws IOException {
        if (recording == Recording.RUNS || (quiet && noFigures)) {
            return Optional.empty();
        }
        Optional<Recorded> recorded = Recorded.readShown(directory);
        if (recorded.isPresent() && !noFigures) {
            System.setProperty("java.awt.headless", "true");
            Figures.write(recorded.get(), directory.resolve("figures"));
        }
        return recorded;
    }

    /** The lines to print. */
    private List<String> summary(ScenarioRun run, Optional<Recorded> recorded, Path directory) throws IOException {
        if (recorded.isEmpty() || quiet) {
            return List.of();
        }
        String name = run.loaded().scenario().name();
        List<String> games = new ArrayList<>(RunSummary.equilibria(directory));
        games.addAll(ClubLines.of(directory));
        return RunSummary.lines(name, recorded.get(), games, Why.read(directory), PlaceboTable.read(directory), WIDTH);
    }

    private int report(ScenarioRun run, Path directory, long failed) {
        PrintWriter print = spec.commandLine().getOut();
        if (failed > 0) {
            spec.commandLine()
                    .getErr()
                    .println("lode: " + failed + " of " + run.replications() + " replications failed, see "
                            + directory.resolve(ResultFiles.FAILURES));
        }
        print.println(directory);
        return failed > 0 ? Lode.FAILED : Lode.DONE;
    }
}
