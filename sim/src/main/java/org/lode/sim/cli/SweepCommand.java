package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lode.sim.experiment.Shard;
import org.lode.sim.experiment.Sweep;
import org.lode.sim.experiment.SweepPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode sweep}: runs a plan of points and replications into a result directory. */
@Command(
        name = "sweep",
        description = {
            "Run a plan: points of a design over a scenario, each replicated.",
            "Interrupted or killed, it goes on with --resume. The last line on stdout is the result directory."
        },
        mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PLAN", description = "A file of kind sweep.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path file;

    @Option(names = "--replications", paramLabel = "N", description = "Of each point (default: as the plan says).")
    private @Nullable Integer replications;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all chance (default: as the plan says).")
    private @Nullable Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (default: all cores).")
    private @Nullable Integer threads;

    @Option(
            names = "--shard",
            paramLabel = "i/n",
            description = "Compute one of n parts, counted from 1; then lode merge.")
    private @Nullable String shard;

    @Option(
            names = "--resume",
            description = "Go on with what is there, or extend it: computes what is missing, and what failed anew.")
    private boolean resume;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Parent of the result directory (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Change a value of the scenario; may be repeated.")
    private List<String> settings = new ArrayList<>();

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
        SweepPlan plan = SweepPlan.read(file, settings, Optional.ofNullable(seed), Optional.ofNullable(replications));
        Sweep sweep = Sweep.of(plan, out);
        Shard part = shard == null ? Shard.WHOLE : Shard.of(shard);
        PrintWriter err = spec.commandLine().getErr();
        Sweep.Computed computed;
        try (var progress = new RunProgress(plan.name(), plan.runs() / part.count(), quiet, err)) {
            computed = sweep.compute(part, workers, resume, progress);
        }
        if (computed.lost() > 0) {
            err.println("lode: " + computed.lost() + " bytes of unfinished runs were dropped and computed anew");
        }
        if (!part.equals(Shard.WHOLE)) {
            if (!quiet) {
                spec.commandLine()
                        .getOut()
                        .println("shard " + part + ": " + computed.computed() + " runs computed; "
                                + (computed.missing() == 0
                                        ? "all are there: lode merge " + sweep.path()
                                        : computed.missing() + " are missing, of other shards"));
            }
            spec.commandLine().getOut().println(sweep.path());
            return Lode.DONE;
        }
        return MergeCommand.merge(sweep, quiet, spec.commandLine());
    }
}
