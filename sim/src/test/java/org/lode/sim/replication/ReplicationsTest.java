package org.lode.sim.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.Unit;

/** Every published result of the shipped files is met by the model's own code, and none of them would be met by another number. */
class ReplicationsTest {
    private static final Path SHIPPED = Path.of("..", "configs", "replications");

    @TempDir
    private Path folder;

    private static ReplicationFile shipped(String id) {
        return ReplicationFile.read(SHIPPED.resolve(id + ".yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1", "V2", "V3", "V4", "V5", "V6", "V7"})
    void everyFigurePasses(String id) {
        ReplicationFile file = shipped(id);
        List<Comparison> rows = file.compare();
        assertThat(rows).hasSameSizeAs(file.data().published().keySet()).isNotEmpty();
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.verdict())
                        .as(row.figure() + " " + row.computed())
                        .isEqualTo(Comparison.Verdict.PASS));
    }

    /** A tolerance that would let a wrong value pass would be no test: twice the tolerance off must miss, or a tenth off. */
    @ParameterizedTest
    @ValueSource(strings = {"V1", "V3", "V4", "V5", "V6", "V7"})
    void noToleranceIsWide(String id) {
        assertThat(shipped(id).data().published().values())
                .allSatisfy(published -> assertThat(published.tolerance())
                        .isLessThanOrEqualTo(
                                0.006 * Math.max(1, Math.abs(published.value().value()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"V8", "V9"})
    void whatIsNotComputedSaysWhy(String id) {
        assertThat(shipped(id).compare())
                .singleElement()
                .satisfies(row -> assertThat(row.verdict()).isEqualTo(Comparison.Verdict.ABSENT))
                .satisfies(row -> assertThat(row.says()).contains("computed once"));
    }

    @Test
    void everyMemberOfTheListHasItsFileInItsOrder() {
        assertThat(Stream.of("V1", "V2", "V3", "V4", "V5", "V6", "V7")
                        .<Class<?>>map(id ->
                                shipped(id).data().computed().orElseThrow().getClass())
                        .toList())
                .isEqualTo(Replications.ALL);
    }

    private ReplicationFile read(String text) throws IOException {
        return ReplicationFile.read(Files.writeString(folder.resolve("V.yaml"), text));
    }

    private static final String MISTAKES =
            "kind: replication\nid: V\nname: n\nsource: s\ncomputed: {replication: mistakes, first: 2, second: 1, populations: [6]}\n";

    private static String figure(String name, double value) {
        return "  " + name + ": {says: x, value: {value: " + value + ", unit: 1, source: y}, tolerance: 0}\n";
    }

    @Test
    void aWrongValueMissesAndTheOthersPass() throws IOException {
        assertThat(read(MISTAKES + "published:\n" + figure("to-A-6", 2) + figure("to-B-6", 5) + figure("stable-6", 1))
                        .compare())
                .extracting(Comparison::verdict)
                .containsExactly(Comparison.Verdict.PASS, Comparison.Verdict.MISS, Comparison.Verdict.PASS);
    }

    /** With equal payoffs neither convention is selected: there is no share on A to print, and that is a miss. */
    @Test
    void whatIsNotFoundIsAMiss() throws IOException {
        List<Comparison> rows = read(MISTAKES.replace("first: 2", "first: 1") + "published:\n" + figure("to-A-6", 3)
                        + figure("to-B-6", 3) + figure("stable-6", 1))
                .compare();
        assertThat(rows.get(2).computed()).isNaN();
        assertThat(rows.get(2).verdict()).isEqualTo(Comparison.Verdict.MISS);
    }

    @Test
    void figuresAndPublishedValuesAreTheSameSet() {
        assertThatThrownBy(() -> read(MISTAKES + "published:\n" + figure("to-A-6", 2) + figure("to-C-6", 4)))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        wrong -> assertThat(wrong.problems())
                                .extracting(Object::toString)
                                .anyMatch(line ->
                                        line.contains(":8: figure 'to-C-6' is computed by nothing; did you mean"))
                                .anyMatch(
                                        line -> line.contains("figure 'to-B-6' is computed and has no published value"))
                                .anyMatch(line -> line.contains("figure 'stable-6' is computed"))
                                .hasSize(3));
    }

    @Test
    void aPublishedValueNeedsASourceAndAFileOneOfTwoThings() {
        assertThatThrownBy(() -> read(MISTAKES + "published:\n  to-A-6: {says: x, value: 2, tolerance: 0}\n"))
                .isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> read("kind: replication\nid: V\nname: n\nsource: s\n"))
                .hasMessageContaining("must have one of computed and absent");
        assertThatThrownBy(() -> read(MISTAKES + "absent: because\n"))
                .hasMessageContaining("must have one of computed and absent");
    }

    @Test
    void aTableCountsItsVerdictsAndKeepsFullNumbers() {
        var third = new Comparison("V", "n", "f", "a, b", Unit.ONE, 0.5, 1.0 / 3, 0, Comparison.Verdict.MISS, "s");
        var table = new ReplicationTable(List.of(third));
        assertThat(table.count(Comparison.Verdict.MISS)).isEqualTo(1);
        assertThat(table.csv().get(1)).isEqualTo("V,n,f,\"a, b\",1,0.5,0.3333333333333333,0,miss,s");
        assertThat(table.text(100)).last().isEqualTo("0 figures pass, 1 miss; 0 replications are absent.");
        assertThat(table.tree().get(0)).containsEntry("computed", 1.0 / 3).containsEntry("verdict", "miss");
    }
}
