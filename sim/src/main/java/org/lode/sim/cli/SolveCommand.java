package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lode.games.check.Reduction;
import org.lode.games.form.NormalForm;
import org.lode.games.format.Frequencies;
import org.lode.games.format.GambitFormat;
import org.lode.games.format.SolutionFormat;
import org.lode.games.solve.CorrelatedEquilibrium;
import org.lode.games.solve.QuantalFit;
import org.lode.games.solve.QuantalResponse;
import org.lode.games.solve.Solution;
import org.lode.games.solve.Solver;
import org.lode.games.solve.Solvers;
import org.lode.games.solve.Undominated;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode solve}: the equilibria of a game in a file. */
@Command(
        name = "solve",
        description = {
            "Print the equilibria of a game.",
            "csv has a line NE,p11,p12,... per equilibrium: players in order, strategies in order."
        },
        mixinStandardHelpOptions = true)
final class SolveCommand implements Callable<Integer> {
    enum OutputFormat {
        text,
        csv,
        json
    }

    /** Largest precision of a branch or a fit, times the range of payoffs: choice is then free of error to all digits. */
    private static final double LARGEST_LAMBDA = 1e6;

    /** Solvers that are no {@link Solver}, as the list of names shows them, before those of {@link LearningReport}. */
    private static final List<String> OTHERS =
            List.of("qre=LAMBDA", "qre-path", "qre-mle=FREQUENCIES.csv", "correlated", "dominance");

    private static final int LEARNING_ROUNDS = 200_000;

    @Parameters(
            paramLabel = "GAME",
            description =
                    "A Gambit file (.nfg), a table (.csv) with the players' names, then one payoff column each, or"
                            + " catalog:NAME for a game of the catalogue; texts in UTF-8.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path file;

    @Option(
            names = "--solver",
            paramLabel = "NAME",
            defaultValue = "all",
            description = {
                "pure, all, one, support, lemke-howson, vertices, intervals: Nash equilibria;",
                "qre=LAMBDA, qre-path, qre-mle=FREQUENCIES.csv: quantal responses;",
                "correlated: the best, worst and fairest lotteries; dominance: what survives.",
                "stable: evolutionarily stable strategies of a symmetric game; replicator: where it leads;",
                "stochastic-stability[=logit], alpha-rank[=ALPHA], fictitious-play[=ROUNDS]: what learning settles on;",
                "repeated=DELTA: payoffs of the game of two played for ever, and the profiles sustained.",
                "(default: ${DEFAULT-VALUE})"
            })
    @SuppressWarnings("NullAway.Init")
    private String solver;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private OutputFormat format;

    @Option(names = "--eliminate", description = "First eliminate strictly dominated strategies, again and again.")
    private boolean eliminate;

    @Option(names = "--export-nfg", paramLabel = "FILE", description = "Also write the game as a Gambit file.")
    private @Nullable Path export;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        NormalForm whole = GameFile.game(file);
        if (export != null) {
            try (Writer to = Files.newBufferedWriter(export, StandardCharsets.UTF_8)) {
                GambitFormat.write(whole, to);
            }
        }
        String name = solver.contains("=") ? solver.substring(0, solver.indexOf('=')) : solver;
        String argument = solver.substring(Math.min(solver.length(), name.length() + 1));
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (name.equals("dominance")) { // which eliminates itself
            DominancePrint.print(whole, format, out);
            return Lode.DONE;
        }
        if (!name.startsWith("qre") && !name.equals("correlated") && !LearningReport.NAMES.contains(name)) {
            return nash(whole);
        }
        Reduction game = eliminate ? Reduction.strict(whole) : Reduction.none(whole);
        ResponsePrint print = new ResponsePrint(game, format, out, err);
        try {
            switch (name) {
                case "qre" -> print.point(QuantalResponse.at(game.rest(), lambda(argument)));
                case "qre-path" -> print.path(QuantalResponse.path(game.rest(), largestLambda(game.rest())));
                case "qre-mle" -> print.fit(fit(game, argument));
                case "correlated" -> CorrelatedPrint.print(game.rest(), correlated(game.rest()), format, out);
                default -> {
                    if (!LearningReport.NAMES.contains(name)) {
                        throw unknown();
                    }
                    learning(game, name, argument);
                }
            }
        } catch (ArithmeticException failed) {
            err.println("lode: " + failed.getMessage());
            return Lode.FAILED;
        }
        return Lode.DONE;
    }

    private void learning(Reduction game, String name, String argument) throws IOException {
        LearningReport report = LearningReport.of(game, name, argument);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case csv -> report.csv(out);
            case json -> report.json(out);
            default -> report.text(out);
        }
    }

    private int nash(NormalForm game) throws IOException {
        Solver chosen = Solvers.ALL.stream()
                .filter(each -> each.name().equals(solver))
                .findFirst()
                .orElseThrow(this::unknown);
        Solution solution = (eliminate ? new Undominated(chosen) : chosen).solve(game);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case csv -> {
                SolutionFormat.csv(solution, out);
                if (!solution.isComplete()) {
                    spec.commandLine().getErr().println("lode: incomplete: " + solution.reason());
                }
            }
            case json -> SolutionFormat.json(game, solution, out);
            default -> SolutionFormat.text(game, solution, out);
        }
        boolean failed = solution.equilibria().isEmpty() && !solution.isComplete();
        return failed ? Lode.FAILED : Lode.DONE;
    }

    private IllegalArgumentException unknown() {
        List<String> names =
                new ArrayList<>(Solvers.ALL.stream().map(Solver::name).toList());
        names.addAll(OTHERS);
        names.addAll(LearningReport.NAMES);
        return new IllegalArgumentException("solver (" + solver + ") must be one of " + String.join(", ", names));
    }

    private static QuantalFit fit(Reduction game, String frequencies) throws IOException {
        if (frequencies.isEmpty()) {
            throw new IllegalArgumentException(
                    "--solver qre-mle must name a file of frequencies, as in qre-mle=FREQUENCIES.csv");
        }
        double[] counts = GameFile.read(
                Path.of(frequencies),
                reader -> Frequencies.read(reader, game.game().shape()));
        return QuantalFit.of(game.rest(), game.narrow(counts), largestLambda(game.rest()));
    }

    /** Returns the precision at which even the player with the smallest payoffs hardly errs. */
    private static double largestLambda(NormalForm game) {
        double least = Double.POSITIVE_INFINITY;
        for (int player = 0; player < game.players(); player++) {
            least = Math.min(least, game.range(player));
        }
        return LARGEST_LAMBDA / least;
    }

    private List<CorrelatedEquilibrium> correlated(NormalForm game) {
        String refusal = CorrelatedEquilibrium.refusal(game);
        if (!refusal.isEmpty()) {
            spec.commandLine().getErr().println("lode: " + refusal);
            return List.of(CorrelatedEquilibrium.learned(game, LEARNING_ROUNDS, 1));
        }
        List<CorrelatedEquilibrium> found = new ArrayList<>();
        for (boolean coarse : new boolean[] {false, true}) {
            found.addAll(CorrelatedEquilibrium.bounds(game, coarse));
        }
        return found;
    }

    private static double lambda(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--solver qre=" + text + " must give a lambda, as in qre=1.5; lambda is per unit of payoff", e);
        }
    }
}
