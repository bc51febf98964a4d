package org.lode.sim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lode.games.form.Game;
import org.lode.sim.chance.Streams;
import org.lode.sim.run.Simulation;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader;
import org.lode.sim.world.ScenarioReader.Loaded;

/** The shipped game of FORGE's 54 participants: types instead of 2^54 memberships. */
class ForgeFiftyFourTest {
    private static final Path FILE = Path.of("../configs/scenarios/forge-54.yaml");
    private static final Loaded LOADED = ScenarioReader.read(FILE, List.of());

    /** All who attended as members, as if the ministerial had been a founding. */
    private static final Loaded ALL_IN = ScenarioReader.read(
            FILE,
            List.of(
                    "actors.guest.start=hedge",
                    "actors.miner.start=hedge",
                    "actors.corridor.start=hedge",
                    "actors.swing.start=hedge"));

    private static Simulation begun(Loaded loaded) {
        var simulation = new Simulation(loaded.scenario());
        simulation.enter(new Streams(1, Streams.COMMON, 1), 0);
        return simulation;
    }

    @Test
    void fiftyFourParticipateBesideTheTwoLeaders() {
        Scenario scenario = LOADED.scenario();
        assertThat(scenario.choosers()).isEqualTo(56);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < scenario.choosers(); i++) {
            counts.merge(scenario.archetype(i), 1, Integer::sum);
        }
        assertThat(counts)
                .containsOnlyKeys("US", "CN", "KR", "manufacturer", "partner", "guest", "miner", "corridor", "swing");
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(56);
        assertThat(scenario.actors().get(3).id()).isEqualTo("manufacturer-1");
    }

    @Test
    void nobodyGainsByLeavingOrJoiningAStableMembership() {
        Simulation simulation = begun(LOADED);
        var membership = new ClubMembership(
                LOADED.scenario(),
                simulation.stage(),
                simulation::open,
                simulation::previous,
                ClubMembership.memberships(LOADED.scenario(), 0));
        var all = membership.all(1 << 20).orElseThrow();
        assertThat(all.memberships()).isEqualTo(2 * 10 * 6 * 16 * 15 * 7 * 5);
        int[] stable = membership.stable(all);
        assertThat(stable).isNotEmpty();
        for (int each : Arrays.copyOf(stable, Math.min(20, stable.length))) {
            int[] members = all.members(each);
            assertThat(membership.isStable(true, members)).isTrue();
            assertThat(membership.isStable(false, members)).isTrue();
        }
    }

    /** Those who were members of the partnership before went over; attending made nobody a member. */
    @Test
    void theMembersOfThePartnershipAreInAndTheGuestsOutside() {
        ClubReport report = ClubReport.of(begun(LOADED), 0).orElseThrow();
        assertThat(report.fixed()).containsExactly("US");
        assertThat(report.counts()).containsExactly(1, 9, 5, 0, 0, 0, 0);
    }

    /**
     * With all in, a club of 55 with its leader. The best that a corridor state can do inside is to comply, 0.88 (0.03 + 55 x 0.0007) -
     * 0.045 = 0.01528; siding with China alone brings 0.04 + 0.01 + 2 x 0.001 - 0.88 x 54 x 0.0001 = 0.047248.
     */
    @Test
    void fullMembershipNeedsAChargeOnOutsidersOfWhatACorridorStateGainsByLeaving() {
        ClubReport report = ClubReport.of(begun(ALL_IN), 0).orElseThrow();
        assertThat(report.fixed()).containsExactly("US");
        assertThat(report.counts()).containsExactly(1, 9, 5, 15, 14, 6, 4);
        assertThat(report.internal()).isFalse();
        assertThat(report.external()).isTrue();
        assertThat(report.charge().least()).isEqualTo(0.047248 - 0.01528, within(1e-12));
        assertThat(report.moves())
                .filteredOn(move -> move.actor().equals("corridor"))
                .containsExactly(new ClubReport.Move(
                        "corridor", true, "side", report.charge().least()));
    }

    @Test
    void copiesAreInterchangeable() {
        Game game = begun(LOADED).stage();
        int[] profile = LOADED.scenario().startProfile();
        double one = game.payoff(4, profile);
        assertThat(game.payoff(9, profile)).isEqualTo(one);
        profile[4] = 2;
        double alone = game.payoff(4, profile);
        profile[4] = profile[9];
        profile[9] = 2;
        assertThat(game.payoff(9, profile)).isEqualTo(alone);
    }

    @Test
    void asCredibilityFallsCorridorStatesLeaveFirstAndTheChairHedgesOnceItPassesOn() throws Exception {
        String rows = new String(
                ClubTable.rows(ALL_IN.scenario(), ALL_IN, FILE, new Streams(1, Streams.COMMON, 1), 1, List.of(0), 0, 1),
                StandardCharsets.UTF_8);
        List<String[]> leaves = rows.lines()
                .filter(line -> line.contains(",credibility,"))
                .map(line -> line.split(",", -1))
                .toList();
        assertThat(leaves).hasSize(7);
        assertThat(leaves.get(0)[9]).isEqualTo("corridor");
        // A swing state leaves below c = 0.584, where 0.03 c - 0.015 = 0.012 - 0.0162 c; a miner below 0.53.
        assertThat(leaves.get(1)[9]).isEqualTo("swing");
        List<Double> levels =
                leaves.stream().map(row -> Double.valueOf(row[11])).toList();
        assertThat(levels).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        // Without 0.01 for the chair, hedging pays 0.88 x 0.03 - 0.02 = 0.0064, complying 0.88 x 0.0685 - 0.055 =
        // 0.0053.
        assertThat(rows).containsPattern(",chairPassed,,,,KR,hedge,-0\\.0[0-9]+,,,stays\n");
    }

    @Test
    void anUnknownActorOrClubIsRefusedWithItsLine() {
        assertThatThrownBy(() -> ScenarioReader.read(FILE, List.of("payoffs.reduced.chair.actor=KO")))
                .hasMessageContaining("unknown actor 'KO'");
        assertThatThrownBy(() -> ScenarioReader.read(FILE, List.of("payoffs.reduced.clubs.0.club=forg")))
                .hasMessageContaining("unknown club 'forg'");
        assertThatThrownBy(() -> ScenarioReader.read(FILE, List.of("actors.miner.copies=0")))
                .hasMessageContaining("copies");
    }
}
