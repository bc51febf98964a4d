package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lode.games.form.NormalForm;
import org.lode.games.format.GambitFormat;

/** The commands that read a scenario and print: describe and equilibria. */
class ReadingCommandsTest {
    private static final String BASELINE = "../configs/scenarios/baseline.yaml";
    private static final String HUNT = "../configs/scenarios/table-stag-hunt.yaml";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private List<String> lode(String... words) {
        int code = Lode.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
        assertThat(code).as(err.toString()).isEqualTo(0);
        return out.toString().lines().toList();
    }

    @Test
    void describeNamesActorsSettingsWithUnitsMineralsAndClubs() {
        List<String> lines = lode("describe", BASELINE);
        assertThat(lines).allMatch(line -> line.length() <= 100);
        assertThat(String.join(" ", lines))
                .contains(
                        "US  United States (hegemon)",
                        "priceFloor ndpr 110",
                        "USD/kg",
                        "gallium",
                        "forge",
                        "valueAtRisk");
    }

    @Test
    void describeListsEveryParameterWithUnitRangeSourceAndOrigin() {
        List<String> lines = lode("describe", BASELINE, "--format", "csv");
        assertThat(lines.get(0)).isEqualTo("path,value,unit,low,high,source,origin,meaning");
        assertThat(lines).hasSizeGreaterThan(1000);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("minerals.gallium.price.home,275,USD/kg,220,330,")
                        && line.contains("gallium.yaml:"));
    }

    @Test
    void describeAsJsonIsATree() throws IOException {
        JsonNode tree = new JsonMapper().readTree(String.join("\n", lode("describe", HUNT, "--format", "json")));
        assertThat(tree.path("scenario").asText()).isEqualTo("table-stag-hunt");
        assertThat(tree.path("actors")).hasSize(2);
    }

    @Test
    void latexTablesHaveTheirRulesAndNoBareSpecialCharacters() {
        List<String> lines = lode("describe", BASELINE, "--latex");
        assertThat(lines).contains("\\toprule", "\\bottomrule", "\\end{longtable}");
        assertThat(lines.stream().filter(line -> line.endsWith("\\\\")))
                .allMatch(line -> !line.matches(".*(?<!\\\\)[%#_$].*"));
    }

    @Test
    void theOddProtocolHasTheSevenElementsInOrder() {
        List<String> headings = lode("describe", BASELINE, "--odd").stream()
                .filter(line -> line.startsWith("## "))
                .toList();
        assertThat(headings)
                .containsExactly(
                        "## 1. Purpose and patterns",
                        "## 2. Entities, state variables, and scales",
                        "## 3. Process overview and scheduling",
                        "## 4. Design concepts",
                        "## 5. Initialization",
                        "## 6. Input data",
                        "## 7. Submodels");
    }

    @Test
    void theStagHuntHasTwoPureEquilibriaAndOnlyTheStagIsEfficient() {
        List<String> lines = lode("equilibria", HUNT);
        assertThat(lines.get(0)).contains("2 actors, 4 profiles");
        assertThat(lines.stream().filter(line -> line.startsWith("pure: regret 0")))
                .hasSize(2);
        assertThat(lines.stream().filter(line -> line.startsWith("pure:") && line.contains("(efficient)")))
                .hasSize(1);
        assertThat(lines).contains("Pure equilibria: 2, all there are.", "Strictly dominated: none.");
    }

    @Test
    void chanceHasAMixedEquilibriumAndTheBoundsOfCorrelatedOnes() {
        assertThat(lode("equilibria", HUNT, "--solver", "mixed"))
                .anyMatch(line -> line.matches("mixed: regret [^,]+, welfare 6.00 .*"));
        assertThat(lode("equilibria", HUNT, "--solver", "correlated", "--format", "csv"))
                .anyMatch(line -> line.startsWith("1,correlated-best,0,,hunter,4,stag,1"))
                .anyMatch(line -> line.startsWith("2,correlated-worst,"));
    }

    @Test
    void theExportedGameIsTheSameGame(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("game.nfg");
        lode("equilibria", HUNT, "--export-nfg", file.toString());
        try (var reader = Files.newBufferedReader(file)) {
            NormalForm game = GambitFormat.read(reader);
            assertThat(game.payoffs()).containsExactly(4, 0, 3, 3, 4, 3, 0, 3);
            assertThat(game.strategyName(0, 0)).isEqualTo("stag");
        }
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void oneEquilibriumNeedsNoTableAndIsOne() {
        List<String> lines = lode("equilibria", BASELINE, "--solver", "one", "--format", "csv");
        assertThat(lines.get(0)).isEqualTo("number,kind,regret,margin,actor,payoff,strategy,probability");
        assertThat(lines.get(1)).matches("1,(one,0|cycle,[^,]+),.*");
        assertThat(lines).hasSize(10);
    }

    @Test
    void aRoundBeyondTheLastIsWrongInput() {
        int code = Lode.execute(
                new PrintWriter(out, true), new PrintWriter(err, true), "equilibria", HUNT, "--round", "100000");
        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("round (100000) must be between 0 and");
    }
}
