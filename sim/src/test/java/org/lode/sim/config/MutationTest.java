package org.lode.sim.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spoils a right document in one place, and demands that the reader finds that place. */
class MutationTest {
    record Actor(
            String id,
            @In(Unit.SHARE) @Min(0) @Max(1) double bias,
            @In(Unit.USD_PER_KG) @Min(0) @Max(500) Map<String, Double> priceFloor) {}

    record Market(
            @In(Unit.YEARS) @Min(0) @Max(50) double leadTime,
            @Min(1) @Max(40) int steps,
            boolean levy) {}

    record Scenario(@Min(1) @Max(900) int rounds, Market market, List<Actor> actors) {}

    private static final List<String> LINES = List.of(
            "rounds: 30",
            "market:",
            "  leadTime: {value: 18, unit: months, source: F1}",
            "  steps: 2",
            "  levy: true",
            "actors:",
            "  - id: US",
            "    bias: {value: 25, unit: '%', source: F2}",
            "    priceFloor:",
            "      ndpr: {value: 110, unit: USD/kg, source: F3}",
            "      dysprosium: {value: 230, unit: USD/kg, source: F4}",
            "  - id: JP",
            "    bias: {value: 0.5, unit: share, source: F5}",
            "    priceFloor: {}");

    /** Lines that hold a value, from 0. */
    private static final List<Integer> VALUES = List.of(0, 2, 3, 4, 7, 9, 10, 12);

    /** Lines whose value is a quantity. */
    private static final List<Integer> QUANTITIES = List.of(2, 7, 9, 10, 12);

    /** Lines whose key is required by a record, with the line of the object that lacks it when it is gone. */
    private static final Map<Integer, Integer> REQUIRED = Map.of(0, 0, 2, 1, 3, 1, 4, 1, 7, 6, 12, 11);

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    private static String key(String line) {
        return line.substring(0, line.indexOf(':')).strip();
    }

    private static Scenario read(List<String> lines) {
        MapNode tree = new ConfigFiles().parse(String.join("\n", lines) + "\n", Path.of("a.yaml"));
        return new Binder().requiringSources().bind(tree, Scenario.class).value();
    }

    @Test
    void theDocumentIsRightBeforeItIsSpoilt() {
        Scenario scenario = read(LINES);
        assertThat(scenario.market().leadTime()).isEqualTo(1.5);
        assertThat(scenario.actors()).hasSize(2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theReaderNamesTheLineThatIsWrong(int seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(LINES);
        int line;
        String expected;
        switch (random.nextInt(7)) {
            case 0 -> { // a required key goes
                List<Integer> keys = REQUIRED.keySet().stream().sorted().toList();
                int gone = keys.get(random.nextInt(keys.size()));
                expected = "missing key '" + key(lines.get(gone)) + "'";
                lines.set(gone, "#");
                // at the root the first line left that holds a key
                line = REQUIRED.get(gone) == 0 ? 1 : REQUIRED.get(gone);
            }
            case 1 -> { // two neighbouring letters of a required key change places
                List<Integer> keys = REQUIRED.keySet().stream().sorted().toList();
                line = keys.get(random.nextInt(keys.size()));
                String key = key(lines.get(line));
                int i = 1 + random.nextInt(key.length() - 2);
                String typo = key.substring(0, i) + key.charAt(i + 1) + key.charAt(i) + key.substring(i + 2);
                lines.set(line, lines.get(line).replaceFirst(key, typo));
                expected = "did you mean '" + key + "'?";
            }
            case 2 -> { // a unit of another dimension
                line = QUANTITIES.get(random.nextInt(QUANTITIES.size()));
                lines.set(line, lines.get(line).replaceFirst("unit: [^,]*,", "unit: t/yr,"));
                expected = "(t/yr) is not allowed; allowed: ";
            }
            case 3 -> { // below the least or above the most
                line = VALUES.get(random.nextInt(VALUES.size()));
                if (line == 4) {
                    line = 3;
                }
                String number =
                        random.nextBoolean() ? "-" + (1 + random.nextInt(99)) : "9" + random.nextInt(9999) + "e3";
                String pattern = QUANTITIES.contains(line) ? "value: [0-9.]+" : ": [0-9]+";
                String replaced = QUANTITIES.contains(line) ? "value: " + number : ": " + number;
                lines.set(line, lines.get(line).replaceFirst(pattern, replaced));
                expected = number.startsWith("-") ? "must be at least" : "must be at most";
            }
            case 4 -> { // a source goes
                line = QUANTITIES.get(random.nextInt(QUANTITIES.size()));
                lines.set(line, lines.get(line).replaceFirst(", source: F[0-9]", ""));
                expected = "needs a source";
            }
            case 5 -> { // a number in quotes, or a word
                line = QUANTITIES.get(random.nextInt(QUANTITIES.size()));
                String odd = random.nextBoolean() ? "'7'" : "seven";
                lines.set(line, lines.get(line).replaceFirst("value: [0-9.]+", "value: " + odd));
                expected = "must be a number";
            }
            default -> { // a value goes
                line = VALUES.get(random.nextInt(VALUES.size()));
                lines.set(line, lines.get(line).replaceFirst(": .*", ": ~"));
                expected = "has no value (~)";
            }
        }
        ConfigException found = catchThrowableOfType(ConfigException.class, () -> read(lines));
        assertThat(found).as(String.join("\n", lines)).isNotNull();
        assertThat(found.getMessage()).startsWith("a.yaml:" + (line + 1) + ": ").contains(expected);
        assertThat(found.problems()).hasSize(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void scrambledTextIsReadOrRefusedAtALineAndNeverCrashes(int seed) {
        Random random = new Random(seed);
        String odd = "{}[]:,-&*!|>'\"%@`#?\n\r ~<0.e\\\u0001\uFEFF\u2028\uD83D\uDE00";
        int refused = 0;
        for (int i = 0; i < 25; i++) {
            StringBuilder text = new StringBuilder(String.join("\n", LINES));
            for (int slips = 1 + random.nextInt(4); slips > 0; slips--) {
                int place = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(place);
                    case 1 -> text.insert(place, odd.charAt(random.nextInt(odd.length())));
                    default -> text.setCharAt(place, odd.charAt(random.nextInt(odd.length())));
                }
            }
            for (String file : List.of("a.yaml", "a.json")) {
                try {
                    MapNode tree = new ConfigFiles().parse(text.toString(), Path.of(file));
                    new Binder().bind(tree, Scenario.class);
                } catch (ConfigException e) {
                    refused++;
                    assertThat(e.getMessage().split("\n")).allMatch(line -> line.matches(file + ":[0-9]+: .+"));
                }
            }
        }
        assertThat(refused).isPositive();
    }
}
