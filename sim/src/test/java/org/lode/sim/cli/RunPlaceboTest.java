package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lode.sim.results.ResultFiles;

class RunPlaceboTest {
    private static final String HUNT = "../configs/scenarios/table-stag-hunt.yaml";

    @TempDir
    private Path out;

    private final StringWriter stdout = new StringWriter();
    private final StringWriter stderr = new StringWriter();

    private int lode(String... words) {
        stdout.getBuffer().setLength(0);
        return Lode.execute(new PrintWriter(stdout), new PrintWriter(stderr), words);
    }

    private Path run(String... more) {
        List<String> words =
                new ArrayList<>(List.of("run", HUNT, "--no-figures", "--no-timing", "--out", out.toString()));
        words.addAll(List.of("--set", "rounds=12", "--replications", "40"));
        words.addAll(List.of(more));
        assertThat(lode(words.toArray(String[]::new))).as(stderr.toString()).isZero();
        List<String> lines = stdout.toString().lines().toList();
        return Path.of(lines.get(lines.size() - 1));
    }

    @Test
    void thePlaceboIsTheSameOnAnyThreadsAndNoPartOfTheName() throws IOException {
        Path without = run();
        assertThat(without.resolve(ResultFiles.PLACEBO)).doesNotExist();
        Path directory = run("--placebo", "--threads", "1");
        assertThat(directory).isEqualTo(without);
        byte[] one = Files.readAllBytes(directory.resolve(ResultFiles.PLACEBO));
        byte[] three = Files.readAllBytes(run("--placebo", "--threads", "3").resolve(ResultFiles.PLACEBO));
        assertThat(three).isEqualTo(one);
        assertThat(stdout.toString()).contains("headlines differ from uniform");
    }

    @Test
    void verifyComputesItAgain() throws IOException {
        Path directory = run("--placebo");
        assertThat(lode("verify", directory.toString())).isZero();
        Path file = directory.resolve(ResultFiles.PLACEBO);
        Files.writeString(file, Files.readString(file).replaceFirst("uniform,0", "uniform,1"));
        assertThat(lode("verify", directory.toString())).isEqualTo(Lode.FAILED);
        assertThat(stdout.toString()).contains("placebo.csv: is not what the placebos give");
    }

    @Test
    void coinsDoNotDifferFromCoins() {
        run(
                "--placebo",
                "--set",
                "actors.hunter.rule={rule: uniform}",
                "--set",
                "actors.gatherer.rule={rule: uniform}");
        assertThat(stdout.toString())
                .contains("No headline differs from uniform: here it does not show that actors matter.")
                .contains("No headline differs from inertia");
    }

    @Test
    void whereAllAreScriptedNobodyChooses() {
        String stag = "{rule: scripted, strategies: [stag]}";
        Path directory =
                run("--placebo", "--set", "actors.hunter.rule=" + stag, "--set", "actors.gatherer.rule=" + stag);
        assertThat(directory.resolve(ResultFiles.PLACEBO)).doesNotExist();
        assertThat(stdout.toString()).contains("Nobody chooses in this experiment");
    }
}
