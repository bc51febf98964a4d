package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sweep leaves is a function of its plan: whatever the threads and shards, and however often it is killed. */
class SweepCommandTest {
    private static final String TEN = "../configs/scenarios/reduced-ten.yaml";

    @TempDir
    private Path folder;

    private final StringWriter stdout = new StringWriter();
    private final StringWriter stderr = new StringWriter();
    private Path plan = Path.of("");

    @BeforeEach
    void writeThePlan() throws IOException {
        plan = plan("ring", "record: full", "  - {id: lambda, path: actors.A1.rule.lambda, range: [1, 5], levels: 3}");
    }

    private Path plan(String name, String setting, String... factors) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "kind: sweep",
                "name: " + name,
                "scenario: '" + Path.of(TEN).toAbsolutePath().normalize() + "'",
                "set: [rounds=4]",
                "replications: 12",
                setting,
                "factors:"));
        lines.addAll(List.of(factors));
        return Files.write(folder.resolve(name + ".yaml"), lines);
    }

    private int lode(Object... words) {
        stdout.getBuffer().setLength(0);
        stderr.getBuffer().setLength(0);
        String[] args = Stream.of(words).map(Object::toString).toArray(String[]::new);
        return Lode.execute(new PrintWriter(stdout), new PrintWriter(stderr), args);
    }

    private int sweep(Path out, Object... more) {
        Object[] words = Stream.concat(Stream.of("sweep", plan, "--out", out), Stream.of(more))
                .toArray();
        return lode(words);
    }

    private Path directory() {
        List<String> lines = stdout.toString().lines().toList();
        return Path.of(lines.get(lines.size() - 1));
    }

    /** Everything but the manifest, which tells the time; compressed files as what is in them. */
    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(file).toString();
                if (!name.equals("manifest.json")) {
                    try (InputStream raw = Files.newInputStream(file);
                            InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
                        contents.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return contents;
    }

    private Map<String, String> whole() throws IOException {
        assertThat(sweep(folder.resolve("whole"), "--threads", 2))
                .as(stderr.toString())
                .isZero();
        return contents(directory());
    }

    @Test
    void aSweepLeavesItsDesignAndSortedRows() throws IOException {
        Map<String, String> files = whole();
        assertThat(files)
                .containsOnlyKeys(
                        "config.resolved.json",
                        "design.csv",
                        "failures.csv",
                        "rounds.csv.gz",
                        "runs.csv",
                        "strategies.csv.gz",
                        "summary.csv");
        assertThat(files.get("design.csv")).isEqualTo("point,lambda\n1,1\n2,3\n3,5\n");
        List<String> keys = files.get("runs.csv")
                .lines()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf(",ok,")))
                .toList();
        List<String> expected = new ArrayList<>();
        for (int point = 1; point <= 3; point++) {
            for (int replication = 1; replication <= 12; replication++) {
                expected.add(point + "," + replication);
            }
        }
        assertThat(keys).isEqualTo(expected);
        assertThat(files.get("rounds.csv.gz").lines()).hasSize(1 + 3 * 12 * 4);
        assertThat(files.get("strategies.csv.gz").lines()).hasSize(1 + 3 * 12 * 4 * 10);
    }

    @Test
    void theBytesAreTheSameOnAnyNumberOfThreadsAndShards() throws IOException {
        Map<String, String> whole = whole();
        for (int threads : new int[] {1, 7}) {
            assertThat(sweep(folder.resolve("threads-" + threads), "--threads", threads))
                    .isZero();
            assertThat(contents(directory())).isEqualTo(whole);
        }
        for (int shards : new int[] {3, 10}) {
            Path out = folder.resolve("shards-" + shards);
            for (int shard = shards; shard >= 1; shard--) {
                assertThat(sweep(out, "--threads", 2, "--shard", shard + "/" + shards))
                        .isZero();
                assertThat(lode("merge", directory())).isEqualTo(shard == 1 ? 0 : 2);
                if (shard > 1) {
                    assertThat(stderr.toString()).hasLineCount(1).contains("runs are missing");
                    assertThat(sweep(out, "--shard", shard + "/" + shards)).isEqualTo(2);
                    assertThat(sweep(out, "--shard", shard + "/" + shards, "--resume"))
                            .isZero();
                }
            }
            assertThat(contents(directory())).isEqualTo(whole);
        }
    }

    @Test
    void theRowsOfAPointAreThoseOfTheScenarioRunByItself() throws IOException {
        Map<String, String> whole = whole();
        int code = lode(
                "run",
                TEN,
                "--no-figures",
                "--quiet",
                "--set",
                "rounds=4",
                "--set",
                "actors.A1.rule.lambda=5",
                "--replications",
                12,
                "--out",
                folder.resolve("run"));
        assertThat(code).as(stderr.toString()).isZero();
        String alone = Files.readString(directory().resolve("runs.csv"));
        List<String> third = whole.get("runs.csv")
                .lines()
                .filter(row -> row.startsWith("3,"))
                .toList();
        assertThat(third)
                .isEqualTo(
                        alone.lines().skip(1).map(row -> "3" + row.substring(1)).toList());
    }

    @Test
    void aFinishedSweepIsNotOverwrittenAndMayBeExtended() throws IOException {
        Path out = folder.resolve("extended");
        assertThat(sweep(out, "--replications", 5)).isZero();
        assertThat(sweep(out)).isEqualTo(2);
        assertThat(stderr.toString()).hasLineCount(1).contains("--resume");
        assertThat(sweep(out, "--resume")).isZero();
        assertThat(contents(directory())).isEqualTo(whole());
    }

    @Test
    void aLostTailIsComputedAnew() throws IOException {
        Map<String, String> whole = whole();
        Path out = folder.resolve("cut");
        assertThat(sweep(out, "--threads", 1, "--shard", "1/2")).isZero();
        Path directory = directory();
        Path part = directory.resolve("parts/1-of-2/worker-1.part");
        byte[] bytes = Files.readAllBytes(part);
        var random = new SplittableRandom(11);
        for (int attempt = 0; attempt < 4; attempt++) {
            Files.write(part, java.util.Arrays.copyOf(bytes, (int) (random.nextDouble() * bytes.length)));
            assertThat(sweep(out, "--threads", 1, "--shard", "1/2", "--resume")).isZero();
        }
        byte[] flipped = Files.readAllBytes(part);
        flipped[flipped.length / 2] ^= 1; // a wrong bit costs what follows it, and makes no wrong row
        Files.write(part, flipped);
        assertThat(sweep(out, "--shard", "1/2", "--resume")).isZero();
        assertThat(stderr.toString()).contains("were dropped and computed anew");
        assertThat(sweep(out, "--shard", "2/2")).isZero();
        assertThat(lode("merge", directory)).as(stderr.toString()).isZero();
        assertThat(contents(directory)).isEqualTo(whole);
    }

    @Test
    void aSecondProcessOnTheSameSweepIsTurnedAway() throws IOException {
        Path out = folder.resolve("two");
        assertThat(sweep(out, "--shard", "1/2")).isZero();
        Path lock = directory().resolve("parts/1-of-2/lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(sweep(out, "--shard", "1/2", "--resume")).isEqualTo(2);
            assertThat(stderr.toString()).hasLineCount(1).contains("another process works on shard 1/2");
        }
        assertThat(sweep(out, "--shard", "1/2", "--resume")).isZero();
    }

    @Test
    void aRunThatThrowsIsARowAndTheRestGoesOn() throws IOException {
        plan = plan(
                "broken",
                "record: rounds",
                "  - id: rule",
                "    path: actors.A1.rule",
                "    values: [{rule: scripted, strategies: [joint]}, {rule: scripted, strategies: [joint, 'no, \"such\"']}]");
        assertThat(sweep(folder.resolve("out"))).as(stderr.toString()).isEqualTo(1);
        assertThat(stderr.toString()).contains("12 of 24 runs failed");
        Path directory = directory();
        Map<String, String> files = contents(directory);
        assertThat(files.get("runs.csv").lines().filter(row -> row.matches("1,\\d+,ok,.*")))
                .hasSize(12);
        assertThat(files.get("runs.csv").lines().filter(row -> row.matches("2,\\d+,failed,,.*")))
                .hasSize(12);
        assertThat(files.get("failures.csv").lines())
                .hasSize(13)
                .element(12)
                .asString()
                .startsWith("2,12,1,java.lang.IllegalArgumentException,\"strategies (no, \"\"such\"\") must be");
        assertThat(sweep(folder.resolve("out"), "--resume")).isEqualTo(1);
        assertThat(contents(directory)).isEqualTo(files);
        assertThat(lode("verify", directory)).as(stdout.toString()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{id: a, path: actors.A1.rule.lamda, values: [1, 2]}",
                "{id: a, path: rounds, values: [1.5]}",
                "{id: a, path: rounds, range: [4, 7], levels: 3}",
                "{id: a, path: actors.A1.rule, values: [logitRepli]}",
                "{id: a, path: rounds}",
                "{id: a, path: rounds, range: [7, 4]}",
                "{id: a, path: name, multiply: true, values: [2]}",
                "{id: a, values: [1]}"
            })
    void aWrongFactorIsRefusedWithItsLineBeforeAnythingIsRun(String factor) throws IOException {
        plan = plan("wrong", "record: runs", "  - " + factor);
        assertThat(sweep(folder.resolve("out"))).isEqualTo(2);
        assertThat(stderr.toString()).hasLineCount(1).contains("wrong.yaml:8: ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void verifyFindsOneChangedDigit() throws IOException {
        whole();
        Path directory = directory();
        assertThat(lode("verify", directory)).as(stdout.toString()).isZero();
        assertThat(lode("verify", directory, "--sample", 3)).isZero();
        assertThat(stdout.toString()).contains("3 of 36 runs");
        Path runs = directory.resolve("runs.csv");
        String text = Files.readString(runs);
        int last = text.length() - 2;
        char digit = text.charAt(last);
        String changed = text.substring(0, last) + (digit == '9' ? '8' : (char) (digit + 1)) + "\n";
        Path manifest = directory.resolve("manifest.json");
        String hashes = Files.readString(manifest);
        Files.writeString(runs, changed);
        assertThat(lode("verify", directory)).isEqualTo(1);
        Files.writeString(
                manifest,
                hashes.replace(org.lode.sim.results.Hashes.of(text), org.lode.sim.results.Hashes.of(changed)));
        assertThat(lode("verify", directory)).isEqualTo(1);
        assertThat(stdout.toString())
                .contains("point 3, replication 12: runs.csv has")
                .doesNotContain("SHA-256");
    }

    @Test
    void replayRepeatsARunAndShowsWhatEachActorCouldChoose() throws IOException {
        String row = whole().get("runs.csv")
                .lines()
                .filter(line -> line.startsWith("2,7,"))
                .findFirst()
                .orElseThrow();
        Path directory = directory();
        assertThat(lode("replay", directory, "2:7")).as(stderr.toString()).isZero();
        assertThat(stdout.toString().strip()).isEqualTo(row);
        assertThat(lode("replay", directory, "2:7", "--trace")).isZero();
        assertThat(stdout.toString().lines()).hasSize(1 + 4 * 10 * 2);
        assertThat(stdout.toString().lines().filter(line -> line.endsWith(",1")))
                .hasSize(4 * 10); // one choice each
        assertThat(lode("replay", directory, "2:13")).isEqualTo(2);
        assertThat(stderr.toString()).contains("replications 1 to 12");
        Path runs = directory.resolve("runs.csv");
        Files.writeString(runs, Files.readString(runs).replace("\n2,7,ok,", "\n2,7,ok,x"));
        assertThat(lode("replay", directory, "2:7")).isEqualTo(1);
    }

    @Test
    void killedAtAnyMomentAndResumedItLeavesTheSameBytes() throws Exception {
        plan = plan("long", "record: full", "  - {id: lambda, path: actors.A1.rule.lambda, range: [1, 5], levels: 5}");
        Map<String, String> whole = contents(sweptWhole(200));
        Path out = folder.resolve("killed");
        var random = new SplittableRandom(4);
        int killed = 0;
        long written = 0;
        for (int attempt = 0; attempt < 6; attempt++) {
            // Each child gets a little farther; it is killed when its parts have grown by a random amount.
            Process child = child(out);
            long until = written + (long) (random.nextDouble() * 120_000);
            while (child.isAlive() && written <= until) {
                written = Math.max(written, bytes(out));
            }
            killed += child.isAlive() ? 1 : 0;
            child.destroyForcibly();
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(killed).as("killed before the end").isGreaterThanOrEqualTo(5);
        assertThat(sweep(out, "--replications", 200, "--threads", 2, "--resume"))
                .as(stderr.toString())
                .isZero();
        assertThat(contents(directory())).isEqualTo(whole);
    }

    private Path sweptWhole(int replications) {
        assertThat(sweep(folder.resolve("whole"), "--replications", replications))
                .as(stderr.toString())
                .isZero();
        return directory();
    }

    private Process child(Path out) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.lode.sim.cli.Lode",
                        "sweep",
                        plan.toString(),
                        "--replications",
                        "200",
                        "--threads",
                        "2",
                        "--resume",
                        "--quiet",
                        "--out",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
    }

    private static long bytes(Path out) {
        try (Stream<Path> walk = Files.walk(out)) {
            return walk.filter(file -> file.toString().endsWith(".part"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | java.io.UncheckedIOException notYet) {
            return 0;
        }
    }
}
