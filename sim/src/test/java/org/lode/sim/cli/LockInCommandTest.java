package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lode lockin}: what it prints and writes. */
class LockInCommandTest {
    private static final String HUNT = "../configs/scenarios/table-stag-hunt.yaml";
    /** Everything of the baseline, small: few short histories, few forks. */
    private static final String[] SMALL = {
        "lockin",
        "../configs/scenarios/baseline.yaml",
        "--set",
        "rounds=4",
        "--set",
        "foresight.horizon=1",
        "--set",
        "foresight.terminal=0",
        "--set",
        "lockin={replications: 4, histories: 2, resamples: 50, metrics: ["
                + "{metric: reversalTest, rounds: [1, 2], forced: 1, after: 1, forks: 2},"
                + "{metric: switchingCost, round: 1, adjust: 1, settle: 1},"
                + "{metric: hysteresis, steps: [2, 3]}, {metric: arthurMargin},"
                + "{metric: basinShare, round: 1, forced: 1, after: 1, forks: 2},"
                + "{metric: earlyHistory, rounds: [1, 2], permutations: 19},"
                + "{metric: relativeSpeed}, {metric: bifurcationIndex}, {metric: concentration}]}"
    };

    @TempDir
    private Path out;

    private record Ran(int code, List<String> lines, String err) {}

    private static Ran run(String... args) {
        var text = new StringWriter();
        var err = new StringWriter();
        int code = Lode.execute(new PrintWriter(text), new PrintWriter(err), args);
        return new Ran(code, text.toString().lines().toList(), err.toString());
    }

    private static String[] with(String[] args, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(args), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    @Test
    @Tag("slow")
    void allNineMetricsOfTheModelAreWrittenWithIntervalsAndDrawn() throws IOException {
        Ran ran = run(with(SMALL, "--out", out.toString(), "--threads", "2"));
        assertThat(ran.err()).doesNotContain("failed");
        assertThat(ran.code()).isZero();
        assertThat(ran.lines()).anyMatch(line -> line.startsWith("Path dependent"));
        Path directory = Path.of(ran.lines().get(ran.lines().size() - 1));
        List<String> rows = Files.readAllLines(directory.resolve("lockin.csv"));
        assertThat(rows.get(0)).isEqualTo("metric,measure,subject,at,estimate,low,high,level,n,method,unit");
        assertThat(rows.stream()
                        .skip(1)
                        .map(row -> row.substring(0, row.indexOf(',')))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "switchingCost",
                        "reversalTest",
                        "hysteresis",
                        "arthurMargin",
                        "basinShare",
                        "earlyHistory",
                        "relativeSpeed",
                        "bifurcationIndex",
                        "concentration",
                        "regimeMap");
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            boolean estimated = !cells[4].isEmpty();
            assertThat(cells[5].isEmpty()).as(row).isEqualTo(!estimated);
            assertThat(cells[6].isEmpty()).as(row).isEqualTo(!estimated);
        }
        assertThat(Files.readAllLines(directory.resolve("verdict.csv"))).hasSize(5);
        for (String figure : List.of("reversal", "loop", "margin", "early", "split", "regimes")) {
            assertThat(directory.resolve("figures/" + figure + ".csv")).isNotEmptyFile();
            assertThat(directory.resolve("figures/" + figure + ".svg")).isNotEmptyFile();
            assertThat(directory.resolve("figures/" + figure + ".png")).isNotEmptyFile();
        }
        assertThat(directory.resolve("manifest.json")).isNotEmptyFile();

        Ran other = run(with(SMALL, "--out", out.resolve("one").toString(), "--threads", "1", "--quiet"));
        Path again = Path.of(other.lines().get(0));
        for (String file : List.of("lockin.csv", "verdict.csv", "failures.csv", "figures/reversal.csv")) {
            assertThat(again.resolve(file)).as(file).hasSameBinaryContentAs(directory.resolve(file));
        }
    }

    @Test
    void aGameWithoutClubsHasWhatFitsIt() throws IOException {
        Ran ran = run("lockin", HUNT, "--quick", "--no-figures", "--out", out.toString(), "--threads", "1");
        assertThat(ran.code()).isZero();
        Path directory = Path.of(ran.lines().get(ran.lines().size() - 1));
        assertThat(directory.getFileName().toString()).endsWith("-lockin-quick");
        assertThat(Files.readString(directory.resolve("lockin.csv")))
                .contains("basinShare,resistance,convention")
                .contains("earlyHistory,information,convention")
                .doesNotContain("reversalTest");
        assertThat(directory.resolve("figures")).doesNotExist();
    }

    @Test
    void aWrongBlockIsRefusedWithItsLine() throws IOException {
        Path ten = Path.of("../configs/scenarios/reduced-ten.yaml");
        Path scenario = out.resolve("wrong.yaml");
        Files.writeString(
                scenario,
                "kind: scenario\nextends: " + ten.toAbsolutePath().normalize()
                        + "\nlockin:\n  histories: 5\n  forks: 3\n");
        Ran ran = run("lockin", scenario.toString(), "--out", out.toString());
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("wrong.yaml:5: unknown key 'forks' in lockin");
        assertThat(run("validate", scenario.toString()).code()).isEqualTo(2);
    }
}
