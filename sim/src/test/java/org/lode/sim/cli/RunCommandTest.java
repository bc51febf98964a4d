package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.sim.results.CsvTable;
import org.lode.sim.results.ResultDirectory;
import org.lode.sim.results.ResultFiles;

class RunCommandTest {
    private static final String TEN = "../configs/scenarios/reduced-ten.yaml";
    private static final String HUNT = "../configs/scenarios/table-stag-hunt.yaml";
    private static final String BASELINE = "../configs/scenarios/baseline.yaml";
    private static final String[] SMALL = {
        "--set", "rounds=3", "--set", "foresight.horizon=1", "--set", "foresight.terminal=0", "--set", "reportRounds=[]"
    };

    @TempDir
    private Path out;

    private final StringWriter stdout = new StringWriter();
    private final StringWriter stderr = new StringWriter();

    private int run(String... args) {
        stdout.getBuffer().setLength(0);
        stderr.getBuffer().setLength(0);
        List<String> words = new ArrayList<>(List.of("run", "--no-figures", "--club-draws", "1"));
        words.addAll(List.of(args));
        return Lode.execute(new PrintWriter(stdout), new PrintWriter(stderr), words.toArray(String[]::new));
    }

    private Path directory() {
        List<String> lines = stdout.toString().lines().toList();
        return Path.of(lines.get(lines.size() - 1));
    }

    private static Map<String, String> stable(Path directory) throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        for (String name : ResultFiles.STABLE) {
            Path file = directory.resolve(name);
            if (Files.exists(file)) {
                try (InputStream raw = Files.newInputStream(file);
                        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
                    contents.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return contents;
    }

    private static List<String> with(String[] some, String... more) {
        return Stream.concat(Stream.of(more), Stream.of(some)).toList();
    }

    @Test
    void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws IOException {
        Map<String, String> first = Map.of();
        for (String threads : List.of("1", "2", "7")) {
            int code = run(HUNT, "--out", out.resolve(threads).toString(), "--threads", threads);
            assertThat(code).as(stderr.toString()).isZero();
            Map<String, String> now = stable(directory());
            assertThat(now).containsOnlyKeys(ResultFiles.STABLE);
            first = first.isEmpty() ? now : first;
            assertThat(now).isEqualTo(first);
        }
    }

    @Test
    void aMarketScenarioGivesTheSameBytesOnAnyNumberOfThreads() throws IOException {
        Map<String, String> first = Map.of();
        for (String threads : List.of("1", "2", "7")) {
            List<String> args = with(
                    SMALL,
                    BASELINE,
                    "--replications",
                    "6",
                    "--threads",
                    threads,
                    "--out",
                    out.resolve(threads).toString());
            assertThat(run(args.toArray(String[]::new))).as(stderr.toString()).isZero();
            Map<String, String> now = stable(directory());
            first = first.isEmpty() ? now : first;
            assertThat(now).isEqualTo(first);
        }
        assertThat(first.get(ResultFiles.ROUNDS)).hasLineCount(1 + 6 * 3);
        assertThat(first.get(ResultFiles.STRATEGIES)).hasLineCount(1 + 6 * 3 * 9);
    }

    @Test
    void drawnParametersAreTheSameOnAnyNumberOfThreads() throws IOException {
        Map<String, String> first = Map.of();
        for (String threads : List.of("1", "3")) {
            List<String> args = with(
                    SMALL,
                    BASELINE,
                    "--replications",
                    "4",
                    "--set",
                    "draw=parameters",
                    "--threads",
                    threads,
                    "--out",
                    out.resolve(threads).toString());
            assertThat(run(args.toArray(String[]::new))).as(stderr.toString()).isZero();
            Map<String, String> now = stable(directory());
            first = first.isEmpty() ? now : first;
            assertThat(now).isEqualTo(first);
        }
    }

    @Test
    void anotherSeedGivesOtherRowsInAnotherDirectory() throws IOException {
        run(HUNT, "--out", out.toString(), "--seed", "1");
        Path one = directory();
        run(HUNT, "--out", out.toString(), "--seed", "2");
        assertThat(directory()).isNotEqualTo(one);
        assertThat(stable(directory()).get(ResultFiles.RUNS))
                .isNotEqualTo(stable(one).get(ResultFiles.RUNS));
    }

    @Test
    void moreReplicationsKeepTheNameAndTheRowsThereWere() throws IOException {
        run(HUNT, "--out", out.toString(), "--replications", "10");
        Path few = directory();
        String before = stable(few).get(ResultFiles.RUNS);
        run(HUNT, "--out", out.toString(), "--replications", "20");
        assertThat(directory()).isEqualTo(few);
        assertThat(stable(few).get(ResultFiles.RUNS)).startsWith(before).hasLineCount(21);
    }

    @ParameterizedTest
    @CsvSource({"runs, false, false", "rounds, true, false", "full, true, true"})
    void recordingSaysHowMuchIsKeptAndChangesNoRow(String level, boolean rounds, boolean strategies)
            throws IOException {
        run(HUNT, "--out", out.resolve("full").toString(), "--replications", "5");
        Map<String, String> full = stable(directory());
        run(HUNT, "--out", out.toString(), "--replications", "5", "--record", level);
        ResultDirectory results = ResultDirectory.open(directory());
        assertThat(results.has(ResultFiles.ROUNDS)).isEqualTo(rounds);
        assertThat(results.has(ResultFiles.STRATEGIES)).isEqualTo(strategies);
        stable(directory())
                .forEach((name, content) -> assertThat(content).as(name).isEqualTo(full.get(name)));
        assertThat(results.damage()).isEmpty();
        assertThat(results.fact("record")).isEqualTo(level);
    }

    @Test
    void theSummaryIsThatOfTheRuns() throws IOException {
        run(HUNT, "--out", out.toString(), "--replications", "50");
        double sum = 0;
        try (CsvTable runs = CsvTable.open(directory().resolve(ResultFiles.RUNS))) {
            while (runs.next()) {
                sum += runs.number(runs.column("payoffMean.hunter"));
            }
        }
        boolean found = false;
        try (CsvTable summary = CsvTable.open(directory().resolve(ResultFiles.SUMMARY))) {
            while (summary.next()) {
                if (summary.text(summary.column("metric")).equals("payoffMean.hunter")) {
                    found = true;
                    double mean = summary.number(summary.column("mean"));
                    assertThat(mean).isEqualTo(sum / 50);
                    assertThat(summary.number(summary.column("n"))).isEqualTo(50);
                    assertThat(summary.number(summary.column("low"))).isLessThan(mean);
                    assertThat(summary.number(summary.column("high"))).isGreaterThan(mean);
                }
            }
        }
        assertThat(found).isTrue();
    }

    @Test
    void theStagHuntsEquilibriaAreOnFile() throws IOException {
        run(HUNT, "--out", out.toString(), "--replications", "2");
        String equilibria = stable(directory()).get(ResultFiles.EQUILIBRIA);
        assertThat(equilibria)
                .contains("0,1,0,2026-01,pure,hunter=stag;gatherer=stag,,0,1,8,1,")
                .contains("0,1,0,2026-01,pure,hunter=hare;gatherer=hare,,0,3,6,0,")
                .contains("0,1,19,2035-07,qre,hunter=hare;gatherer=hare,");
        assertThat(equilibria.lines().filter(line -> line.contains(",pure,"))).hasSize(4);
        assertThat(equilibria.lines().filter(line -> line.startsWith("0,1,0,2026-01,mixed,")))
                .singleElement()
                .asString()
                .contains("hunter:stag=0.75|hare=0.25;gatherer:stag=0.75|hare=0.25");
        assertThat(equilibria)
                .contains("0,1,0,2026-01,correlated-best,hunter=stag;gatherer=stag,1:hunter=stag;gatherer=stag,0,,8,")
                .containsPattern("0,1,0,2026-01,correlated-worst,.*,,6,,");
    }

    @Test
    void theClubsMembershipIsOnFileAndOnTheScreen() throws IOException {
        int code = run(
                HUNT,
                "--out",
                out.toString(),
                "--replications",
                "1",
                "--set",
                "clubs=[{id: forge, name: the hunt, track: hegemon, leaderless: 0.5, coordination: 1}]",
                "--set",
                "actors.hunter.strategies.stag.settings={join: {forge: 0.8}}",
                "--set",
                "actors.gatherer.strategies.stag.settings={join: {forge: 0.8}}");
        assertThat(code).as(stderr.toString()).isZero();
        assertThat(stable(directory()).get(ResultFiles.CLUBS))
                .contains("0,1,0,2026-01,forge,today,hunter;gatherer,1,1,,,2,,,\n")
                .contains("0,1,0,2026-01,forge,shapley,,,,hunter,,");
        assertThat(stdout.toString()).contains("Club forge in round 0 (2026-01): hunter, gatherer in, stable.");
    }

    @Test
    void tenActorsOnARingRunWithoutMarkets() throws IOException {
        assertThat(run(TEN, "--out", out.toString(), "--replications", "40"))
                .as(stderr.toString())
                .isZero();
        assertThat(stable(directory()).get(ResultFiles.RUNS)).hasLineCount(41).doesNotContain("wedge");
    }

    /** A rule that asks for a strategy that no menu has fails when its turn comes, in round 3. */
    @Test
    void aFailingReplicationIsOnRecordAndTheExitCodeIsOne() throws IOException {
        int code = run(
                HUNT,
                "--out",
                out.toString(),
                "--replications",
                "3",
                "--set",
                "actors.hunter.rule={rule: scripted, strategies: [stag, stag, stag, boar]}");
        assertThat(code).isEqualTo(1);
        assertThat(stderr.toString()).contains("3 of 3 replications failed").doesNotContain("\tat ");
        assertThat(stable(directory()).get(ResultFiles.FAILURES))
                .hasLineCount(4)
                .contains("0,2,1,java.lang.IllegalArgumentException,strategies (boar) must be on the menu of actor 0");
        assertThat(stable(directory()).get(ResultFiles.RUNS)).contains("0,2,failed,,");
        assertThat(stable(directory()).get(ResultFiles.SUMMARY)).contains("payoffMean.hunter,mean,0,,,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--set rounds=0",
                "--set roundz=3",
                "--set actors.hunter.start=boar",
                "--replications 0",
                "--replications 1.5",
                "--threads 0",
                "--record some",
                "--seed x",
                "--frobnicate"
            })
    void wrongInputWritesNothing(String words) throws IOException {
        List<String> args =
                new ArrayList<>(List.of(HUNT, "--out", out.resolve("new").toString()));
        args.addAll(List.of(words.split(" ")));
        assertThat(run(args.toArray(String[]::new))).isEqualTo(2);
        assertThat(stdout.toString()).isEmpty();
        assertThat(stderr.toString()).isNotBlank().doesNotContain("\tat ").hasLineCount(1);
        assertThat(out.resolve("new")).doesNotExist();
    }

    @Test
    void rulesThatNeedATableOfAnOutsizeGameAreRefusedFirst() {
        List<String> args =
                new ArrayList<>(List.of(TEN, "--out", out.resolve("new").toString()));
        String menu = Stream.of("a", "b", "c", "d", "e")
                .map(id -> "{id: " + id + ", name: " + id + ", settings: {}}")
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        for (int i = 1; i <= 10; i++) {
            args.addAll(List.of("--set", "actors.A" + i + ".strategies=[" + menu + "]"));
            args.addAll(List.of("--set", "actors.A" + i + ".start=a"));
        }
        args.addAll(List.of("--set", "payoffs.reduced={}", "--set", "actors.A1.rule={rule: qre, lambda: 1}"));
        assertThat(run(args.toArray(String[]::new))).isEqualTo(2);
        assertThat(stderr.toString())
                .contains("rule of A1: the stage game has 9765625 profiles")
                .contains("logitReply");
        assertThat(out.resolve("new")).doesNotExist();
    }

    @Test
    void aRerunReplacesTheDirectoryAndSaysTheSame() throws IOException {
        run(HUNT, "--out", out.toString(), "--replications", "5");
        Map<String, String> first = stable(directory());
        run(HUNT, "--out", out.toString(), "--replications", "5");
        assertThat(stable(directory())).isEqualTo(first);
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left).hasSize(1);
        }
    }
}
