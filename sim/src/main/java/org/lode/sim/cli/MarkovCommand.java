package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lode.games.dynamics.MarkovEquilibrium;
import org.lode.games.dynamics.MarkovQuantalResponse;
import org.lode.games.dynamics.StochasticGame;
import org.lode.games.format.CsvText;
import org.lode.games.format.Numbers;
import org.lode.games.format.StochasticGameFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode markov}: a Markov perfect equilibrium of a finite stochastic game. */
@Command(
        name = "markov",
        description = {
            "Find a Markov perfect equilibrium of a stochastic game by the quantal-response homotopy.",
            "Prints a line per state, player and action with its probability, the values, and the regret,"
                    + " in payoffs and as a share of a player's range."
        },
        mixinStandardHelpOptions = true)
final class MarkovCommand implements Callable<Integer> {
    private static final int STEPS = 20_000;

    @Parameters(
            paramLabel = "GAME.csv",
            description = "Columns: state, a_PLAYER, u_PLAYER, phi_STATE; a row per state and profile, and one for the"
                    + " state 'delta' with the discount factors under u_PLAYER.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path file;

    @Option(
            names = "--regret",
            defaultValue = "1e-7",
            description = "Largest gain to accept, as a share of the range of a player's discounted payoffs (default:"
                    + " ${DEFAULT-VALUE}).")
    private double regret;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        StochasticGame game = GameFile.read(file, text -> StochasticGameFormat.read(text, file.toString()));
        MarkovEquilibrium found = MarkovQuantalResponse.solve(game, regret, STEPS);
        PrintWriter out = spec.commandLine().getOut();
        for (int s = 0; s < game.states(); s++) {
            for (int i = 0; i < game.players(); i++) {
                for (int a = 0; a < game.actions(s, i); a++) {
                    out.println("PLAY," + CsvText.cell(game.stateName(s)) + "," + CsvText.cell(game.playerName(i)) + ","
                            + CsvText.cell(game.actionName(s, i, a)) + "," + Numbers.text(found.probability(s, i, a)));
                }
                out.println("VALUE," + CsvText.cell(game.stateName(s)) + "," + CsvText.cell(game.playerName(i)) + ","
                        + Numbers.text(found.value(s, i)));
            }
        }
        out.println("REGRET," + Numbers.text(found.regret()));
        out.println("REGRETSHARE," + Numbers.text(found.regretShare()));
        if (!(found.regretShare() <= regret)) {
            spec.commandLine()
                    .getErr()
                    .println("lode: the path stopped where a player could gain " + Numbers.text(found.regretShare())
                            + " of the range of its discounted payoffs, above " + Numbers.text(regret)
                            + ": this is no equilibrium");
            return Lode.FAILED;
        }
        return Lode.DONE;
    }
}
