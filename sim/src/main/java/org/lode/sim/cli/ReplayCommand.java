package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lode.sim.experiment.Replay;
import org.lode.sim.results.Rows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode replay}: one run of a result directory again, bit by bit. */
@Command(
        name = "replay",
        description = {
            "Compute one run of a result directory again and compare it with what is on file (exit code 1 if it differs).",
            "With --trace: each actor's alternatives in each round with their payoffs, as CSV."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "DIR",
            description = "A finished result directory, of lode run or lode sweep.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path directory;

    @Parameters(index = "1", paramLabel = "RUN", description = "POINT:REPLICATION; of lode run, the replication alone.")
    @SuppressWarnings("NullAway.Init")
    private String run;

    @Option(names = "--trace", description = "Print the alternatives.")
    private boolean trace;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!run.matches("(\\d{1,18}:)?\\d{1,18}")) {
            throw new ParameterException(
                    spec.commandLine(), "RUN (" + run + ") must be POINT:REPLICATION, such as 12:3");
        }
        int colon = run.indexOf(':');
        long point = colon < 0 ? 0 : Long.parseLong(run.substring(0, colon));
        var alternatives = new Rows();
        Replay.Repeated repeated = Replay.of(directory, point, Long.parseLong(run.substring(colon + 1)), alternatives);
        PrintWriter out = spec.commandLine().getOut();
        out.print(trace ? alternatives.toString() : repeated.row() + System.lineSeparator());
        out.flush();
        if (!repeated.same()) {
            spec.commandLine().getErr().println("lode: run " + run + " differs from what is on file");
            return Lode.FAILED;
        }
        return Lode.DONE;
    }
}
