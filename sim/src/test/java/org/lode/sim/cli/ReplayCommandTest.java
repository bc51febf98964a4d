package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lode.sim.results.CsvTable;

/** A replay of two rounds of the baseline shows for each actor what it saw, what each alternative paid and why it chose. */
class ReplayCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter stdout = new StringWriter();
    private final StringWriter stderr = new StringWriter();
    private Path directory = Path.of("");

    private int lode(Object... words) {
        stdout.getBuffer().setLength(0);
        stderr.getBuffer().setLength(0);
        String[] args = Stream.of(words).map(Object::toString).toArray(String[]::new);
        return Lode.execute(new PrintWriter(stdout), new PrintWriter(stderr), args);
    }

    @BeforeEach
    void sweep() throws IOException {
        Path baseline =
                Path.of("../configs/scenarios/baseline.yaml").toAbsolutePath().normalize();
        Path plan = Files.write(
                folder.resolve("two.yaml"),
                List.of(
                        "kind: sweep",
                        "name: two",
                        "scenario: '" + baseline + "'",
                        "set: [rounds=2]",
                        "replications: 1",
                        "record: full",
                        "factors: [{id: speed, path: institutions.rulePower.conversion, values: [0.2]}]"));
        assertThat(lode("sweep", plan, "--out", folder)).as(stderr.toString()).isZero();
        List<String> lines = stdout.toString().lines().toList();
        directory = Path.of(lines.get(lines.size() - 1));
    }

    private List<Map<String, String>> table() throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), stdout.toString());
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvTable table = CsvTable.open(file)) {
            while (table.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                table.columns().forEach(column -> row.put(column, table.text(table.column(column))));
                rows.add(row);
            }
        }
        return rows;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, ""));
    }

    @Test
    void thePayoffIsTheSumOfItsComponentsAndTheChancesOfAnActorAddUp() throws IOException {
        assertThat(lode("replay", directory, "1:1", "--trace"))
                .as(stderr.toString())
                .isZero();
        List<Map<String, String>> rows = table();
        List<String> columns = new ArrayList<>(rows.get(0).keySet());
        List<String> components = columns.subList(columns.indexOf("payoff") + 1, columns.indexOf("best"));
        assertThat(components).contains("consumerSurplus", "treasury", "valueAtRisk", "clubValue");
        Map<String, Double> chances = new LinkedHashMap<>();
        Map<String, Integer> chosen = new LinkedHashMap<>();
        for (Map<String, String> row : rows) {
            double sum =
                    components.stream().mapToDouble(name -> number(row, name)).sum();
            assertThat(sum).isCloseTo(number(row, "payoff"), within(1e-9));
            assertThat(number(row, "loss")).isNotNegative();
            assertThat(row.get("best").equals("1")).isEqualTo(number(row, "loss") == 0);
            String of = row.get("round") + row.get("actor");
            chances.merge(of, number(row, "chance"), Double::sum);
            chosen.merge(of, row.get("chosen").equals("1") ? 1 : 0, Integer::sum);
            assertThat(row.get("chosen").equals("1") && number(row, "chance") == 0)
                    .as(row.toString())
                    .isFalse();
        }
        assertThat(chances)
                .hasSize(18)
                .allSatisfy((actor, sum) -> assertThat(sum).isCloseTo(1, within(1e-9)));
        assertThat(chosen.values()).containsOnly(1);
        assertThat(rows).anyMatch(row -> Math.abs(number(row, "consumerSurplus")) > 1e-6);
    }

    @Test
    void whatEachSawIsTheLastRoundAndWhatItFears() throws IOException {
        assertThat(lode("replay", directory, "1:1", "--seen"))
                .as(stderr.toString())
                .isZero();
        List<Map<String, String>> rows = table();
        assertThat(rows).hasSize(18);
        Map<String, String> japan = rows.stream()
                .filter(row -> row.get("round").equals("1") && row.get("actor").equals("JP"))
                .findFirst()
                .orElseThrow();
        assertThat(number(japan, "hazard.CN")).isBetween(0.0, 1.0);
        assertThat(number(japan, "credibility")).isBetween(0.0, 1.0);
        assertThat(japan.get("hazard.JP")).isEmpty();
        try (CsvTable rounds = CsvTable.open(directory.resolve("rounds.csv.gz"))) {
            assertThat(rounds.next()).isTrue();
            assertThat(japan).containsEntry("poolPrice.ndpr", rounds.text(rounds.column("poolPrice.ndpr")));
        }
        assertThat(rows.get(0).get("poolPrice.ndpr")).isEmpty();
        assertThat(lode("replay", directory, "1:1", "--seen", "--trace")).isEqualTo(2);
    }
}
