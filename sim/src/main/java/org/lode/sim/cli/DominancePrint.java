package org.lode.sim.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.lode.games.check.Dominance;
import org.lode.games.form.NormalForm;
import org.lode.games.format.CsvText;
import org.lode.games.format.SolutionFormat;
import org.lode.sim.cli.SolveCommand.OutputFormat;

/** Prints what iterated dominance leaves. */
final class DominancePrint {
    private DominancePrint() {}

    static void print(NormalForm game, OutputFormat format, PrintWriter out) throws IOException {
        List<List<Integer>> strict = Dominance.survivors(game, Dominance.Kind.STRICT);
        List<List<Integer>> weak = Dominance.survivors(game, Dominance.Kind.WEAK);
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
                                ? CsvText.cell(game.playerName(player)) + ","
                                        + CsvText.cell(game.strategyName(player, s)) + "," + fate
                                : CsvText.line(game.playerName(player)) + ": "
                                        + CsvText.line(game.strategyName(player, s)) + " " + fate);
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
}
