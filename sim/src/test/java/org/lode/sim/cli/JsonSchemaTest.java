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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Scope;
import org.lode.sim.calibrate.ActorRecord;
import org.lode.sim.calibrate.RecordData;
import org.lode.sim.calibrate.RecordFile;
import org.lode.sim.config.Binder;
import org.lode.sim.config.Resolved;
import org.lode.sim.config.SchemaKeys;
import org.lode.sim.hypothesis.Hypothesis;
import org.lode.sim.hypothesis.HypothesisData;
import org.lode.sim.lockin.LockInData;
import org.lode.sim.pattern.PatternFile;
import org.lode.sim.pattern.PatternsData;
import org.lode.sim.replication.ReplicationData;
import org.lode.sim.replication.ReplicationFile;
import org.lode.sim.world.ActorData;
import org.lode.sim.world.BaseRoundTargets;
import org.lode.sim.world.FragmentReader;
import org.lode.sim.world.MineralData;
import org.lode.sim.world.ScenarioData;
import org.lode.sim.world.ScenarioReader;

/** The JSON schemas for editors say what the reader says: same keys, same required ones, same words, same bounds. */
class JsonSchemaTest {
    private static final Path CONFIGS = Path.of("..", "configs");
    private static final Map<String, Class<?>> KINDS = Map.of(
            "scenario",
            ScenarioData.class,
            "actor",
            ActorData.class,
            "mineral",
            MineralData.class,
            "events",
            FragmentReader.EventsData.class,
            "base-round",
            BaseRoundTargets.class,
            "hypothesis",
            HypothesisData.class,
            "patterns",
            PatternsData.class,
            "record",
            RecordData.class,
            "actor-record",
            ActorRecord.class,
            "replication",
            ReplicationData.class);

    private static JsonNode schema(String kind) throws IOException {
        return new JsonMapper()
                .readTree(CONFIGS.resolve("schema/" + kind + ".schema.json").toFile());
    }

    private static Binder binder(String kind) {
        return switch (kind) {
            case "hypothesis" -> Hypothesis.binder();
            case "patterns" -> PatternFile.binder();
            case "record", "actor-record" -> RecordFile.binder();
            case "replication" -> ReplicationFile.binder();
            default -> ScenarioReader.binder();
        };
    }

    static Stream<String> kinds() {
        return new TreeSet<>(KINDS.keySet()).stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSchemaHasTheReadersKeys(String kind) throws IOException {
        JsonNode schema = schema(kind);
        SchemaKeys keys = binder(kind).keys(KINDS.get(kind));
        assertThat(names(schema)).containsExactlyInAnyOrderElementsOf(with(names(keys), "kind", "extends"));
        assertThat(words(schema.at("/anyOf/1/required"))).containsExactlyElementsOf(required(keys));
        assertThat(schema.at("/properties/kind/const").asText()).isEqualTo(kind);
        keys.keys().forEach(key -> same(key, schema.at("/properties/" + key.name()), key.name()));
    }

    @Test
    void theLockInBlockHasItsOwnersKeys() throws IOException {
        JsonNode schema = schema("scenario").at("/properties/lockin");
        SchemaKeys keys = LockInData.binder().keys(LockInData.class);
        assertThat(names(schema)).containsExactlyElementsOf(names(keys));
        assertThat(words(schema.at("/required"))).isEqualTo(required(keys));
        keys.keys().forEach(key -> same(key, schema.at("/properties/" + key.name()), key.name()));
    }

    private static void same(SchemaKeys key, JsonNode schema, String path) {
        switch (key.type()) {
            case "number", "integer", "quantity" -> {
                JsonNode number = schema.has("anyOf") ? schema.at("/anyOf/0") : schema;
                bound(number, key.minExcluded() ? "exclusiveMinimum" : "minimum", key.min(), path);
                bound(number, "maximum", key.max(), path);
            }
            case "choice" -> assertThat(words(schema.at("/enum"))).as(path).containsExactlyElementsOf(key.choices());
            case "map" -> same(key.keys().get(0), schema.at("/additionalProperties"), path + ".*");
            case "list" -> {
                boolean included = schema.at("/items/anyOf").isArray()
                        && !key.keys().get(0).type().equals("number");
                if (!included) {
                    same(key.keys().get(0), schema.at("/items"), path + ".*");
                }
            }
            case "family" ->
                key.keys().forEach(member -> {
                    JsonNode one = member(schema, key.choices().get(0), member.name());
                    assertThat(one.isMissingNode())
                            .as(path + ": " + member.name())
                            .isFalse();
                    assertThat(names(one))
                            .as(path)
                            .containsExactlyInAnyOrderElementsOf(
                                    with(names(member), key.choices().get(0)));
                    member.keys().forEach(setting -> same(setting, one.at("/properties/" + setting.name()), path));
                });
            case "object" -> {
                assertThat(schema.at("/additionalProperties").asBoolean(true))
                        .as(path)
                        .isFalse();
                assertThat(names(schema)).as(path).containsExactlyElementsOf(names(key));
                assertThat(words(schema.at("/required"))).as(path).containsExactlyElementsOf(required(key));
                key.keys()
                        .forEach(below ->
                                same(below, schema.at("/properties/" + below.name()), path + "." + below.name()));
            }
            default -> assertThat(schema.isMissingNode()).as(path).isFalse();
        }
    }

    private static JsonNode member(JsonNode schema, String key, String name) {
        for (JsonNode one : schema.at("/oneOf")) {
            if (one.at("/properties/" + key + "/const").asText().equals(name)) {
                return one;
            }
        }
        return schema.at("/no/such/member");
    }

    private static void bound(JsonNode number, String word, double value, String path) {
        if (Double.isInfinite(value)) {
            assertThat(number.has(word)).as(path + " " + word).isFalse();
        } else {
            assertThat(number.path(word).asDouble(Double.NaN))
                    .as(path + " " + word)
                    .isEqualTo(value);
        }
    }

    private static List<String> names(JsonNode schema) {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> names(SchemaKeys keys) {
        return keys.keys().stream().map(SchemaKeys::name).toList();
    }

    private static List<String> required(SchemaKeys keys) {
        return keys.keys().stream()
                .filter(SchemaKeys::required)
                .map(SchemaKeys::name)
                .toList();
    }

    private static List<String> with(List<String> names, String... more) {
        return Stream.concat(names.stream(), Arrays.stream(more)).toList();
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    @Test
    void settingsAreTheInstrumentsWithTheirScopesAndBounds() throws IOException {
        JsonNode settings = schema("actor").at("/$defs/settings/properties");
        List<String> names = new ArrayList<>();
        settings.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        Arrays.stream(Instrument.values()).map(Instrument::key).toArray(String[]::new));
        for (Instrument instrument : Instrument.values()) {
            JsonNode number = settings.path(instrument.key());
            int depth = instrument.scope() == Scope.ACTOR ? 0 : instrument.scope() == Scope.MINERAL_TARGET ? 2 : 1;
            for (int level = 0; level < depth; level++) {
                number = number.path("additionalProperties");
            }
            assertThat(number.at("/anyOf/0/minimum").asDouble(Double.NaN))
                    .as(instrument.key())
                    .isEqualTo(instrument.least());
            assertThat(number.at("/anyOf/0/maximum").asDouble(Double.NaN))
                    .as(instrument.key())
                    .isEqualTo(instrument.most());
        }
    }

    /** The files of the kinds that people write: others are the project's own. */
    static Stream<Path> shipped() throws IOException {
        return ValidateCommand.walked(List.of(CONFIGS)).stream()
                .filter(file -> KINDS.containsKey(ScenarioReader.tree(file).text("kind")));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedFileIsValid(Path file) throws IOException {
        JsonNode content = new YAMLMapper().readTree(file.toFile());
        if (content.has("extends")) { // its parts are laid over those of another file, and only together are whole
            String merged = Resolved.json(ScenarioReader.tree(file), null);
            content = new JsonMapper().readTree(merged).path("config");
        }
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema(content.path("kind").asText()));
        assertThat(schema.validate(content)).isEmpty();
        ObjectNode wrong = content.deepCopy();
        wrong.put("notAKey", 1);
        assertThat(schema.validate(wrong)).isNotEmpty();
    }

    @Test
    void theSchemasRefuseAWrongUnitAndAValueOutOfBounds() throws IOException {
        String text = Files.readString(CONFIGS.resolve("minerals/gallium.yaml"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema("mineral"));
        JsonNode unit = new YAMLMapper().readTree(text.replaceFirst("unit: USD/kg", "unit: days"));
        assertThat(schema.validate(unit)).isNotEmpty();
        JsonNode bound = new YAMLMapper().readTree(text.replaceFirst("world: \\{[^}]*}", "world: -1"));
        assertThat(schema.validate(bound)).isNotEmpty();
    }
}
