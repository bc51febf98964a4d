package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lode.sim.analysis.TestSweep;

/** The commands over sweeps made here and tables made elsewhere. */
class SensitivityCommandTest {
    private static final String TEN = "../configs/scenarios/reduced-ten.yaml";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int lode(Object... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] args = Stream.of(words).map(Object::toString).toArray(String[]::new);
        return Lode.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private String lastLine() {
        List<String> lines = out.toString().lines().toList();
        return lines.get(lines.size() - 1);
    }

    private Path sweep(String name, String... settings) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "kind: sweep",
                "name: " + name,
                "scenario: '" + Path.of(TEN).toAbsolutePath().normalize() + "'",
                "set: [rounds=4]",
                "replications: 3",
                "factors:",
                "  - {id: one, path: actors.A1.rule.lambda, range: [1, 9], levels: 3}",
                "  - {id: two, path: actors.A2.rule.lambda, range: [1, 9], levels: 3, log: true}"));
        lines.addAll(List.of(settings));
        Path plan = Files.write(folder.resolve(name + ".yaml"), lines);
        assertThat(lode("sweep", plan, "--out", folder, "--quiet"))
                .as(err.toString())
                .isZero();
        return Path.of(lastLine());
    }

    /** Every design of a sweep is known again from its points, and gets its own indices. */
    @ParameterizedTest
    @CsvSource({
        "saltelli, 8, sobol, total",
        "morris, 6, morris, muStar",
        "oat, 0, oat, swing",
        "latinHypercube, 20, prcc, prcc",
        "sobol, 16, prcc, prcc",
        "random, 20, prcc, prcc"
    })
    void eachDesignHasItsIndices(String design, int samples, String index, String main) throws IOException {
        Path directory = samples == 0
                ? sweep(design, "design: " + design)
                : sweep(design, "design: " + design, "samples: " + samples);
        assertThat(lode("sensitivity", directory, "--metric", "switches"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("switches")
                .contains(main)
                .contains("one")
                .contains("two");
        Path files = Path.of(lastLine());
        assertThat(files).isEqualTo(directory.resolve("sensitivity"));
        assertThat(Files.readAllLines(files.resolve(index + ".csv")))
                .first()
                .isEqualTo("metric,factor,index,estimate,low,high,level,method,p,n");
        assertThat(files.resolve(index + ".svg")).isNotEmptyFile();
        assertThat(files.resolve(index + ".png")).isNotEmptyFile();
        // The result directory is as it was.
        assertThat(lode("verify", directory)).as(out.toString()).isZero();
    }

    /** Test data of Ishigami's function, made elsewhere: 512 base points; the published indices lie in the intervals. */
    @Test
    void ishigamisIndicesLieInTheIntervals() throws IOException {
        Path data = Path.of("src/test/resources/ishigami");
        assertThat(lode("sensitivity", data, "--out", folder, "--format", "json"))
                .isZero();
        JsonNode found = new ObjectMapper().readTree(out.toString());
        assertThat(found.at("/kind").asText()).isEqualTo("sobol");
        String[] names = {"x1 first", "x1 total", "x2 first", "x2 total", "x3 first", "x3 total"};
        double[] published = {0.3139, 0.5576, 0.4424, 0.4424, 0, 0.2437};
        for (int i = 0; i < names.length; i++) {
            JsonNode entry = found.at("/indices").get(i);
            assertThat(entry.at("/factor").asText() + " " + entry.at("/index").asText())
                    .isEqualTo(names[i]);
            assertThat(published[i])
                    .as(names[i])
                    .isBetween(entry.at("/low").asDouble(), entry.at("/high").asDouble());
            assertThat(entry.at("/high").asDouble() - entry.at("/low").asDouble())
                    .isLessThan(0.25);
        }
    }

    @Test
    void anOutcomeInWordsIsAMetricToo() throws IOException {
        Path directory = sweep("words", "design: random", "samples: 30");
        int at = List.of(
                        Files.readAllLines(directory.resolve("runs.csv")).get(0).split(","))
                .indexOf("switches");
        double[] switches = Files.readAllLines(directory.resolve("runs.csv")).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[at]))
                .sorted()
                .toArray();
        String metric = "switches>" + switches[switches.length / 2];
        assertThat(lode("sensitivity", directory, "--metric", metric, "--format", "csv", "--no-figures"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString().lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith(metric + ","));
        assertThat(directory.resolve("sensitivity").resolve("prcc.svg")).doesNotExist();
    }

    @Test
    void whatTheDesignDoesNotSupportIsRefused() throws IOException {
        TestSweep.write(folder, TestSweep.saltelli(3, 8), 1, (place, point, replication) -> place[0]);
        assertThat(lode("sensitivity", folder, "--index", "morris")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("needs the design morris").contains("fit the index sobol");
        assertThat(lode("sensitivity", folder, "--index", "fast")).isEqualTo(2);
        assertThat(err.toString()).contains("index (fast) must be one of sobol, morris, oat, prcc");
        assertThat(lode("sensitivity", folder, "--metric", "z")).isEqualTo(2);
        assertThat(err.toString()).contains("metric (z) must be a column of runs.csv: y");
        assertThat(lode("sensitivity", folder, "--level", "95")).isEqualTo(2);
        assertThat(err.toString()).contains("level (95.0) must be between 0 and 1");
        Files.delete(folder.resolve("runs.csv"));
        assertThat(lode("sensitivity", folder)).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("it has no runs.csv");
    }

    @Test
    void aRowOfTheWrongWidthIsWrongInput() throws IOException {
        TestSweep.write(folder, TestSweep.saltelli(3, 8), 1, (place, point, replication) -> place[0]);
        Files.writeString(folder.resolve("design.csv"), "point,a\n1,2\n2,3,4\n");
        assertThat(lode("sensitivity", folder)).isEqualTo(2);
        assertThat(err.toString()).contains("design.csv:3: 3 cells, must be 2");
    }

    @Test
    void discoveryFindsThePlantedBoxAndWritesItsFiles() throws IOException {
        double[][] places = new double[500][3];
        var random = new SplittableRandom(4);
        for (double[] place : places) {
            for (int f = 0; f < 3; f++) {
                place[f] = random.nextDouble();
            }
        }
        TestSweep.write(folder, places, 2, (place, point, replication) -> place[0] > 0.4 && place[1] < 0.5 ? 1.5 : 1);
        assertThat(lode("discover", folder, "--outcome", "y>1.2"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("box 1: coverage 0.9")
                .contains("x1 >= 0.4")
                .contains("x2 <= 0.4")
                .contains("<0.0001");
        Path files = Path.of(lastLine());
        for (String name : List.of("boxes.csv", "peeling.csv", "tree.csv", "discovery.tex", "boxes.svg", "boxes.png")) {
            assertThat(files.resolve(name)).isNotEmptyFile();
        }
        assertThat(lode("discover", folder, "--outcome", "y>1.2", "--format", "latex"))
                .isZero();
        assertThat(out.toString()).contains("\\toprule").contains("$\\ge$");
        assertThat(lode("discover", folder, "--outcome", "y>1.2", "--format", "json"))
                .isZero();
        JsonNode found = new ObjectMapper().readTree(out.toString());
        assertThat(found.at("/boxes/0/density").asDouble()).isGreaterThan(0.9);
        assertThat(found.at("/points").asInt()).isEqualTo(500);
    }

    @Test
    void anOutcomeThatIsNoneIsRefused() throws IOException {
        double[][] places = {{0.1, 0.9}, {0.5, 0.2}, {0.7, 0.6}, {0.2, 0.4}};
        TestSweep.write(folder, places, 1, (place, point, replication) -> 3 * place[0]);
        assertThat(lode("discover", folder, "--outcome", "y")).isEqualTo(2);
        assertThat(err.toString()).contains("must be something that holds or not");
        assertThat(lode("discover", folder, "--outcome", "y>99")).isEqualTo(2);
        assertThat(err.toString()).contains("it holds in none");
        assertThat(lode("discover", folder, "--outcome", "y>high")).isEqualTo(2);
        assertThat(err.toString()).contains("high must be a number after >");
        assertThat(lode("discover", folder, "--outcome", "y=many")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(lode("discover", folder)).isEqualTo(2);
    }
}
