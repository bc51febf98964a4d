package org.lode.sim.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lode.games.catalog.Catalog;
import org.lode.games.check.Dominance;
import org.lode.games.form.NormalForm;
import org.lode.games.format.FormatException;
import org.lode.games.format.Frequencies;
import org.lode.games.format.GambitFormat;
import org.lode.games.format.Numbers;
import org.lode.games.format.SolutionFormat;
import org.lode.games.format.TableFormat;
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

    /** Something that reads a game or frequencies and knows lines and columns, not the file's name. */
    private interface Reading<T> {
        T from(Reader reader) throws IOException;
    }

    /** Largest precision of a branch or a fit, times the range of payoffs: choice is then free of error to all digits. */
    private static final double LARGEST_LAMBDA = 1e6;

    private static final String CATALOG = "catalog:";

    private static final int LEARNING_ROUNDS = 200_000;

    @Parameters(
            paramLabel = "GAME",
            description =
                    "A Gambit file (.nfg), or a table (.csv) with the players' names, then one payoff column each.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path file;

    @Option(
            names = "--solver",
            paramLabel = "NAME",
            defaultValue = "all",
            description = {
                "pure, all, one, support, lemke-howson: Nash equilibria;",
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
        NormalForm game = game();
        if (export != null) {
            try (Writer to = Files.newBufferedWriter(export, StandardCharsets.UTF_8)) {
                GambitFormat.write(game, to);
            }
        }
        String name = solver.contains("=") ? solver.substring(0, solver.indexOf('=')) : solver;
        String argument = solver.substring(Math.min(solver.length(), name.length() + 1));
        switch (name) {
            case "qre" -> responses(game, List.of(QuantalResponse.at(game, lambda(argument))));
            case "qre-path" -> responses(game, QuantalResponse.path(game, LARGEST_LAMBDA / game.range()));
            case "qre-mle" -> fit(game, argument);
            case "correlated" -> correlated(game);
            case "dominance" -> dominance(game);
            default -> {
                return LearningReport.NAMES.contains(name) ? learning(game, name, argument) : nash(game);
            }
        }
        return Lode.DONE;
    }

    private int learning(NormalForm game, String name, String argument) throws IOException {
        LearningReport report = LearningReport.of(game, name, argument);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case csv -> report.csv(out);
            case json -> report.json(out);
            default -> report.text(out);
        }
        return Lode.DONE;
    }

    private NormalForm game() throws IOException {
        String name = file.toString();
        if (name.startsWith(CATALOG)) {
            return Catalog.named(name.substring(CATALOG.length())).game();
        }
        return read(file, name.toLowerCase(Locale.ROOT).endsWith(".csv") ? TableFormat::read : GambitFormat::read);
    }

    private int nash(NormalForm game) throws IOException {
        Solver chosen = Solvers.named(solver);
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

    private void responses(NormalForm game, List<QuantalResponse> responses) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case csv ->
                responses.forEach(
                        each -> out.println(Numbers.text(each.lambda()) + SolutionFormat.numbers(each.profile())));
            case json -> {
                StringWriter text = new StringWriter();
                try (JsonGenerator json = SolutionFormat.generator(text)) {
                    json.writeStartObject();
                    SolutionFormat.header(game, json);
                    json.writeArrayFieldStart("responses");
                    for (QuantalResponse each : responses) {
                        json.writeStartObject();
                        response(json, each);
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                }
                out.println(text);
            }
            default -> {
                out.println("quantal response equilibria, not Nash equilibria, on the branch that starts at lambda 0");
                responses.forEach(each -> out.println("lambda " + Numbers.text(each.lambda()) + "  regret "
                        + Numbers.text(each.regret()) + "  probabilities "
                        + SolutionFormat.numbers(each.profile()).substring(1).replace(",", " ")));
            }
        }
    }

    private static void response(JsonGenerator json, QuantalResponse response) throws IOException {
        SolutionFormat.number(json, "lambda", response.lambda());
        SolutionFormat.number(json, "regret", response.regret());
        SolutionFormat.number(json, "residual", response.residual());
        SolutionFormat.profile(json, response.profile());
    }

    private void fit(NormalForm game, String frequencies) throws IOException {
        if (frequencies.isEmpty()) {
            throw new IllegalArgumentException(
                    "--solver qre-mle must name a file of frequencies, as in qre-mle=FREQUENCIES.csv");
        }
        double[] counts = read(Path.of(frequencies), reader -> Frequencies.read(reader, game.shape()));
        QuantalFit fit = QuantalFit.of(game, counts, LARGEST_LAMBDA / game.range());
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case csv ->
                out.println(Numbers.text(fit.response().lambda())
                        + SolutionFormat.numbers(fit.response().profile())
                        + "," + Numbers.text(fit.logLikelihood()));
            case json -> {
                StringWriter text = new StringWriter();
                try (JsonGenerator json = SolutionFormat.generator(text)) {
                    json.writeStartObject();
                    SolutionFormat.header(game, json);
                    response(json, fit.response());
                    SolutionFormat.number(json, "logLikelihood", fit.logLikelihood());
                    json.writeBooleanField("atLimit", fit.atLimit());
                    json.writeEndObject();
                }
                out.println(text);
            }
            default ->
                out.println("lambda " + Numbers.text(fit.response().lambda()) + "  log-likelihood "
                        + Numbers.text(fit.logLikelihood())
                        + (fit.atLimit() ? "  (still growing at the largest lambda tried)" : "")
                        + "  probabilities "
                        + SolutionFormat.numbers(fit.response().profile())
                                .substring(1)
                                .replace(",", " "));
        }
    }

    private void correlated(NormalForm game) throws IOException {
        List<CorrelatedEquilibrium> found = new ArrayList<>();
        if (CorrelatedEquilibrium.refusal(game).isEmpty()) {
            for (boolean coarse : new boolean[] {false, true}) {
                found.addAll(CorrelatedEquilibrium.bounds(game, coarse));
            }
        } else {
            spec.commandLine().getErr().println("lode: " + CorrelatedEquilibrium.refusal(game));
            found.add(CorrelatedEquilibrium.learned(game, LEARNING_ROUNDS, 1));
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case csv ->
                found.forEach(each -> each.weights()
                        .forEach(weight -> out.println(kind(each) + "," + goal(each) + ","
                                + names(game, weight.profile(), ",") + "," + Numbers.text(weight.probability()))));
            case json -> correlatedJson(game, found, out);
            default ->
                found.forEach(each -> {
                    out.println(kind(each) + " equilibrium, " + goal(each) + ": welfare " + Numbers.text(each.welfare())
                            + ", payoffs "
                            + String.join(
                                    " ",
                                    each.payoffs().stream().map(Numbers::text).toList())
                            + ", regret " + Numbers.text(each.regret())
                            + (Double.isNaN(each.bound()) ? "" : ", proved bound " + Numbers.text(each.bound())));
                    if (each.weights().size() <= 100) {
                        each.weights()
                                .forEach(weight -> out.println("   " + names(game, weight.profile(), " ") + "  "
                                        + Numbers.text(weight.probability())));
                    }
                });
        }
    }

    private static void correlatedJson(NormalForm game, List<CorrelatedEquilibrium> found, PrintWriter out)
            throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = SolutionFormat.generator(text)) {
            json.writeStartObject();
            SolutionFormat.header(game, json);
            json.writeArrayFieldStart("correlated");
            for (CorrelatedEquilibrium each : found) {
                json.writeStartObject();
                json.writeStringField("kind", kind(each));
                json.writeStringField("goal", goal(each));
                SolutionFormat.number(json, "welfare", each.welfare());
                SolutionFormat.number(json, "regret", each.regret());
                SolutionFormat.number(json, "regretShare", each.regretShare());
                if (!Double.isNaN(each.bound())) {
                    SolutionFormat.number(json, "bound", each.bound());
                }
                json.writeArrayFieldStart("payoffs");
                for (double payoff : each.payoffs()) {
                    json.writeRawValue(Numbers.text(payoff));
                }
                json.writeEndArray();
                json.writeArrayFieldStart("weights");
                for (CorrelatedEquilibrium.Weight weight : each.weights()) {
                    json.writeStartObject();
                    json.writeArrayFieldStart("strategies");
                    for (int player = 0; player < game.players(); player++) {
                        json.writeString(game.strategyName(player, game.strategy(player, weight.profile())));
                    }
                    json.writeEndArray();
                    SolutionFormat.number(json, "probability", weight.probability());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println(text);
    }

    private void dominance(NormalForm game) throws IOException {
        List<List<Integer>> strict = Dominance.survivors(game, Dominance.Kind.STRICT);
        List<List<Integer>> weak = Dominance.survivors(game, Dominance.Kind.WEAK);
        PrintWriter out = spec.commandLine().getOut();
        if (format == OutputFormat.json) {
            StringWriter text = new StringWriter();
            try (JsonGenerator json = SolutionFormat.generator(text)) {
                json.writeStartObject();
                SolutionFormat.header(game, json);
                survivors(game, json, "strict", strict);
                survivors(game, json, "weak", weak);
                json.writeEndObject();
            }
            out.println(text);
            return;
        }
        for (int player = 0; player < game.players(); player++) {
            for (int s = 0; s < game.strategies(player); s++) {
                String fate = weak.get(player).contains(s)
                        ? "survives"
                        : strict.get(player).contains(s) ? "weakly dominated" : "strictly dominated";
                out.println(
                        format == OutputFormat.csv
                                ? game.playerName(player) + "," + game.strategyName(player, s) + "," + fate
                                : game.playerName(player) + ": " + game.strategyName(player, s) + " " + fate);
            }
        }
    }

    private static void survivors(NormalForm game, JsonGenerator json, String field, List<List<Integer>> kept)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (int player = 0; player < game.players(); player++) {
            json.writeStartArray();
            for (int s : kept.get(player)) {
                json.writeString(game.strategyName(player, s));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static <T> T read(Path file, Reading<T> reading) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return reading.from(reader);
        } catch (FormatException wrong) {
            throw new IllegalArgumentException(file + ":" + wrong.getMessage(), wrong);
        }
    }

    private static double lambda(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--solver qre=" + text + " must give a lambda, as in qre=1.5; lambda is per unit of payoff", e);
        }
    }

    private static String kind(CorrelatedEquilibrium each) {
        return each.coarse() ? "coarse correlated" : "correlated";
    }

    private static String goal(CorrelatedEquilibrium each) {
        return each.goal().name().toLowerCase(Locale.ROOT);
    }

    private static String names(NormalForm game, int profile, String between) {
        List<String> names = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            names.add(game.strategyName(player, game.strategy(player, profile)));
        }
        return String.join(between, names);
    }
}
