package org.lode.sim.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lode.sim.config.ConfigException;
import org.lode.sim.world.ScenarioReader;

/** The record as shipped: whole, in the words of dated menus, and saying which of its rows are sure. */
class RecordFileTest {
    private static final Path SHIPPED = Path.of("../configs/replications/record.yaml");

    private static RecordData data;

    @TempDir
    private Path dir;

    @BeforeAll
    static void readTheShippedRecord() {
        data = RecordFile.read(SHIPPED);
    }

    private static ActorRecord actor(String id) {
        return data.actors().stream()
                .filter(actor -> actor.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nineActorsFeedTheLikelihoodAndSevenAreNamedAsNotModelled() {
        assertThat(data.modelled())
                .extracting(ActorRecord::id)
                .containsExactly("US", "JP", "EU", "CA", "CN", "AU", "ID", "CD", "CL");
        assertThat(data.unmodelled())
                .extracting(ActorRecord::id)
                .containsExactly("KR", "IN", "UK", "KZ", "ZW", "MY", "MX");
        assertThat(data.actors().stream()
                        .mapToInt(actor -> actor.halfYears().size())
                        .sum())
                .isEqualTo(424);
    }

    @Test
    void everyModelledActorHasEveryHalfYearFrom2010To2026() {
        for (ActorRecord actor : data.modelled()) {
            assertThat(actor.halfYears()).as(actor.id()).hasSize(33);
            assertThat(actor.halfYears().get(0).date()).isEqualTo(YearMonth.of(2010, 1));
            assertThat(actor.halfYears().get(32).halfYear()).isEqualTo("2026H1");
        }
    }

    /** One in eight half-years brought another course since 2010, one in three since 2023: the base rates of the status quo. */
    @Test
    void coursesChangeSeldomUntil2023() {
        assertThat(rate(YearMonth.of(2010, 7))).isCloseTo(0.125, within(0.005));
        assertThat(rate(YearMonth.of(2023, 1))).isCloseTo(0.33, within(0.01));
    }

    private static double rate(YearMonth from) {
        int switches = 0;
        int rows = 0;
        for (ActorRecord actor : data.modelled()) {
            for (int row = 1; row < actor.halfYears().size(); row++) {
                if (!actor.halfYears().get(row).date().isBefore(from)) {
                    rows++;
                    switches += actor.switched(row) ? 1 : 0;
                }
            }
        }
        return switches / (double) rows;
    }

    @Test
    void aRowThatOnlyCarriesOnSaysSoAndCountsLeast() {
        assertThat(data.weights().of(Sure.SEEN)).isGreaterThan(data.weights().of(Sure.MEMORY));
        assertThat(data.weights().of(Sure.MEMORY)).isGreaterThan(data.weights().of(Sure.REASONED));
        for (ActorRecord actor : data.actors()) {
            for (int row = 0; row < actor.halfYears().size(); row++) {
                ActorRecord.HalfYear one = actor.halfYears().get(row);
                if (one.source().startsWith("persistence")) {
                    assertThat(one.sure()).as(actor.id() + " " + one.halfYear()).isEqualTo(Sure.REASONED);
                    assertThat(actor.changed(row))
                            .as(actor.id() + " " + one.halfYear())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void whatWasWrongBeforeIsRight() {
        assertThat(at("US", "2025H1").strategy()).isEqualTo("grants");
        assertThat(at("CN", "2010H2").strategy()).isEqualTo("embargo");
        assertThat(IntStream.range(0, 33)
                        .mapToObj(row -> actor("CN").halfYears().get(row).strategy())
                        .filter("quota"::equals))
                .hasSize(9);
        assertThat(at("CL", "2026H1").membership()).doesNotContain("forge");
    }

    private static ActorRecord.HalfYear at(String id, String halfYear) {
        return actor(id).halfYears().stream()
                .filter(row -> row.halfYear().equals(halfYear))
                .findFirst()
                .orElseThrow();
    }

    /** The short record that the scenario of 2023-26 is scripted by tells the same. */
    @Test
    void theShortRecordAgrees() {
        var observed = ScenarioReader.binder()
                .bind(
                        ScenarioReader.tree(SHIPPED.resolveSibling("observed-strategies.yaml")),
                        org.lode.sim.analysis.PreferenceData.class)
                .value();
        for (var row : observed.halfYears()) {
            row.play()
                    .forEach((id, strategy) -> assertThat(actor(id).halfYears().stream()
                                    .filter(one -> one.date().equals(row.date()))
                                    .map(ActorRecord.HalfYear::strategy))
                            .as(id + " " + row.date())
                            .containsExactly(strategy));
        }
    }

    private void refused(String text, String message) throws IOException {
        Files.createDirectories(dir.resolve("record"));
        Files.createDirectories(dir.resolve("actors"));
        Files.copy(Path.of("../configs/actors/CN.yaml"), dir.resolve("actors/CN.yaml"));
        Path part = Files.writeString(dir.resolve("record/CN.yaml"), """
                kind: actor-record
                id: CN
                name: China
                menu: ../actors/CN.yaml
                halfYears:
                """ + text);
        Path file = Files.writeString(dir.resolve("record.yaml"), """
                kind: record
                source: test
                weights: {seen: 1, memory: 0.5, reasoned: 0.25}
                memberships: {bri: Belt and Road}
                buying: {stockpile: stocks}
                instruments: {exportControl: a ban}
                actors: [record/CN.yaml]
                """);
        assertThatThrownBy(() -> RecordFile.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessage(part + ":" + message);
    }

    @Test
    void aMisspeltStrategyIsRefusedWithTheNearestOne() throws IOException {
        refused(
                "  - {date: 2010-01, strategy: quotta, sure: seen, event: none, source: test}\n",
                "6: unknown strategy 'quotta'; did you mean 'quota'?");
    }

    @Test
    void aStrategyThatWasShutIsRefusedWithItsDates() throws IOException {
        refused(
                "  - {date: 2010-07, strategy: targeted, sure: seen, event: none, source: test}\n",
                "6: strategy (targeted) of CN must be open in 2010-07; it is from 2020-12 to 2999-12");
    }

    @Test
    void aGapIsRefused() throws IOException {
        refused(
                "  - {date: 2010-01, strategy: quota, sure: seen, event: none, source: test}\n"
                        + "  - {date: 2011-01, strategy: quota, sure: seen, event: none, source: test}\n",
                "1: date (2011-01) of row 2 of CN must be the half-year after the row before, 2010-07");
    }

    @Test
    void anUnknownCodeIsRefusedWithTheNearestOne() throws IOException {
        refused(
                "  - {date: 2010-01, strategy: quota, sure: seen, instruments: ['exportContrl:JP:REE'], event: none,"
                        + " source: test}\n",
                "6: unknown code 'exportContrl' of instruments; did you mean 'exportControl'?");
    }

    @Test
    void aRowThatDoesNotSayHowSureItIsIsRefused() throws IOException {
        refused(
                "  - {date: 2010-01, strategy: quota, sure: certain, event: none, source: test}\n",
                "6: sure (certain) must be one of seen, memory, reasoned");
    }

    @Test
    void aRecordIsOnAMenuOrSaysWhyItIsNot() {
        List<ActorRecord.HalfYear> rows = actor("KR").halfYears();
        assertThatThrownBy(() -> new ActorRecord(
                        "KR",
                        "Korea",
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Map.of(),
                        rows))
                .hasMessage("KR must have a menu, or say why it is unmodelled, and not both");
    }
}
