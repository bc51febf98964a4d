package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to sweeps in the wild: killed, cut, started twice, out of disk, on another Java. No row is lost or wrong. */
@Tag("slow")
class SweepReliabilityTest {
    private static final int KILLS = 20;

    @TempDir
    private Path folder;

    private final StringWriter stdout = new StringWriter();
    private final StringWriter stderr = new StringWriter();
    private Path plan = Path.of("");

    @BeforeEach
    void writeThePlan() throws IOException {
        Path ten = Path.of("../configs/scenarios/reduced-ten.yaml")
                .toAbsolutePath()
                .normalize();
        plan = Files.write(
                folder.resolve("wild.yaml"),
                List.of(
                        "kind: sweep",
                        "name: wild",
                        "scenario: '" + ten + "'",
                        "set: [rounds=6]",
                        "replications: 300",
                        "record: full",
                        "factors: [{id: lambda, path: actors.A1.rule.lambda, range: [1, 5], levels: 5}]"));
    }

    private int sweep(Path out, Object... more) {
        stdout.getBuffer().setLength(0);
        stderr.getBuffer().setLength(0);
        String[] args = Stream.concat(Stream.of("sweep", plan, "--out", out), Stream.of(more))
                .map(Object::toString)
                .toArray(String[]::new);
        return Lode.execute(new PrintWriter(stdout), new PrintWriter(stderr), args);
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

    private Process child(Path java, Path out, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.lode.sim.cli.Lode",
                "sweep",
                plan.toString(),
                "--threads",
                "2",
                "--quiet",
                "--out",
                out.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
    }

    private static Path java(Path home) {
        return home.resolve("bin").resolve("java");
    }

    private static Path thisJava() {
        return java(Path.of(System.getProperty("java.home")));
    }

    private static List<Path> parts(Path out) throws IOException {
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(out)) {
            return walk.filter(file -> file.toString().endsWith(".part")).toList();
        } catch (UncheckedIOException goneMeanwhile) {
            return List.of();
        }
    }

    private static long bytes(Path out) throws IOException {
        long sum = 0;
        for (Path part : parts(out)) {
            sum += part.toFile().length();
        }
        return sum;
    }

    @Test
    void killedTwentyTimesAndOnceInTheMiddleOfARowItLeavesTheSameBytes() throws Exception {
        Map<String, String> whole = whole();
        long all = whole.values().stream().mapToLong(String::length).sum();
        Path out = folder.resolve("killed");
        var random = new SplittableRandom(7);
        int killed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long from = bytes(out);
            Process child = child(thisJava(), out, "--resume");
            // Killed when it has written a random amount, on average a thirtieth of all.
            long until = from + (long) (random.nextDouble() * all / 15);
            while (child.isAlive() && bytes(out) <= until) {
                Thread.onSpinWait();
            }
            boolean alive = child.isAlive();
            child.destroyForcibly();
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            killed += alive && !Files.exists(out.resolve("manifest.json")) ? 1 : 0;
            if (kill == KILLS / 2) {
                Path part = parts(out).get(0);
                byte[] written = Files.readAllBytes(part);
                Files.write(part, java.util.Arrays.copyOf(written, written.length - 9)); // as a write that did not end
            }
        }
        assertThat(killed).as("killed before the end").isGreaterThanOrEqualTo(15);
        assertThat(sweep(out, "--resume")).as(stderr.toString()).isZero();
        assertThat(contents(directory())).isEqualTo(whole);
    }

    @Test
    void aSecondProcessIsTurnedAwayAndHarmsNothing() throws Exception {
        Path out = folder.resolve("twice");
        Process first = child(thisJava(), out, "--replications", "3000");
        while (first.isAlive() && bytes(out) == 0) {
            Thread.sleep(5);
        }
        assertThat(sweep(out, "--replications", 3000, "--resume")).isEqualTo(2);
        assertThat(stderr.toString()).hasLineCount(1).contains("another process works on this sweep");
        assertThat(first.isAlive()).as("the first is still at work").isTrue();
        assertThat(first.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue())
                .as(Files.readString(folder.resolve("child.log")))
                .isZero();
        assertThat(sweep(folder.resolve("whole"), "--replications", 3000)).isZero();
        Path whole = directory();
        assertThat(Files.mismatch(
                        whole.resolve("runs.csv"),
                        out.resolve(whole.getFileName()).resolve("runs.csv")))
                .isEqualTo(-1);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Test
    void aFullDiskIsSaidInOneLineAndTheSweepGoesOnWhenThereIsRoom() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can mount a small disk");
        Path disk = Files.createDirectories(folder.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()) == 0;
        assumeTrue(mounted, "a small disk cannot be mounted here");
        try {
            assertThat(sweep(disk)).isNotZero();
            assertThat(stderr.toString()).hasLineCount(1).contains("No space left on device");
            assertThat(run("mount", "-o", "remount,size=64m", disk.toString())).isZero();
            assertThat(sweep(disk, "--resume")).as(stderr.toString()).isZero();
            Map<String, String> resumed = contents(directory());
            assertThat(resumed).isEqualTo(whole());
        } finally {
            assertThat(run("umount", disk.toString())).isZero();
        }
    }

    /** Homes of other Java versions: the one that LODE_OTHER_JAVA names, and those beside the one that runs. */
    private static List<Path> otherJavas() throws IOException {
        List<Path> homes = new ArrayList<>();
        String named = System.getenv("LODE_OTHER_JAVA");
        if (named != null) {
            homes.add(Path.of(named));
        }
        Path here = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> beside = Files.list(here.getParent())) {
            beside.sorted().forEach(homes::add);
        }
        List<Path> others = new ArrayList<>();
        for (Path home : homes) {
            Path release = home.resolve("release");
            if (Files.isExecutable(java(home)) && Files.isReadable(release)) {
                String version = Files.readString(release).replaceAll("(?s).*JAVA_VERSION=\"(\\d+).*", "$1");
                if (version.matches("\\d+")
                        && Integer.parseInt(version) > 17
                        && Integer.parseInt(version) != Runtime.version().feature()) {
                    others.add(home);
                }
            }
        }
        return others;
    }

    @Test
    void anotherJavaGivesTheSameBytes() throws Exception {
        List<Path> others = otherJavas();
        assumeTrue(!others.isEmpty(), "no other Java beside this one, and LODE_OTHER_JAVA names none");
        Map<String, String> whole = whole();
        String name = directory().getFileName().toString();
        for (Path home : others) {
            Path out = folder.resolve("other-" + home.getFileName());
            Process other = child(java(home), out);
            assertThat(other.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue())
                    .as(Files.readString(folder.resolve("child.log")))
                    .isZero();
            assertThat(contents(out.resolve(name))).as(home.toString()).isEqualTo(whole);
        }
    }
}
