package org.lode.sim.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.lode.games.check.Reduction;
import org.lode.games.form.MixedProfile;
import org.lode.games.format.Numbers;
import org.lode.games.format.SolutionFormat;
import org.lode.games.solve.QuantalFit;
import org.lode.games.solve.QuantalResponse;
import org.lode.sim.cli.SolveCommand.OutputFormat;

/** Prints quantal responses: points of the branch, where it stops, and fits. */
final class ResponsePrint {
    private final Reduction game;
    private final OutputFormat format;
    private final PrintWriter out;
    private final PrintWriter err;

    ResponsePrint(Reduction game, OutputFormat format, PrintWriter out, PrintWriter err) {
        this.game = game;
        this.format = format;
        this.out = out;
        this.err = err;
    }

    /** Prints one point of the branch. */
    void point(QuantalResponse response) throws IOException {
        points(List.of(response), "");
    }

    /** Prints the branch, and where and why it stops. */
    void path(QuantalResponse.Path path) throws IOException {
        String end = "the branch " + (path.reached() ? "is printed up to" : "could be followed no further than")
                + " lambda " + Numbers.text(path.end().lambda()) + ", where the largest gain left is "
                + Numbers.text(path.end().regretShare()) + " of a player's range of payoffs";
        points(path.points(), end);
    }

    private void points(List<QuantalResponse> responses, String end) throws IOException {
        switch (format) {
            case csv -> {
                responses.forEach(each -> out.println(Numbers.text(each.lambda()) + numbers(each.profile())));
                if (!end.isEmpty()) {
                    err.println("lode: " + end);
                }
            }
            case json -> {
                StringWriter text = new StringWriter();
                try (JsonGenerator json = SolutionFormat.generator(text)) {
                    json.writeStartObject();
                    SolutionFormat.header(game.game(), json);
                    if (!end.isEmpty()) {
                        json.writeStringField("end", end);
                    }
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
                        + Numbers.text(each.regret()) + "  probabilities " + blanks(each.profile())));
                if (!end.isEmpty()) {
                    out.println(end);
                }
            }
        }
    }

    private void response(JsonGenerator json, QuantalResponse response) throws IOException {
        SolutionFormat.number(json, "lambda", response.lambda());
        SolutionFormat.number(json, "regret", response.regret());
        SolutionFormat.number(json, "regretShare", response.regretShare());
        SolutionFormat.number(json, "residual", response.residual());
        SolutionFormat.profile(json, game.widen(response.profile()));
    }

    private String numbers(MixedProfile profile) {
        return SolutionFormat.numbers(game.widen(profile));
    }

    private String blanks(MixedProfile profile) {
        return numbers(profile).substring(1).replace(",", " ");
    }

    /** Prints a fit. */
    void fit(QuantalFit fit) throws IOException {
        switch (format) {
            case csv ->
                out.println(Numbers.text(fit.response().lambda())
                        + numbers(fit.response().profile())
                        + "," + Numbers.text(fit.logLikelihood()));
            case json -> {
                StringWriter text = new StringWriter();
                try (JsonGenerator json = SolutionFormat.generator(text)) {
                    json.writeStartObject();
                    SolutionFormat.header(game.game(), json);
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
                        + blanks(fit.response().profile()));
        }
    }
}
