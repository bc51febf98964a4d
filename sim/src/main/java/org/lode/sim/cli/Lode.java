package org.lode.sim.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command {@code lode}: the list of its commands and what happens when one fails.
 *
 * <p>Exit codes: 0 done; 1 failed (some runs failed, a check did not hold, or an internal error); 2 the input is wrong.
 */
@Command(
        name = "lode",
        description = "Agent-based game theory of critical-minerals strategy.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed: some runs failed, a check did not hold, or an internal error",
            "2:the input is wrong"
        },
        subcommands = {
            // One line per command, in the order in which the help shows them.
            ValidateCommand.class,
            DescribeCommand.class,
            EquilibriaCommand.class,
            RunCommand.class,
            BatchCommand.class,
            LockInCommand.class,
            CalibrateCommand.class,
            PlanCommand.class,
            SweepCommand.class,
            HypothesesCommand.class,
            PatternsCommand.class,
            ReplicateCommand.class,
            MergeCommand.class,
            StatusCommand.class,
            VerifyCommand.class,
            ReplayCommand.class,
            CompareCommand.class,
            SensitivityCommand.class,
            DiscoverCommand.class,
            ClubCommand.class,
            SolveCommand.class,
            MarkovCommand.class,
            HelpCommand.class
        })
public final class Lode implements Callable<Integer> {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_INPUT = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Log what happens to stderr, and keep the stack trace of an internal error.")
    @SuppressWarnings("UnusedVariable") // read by Failures, from the raw arguments
    private boolean verbose;

    /** Runs one command line and exits with its code. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // a decimal comma must not reach a result
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(execute(out, err, args));
    }

    /** Runs one command line, prints to {@code out} and {@code err}, and returns the exit code; never throws. */
    static int execute(PrintWriter out, PrintWriter err, String... args) {
        var lode = new Lode();
        var failures = new Failures(err, args);
        failures.logAsAsked();
        try {
            var commandLine = new CommandLine(lode)
                    .setOut(out)
                    .setErr(err)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setUsageHelpAutoWidth(false)
                    .setUsageHelpWidth(100)
                    .setParameterExceptionHandler(failures)
                    .setExecutionExceptionHandler(failures)
                    .setExitCodeExceptionMapper(failures);
            return commandLine.execute(args);
        } catch (Throwable thrown) { // picocli lets errors through: out of memory, a broken class path
            return failures.report(thrown);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** A bare {@code lode} shows the usage and counts as wrong input. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return WRONG_INPUT;
    }
}
