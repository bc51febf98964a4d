package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lode.games.coalition.MembershipTable;
import org.lode.games.coalition.Stability;
import org.lode.games.coalition.Ties;
import org.lode.games.format.CsvText;
import org.lode.games.format.MembershipTableFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode club}: the stable memberships of a club given as a table of payoffs. */
@Command(
        name = "club",
        description = {
            "Print every membership that no member gains by leaving and no outsider by joining.",
            "One line each: STABLE,a;b;c with the members' names, none if nobody is in; NONE if there is no such membership."
        },
        mixinStandardHelpOptions = true)
final class ClubCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "TABLE.csv",
            description = "Columns: members (names joined by ';', empty for nobody) and one payoff per actor;"
                    + " one row for each membership.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path table;

    @Option(
            names = "--ties",
            defaultValue = "keep",
            description = "What the indifferent do: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Ties ties;

    @Option(
            names = "--tolerance",
            defaultValue = "0",
            description = "Gains up to this size count as ties (default: ${DEFAULT-VALUE}).")
    private double tolerance;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        MembershipTable game = GameFile.read(table, text -> MembershipTableFormat.read(text, table.toString()));
        PrintWriter out = spec.commandLine().getOut();
        long[] stable = Stability.stable(game, ties, tolerance);
        for (long members : stable) {
            out.println("STABLE," + CsvText.cell(game.text(members)));
        }
        if (stable.length == 0) {
            out.println("NONE");
        }
        return Lode.DONE;
    }
}
