package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.agents.instrument.Instrument;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.ListNode;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Node;
import org.lode.sim.config.Problem;
import org.lode.sim.config.ScalarNode;
import org.lode.sim.config.SchemaKeys;
import org.lode.sim.world.ActorData;
import org.lode.sim.world.MineralData;
import org.lode.sim.world.ScenarioData;
import org.lode.sim.world.ScenarioReader;

/**
 * Every key of the baseline and of the files it includes is deleted, renamed, given a wrong unit and put out of range, and the
 * reader must say so in the right line of the right file. As the reader reports all problems of a file together, keys that do
 * not lie in each other are spoilt together. Commands are run for a sample of single keys.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BaselineMutationTest {
    private static final Path CONFIGS = Path.of("..", "configs");
    private static final Path BASELINE = Path.of("scenarios", "baseline.yaml");
    private static final long SEED = 1;

    /**
     * A key spoilt.
     *
     * @param group those of one group may be spoilt together
     * @param line where the problem must be reported; 0 if the spoilt file may be fine
     * @param said what the message must contain
     */
    private record Mutant(String what, String group, Consumer<Spoiler> edit, int line, String said) {}

    @SuppressWarnings("NullAway.Init")
    private Path copy;

    @BeforeAll
    void copyTheConfiguration(@TempDir Path directory) throws IOException {
        copy = directory;
        try (Stream<Path> files = Files.walk(CONFIGS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(CONFIGS.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    static Stream<String> included() throws IOException {
        List<String> files = new ArrayList<>();
        for (String directory : List.of("actors", "minerals")) {
            try (Stream<Path> found = Files.list(CONFIGS.resolve(directory))) {
                found.map(file -> directory + "/" + file.getFileName()).sorted().forEach(files::add);
            }
        }
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("included")
    void everyKeyOfAnIncludedFileThatIsSpoiltIsReportedWhereItStands(String name) throws IOException {
        Path file = copy.resolve(name);
        List<Mutant> mutants = mutants(file, name.startsWith("actors") ? ActorData.class : MineralData.class);
        assertThat(mutants.size()).isGreaterThan(90);
        assertThat(wrong(file, mutants)).isEmpty();
    }

    @Test
    void everyKeyOfTheScenarioThatIsSpoiltIsReportedWhereItStands() throws IOException {
        Path file = copy.resolve(BASELINE);
        List<Mutant> mutants = mutants(file, ScenarioData.class);
        assertThat(mutants.size()).isGreaterThan(300);
        assertThat(wrong(file, mutants)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = SEED)
    void aSampleOfSpoiltFilesStopsEveryCommandWithExitTwoAndNothingWritten(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        Path out = copy.resolve("out");
        for (String name : included().toList()) {
            Path file = copy.resolve(name);
            List<Mutant> mutants =
                    mutants(file, name.startsWith("actors") ? ActorData.class : MineralData.class).stream()
                            .filter(mutant -> mutant.line > 0)
                            .toList();
            Mutant mutant = mutants.get((int) (random.nextDouble() * mutants.size()));
            String good = Files.readString(file);
            var spoiler = new Spoiler(good);
            mutant.edit.accept(spoiler);
            Files.writeString(file, spoiler.text());
            for (String command : List.of("run", "validate")) {
                var stdout = new StringWriter();
                var stderr = new StringWriter();
                List<String> words =
                        new ArrayList<>(List.of(command, copy.resolve(BASELINE).toString()));
                if (command.equals("run")) {
                    words.addAll(List.of("--out", out.toString()));
                }
                int code = Lode.execute(new PrintWriter(stdout), new PrintWriter(stderr), words.toArray(String[]::new));
                assertThat(code).as(mutant.what).isEqualTo(2);
                assertThat(stdout.toString()).isEmpty();
                assertThat(stderr.toString().lines())
                        .as(mutant.what)
                        .allMatch(line -> line.matches(".+\\.yaml:\\d+: .+"))
                        .anyMatch(line -> line.contains(name + ":" + mutant.line + ": "));
            }
            assertThat(out).doesNotExist();
            Files.writeString(file, good);
        }
    }

    /** What is wrong with the reader's answers to the mutants. */
    private static List<String> wrong(Path file, List<Mutant> mutants) throws IOException {
        Map<String, List<Mutant>> groups = new LinkedHashMap<>();
        mutants.forEach(mutant ->
                groups.computeIfAbsent(mutant.group, group -> new ArrayList<>()).add(mutant));
        String good = Files.readString(file);
        List<String> wrong = new ArrayList<>();
        try {
            for (List<Mutant> together : groups.values()) {
                var spoiler = new Spoiler(good);
                together.forEach(mutant -> mutant.edit.accept(spoiler));
                Files.writeString(file, spoiler.text());
                List<Problem> problems = problems(file);
                for (Mutant mutant : together) {
                    boolean right = mutant.line == 0
                            || problems.stream()
                                    .anyMatch(problem -> problem.origin().file().equals(file.toString())
                                            && problem.origin().line() == mutant.line
                                            && problem.message().contains(mutant.said));
                    if (!right) {
                        wrong.add(mutant.what + " should be in line " + mutant.line + " with '" + mutant.said
                                + "' but there are: "
                                + problems.stream().limit(5).toList());
                    }
                }
            }
        } finally {
            Files.writeString(file, good);
        }
        return wrong;
    }

    private static List<Problem> problems(Path file) {
        try {
            MapNode tree = ScenarioReader.tree(file);
            ConfigKinds.of(tree).check(tree, file, false);
            return List.of();
        } catch (ConfigException e) {
            return e.problems();
        }
    }

    private static List<Mutant> mutants(Path file, Class<?> type) throws IOException {
        SchemaKeys schema = ScenarioReader.binder().keys(type);
        var collector = new Collector(file);
        collector.map(ScenarioReader.tree(file), schema, "");
        return collector.mutants;
    }

    /** Goes through a file's tree along with what the reader says it may hold. */
    private static final class Collector {
        private final Path file;
        private final List<Mutant> mutants = new ArrayList<>();

        Collector(Path file) {
            this.file = file;
        }

        void map(MapNode map, SchemaKeys schema, String path) {
            map.entries().forEach((key, node) -> {
                if (!node.origin().file().equals(file.toString()) || key.equals("kind")) {
                    return;
                }
                boolean free = schema.type().equals("map");
                SchemaKeys below =
                        free ? schema.keys().get(0) : schema.find(key).orElse(null);
                if (below == null) {
                    return; // the key that names a member of a family
                }
                String at = path + "." + key;
                spoil(map, key, node, below, free, at);
                descend(node, below, at);
            });
        }

        private void descend(Node node, SchemaKeys schema, String path) {
            if (schema.type().equals("any") && node instanceof MapNode settings) {
                instruments(settings, path);
            } else if (node instanceof MapNode map && !map.isQuantity()) {
                SchemaKeys own = schema.type().equals("family") ? member(map, schema) : schema;
                if (own != null) {
                    map(map, own, path);
                }
            } else if (node instanceof ListNode list && !schema.keys().isEmpty()) {
                for (int i = 0; i < list.items().size(); i++) {
                    if (list.items().get(i).origin().file().equals(file.toString())) {
                        descend(list.items().get(i), schema.keys().get(0), path + "." + i);
                    }
                }
            }
        }

        private static @Nullable SchemaKeys member(MapNode map, SchemaKeys family) {
            String name = ((ScalarNode) map.require(family.choices().get(0))).text();
            return family.find(name).orElse(null);
        }

        private void spoil(MapNode parent, String key, Node node, SchemaKeys schema, boolean free, String path) {
            int line = node.origin().line();
            delete(parent, key, line, schema.required() && !free, path);
            if (!free) {
                String typo = key + "Q";
                add("rename", path, spoiler -> spoiler.rename(line, key, typo), line, "unknown key '" + typo + "'");
            }
            if (node instanceof MapNode map && map.isQuantity()) {
                String unit = schema.unit() == null ? "kg" : "steps";
                add("unit", path, text -> text.replaceWithin(line, key, "unit", unit), line, "unit of " + key);
                if (schema.max() < Double.POSITIVE_INFINITY || schema.min() > Double.NEGATIVE_INFINITY) {
                    String beyond = schema.max() < Double.POSITIVE_INFINITY ? "9e12" : "-9e12";
                    add("range", path, text -> text.replaceWithin(line, key, "value", beyond), line, key);
                }
            } else if (node instanceof ScalarNode) {
                String beyond = switch (schema.type()) {
                    case "integer" -> schema.min() > Double.NEGATIVE_INFINITY ? "-7" : "1.5";
                    case "boolean" -> "perhaps";
                    case "choice" -> "nonsense";
                    case "month" -> "2026-13";
                    case "text" -> "[1, 2]";
                    default -> "";
                };
                if (!beyond.isEmpty()) {
                    add("range", path, text -> text.replace(line, key, beyond), line, key);
                }
            }
        }

        /** One key of a map at a time, and none of a map with one key, which would be left empty. */
        private void delete(MapNode parent, String key, int line, boolean required, String path) {
            List<String> siblings = List.copyOf(parent.entries().keySet());
            if (siblings.size() < 2) {
                return;
            }
            // A list item that begins with the key begins a line later without it.
            boolean onOneLine = parent.entries().values().stream()
                    .allMatch(node -> node.origin().line() == line);
            boolean begins = siblings.get(0).equals(key) && parent.origin().line() == line && !onOneLine;
            int reported = required ? parent.origin().line() + (begins ? 1 : 0) : 0;
            int place = siblings.indexOf(key);
            add("delete " + place, path, text -> text.delete(line, key), reported, "missing key '" + key + "'");
        }

        private void add(String how, String path, Consumer<Spoiler> edit, int line, String said) {
            long depth = path.chars().filter(c -> c == '.').count();
            String part = path.contains(".settings.") ? " in settings" : "";
            mutants.add(new Mutant(how + " " + path, how + part + " at depth " + depth, edit, line, said));
        }

        private void instruments(MapNode settings, String path) {
            settings.entries().forEach((key, node) -> {
                int line = node.origin().line();
                String at = path + "." + key;
                delete(settings, key, line, false, at);
                String typo = key + "Q";
                add("rename", at, text -> text.rename(line, key, typo), line, "unknown instrument '" + typo + "'");
                for (Instrument instrument : Instrument.values()) {
                    if (instrument.key().equals(key)) {
                        numbers(node, key, at);
                    }
                }
            });
        }

        private void numbers(Node node, String key, String path) {
            if (!(node instanceof MapNode map)) {
                return;
            }
            if (!map.isQuantity()) {
                map.entries().forEach((name, value) -> numbers(value, name, path + "." + name));
                return;
            }
            int line = map.origin().line();
            add("unit", path, text -> text.replaceWithin(line, key, "unit", "steps"), line, "unit of " + key);
            add("range", path, text -> text.replaceWithin(line, key, "value", "-9e12"), line, key);
        }
    }
}
