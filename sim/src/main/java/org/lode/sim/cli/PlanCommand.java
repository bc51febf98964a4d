package org.lode.sim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lode.sim.analysis.PilotReport;
import org.lode.sim.experiment.Pilot;
import org.lode.sim.experiment.SweepPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode plan}: what a sweep will cost, before it is run. */
@Command(
        name = "plan",
        description = {
            "Run a few replications at a few points of a plan and say how many runs, hours of processor time and bytes the",
            "whole will take, and how many replications an effect needs. Writes nothing."
        },
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    private static final int WIDTH = 100;

    @Parameters(paramLabel = "PLAN", description = "A file of kind sweep.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path file;

    @Option(
            names = "--pilot",
            paramLabel = "N",
            defaultValue = "5",
            description = "Replications at each point of the pilot, at least 2 (default: ${DEFAULT-VALUE}).")
    private int pilot;

    @Option(
            names = "--points",
            paramLabel = "N",
            defaultValue = "5",
            description = "Points of the pilot, spread evenly over the design (default: ${DEFAULT-VALUE}).")
    private int points;

    @Option(
            names = "--effect",
            paramLabel = "[METRIC=]E",
            description = {
                "Difference of means that is to be found, in standard deviations (default: 0.5);",
                "METRIC=E: of one metric, in its unit. May be repeated."
            })
    private List<String> effects = new ArrayList<>();

    @Option(names = "--power", paramLabel = "P", defaultValue = "0.8", description = "Default: ${DEFAULT-VALUE}.")
    private double power;

    @Option(
            names = "--level",
            paramLabel = "L",
            defaultValue = "0.95",
            description = "The test is at 1 - L (default: ${DEFAULT-VALUE}).")
    private double level;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that the sweep will have (default: all cores).")
    private @Nullable Integer threads;

    @Option(names = "--replications", paramLabel = "N", description = "Of each point (default: as the plan says).")
    private @Nullable Integer replications;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all chance (default: as the plan says).")
    private @Nullable Long seed;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Change a value of the scenario; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (workers < 1 || points < 1 || pilot < 2) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--threads (" + workers + ") and --points (" + points + ") must be at least 1, --pilot (" + pilot
                            + ") at least 2");
        }
        PilotReport.Aim aim = aim();
        SweepPlan plan = SweepPlan.read(file, settings, Optional.ofNullable(seed), Optional.ofNullable(replications));
        plan.check();
        Pilot tried;
        long total = Math.min(points, plan.points()) * pilot;
        try (var progress =
                new RunProgress("pilot", total, false, spec.commandLine().getErr())) {
            tried = Pilot.of(plan, points, pilot, progress);
        }
        PilotReport.lines(tried, aim, workers, WIDTH).forEach(spec.commandLine().getOut()::println);
        return tried.failed() > 0 ? Lode.FAILED : Lode.DONE;
    }

    private PilotReport.Aim aim() {
        double size = 0.5;
        Map<String, Double> sizes = new LinkedHashMap<>();
        for (String text : effects) {
            int equals = text.lastIndexOf('=');
            double value;
            try {
                value = Double.parseDouble(text.substring(equals + 1));
            } catch (NumberFormatException e) {
                throw new ParameterException(
                        spec.commandLine(), "--effect (" + text + ") must be a number, or METRIC=NUMBER", e);
            }
            if (equals < 0) {
                size = value;
            } else {
                sizes.put(text.substring(0, equals), value);
            }
        }
        return new PilotReport.Aim(size, sizes, level, power);
    }
}
