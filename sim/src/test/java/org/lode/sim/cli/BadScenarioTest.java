package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a scenario is one line with the file and the line, exit 2, and nothing is written. */
class BadScenarioTest {
    private static final Path CONFIGS = Path.of("..", "configs");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path copy;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void copyTheConfiguration() throws IOException {
        try (Stream<Path> files = Files.walk(CONFIGS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(CONFIGS.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    private int lode(String... words) {
        return Lode.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    private int runBaseline(String... more) {
        List<String> words = new java.util.ArrayList<>(List.of(
                "run",
                copy.resolve("scenarios/baseline.yaml").toString(),
                "--out",
                copy.resolve("out").toString()));
        words.addAll(List.of(more));
        return lode(words.toArray(String[]::new));
    }

    /** Replaces text that a file holds once or more; the first time only. Returns its line. */
    private int change(String file, String what, String by) throws IOException {
        Path path = copy.resolve(file);
        String text = Files.readString(path);
        int at = text.indexOf(what);
        assertThat(at).as(what + " in " + file).isNotNegative();
        Files.writeString(path, text.substring(0, at) + by + text.substring(at + what.length()));
        return (int) text.substring(0, at).lines().count() + (text.charAt(at - 1) == '\n' ? 1 : 0);
    }

    private void isRefused(int code, String where, String... said) {
        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .allMatch(line -> line.matches(".+:\\d+: .+"))
                .anySatisfy(line -> assertThat(line).contains(where).contains(said));
        assertThat(copy.resolve("out")).doesNotExist();
    }

    @Test
    void aTypoInAKeyNamesTheKeyThatWasMeant() throws IOException {
        int line = change("scenarios/baseline.yaml", "replications:", "replicatoins:");
        isRefused(
                runBaseline(),
                "baseline.yaml:" + line + ":",
                "unknown key 'replicatoins'",
                "did you mean 'replications'");
    }

    @Test
    void anUnknownActorInATargetListIsNamedWithTheNearest() throws IOException {
        change("actors/US.yaml", "      supportAbroad:\n        AU:", "      supportAbroad:\n        AUS:");
        isRefused(runBaseline(), "US.yaml:", "unknown actor 'AUS'", "AU");
    }

    @Test
    void aStrategyWithoutEffectIsRefused() throws IOException {
        Path file = copy.resolve("actors/CL.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        + "\n  - id: nothing\n    name: does nothing\n    settings:\n      truce: {value: 0, unit: share}\n");
        isRefused(runBaseline(), "CL.yaml:", "strategy nothing has no effect");
    }

    @Test
    void aDuplicateIdPointsToBothPlaces() throws IOException {
        change("actors/CL.yaml", "id: both", "id: open");
        isRefused(runBaseline(), "CL.yaml:", "repeated id 'open'", "it stands already at");
    }

    @Test
    void filesThatExtendEachOtherAreACircle() throws IOException {
        Files.writeString(copy.resolve("scenarios/a.yaml"), "extends: b.yaml\nkind: scenario\n");
        Files.writeString(copy.resolve("scenarios/b.yaml"), "extends: a.yaml\nkind: scenario\n");
        int code = lode(
                "run",
                copy.resolve("scenarios/a.yaml").toString(),
                "--out",
                copy.resolve("out").toString());
        isRefused(code, ".yaml:1:", "circle");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rounds: 30 | rounds: 0 | rounds (0) must be at least 1",
                "horizon: 6 | horizon: 0 | horizon (0) must be at least 1",
                "rounds: 30 | rounds: 1000000000 | rounds (1000000000) must be at most",
                "replications: 100 | replications: 99999999999999 | replications",
                "rounds: 30 | rounds: thirty | rounds",
                "model: market | model: markt | did you mean 'market'",
            })
    void aWrongValueOfTheScenarioSaysWhatIsAllowed(String right, String wrong, String said) throws IOException {
        int line = change("scenarios/baseline.yaml", right, wrong);
        isRefused(runBaseline(), "baseline.yaml:" + line + ":", said);
    }

    @Test
    void aNegativeCapacityIsRefused() throws IOException {
        int line = change("minerals/gallium.yaml", "mine: {value: 4, unit: t/yr", "mine: {value: -4, unit: t/yr");
        isRefused(runBaseline(), "gallium.yaml:" + line + ":", "mine (-4) must be at least 0");
    }

    @Test
    void aShareOverOneAndAWrongUnitAreReportedTogether() throws IOException {
        int share = change("minerals/gallium.yaml", "JP: {value: 0.13,", "JP: {value: 1.3,");
        int unit =
                change("minerals/gallium.yaml", "world: {value: 930, unit: t/yr,", "world: {value: 930, unit: days,");
        int code = runBaseline();
        isRefused(code, "gallium.yaml:" + share + ":", "JP (1.3) must be at most 1");
        isRefused(code, "gallium.yaml:" + unit + ":", "unit of world (days) is not allowed");
    }

    @Test
    void sharesThatDoNotAddUpAreRefused() throws IOException {
        change("minerals/gallium.yaml", "JP: {value: 0.13, unit: share", "JP: {value: 0.14, unit: share");
        isRefused(runBaseline(), "gallium.yaml:", "add up to", "must add up to 1");
    }

    @Test
    void validateNamesEveryFileAndItsKind() {
        assertThat(lode("validate", "--sources", CONFIGS.toString()))
                .as(err.toString())
                .isEqualTo(0);
        assertThat(out.toString().lines())
                .allMatch(line -> line.matches(".+: ok \\(.+, \\d+ parameters, \\d+ with ranges\\)"));
        assertThat(out.toString()).contains("baseline.yaml: ok (scenario, ");
    }

    @Test
    void aNumberWithoutSourceIsFineUnlessSourcesAreAskedFor() throws IOException {
        int line = change(
                "minerals/gallium.yaml",
                "world: {value: 930, unit: t/yr, source:",
                "world: {value: 930, unit: t/yr, note:");
        String file = copy.resolve("minerals/gallium.yaml").toString();
        assertThat(lode("validate", file)).isEqualTo(0);
        assertThat(lode("validate", "--sources", file)).isEqualTo(2);
        assertThat(err.toString()).contains("gallium.yaml:" + line + ": world (930) needs a source");
    }

    @Test
    void anUnknownKindNamesTheKnownOnes() throws IOException {
        Path file = Files.writeString(copy.resolve("x.yaml"), "kind: scenari\n");
        assertThat(lode("validate", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("x.yaml:1: unknown kind 'scenari'", "scenario");
    }
}
