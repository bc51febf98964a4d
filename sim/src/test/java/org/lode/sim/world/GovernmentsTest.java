package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lode.sim.chance.Streams;

/** Who governs the hegemon: as recorded up to the last term known, then as elections draw. */
class GovernmentsTest {
    private static final int MULTILATERAL = 0;
    private static final int TRANSACTIONAL = 1;

    private static Scenario scenario(String... settings) {
        return SmallScenarios.small(Baseline.with(settings), 1);
    }

    /** Who governs in each month in which a round begins. */
    private static Map<YearMonth, Integer> seats(Scenario scenario, int rounds) {
        World world = new World(scenario, new Streams(3, 0, 0));
        int[] profile = scenario.startProfile();
        Map<YearMonth, Integer> seats = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            world.begin(profile);
            seats.put(world.date(), world.government(scenario.hegemon()));
            world.advance(profile, profile);
        }
        return seats;
    }

    @Test
    void termsOfThePastSeatTheRightType() {
        seats(scenario("start=2016-01", "events=[]"), 20).forEach((month, type) -> {
            boolean first = month.isBefore(YearMonth.of(2017, 1));
            boolean third = !month.isBefore(YearMonth.of(2021, 1)) && month.isBefore(YearMonth.of(2025, 1));
            assertThat(type).as("%s", month).isEqualTo(first || third ? MULTILATERAL : TRANSACTIONAL);
        });
    }

    @Test
    void anElectionThatSurelyTurnsTurnsOnceItIsOver() {
        seats(scenario("events=[]", "actors.US.governments.turnover=1"), 24).forEach((month, type) -> {
            boolean second = !month.isBefore(YearMonth.of(2029, 1)) && month.isBefore(YearMonth.of(2033, 1));
            boolean fourth = !month.isBefore(YearMonth.of(2037, 1));
            assertThat(type).as("%s", month).isEqualTo(second || fourth ? MULTILATERAL : TRANSACTIONAL);
        });
    }

    @Test
    void aSeatThatNeverTurnsKeepsItsType() {
        assertThat(seats(scenario("events=[]", "actors.US.governments.turnover=0"), 24)
                        .values())
                .containsOnly(TRANSACTIONAL);
    }

    @Test
    void electionsTurnTheSeatAsOftenAsTheTurnoverSays() {
        Scenario scenario = scenario("events=[]", "actors.US.governments.turnover=0.3");
        int[] profile = scenario.startProfile();
        World before = new World(scenario, new Streams(3, 0, 0));
        for (int round = 0; round < 6; round++) {
            before.begin(profile);
            before.advance(profile, profile);
        }
        assertThat(before.date()).isEqualTo(YearMonth.of(2029, 1));
        double turned = 0;
        for (int replication = 1; replication <= 1000; replication++) {
            World world = new World(scenario, new Streams(3, 0, 0));
            world.fork(before, new Streams(3, 0, replication));
            world.begin(profile);
            turned += world.government(scenario.hegemon()) == MULTILATERAL ? 1 : 0;
        }
        assertThat(turned / 1000).isCloseTo(0.3, within(0.045)); // three standard deviations
    }

    @Test
    void anElectionChangesWhatIsConsideredAndTakesNoAuthority() {
        Scenario scenario = Baseline.with(
                "events=[]",
                "actors.US.governments.turnover=1",
                "institutions.credibility.election=1",
                "institutions.credibility.midterm=1",
                "institutions.credibility.budget=0",
                "institutions.credibility.court=0");
        int us = scenario.hegemon();
        List<String> ids = scenario.actors().get(us).menu().stream()
                .map(strategy -> strategy.id())
                .toList();
        int[] profile = scenario.startProfile();
        World world = new World(scenario, new Streams(3, 0, 0));
        for (int round = 0; round < 8; round++) {
            world.begin(profile);
            boolean multilateral = world.government(us) == MULTILATERAL;
            assertThat(multilateral).isEqualTo(round >= 6);
            assertThat(world.open(us, ids.indexOf("consult"))).isEqualTo(multilateral);
            assertThat(world.open(us, ids.indexOf("deal"))).isEqualTo(!multilateral);
            assertThat(world.open(us, ids.indexOf("club"))).isTrue();
            assertThat(world.state().authority).isTrue();
            world.advance(profile, profile);
        }
    }

    @Test
    void whatANewGovernmentDropsIsNoReversal() {
        Scenario scenario = Baseline.SCENARIO;
        var institutions = new Institutions(scenario);
        int us = scenario.hegemon();
        List<String> ids = scenario.actors().get(us).menu().stream()
                .map(strategy -> strategy.id())
                .toList();
        int[] club = scenario.startProfile();
        int[] consult = club.clone();
        club[us] = ids.indexOf("club");
        consult[us] = ids.indexOf("consult");
        double dropped = institutions.lost(consult, club, false, false);
        assertThat(dropped).as("a share of the clauses").isBetween(0.1, 0.99);
        assertThat(institutions.lost(consult, club, false, true)).as("voted").isZero();
        assertThat(institutions.lost(consult, club, true, true))
                .as("and forced")
                .isEqualTo(dropped);
        assertThat(institutions.lost(club, club, false, false)).as("kept").isZero();
    }

    @Test
    void termsMustBeInOrderAndOfAType() {
        assertThatThrownBy(() -> Baseline.with("actors.US.governments.terms=[{from: 2020-01, type: imperial}]"))
                .hasMessageContaining("type (imperial) of the term from 2020-01 must be one of governments.types");
        assertThatThrownBy(
                        () -> Baseline.with("actors.US.governments.terms=[{from: 2020-01, type: multilateral}, {from:"
                                + " 2020-01, type: transactional}]"))
                .hasMessageContaining("must be in order of their dates");
    }
}
