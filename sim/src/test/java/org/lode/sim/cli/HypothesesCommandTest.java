package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

class HypothesesCommandTest {
    private static final Path SHIPPED = Path.of("../configs/hypotheses");

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** H4 with few runs. */
    @BeforeEach
    void plan() throws IOException {
        String text = Files.readString(SHIPPED.resolve("H4.yaml"))
                .replace(
                        "../scenarios",
                        SHIPPED.resolveSibling("scenarios")
                                .toAbsolutePath()
                                .normalize()
                                .toString())
                .replaceFirst("quick: .*", "quick: {draws: 2, seedsPerDraw: 1, seeds: 3}");
        Files.writeString(Files.createDirectory(directory.resolve("plans")).resolve("H4.yaml"), text);
    }

    private int lode(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "hypotheses", "--quick", "--plans", directory.resolve("plans").toString()));
        words.addAll(List.of("--out", directory.resolve("results").toString()));
        words.addAll(Arrays.asList(more));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Lode.execute(new PrintWriter(out), new PrintWriter(err), words.toArray(new String[0]));
    }

    @Test
    void theAnswerIsPrintedAndKeptTheSameOnAnyThreads() throws IOException {
        assertThat(lode("H4", "--threads", "1")).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(out.toString()).contains("gain from divergence").containsPattern("Answer: (yes|no|inconclusive), ");
        Path results = Path.of(lines.get(lines.size() - 1));
        List<String> files = List.of(
                "answers.csv",
                "figures.csv",
                "assumptions.csv",
                "failures.csv",
                "config.resolved.json",
                "tables/hypotheses.tex");
        List<String> before = new ArrayList<>();
        for (String file : files) {
            before.add(Files.readString(results.resolve(file)));
        }
        assertThat(results.resolve("manifest.json")).exists();
        assertThat(results.resolve("runs-H4.csv.gz")).exists();
        assertThat(before.get(0)).startsWith("hypothesis,name,answer").contains("H4,gain from divergence,");
        assertThat(lode("H4", "--threads", "3", "--quiet")).isZero();
        for (int f = 0; f < files.size(); f++) {
            assertThat(Files.readString(results.resolve(files.get(f))))
                    .as(files.get(f))
                    .isEqualTo(before.get(f));
        }
    }

    @Test
    void thereIsATableForProgramsAndPapers() throws IOException {
        assertThat(lode("--format", "csv")).isZero();
        assertThat(out.toString().lines().toList()).hasSize(2);
        assertThat(lode("--format", "latex")).isZero();
        assertThat(out.toString()).contains("\\toprule").contains("H4 &").doesNotContain("95 %");
        assertThat(lode("--format", "json")).isZero();
        assertThat(new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(out.toString())
                        .at("/0/id")
                        .asText())
                .isEqualTo("H4");
    }

    @Test
    void anUnknownHypothesisIsRefusedWithTheNearest() {
        assertThat(lode("H9")).isEqualTo(2);
        assertThat(err.toString())
                .contains("unknown hypothesis 'H9'")
                .contains("did you mean")
                .contains("H4");
        assertThat(out.toString()).isEmpty();
        assertThat(directory.resolve("results")).doesNotExist();
    }

    @Test
    void aWrongFileIsRefusedWithItsLine() throws IOException {
        Path file = directory.resolve("plans/H4.yaml");
        Files.writeString(file, Files.readString(file).replace("  late:", "  latr:"));
        assertThat(lode()).isEqualTo(2);
        assertThat(err.toString()).contains("H4.yaml:").contains("latr").contains("late");
    }

    @Test
    void aMisspeltStrategyIsAFailureOfTheInput() throws IOException {
        Path file = directory.resolve("plans/H4.yaml");
        Files.writeString(file, Files.readString(file).replace("actors.US.rule=", "actors.UZ.rule="));
        assertThat(lode()).isEqualTo(2);
        assertThat(err.toString()).contains("UZ");
    }

    @Test
    void aResultIsVerifiedByComputingItAgain() throws IOException {
        assertThat(lode("--quiet")).isZero();
        Path results = Path.of(out.toString().strip());
        for (List<String> asked : List.of(List.<String>of(), List.of("--sample", "4"))) {
            List<String> words = new ArrayList<>(List.of("verify", results.toString()));
            words.addAll(asked);
            StringWriter said = new StringWriter();
            assertThat(Lode.execute(new PrintWriter(said), new PrintWriter(err), words.toArray(new String[0])))
                    .as(said.toString() + err)
                    .isZero();
            assertThat(said.toString()).contains("verified");
        }
        Path answers = results.resolve("answers.csv");
        Files.writeString(answers, Files.readString(answers).replaceFirst("bootstrap", "bootstrop"));
        StringWriter said = new StringWriter();
        assertThat(Lode.execute(new PrintWriter(said), new PrintWriter(err), "verify", results.toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("answers.csv");
    }
}
