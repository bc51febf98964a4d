package org.lode.sim.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.lode.games.form.NormalForm;
import org.lode.games.format.CsvText;
import org.lode.games.format.Numbers;
import org.lode.games.format.SolutionFormat;
import org.lode.games.solve.CorrelatedEquilibrium;
import org.lode.sim.cli.SolveCommand.OutputFormat;

/** Prints correlated equilibria: welfare, payoffs, the bound that proves them, and the lottery. */
final class CorrelatedPrint {
    private static final int MOST_WEIGHTS = 100;

    private CorrelatedPrint() {}

    static void print(NormalForm game, List<CorrelatedEquilibrium> found, OutputFormat format, PrintWriter out)
            throws IOException {
        switch (format) {
            case csv ->
                found.forEach(each -> each.weights()
                        .forEach(weight -> out.println(
                                kind(each) + "," + goal(each) + "," + names(game, weight.profile(), ",", CsvText::cell)
                                        + "," + Numbers.text(weight.probability()))));
            case json -> json(game, found, out);
            default ->
                found.forEach(each -> {
                    out.println(kind(each) + " equilibrium, " + goal(each) + ": welfare " + Numbers.text(each.welfare())
                            + ", payoffs "
                            + String.join(
                                    " ",
                                    each.payoffs().stream().map(Numbers::text).toList())
                            + ", regret " + Numbers.text(each.regret())
                            + (Double.isNaN(each.bound()) ? "" : ", proved bound " + Numbers.text(each.bound())));
                    if (each.weights().size() <= MOST_WEIGHTS) {
                        each.weights()
                                .forEach(weight -> out.println("   " + names(game, weight.profile(), " ", CsvText::line)
                                        + "  " + Numbers.text(weight.probability())));
                    }
                });
        }
    }

    private static void json(NormalForm game, List<CorrelatedEquilibrium> found, PrintWriter out) throws IOException {
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

    private static String kind(CorrelatedEquilibrium each) {
        return each.coarse() ? "coarse correlated" : "correlated";
    }

    private static String goal(CorrelatedEquilibrium each) {
        return each.goal().name().toLowerCase(Locale.ROOT);
    }

    private static String names(NormalForm game, int profile, String between, UnaryOperator<String> shown) {
        List<String> names = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            names.add(shown.apply(game.strategyName(player, game.strategy(player, profile))));
        }
        return String.join(between, names);
    }
}
