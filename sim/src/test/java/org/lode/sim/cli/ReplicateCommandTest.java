package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicateCommandTest {
    private static final Path SHIPPED = Path.of("..", "configs", "replications");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int replicate(Path published, String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "replicate";
        all[1] = "--published";
        all[2] = published.toString();
        System.arraycopy(args, 0, all, 3, args.length);
        return Lode.execute(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }

    @Test
    void theShippedReplicationsPassAndTheBackTestsAreNamedAbsent() {
        assertThat(replicate(SHIPPED)).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("V1  Self-enforcing agreements", "V7  Floors and contracts", "absent: a back-test")
                .contains(" figures pass, 0 miss; 2 replications are absent.")
                .doesNotContain(" miss  ");
    }

    @ParameterizedTest
    @CsvSource({
        "V1, 'value: 8.909,', 'value: 8.919,'",
        "V3, 'value: 1.4667,', 'value: 1.4677,'",
        "V4, 'value: 9, unit: 1', 'value: 8, unit: 1'",
        "V5, 'value: 0.09,', 'value: 0.0901,'",
        "V6, 'value: 4, unit: 1', 'value: 5, unit: 1'",
        "V7, 'value: -300,', 'value: -301,'"
    })
    void aSpoiledValueMissesWithExitCodeOne(String id, String from, String to) throws IOException {
        String text = Files.readString(SHIPPED.resolve(id + ".yaml"));
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        Files.writeString(
                folder.resolve(id + ".yaml"), text.substring(0, at) + to + text.substring(at + from.length()));
        Files.copy(SHIPPED.resolve("club-15.csv"), folder.resolve("club-15.csv"));
        assertThat(replicate(folder, "--format", "csv")).isEqualTo(1);
        assertThat(out.toString().lines().filter(line -> line.contains(",miss,")))
                .hasSize(1);
        assertThat(out.toString().lines().filter(line -> line.contains(",pass,")))
                .isNotEmpty();
    }

    @Test
    void jsonHoldsEveryFigure() throws IOException {
        assertThat(replicate(SHIPPED, "V6", "V8", "--format", "json")).isZero();
        JsonNode figures = new JsonMapper().readTree(out.toString()).path("figures");
        assertThat(figures).hasSize(19);
        assertThat(figures.get(6).path("figure").asText()).isEqualTo("to-A-6");
        assertThat(figures.get(6).path("published").asDouble())
                .isEqualTo(figures.get(6).path("computed").asDouble())
                .isEqualTo(2);
        assertThat(figures.get(18).path("verdict").asText()).isEqualTo("absent");
        assertThat(figures.get(18).has("computed")).isFalse();
    }

    @Test
    void anUnknownReplicationIsWrongInput() {
        assertThat(replicate(SHIPPED, "V66")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("unknown replication 'V66'");
        assertThat(replicate(folder)).isEqualTo(2);
    }

    @Test
    void aWrongFileIsOneLineWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "kind: replication\nid: V1\nname: n\nsource: s\nabsnt: x\n");
        assertThat(replicate(folder)).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("a.yaml:5: unknown key 'absnt'");
    }
}
