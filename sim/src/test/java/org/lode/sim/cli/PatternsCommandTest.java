package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternsCommandTest {
    private static final Path SHIPPED = Path.of("..", "configs", "replications", "patterns.yaml");

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String text = "";

    /** The shipped file with few runs. */
    @BeforeEach
    void shrink() throws IOException {
        text = Files.readString(SHIPPED)
                .replace(
                        "../scenarios",
                        SHIPPED.resolve("../../scenarios")
                                .toAbsolutePath()
                                .normalize()
                                .toString())
                .replaceFirst(
                        "quick: .*", "quick: {runs: 3, pairs: 3, games: 1, draws: 1, cell: 2, histories: 2, forks: 2}");
    }

    private int lode(String... more) throws IOException {
        Path file = directory.resolve("patterns.yaml");
        Files.writeString(file, text);
        List<String> words = new ArrayList<>(List.of("patterns", "--quick", "--file", file.toString()));
        words.addAll(Arrays.asList(more));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Lode.execute(new PrintWriter(out), new PrintWriter(err), words.toArray(new String[0]));
    }

    @Test
    void eachFigureIsALineTheSameOnAnyThreads() throws IOException {
        assertThat(lode("trend", "placebos", "record", "--format", "csv", "--threads", "1"))
                .isZero();
        String csv = out.toString();
        List<String> lines = csv.lines().toList();
        assertThat(lines.get(0)).isEqualTo("pattern,band,figure,low,high,verdict");
        assertThat(lines).hasSize(1 + 4 + 6 + 2);
        assertThat(lines.subList(1, 11)).allMatch(line -> line.endsWith(",pass") || line.endsWith(",miss"));
        assertThat(lines.get(11)).matches("record uniform,.*,,,,absent");
        assertThat(lode("trend", "placebos", "record", "--format", "csv", "--threads", "2"))
                .isZero();
        assertThat(out.toString()).isEqualTo(csv);
    }

    @Test
    void anotherSeedHasOtherFigures() throws IOException {
        assertThat(lode("trend", "--format", "csv")).isZero();
        String csv = out.toString();
        assertThat(lode("trend", "--format", "csv", "--seed", "2")).isZero();
        assertThat(out.toString()).isNotEqualTo(csv);
    }

    @Test
    void aMissFailsOnlyIfItIsAskedToOrIsListedAsHolding() throws IOException {
        text = text.replaceFirst("(?s)(cobalt:\n      says: 'the same: cobalt'\n      least: \\{value: )0.65", "$10.01")
                .replaceFirst("most: \\{value: 0.7, unit: share", "most: {value: 0.02, unit: share");
        assertThat(lode("trend")).isZero();
        assertThat(out.toString()).containsPattern("trend cobalt .* miss\n");
        assertThat(lode("trend", "--strict")).isEqualTo(1);
        String missing = text;
        text = missing.replace("holds: []", "holds: [trend cobalt]");
        assertThat(lode("trend")).isEqualTo(1);
        text = missing.replace("holds: []", "holds: [trend graphite]");
        assertThat(lode("trend")).isZero();
        text = missing.replace("holds: []", "holds: [trend]");
        assertThat(lode("trend")).isEqualTo(1);
        assertThat(lode("record")).isZero();
    }

    @Test
    void aPatternThatHoldsMustNotVanish() throws IOException {
        assertThat(lode("record", "--strict")).isZero();
        text = text.replace("holds: []", "holds: [record]");
        assertThat(lode("record")).isEqualTo(1);
    }

    @Test
    void whatIsAbsentSaysWhy() throws IOException {
        text = text.replace("feedbacks.constituency", "feedbacks.nonesuch");
        assertThat(lode("wires", "--format", "json")).isZero();
        JsonNode first = new JsonMapper().readTree(out.toString()).at("/patterns/0");
        assertThat(first.path("pattern").asText()).isEqualTo("wires constituency");
        assertThat(first.path("verdict").asText()).isEqualTo("absent");
        assertThat(first.path("absent").asText()).isEqualTo("the scenario has no feedbacks.nonesuch");
        assertThat(first.path("figure").isNull()).isTrue();
    }

    @Test
    void figuresOtherThanThoseOfTheBandsAreRefusedWithTheirLine() throws IOException {
        text = text.replace("rounds: [0, 10, 20]", "rounds: [0, 10]");
        assertThat(lode("record")).isEqualTo(2);
        assertThat(err.toString()).containsPattern("patterns.yaml:\\d+: figures of interdependence \\[");
    }

    @Test
    void anUnknownPatternIsRefusedWithTheNearest() throws IOException {
        assertThat(lode("placebo")).isEqualTo(2);
        assertThat(err.toString()).contains("unknown pattern 'placebo'").contains("placebos");
        assertThat(out.toString()).isEmpty();
    }
}
