package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lode.sim.analysis.Interval;
import org.lode.sim.analysis.Intervals;
import org.lode.sim.results.CsvTable;

/** Replications to a stated precision: as many as it takes, the same whoever computes them. */
class PrecisionTest {
    @TempDir
    private Path folder;

    private final StringWriter stdout = new StringWriter();
    private final StringWriter stderr = new StringWriter();

    private int lode(Object... words) {
        stdout.getBuffer().setLength(0);
        stderr.getBuffer().setLength(0);
        String[] args = Stream.of(words).map(Object::toString).toArray(String[]::new);
        return Lode.execute(new PrintWriter(stdout), new PrintWriter(stderr), args);
    }

    private Path directory() {
        List<String> lines = stdout.toString().lines().toList();
        return Path.of(lines.get(lines.size() - 1));
    }

    private Path plan(String precision) throws IOException {
        Path ten = Path.of("../configs/scenarios/reduced-ten.yaml")
                .toAbsolutePath()
                .normalize();
        return Files.write(
                folder.resolve("precise.yaml"),
                List.of(
                        "kind: sweep",
                        "name: precise",
                        "scenario: '" + ten + "'",
                        "set: [rounds=8]",
                        precision,
                        "factors: [{id: lambda, path: actors.A1.rule.lambda, values: [0, 2, 8]}]"));
    }

    private static final String TIGHT =
            "precision: {metrics: [switches, switches.A1], halfWidth: 0.25, least: 6, most: 90, batch: 4}";

    private static Map<Integer, Integer> counts(Path directory) throws IOException {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        try (CsvTable table = CsvTable.open(directory.resolve("runs.csv"))) {
            while (table.next()) {
                counts.merge((int) table.number(0), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static double[] column(Path directory, int point, String name, int first) throws IOException {
        var values = new java.util.ArrayList<Double>();
        try (CsvTable table = CsvTable.open(directory.resolve("runs.csv"))) {
            while (table.next()) {
                if (table.number(0) == point && table.number(1) <= first) {
                    values.add(table.number(table.column(name)));
                }
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static boolean precise(Path directory, int point, int first) throws IOException {
        boolean all = true;
        for (String name : List.of("switches", "switches.A1")) {
            Interval interval = Intervals.student(column(directory, point, name, first), 0.95);
            all &= interval.high() - interval.estimate() <= 0.25 * Math.abs(interval.estimate());
        }
        return all;
    }

    @Test
    void eachPointStopsAtTheFirstBatchThatIsPreciseEnough() throws IOException {
        assertThat(lode("sweep", plan(TIGHT), "--out", folder.resolve("out")))
                .as(stderr.toString())
                .isZero();
        Path directory = directory();
        Map<Integer, Integer> counts = counts(directory);
        assertThat(counts).containsOnlyKeys(1, 2, 3);
        for (int point = 1; point <= 3; point++) {
            int n = counts.getOrDefault(point, 0);
            assertThat(n).isBetween(6, 90);
            assertThat(n == 90 || (n - 6) % 4 == 0).isTrue();
            assertThat(n == 90 || precise(directory, point, n)).isTrue();
            for (int before = 6; before < n; before += 4) {
                assertThat(precise(directory, point, before))
                        .as(point + " at " + before)
                        .isFalse();
            }
        }
        assertThat(counts.values().stream().distinct().count())
                .as(counts.toString())
                .isGreaterThan(1);
        assertThat(lode("verify", directory)).as(stdout.toString()).isZero();
        assertThat(lode("status", directory)).isZero();
    }

    @Test
    void threadsShardsAndWhatWasThereBeforeChangeNothing() throws IOException {
        Path tight = plan(TIGHT);
        assertThat(lode("sweep", tight, "--threads", 1, "--out", folder.resolve("one")))
                .isZero();
        String runs = Files.readString(directory().resolve("runs.csv"));
        assertThat(lode("sweep", tight, "--threads", 3, "--out", folder.resolve("three")))
                .isZero();
        assertThat(Files.readString(directory().resolve("runs.csv"))).isEqualTo(runs);
        for (int shard = 2; shard >= 1; shard--) {
            assertThat(lode("sweep", tight, "--shard", shard + "/2", "--out", folder.resolve("shards")))
                    .isZero();
            assertThat(lode("merge", directory())).isEqualTo(shard == 1 ? 0 : 2);
        }
        assertThat(Files.readString(directory().resolve("runs.csv"))).isEqualTo(runs);
        Path loose = plan(TIGHT.replace("0.25", "5"));
        Path out = folder.resolve("extended");
        assertThat(lode("sweep", loose, "--out", out)).isZero();
        assertThat(counts(directory()).values()).allMatch(n -> n <= 10);
        assertThat(lode("sweep", plan(TIGHT), "--resume", "--out", out))
                .as(stderr.toString())
                .isZero();
        assertThat(Files.readString(directory().resolve("runs.csv"))).isEqualTo(runs);
    }

    @Test
    void aMetricThatIsNoneOrReplicationsBesidesAreRefused() throws IOException {
        for (String wrong : List.of(
                TIGHT.replace("switches", "regimeFinal"),
                TIGHT.replace("switches", "wedge"),
                TIGHT.replace("least: 6", "least: 91"),
                TIGHT.replace("0.25", "0"))) {
            assertThat(lode("sweep", plan(wrong), "--out", folder.resolve("out")))
                    .isEqualTo(2);
            assertThat(stderr.toString()).hasLineCount(1);
        }
        assertThat(lode("sweep", plan(TIGHT + "\nreplications: 3"), "--out", folder.resolve("out")))
                .isEqualTo(2);
        assertThat(stderr.toString()).contains("must be left out with precision");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
