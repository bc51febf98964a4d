package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.sim.results.Hashes;

/** The results kept in results/reference are what Lode computes today, and a digit changed in them is found. */
@Tag("slow")
class ReferenceTest {
    private static final Path REFERENCE = Path.of("../results/reference/baseline-small");

    @TempDir
    private Path folder;

    private final StringWriter stdout = new StringWriter();

    private int verify(Path directory) {
        stdout.getBuffer().setLength(0);
        return Lode.execute(
                new PrintWriter(stdout), new PrintWriter(new StringWriter()), "verify", directory.toString());
    }

    @Test
    void theReferenceIsReproduced() {
        assertThat(verify(REFERENCE))
                .as("where the model was changed on purpose, run .ci/reference: " + stdout)
                .isZero();
    }

    private static String content(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs.csv", "rounds.csv.gz", "strategies.csv.gz", "summary.csv", "equilibria.csv"})
    void oneDigitAndItsHashChangedIsFound(String name) throws IOException {
        Path copy = folder.resolve("copy");
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(REFERENCE)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        String text = content(copy.resolve(name));
        int at = text.length() / 2;
        while (text.charAt(at) < '1' || text.charAt(at) > '8' || text.charAt(at - 1) != '.') {
            at++;
        }
        String changed = text.substring(0, at) + (char) (text.charAt(at) + 1) + text.substring(at + 1);
        try (OutputStream raw = Files.newOutputStream(copy.resolve(name));
                OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
            out.write(changed.getBytes(StandardCharsets.UTF_8));
        }
        Path manifest = copy.resolve("manifest.json");
        String hashes = Files.readString(manifest);
        assertThat(hashes).contains(Hashes.of(text));
        Files.writeString(manifest, hashes.replace(Hashes.of(text), Hashes.of(changed)));
        assertThat(verify(copy)).isEqualTo(1);
        List<String> lines = stdout.toString().lines().toList();
        assertThat(lines).isNotEmpty().noneMatch(line -> line.contains("SHA-256"));
    }
}
