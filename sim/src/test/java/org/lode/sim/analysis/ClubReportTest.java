package org.lode.sim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lode.sim.chance.Streams;
import org.lode.sim.run.Simulation;
import org.lode.sim.world.ScenarioReader;
import org.lode.sim.world.ScenarioReader.Loaded;

/** The stag hunt as a club: who hunts the stag is in. Both in pays 4 each; alone in it pays 0; outside is worth 3. */
class ClubReportTest {
    private static final Path HUNT = Path.of("../configs/scenarios/table-stag-hunt.yaml");
    private static final String CLUB =
            "clubs=[{id: forge, name: the hunt, track: hegemon, leaderless: 0.5, coordination: 1}]";

    private static Loaded hunt(String... more) {
        var settings = new java.util.ArrayList<>(List.of(
                CLUB,
                "actors.hunter.strategies.stag.settings={join: {forge: 0.8}}",
                "actors.gatherer.strategies.stag.settings={join: {forge: 0.4}}",
                "actors.gatherer.strategies.hare.settings={join: {forge: 0.39}}"));
        settings.addAll(List.of(more));
        return ScenarioReader.read(HUNT, settings);
    }

    private static ClubReport report(Loaded loaded) {
        var simulation = new Simulation(loaded.scenario());
        simulation.enter(new Streams(1, Streams.COMMON, 1), 0);
        return ClubReport.of(simulation, 0).orElseThrow();
    }

    @Test
    void bothConventionsAreStableMemberships() {
        ClubReport report = report(hunt());
        assertThat(report.today()).isEqualTo("hunter;gatherer");
        assertThat(report.isStable()).isTrue();
        assertThat(report.stable())
                .containsExactly(new ClubReport.Stable("", 0), new ClubReport.Stable("hunter;gatherer", 2));
        assertThat(report.moves()).isEmpty();
        assertThat(report.toMembers()).isZero();
        assertThat(report.charge()).isEqualTo(new ClubMembership.Charge(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void aLoneMemberWouldLeaveTheOutsiderWouldJoinAndTransfersPayForBoth() {
        ClubReport report = report(hunt("actors.gatherer.start=hare"));
        assertThat(report.today()).isEqualTo("hunter");
        assertThat(report.internal()).isFalse();
        assertThat(report.external()).isFalse();
        assertThat(report.moves())
                .containsExactly(
                        new ClubReport.Move("hunter", true, "hare", 3),
                        new ClubReport.Move("gatherer", false, "stag", 1));
        assertThat(report.toMembers()).isEqualTo(3);
        assertThat(report.fromOutside()).isEqualTo(3);
        assertThat(report.toOutsiders()).isEqualTo(1);
        assertThat(report.charge().exists()).isFalse();
    }

    /** Together they gain 2 over nobody in, each alone loses 3: equal marginal worths, so 1 each. */
    @Test
    void theShapleyValueSharesTheGainOfFullMembership() {
        Map<String, Double> shapley = report(hunt()).shapley();
        assertThat(shapley.keySet()).containsExactly("hunter", "gatherer");
        assertThat(shapley.values()).allSatisfy(value -> assertThat(value).isEqualTo(1, within(1e-12)));
    }

    @Test
    void whoHasNoChoiceIsNamedAndNotAsked() {
        ClubReport report = report(hunt("actors.hunter.strategies.hare.settings={join: {forge: 1}}"));
        assertThat(report.fixed()).containsExactly("hunter");
        assertThat(report.today()).isEqualTo("hunter;gatherer");
        assertThat(report.shapley()).containsOnlyKeys("gatherer");
    }

    @Test
    void withoutClubsTheFileHasItsHeaderOnly() throws Exception {
        assertThat(rows(ScenarioReader.read(HUNT, List.of()), 0)).hasLineCount(1);
    }

    @Test
    void rowsSayWhoMovesAndTheLikelihoodHasItsInterval() throws Exception {
        String ranged = "actors.hunter.rule.lambda={value: 2, unit: 1, source: test, range: [1, 3]}";
        assertThat(rows(hunt(ranged), 7))
                .contains("0,1,0,2026-01,forge,today,hunter;gatherer,1,1,,,2,,,\n")
                .contains("0,1,0,2026-01,forge,stable,hunter;gatherer,1,1,,,2,,,\n")
                .containsPattern(
                        "0,1,0,2026-01,forge,likelihood,hunter;gatherer,,,,,1,0\\.6[0-9]+,1,stable in 7 of 7 draws");
        assertThat(rows(hunt(), 0)).doesNotContain("likelihood");
    }

    private static String rows(Loaded loaded, int draws) throws java.io.IOException {
        return new String(
                ClubTable.rows(
                        loaded.scenario(), loaded, HUNT, new Streams(1, Streams.COMMON, 1), 1, List.of(0), draws, 2),
                StandardCharsets.UTF_8);
    }
}
