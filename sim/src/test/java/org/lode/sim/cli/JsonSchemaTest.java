package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lode.sim.config.Origin;
import org.lode.sim.config.Resolved;
import org.lode.sim.world.ScenarioReader;

/** The JSON schemas for editors are what the reader says of its keys, hold of every shipped file, and refuse slips. */
class JsonSchemaTest {
    private static final Path CONFIGS = Path.of("..", "configs");

    private static Schema schema(String kind) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new JsonMapper()
                        .readTree(CONFIGS.resolve("schema/" + kind + ".schema.json")
                                .toFile()));
    }

    static List<String> kinds() {
        return ConfigKinds.names();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theCommittedSchemaIsWhatDescribePrints(String kind) throws IOException {
        String printed =
                Json.text(ConfigKinds.named(kind, new Origin("test", 0)).schema());
        assertThat(CONFIGS.resolve("schema/" + kind + ".schema.json"))
                .as("./lode describe --schema %1$s > configs/schema/%1$s.schema.json", kind)
                .hasContent(printed);
    }

    static List<Path> shipped() throws IOException {
        return ValidateCommand.walked(List.of(CONFIGS));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedFileIsValid(Path file) throws IOException {
        JsonNode content = new YAMLMapper().readTree(file.toFile());
        if (content.has("extends")) { // its parts are laid over those of another file, and only together are whole
            String merged = Resolved.json(ScenarioReader.tree(file), null);
            content = new JsonMapper().readTree(merged).path("config");
        }
        Schema schema = schema(content.path("kind").asText());
        assertThat(schema.validate(content)).isEmpty();
        ObjectNode wrong = content.deepCopy();
        wrong.put("notAKey", 1);
        assertThat(schema.validate(wrong)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minerals/gallium.yaml | mineral | unit: USD/kg | unit: days",
                "minerals/gallium.yaml | mineral | world: \\{[^}]*} | world: -1",
                "minerals/gallium.yaml | mineral | value: [0-9.]+ | value: some",
                "actors/US.yaml | actor | priceFloor: | priceFlor:",
                "actors/JP.yaml | actor | role: [a-z]+ | role: bystander",
                "actors/JP.yaml | actor | rule: [a-zA-Z]+ | rule: coinToss",
                "scenarios/baseline.yaml | scenario | start: [0-9-]+ | start: 2026-13",
                "scenarios/baseline.yaml | scenario | component: royalty | component: loyalty",
                "hypotheses/H1.yaml | hypothesis | measure: [a-zA-Z]+ | measure: astrology",
                "sweeps/feedbacks.yaml | sweep | paths: | pths:",
            })
    void aSlipIsRefused(String file, String kind, String right, String wrong) throws IOException {
        String text = Files.readString(CONFIGS.resolve(file));
        assertThat(Pattern.compile(right).matcher(text).find()).isTrue();
        JsonNode spoilt = new YAMLMapper().readTree(text.replaceFirst(right, wrong));
        assertThat(schema(kind).validate(spoilt)).isNotEmpty();
    }
}
