package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lode.sim.experiment.Alternatives;
import org.lode.sim.experiment.Replay;
import org.lode.sim.experiment.Sight;
import org.lode.sim.results.Rows;
import org.lode.sim.run.Trace;
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
            "With --trace: each actor's alternatives in each round with their payoffs by component, and why one was taken;",
            "with --seen: what each actor saw. Both as CSV."
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

    @Option(names = "--seen", description = "Print what each actor saw as it chose.")
    private boolean seen;

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
        if (trace && seen) {
            throw new ParameterException(
                    spec.commandLine(), "--trace and --seen are two tables: ask for one at a time");
        }
        var rows = new Rows();
        Trace eyes = trace ? new Alternatives(rows) : seen ? new Sight(rows) : Trace.NONE;
        Replay.Repeated repeated = Replay.of(directory, point, Long.parseLong(run.substring(colon + 1)), eyes);
        PrintWriter out = spec.commandLine().getOut();
        out.print(trace || seen ? rows.toString() : repeated.row() + System.lineSeparator());
        out.flush();
        if (!repeated.same()) {
            spec.commandLine().getErr().println("lode: run " + run + " differs from what is on file");
            return Lode.FAILED;
        }
        return Lode.DONE;
    }
}
