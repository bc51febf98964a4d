package org.lode.games.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.solve.Equilibrium;
import org.lode.games.solve.Solution;

/**
 * What a solver found, as text.
 *
 * <p>CSV is Gambit's: {@code NE,p11,p12,..,pnk} per equilibrium, players in order, strategies in order. JSON adds type,
 * standing, regret, fractions, sets, completeness and method. Text is for people.
 */
public final class SolutionFormat {
    private SolutionFormat() {}

    /** Writes one line per equilibrium; if there is none, {@code NONE} and how it was looked for. */
    public static void csv(Solution solution, Appendable to) throws IOException {
        if (solution.equilibria().isEmpty()) {
            to.append("NONE,").append(CsvText.cell(solution.method())).append('\n');
        }
        for (Equilibrium equilibrium : solution.equilibria()) {
            to.append("NE").append(numbers(equilibrium.profile())).append('\n');
        }
    }

    /** Returns a profile's probabilities, each after a comma. */
    public static String numbers(MixedProfile profile) {
        StringBuilder line = new StringBuilder();
        for (double probability : profile.probabilities()) {
            line.append(',').append(Numbers.text(probability));
        }
        return line.toString();
    }

    /** Writes an object with fields game, players, method, complete, reason, equilibria, components and subsets. */
    public static void json(NormalForm game, Solution solution, Appendable to) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = generator(text)) {
            json.writeStartObject();
            header(game, json);
            json.writeStringField("method", solution.method());
            json.writeBooleanField("complete", solution.isComplete());
            if (!solution.isComplete()) {
                json.writeStringField("reason", solution.reason());
            }
            json.writeArrayFieldStart("equilibria");
            for (Equilibrium equilibrium : solution.equilibria()) {
                json.writeStartObject();
                json.writeStringField("type", equilibrium.type());
                json.writeStringField("standing", name(equilibrium.standing()));
                number(json, "regret", equilibrium.regret());
                number(json, "regretShare", equilibrium.regretShare());
                profile(json, equilibrium.profile());
                if (!equilibrium.exact().isEmpty()) {
                    json.writeArrayFieldStart("exact");
                    int at = 0;
                    for (int player = 0; player < game.players(); player++) {
                        json.writeStartArray();
                        for (int s = 0; s < game.strategies(player); s++) {
                            json.writeString(equilibrium.exact().get(at++).toString());
                        }
                        json.writeEndArray();
                    }
                    json.writeEndArray();
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            sets(json, "components", solution.components());
            sets(json, "subsets", solution.subsets());
            json.writeEndObject();
        }
        to.append(text.getBuffer()).append('\n');
    }

    private static void sets(JsonGenerator json, String field, List<List<Integer>> sets) throws IOException {
        json.writeArrayFieldStart(field);
        for (List<Integer> set : sets) {
            json.writeStartArray();
            for (int position : set) {
                json.writeNumber(position);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** Returns a generator that indents and writes doubles the same on every Java version. */
    public static JsonGenerator generator(StringWriter into) throws IOException {
        return JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build()
                .createGenerator(into)
                .useDefaultPrettyPrinter();
    }

    /** Writes the fields game and players. */
    public static void header(NormalForm game, JsonGenerator json) throws IOException {
        json.writeStringField("game", game.title());
        json.writeArrayFieldStart("players");
        for (int player = 0; player < game.players(); player++) {
            json.writeStartObject();
            json.writeStringField("name", game.playerName(player));
            json.writeArrayFieldStart("strategies");
            for (int s = 0; s < game.strategies(player); s++) {
                json.writeString(game.strategyName(player, s));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes a number as short as it reads back, without a point where it is an integer. */
    public static void number(JsonGenerator json, String field, double value) throws IOException {
        json.writeFieldName(field);
        json.writeRawValue(Numbers.text(value));
    }

    /** Writes the field profile: an array of probabilities per player. */
    public static void profile(JsonGenerator json, MixedProfile profile) throws IOException {
        json.writeArrayFieldStart("profile");
        for (int player = 0; player < profile.players(); player++) {
            json.writeStartArray();
            for (double probability : profile.strategy(player)) {
                json.writeRawValue(Numbers.text(probability));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** Writes a report for people. */
    public static void text(NormalForm game, Solution solution, Appendable to) throws IOException {
        int found = solution.equilibria().size();
        to.append(found == 1 ? "1 equilibrium" : found + " equilibria")
                .append(solution.isComplete() ? ", complete" : ", incomplete")
                .append(": ")
                .append(solution.method())
                .append('\n');
        if (!solution.isComplete()) {
            to.append("incomplete because ").append(solution.reason()).append('\n');
        }
        int number = 1;
        for (Equilibrium equilibrium : solution.equilibria()) {
            to.append('\n')
                    .append(number++ + ". ")
                    .append(equilibrium.type())
                    .append(", ")
                    .append(name(equilibrium.standing()))
                    .append(", regret ")
                    .append(Numbers.text(equilibrium.regret()))
                    .append(
                            equilibrium.regret() == 0
                                    ? ""
                                    : " (" + Numbers.text(equilibrium.regretShare()) + " of a player's range)")
                    .append('\n');
            players(game, equilibrium, to);
        }
        for (List<Integer> component : solution.components()) {
            to.append("\nnot isolated: one connected set holds equilibria ").append(numbers(component));
            List<String> subsets = new ArrayList<>();
            for (List<Integer> subset : solution.subsets()) {
                if (component.containsAll(subset)) {
                    subsets.add(
                            game.players() == 2 || subset.size() != 2
                                    ? numbers(subset)
                                    : subset.get(0) + 1 + " to " + (subset.get(1) + 1));
                }
            }
            to.append(
                            game.players() == 2
                                    ? "\n   maximal Nash subsets: "
                                    : "\n   sets in which one player's mixture varies: ")
                    .append(String.join("; ", subsets))
                    .append('\n');
        }
    }

    private static String numbers(List<Integer> positions) {
        return String.join(
                " ", positions.stream().map(i -> Integer.toString(i + 1)).toList());
    }

    private static void players(NormalForm game, Equilibrium equilibrium, Appendable to) throws IOException {
        int start = 0;
        for (int player = 0; player < game.players(); player++) {
            List<String> parts = new ArrayList<>();
            for (int s : equilibrium.profile().support(player)) {
                String weight = equilibrium.exact().isEmpty()
                        ? Numbers.text(equilibrium.profile().probability(player, s))
                        : equilibrium.exact().get(start + s).toString();
                parts.add(CsvText.line(game.strategyName(player, s)) + (weight.equals("1") ? "" : " " + weight));
            }
            to.append("   ")
                    .append(CsvText.line(game.playerName(player)))
                    .append(": ")
                    .append(String.join(", ", parts))
                    .append('\n');
            start += game.strategies(player);
        }
    }

    private static String name(Equilibrium.Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }
}
