package org.lode.sim.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lode.sim.config.ConfigException;

class FrozenBandsTest {
    private static final Path SHIPPED = Path.of("..", "configs", "replications", "patterns.yaml");

    @TempDir
    Path directory;

    /** Bands were set down before tuning. A figure that misses is reported as a miss; its band stays. */
    @Test
    void noBandWasMovedAfterTheFreeze() throws IOException, NoSuchAlgorithmException {
        List<String> lines = Files.readAllLines(SHIPPED);
        int first = lines.indexOf("bands:");
        int after = first + 1;
        while (after < lines.size() && lines.get(after).startsWith(" ")) {
            after++;
        }
        String block = String.join("\n", lines.subList(first, after)) + "\n";
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(block.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("d02d72dd310b41821954260ddc63ab299ea1a98493724d493269f2ee0c3d26b2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            least: {value: 0.65, unit: share | least: {value: 0.75, unit: share | least (0.75) must be below most (0.7)
            least: {value: 0.65, unit: share | least: {value: 0.65, unit: years | must have the unit of least (years)
            says: 'the same: cobalt'         | say: 'the same: cobalt'         | did you mean 'says'?
            seed: 1                          | seed: one                       | seed (one) must be a number
            holds: []                        | holds: [placebo]                | did you mean 'placebos'?
            baseline.yaml                    | base.yaml                       | scenario (../scenarios/base.yaml) is no file
            """)
    void whatIsWrongIsRefusedWithItsLine(String written, String instead, String message) throws IOException {
        Path scenarios = Files.createDirectories(directory.resolve("scenarios"));
        Files.writeString(scenarios.resolve("baseline.yaml"), "kind: scenario\n");
        Path file = Files.createDirectories(directory.resolve("replications")).resolve("patterns.yaml");
        String text = Files.readString(SHIPPED);
        assertThat(text).contains(written);
        Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(written), instead));
        assertThatThrownBy(() -> PatternFile.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message)
                .hasMessageMatching("(?s).*patterns\\.yaml:\\d+: .*");
    }

    @Test
    void aBandIsHeldAtItsEndsAndNotByAFigureThatIsNoNumber() {
        PatternFile patterns = PatternFile.read(SHIPPED);
        Band cobalt = patterns.data().bands().get("trend").get("cobalt");
        assertThat(cobalt.holds(0.65, 0.6, 0.7)).isTrue();
        assertThat(cobalt.holds(0.7, 0.6, 0.8)).isTrue();
        assertThat(cobalt.holds(0.71, 0.6, 0.8)).isFalse();
        assertThat(cobalt.holds(Double.NaN, 0.6, 0.7)).isFalse();
    }

    @Test
    void aDifferenceMustBeBeyondNoise() {
        Band conversion = PatternFile.read(SHIPPED).data().bands().get("wires").get("conversion");
        assertThat(conversion.holds(0.05, 0.01, 0.09)).isTrue();
        assertThat(conversion.holds(0.05, -0.01, 0.11)).isFalse();
        assertThat(conversion.holds(0.05, Double.NaN, Double.NaN)).isFalse();
    }
}
