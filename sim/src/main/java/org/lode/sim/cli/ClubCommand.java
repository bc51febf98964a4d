package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lode.games.coalition.MembershipTable;
import org.lode.games.coalition.Stability;
import org.lode.games.coalition.Ties;
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
            "One line each: STABLE,a;b;c with the members' names, none if nobody is in."
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
        MembershipTable game;
        try (Reader text = Files.newBufferedReader(table, StandardCharsets.UTF_8)) {
            game = MembershipTableFormat.read(text, table.toString());
        }
        PrintWriter out = spec.commandLine().getOut();
        for (long members : Stability.stable(game, ties, tolerance)) {
            out.println("STABLE," + game.text(members));
        }
        return Lode.DONE;
    }
}
