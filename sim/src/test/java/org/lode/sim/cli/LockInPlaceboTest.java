package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lode.sim.results.ResultFiles;

@Tag("slow")
class LockInPlaceboTest {
    private static final List<String> SMALL = List.of(
            "lockin",
            "../configs/scenarios/baseline.yaml",
            "--no-figures",
            "--set",
            "rounds=4",
            "--set",
            "foresight.horizon=1",
            "--set",
            "foresight.terminal=0",
            "--set",
            "lockin={replications: 4, histories: 2, resamples: 50, metrics: ["
                    + "{metric: reversalTest, rounds: [1, 2], forced: 1, after: 1, forks: 2}]}");

    @TempDir
    private Path out;

    private final StringWriter stdout = new StringWriter();
    private final StringWriter stderr = new StringWriter();

    private int lode(String... words) {
        stdout.getBuffer().setLength(0);
        return Lode.execute(new PrintWriter(stdout), new PrintWriter(stderr), words);
    }

    private Path lockIn(String... more) {
        List<String> words = new ArrayList<>(SMALL);
        words.addAll(List.of("--out", out.toString()));
        words.addAll(List.of(more));
        assertThat(lode(words.toArray(String[]::new))).as(stderr.toString()).isZero();
        List<String> lines = stdout.toString().lines().toList();
        return Path.of(lines.get(lines.size() - 1));
    }

    @Test
    void thePlaceboIsTheSameOnAnyThreadsAndIsMeasuredAgain() throws IOException {
        Path directory = lockIn("--no-placebo");
        assertThat(directory.resolve(ResultFiles.PLACEBO)).doesNotExist();
        String alone = Files.readString(directory.resolve("lockin.csv"));
        assertThat(lockIn("--threads", "1")).isEqualTo(directory);
        assertThat(stdout.toString())
                .containsPattern("The verdict (differs from|does not differ from) that of placebo uniform");
        String one = Files.readString(directory.resolve(ResultFiles.PLACEBO));
        assertThat(Files.readString(directory.resolve("lockin.csv"))).isEqualTo(alone);
        lockIn("--threads", "3");
        assertThat(Files.readString(directory.resolve(ResultFiles.PLACEBO))).isEqualTo(one);
        assertThat(one.lines().map(line -> line.substring(0, line.indexOf(','))))
                .contains("pathDependence", "contingency", "L.withdrawal", "P0.withdrawal");

        assertThat(lode("verify", directory.toString())).as(stdout.toString()).isZero();
        Files.writeString(
                directory.resolve(ResultFiles.PLACEBO),
                one.replaceFirst("P0.withdrawal,uniform,", "P0.withdrawal,uniform,7"));
        assertThat(lode("verify", directory.toString())).isEqualTo(Lode.FAILED);
        assertThat(stdout.toString()).contains("placebo.csv: is not what its histories give");
    }
}
