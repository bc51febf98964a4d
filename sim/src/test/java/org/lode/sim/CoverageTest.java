package org.lode.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.MapNode;
import org.lode.sim.world.ScenarioReader;

/**
 * docs/coverage.tsv says where each of the 201 things that the literature asks of such a model has its place: a file and a key of
 * it, or a class and perhaps a member, so that a place that is renamed or dropped is missed here.
 */
class CoverageTest {
    private static final Path ROOT = Path.of("..");
    private static final Set<String> STATUSES = Set.of("placed", "partly", "reasoned", "open");

    /** Rows of the first priority that have no place yet. To be lowered as they get one, never raised. */
    private static final int MOST_OPEN = 2;

    /**
     * One row.
     *
     * @param places {@code FILE}, {@code FILE#dotted.path}, {@code a.b.Class} or {@code a.b.Class#member}
     */
    private record Row(String id, String priority, String item, String status, List<String> places, String note) {}

    private static final List<Row> ROWS = new ArrayList<>();
    private static final Map<Path, MapNode> TREES = new HashMap<>();

    @BeforeAll
    static void readTheTable() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("docs/coverage.tsv"));
        assertThat(lines.get(0)).isEqualTo("id\tpriority\titem\tstatus\tplaces\tnote");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            assertThat(cells).as(line).hasSize(6);
            List<String> places = cells[4].isEmpty() ? List.of() : List.of(cells[4].split("; "));
            ROWS.add(new Row(cells[0], cells[1], cells[2], cells[3], places, cells[5]));
        }
    }

    @Test
    void all201HaveARow() {
        assertThat(ROWS)
                .extracting(Row::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 201)
                        .mapToObj(n -> String.format(Locale.ROOT, "C%03d", n))
                        .toList());
        assertThat(ROWS).filteredOn(row -> row.priority().equals("must")).hasSize(131);
    }

    @Test
    void everyPlaceExists() {
        List<String> missing = ROWS.stream()
                .flatMap(row -> row.places().stream()
                        .flatMap(place -> problem(place).stream())
                        .map(problem -> row.id() + ": " + problem))
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void whatIsNotPlacedInFullSaysWhatIsMissingOrWhy() {
        for (Row row : ROWS) {
            assertThat(row.status()).as(row.id()).isIn(STATUSES);
            switch (row.status()) {
                case "placed" -> assertThat(row.places()).as(row.id()).isNotEmpty();
                case "partly" -> {
                    assertThat(row.places()).as(row.id()).isNotEmpty();
                    assertThat(row.note()).as(row.id()).isNotBlank();
                }
                case "reasoned" -> assertThat(row.note()).as(row.id()).startsWith("reasoned: ");
                default -> assertThat(row.note()).as(row.id()).isNotBlank();
            }
        }
    }

    @Test
    void noMoreOfTheFirstPriorityIsOpenThanBefore() {
        assertThat(ROWS)
                .filteredOn(row -> row.priority().equals("must") && row.status().equals("open"))
                .hasSizeLessThanOrEqualTo(MOST_OPEN);
    }

    @Test
    void aPlaceThatDoesNotExistIsFound() {
        assertThat(problem("configs/actors/US.yaml#strategies.club.settings.priceFlor"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("priceFloor"));
        assertThat(problem("configs/actors/XX.yaml")).isPresent();
        assertThat(problem("org.lode.agents.payoff.ClubWorth")).isPresent();
        assertThat(problem("org.lode.agents.instrument.Instrument#PRICE_CEILING"))
                .isPresent();
        assertThat(problem("org.lode.agents.instrument.Instrument#PRICE_FLOOR")).isEmpty();
    }

    private static Optional<String> problem(String place) {
        String[] parts = place.split("#", 2);
        String member = parts.length == 2 ? parts[1] : "";
        return parts[0].startsWith("org.lode.") ? inClass(parts[0], member) : inFile(parts[0], member);
    }

    private static Optional<String> inClass(String name, String member) {
        Class<?> type;
        try {
            type = Class.forName(name, false, CoverageTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return Optional.of("no class " + name);
        }
        boolean has = member.isEmpty()
                || Stream.concat(
                                Arrays.stream(type.getDeclaredFields()).map(Field::getName),
                                Arrays.stream(type.getDeclaredMethods()).map(Method::getName))
                        .anyMatch(member::equals);
        return has ? Optional.empty() : Optional.of("no member " + member + " in " + name);
    }

    private static Optional<String> inFile(String name, String path) {
        Path file = ROOT.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.of("no file " + name);
        }
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try {
            TREES.computeIfAbsent(file, ScenarioReader::tree).at(path);
            return Optional.empty();
        } catch (ConfigException e) {
            return Optional.of(name + ": " + e.getMessage());
        }
    }
}
