package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lode.sim.analysis.Decimals;
import org.lode.sim.experiment.Sweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode status}: how far a sweep has come. */
@Command(
        name = "status",
        description = "Say how many runs of a sweep are there, failed and missing; changes nothing.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The sweep's directory, finished or not.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path directory;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Sweep sweep = Sweep.of(directory);
        Sweep.Status status = sweep.status();
        PrintWriter out = spec.commandLine().getOut();
        out.println(sweep.plan().name() + ": " + (status.finished() ? "finished" : "unfinished"));
        out.println("runs " + status.done() + " of " + status.runs() + " ("
                + Decimals.percent((double) status.done() / status.runs()) + "), failed " + status.failed());
        if (!status.finished()) {
            out.println("bytes " + status.bytes() + " in parts of shards "
                    + (status.shards().isEmpty() ? "none" : String.join(", ", status.shards())));
        }
        return Lode.DONE;
    }
}
