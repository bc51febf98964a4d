package org.lode.sim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lode.sim.analysis.PointSummaries;
import org.lode.sim.experiment.Sweep;
import org.lode.sim.experiment.SweepPlan;
import org.lode.sim.report.PhaseDiagram;
import org.lode.sim.results.ResultFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode merge}: sorts what shards computed into the files of a result directory. */
@Command(
        name = "merge",
        description = "Sort the runs that shards of a sweep computed into the files of its result directory.",
        mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The sweep's directory, as lode sweep printed it.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path directory;

    @Option(names = "--quiet", description = "Print the result directory only.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return merge(Sweep.of(directory), quiet, spec.commandLine());
    }

    /** Merges, prints, and returns the exit code. */
    static int merge(Sweep sweep, boolean quiet, CommandLine line) throws IOException {
        long failed = sweep.merge(draft -> {
            PointSummaries.write(draft);
            PhaseDiagram.write(draft, SweepPlan.DESIGN);
        });
        if (failed > 0) {
            line.getErr()
                    .println("lode: " + failed + " of " + sweep.plan().runs() + " runs failed, see "
                            + sweep.path().resolve(ResultFiles.FAILURES));
        }
        if (!quiet) {
            line.getOut()
                    .println(sweep.plan().name() + ": " + sweep.plan().points() + " points, "
                            + (sweep.plan().untilPrecise() ? "at most " : "")
                            + sweep.plan().replications() + " replications each, " + failed + " failed");
        }
        line.getOut().println(sweep.path());
        return failed > 0 ? Lode.FAILED : Lode.DONE;
    }
}
