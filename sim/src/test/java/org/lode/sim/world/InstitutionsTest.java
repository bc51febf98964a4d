package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;
import org.lode.sim.chance.Streams;

/** Slow state: embedding, hostility, hazards, credibility, clocks, authority. */
class InstitutionsTest {
    private static final double YEARS = 0.5;
    private static final double ROUNDING = 1e-12;
    private static final ScenarioData.Institutions RULES =
            Baseline.SCENARIO.data().institutions();

    private static double commitment(Trial trial, String actor, String club) {
        return trial.world.state().commitment[trial.actor(actor) * trial.scenario.clubCount() + trial.club(club)];
    }

    private static double hostility(Trial trial, String actor, String other) {
        return trial.view().hostility(trial.actor(actor), trial.actor(other));
    }

    @Test
    void embeddingGrowsFasterThanItFades() {
        assertThat(RULES.embedding()).isGreaterThan(RULES.fading());
        var start = Baseline.trial(0, "CA", "{lead: {plural: 1}}");
        double before = commitment(start, "CL", "plural");
        var up = Baseline.trial(1, "CA", "{lead: {plural: 1}}", "CL", "{join: {plural: 1}}");
        assertThat(commitment(up, "CL", "plural"))
                .isCloseTo(before + RULES.embedding() * YEARS * (1 - before), within(ROUNDING));
        var down = Baseline.trial(1, "CA", "{lead: {plural: 1}}");
        assertThat(commitment(down, "CL", "plural")).isCloseTo(before * (1 - RULES.fading() * YEARS), within(ROUNDING));
    }

    @Test
    void aClubNobodyLeadsEmbedsByItsLeaderlessFactor() {
        double factor = Baseline.SCENARIO.data().clubs().get(0).leaderless();
        var led = Baseline.trial(200, "US", "{lead: {forge: 1}}", "JP", "{join: {forge: 0.6}}");
        var leaderless = Baseline.trial(200, "JP", "{join: {forge: 0.6}}");
        assertThat(commitment(led, "JP", "forge")).isCloseTo(0.6, within(1e-3));
        assertThat(commitment(leaderless, "JP", "forge")).isCloseTo(0.6 * factor, within(1e-3));
    }

    @Test
    void hedgersShareTheirCommitmentAmongClubs() {
        var trial = Baseline.trial(
                200,
                "US",
                "{lead: {forge: 1}}",
                "CA",
                "{lead: {plural: 1}}",
                "CN",
                "{lead: {china: 1}}",
                "CL",
                "{join: {forge: 1, plural: 1, china: 0.5}}");
        assertThat(commitment(trial, "CL", "forge")).isCloseTo(0.4, within(1e-3));
        assertThat(commitment(trial, "CL", "plural")).isCloseTo(0.4, within(1e-3));
        assertThat(commitment(trial, "CL", "china")).isCloseTo(0.2, within(1e-3));
    }

    @Test
    void hostilityDecaysAndControlsFeedIt() {
        var calm = Baseline.trial(0);
        double before = hostility(calm, "JP", "CN");
        var later = Baseline.trial(1);
        assertThat(hostility(later, "JP", "CN"))
                .isCloseTo(before * (1 - YEARS * RULES.hostility().decay()), within(ROUNDING));
        var controlled = Baseline.trial(1, "CN", "{exportControl: {all: {JP: 0.5}}}");
        double added = 0.5 * RULES.hostility().control();
        assertThat(hostility(controlled, "JP", "CN"))
                .isCloseTo(
                        before
                                + YEARS
                                        * (added * (1 - before)
                                                - RULES.hostility().decay() * before),
                        within(ROUNDING));
    }

    @Test
    void hazardsAddBaseHostilityAndControlAndOffersTakeAShareOff() {
        var trial = Baseline.trial(0, "CN", "{exportControl: {all: {JP: 0.4}}, offers: {JP: 0.5}}");
        ScenarioData.Hazard rule = RULES.hazard();
        int japan = trial.actor("JP");
        int china = trial.actor("CN");
        double base = trial.scenario.actorData().get(japan).hazards().get("CN");
        double expected = (base + rule.perHostility() * trial.view().hostility(china, japan) + rule.perControl() * 0.4)
                * (1 - 0.5 * rule.assurance());
        assertThat(trial.view().alarm(japan, china)).isCloseTo(expected, within(ROUNDING));
        assertThat(trial.view().alarm(japan, japan)).isZero();
        var worst = Baseline.trial(
                Baseline.with("institutions.hazard.perControl=50"), 0, "CN", "{exportControl: {all: {all: 1}}}");
        assertThat(worst.view().alarm(japan, china)).isEqualTo(rule.most());
    }

    @Test
    void credibilityIsReversalsOverYearsInForce() {
        var trial = Baseline.trial(0);
        ScenarioData.Credibility rule = RULES.credibility();
        double events = trial.scenario.data().allEvents().stream()
                .filter(event -> event.what() == ScenarioData.Event.What.REVERSAL)
                .filter(event -> event.date().isBefore(trial.scenario.date(1)))
                .mapToDouble(ScenarioData.Event::change)
                .sum();
        double reversals = rule.prior() * rule.priorYears() + events;
        assertThat(trial.world.state().beliefs.reversalHazard)
                .isCloseTo(reversals / rule.priorYears(), within(ROUNDING));
        var held = Baseline.trial(4, "US", "{lead: {forge: 1}}");
        assertThat(held.world.state().yearsInForce).isCloseTo(rule.priorYears() + 4 * YEARS, within(ROUNDING));
        assertThat(held.world.state().beliefs.reversalHazard).isLessThan(trial.world.state().beliefs.reversalHazard);
        assertThat(held.view().credibility())
                .isCloseTo(StrictMath.exp(-held.world.state().beliefs.reversalHazard), within(ROUNDING));
    }

    /** Kept clauses are kept: what counts is the share of the last course's instruments that the new one does not set at all. */
    @Test
    void droppedClausesCountAsTheirShareOfAReversalOnce() {
        Scenario scenario = quiet();
        World world = new World(scenario, new Streams(1, 0, 0));
        int us = scenario.hegemon();
        int[] club = scenario.startProfile();
        int[] fallback = club.clone();
        fallback[us] = scenario.actors().get(us).fallback();
        world.begin(club);
        Settings course = scenario.actors().get(us).menu().get(club[us]).settings();
        Settings retreat = scenario.actors().get(us).menu().get(fallback[us]).settings();
        double clauses = 0;
        double dropped = 0;
        for (Instrument instrument : Instrument.values()) {
            clauses += course.isNeutral(instrument) ? 0 : 1;
            dropped += !course.isNeutral(instrument) && retreat.isNeutral(instrument) ? 1 : 0;
        }
        assertThat(dropped).isBetween(1.0, clauses - 1);
        double before = world.state().reversals;
        world.advance(fallback, club);
        assertThat(world.state().reversals).isCloseTo(before + dropped / clauses, within(ROUNDING));
        world.begin(fallback);
        world.advance(fallback, fallback);
        assertThat(world.state().reversals).isCloseTo(before + dropped / clauses, within(ROUNDING));
        world.begin(fallback);
        world.advance(club, fallback);
        assertThat(world.state().reversals)
                .as("coming back keeps every clause of the retreat, or all but what it alone set")
                .isLessThan(before + dropped / clauses + 1);
    }

    /** Nothing forces a retreat. */
    private static Scenario quiet() {
        return Baseline.with(
                "institutions.credibility.election=0",
                "institutions.credibility.midterm=0",
                "institutions.credibility.budget=0",
                "institutions.credibility.court=0",
                "events=[]");
    }

    @Test
    void theTruceRunsOutUnlessBothOfferItAndChanceRenewsIt() {
        String offer = "{truce: 1}";
        Scenario sure = Baseline.with("institutions.truce.renewal=1", "events=[]");
        Scenario never = Baseline.with("institutions.truce.renewal=0", "events=[]");
        assertThat(Baseline.trial(sure, 1, "CN", offer, "US", offer).view().truce())
                .isTrue();
        assertThat(Baseline.trial(sure, 20, "CN", offer, "US", offer).view().truce())
                .isTrue();
        assertThat(Baseline.trial(never, 1, "CN", offer, "US", offer).view().truce())
                .isTrue();
        assertThat(Baseline.trial(never, 2, "CN", offer, "US", offer).view().truce())
                .isFalse();
        assertThat(Baseline.trial(sure, 3, "CN", offer).view().truce())
                .as("one side does not make a truce")
                .isFalse();
        assertThat(Baseline.trial(sure, 0, "US", offer).view().truce())
                .as("the supplier must keep it")
                .isFalse();
    }

    @Test
    void theSection232DeadlinePassesOnItsDate() {
        YearMonth deadline = RULES.deadline();
        for (int round = 0; round < 4; round++) {
            var trial = Baseline.trial(round);
            assertThat(trial.view().deadlinePassed())
                    .isEqualTo(!trial.world.date().isBefore(deadline));
        }
        var before = Baseline.trial(1, "US", "{section232: 0.5}");
        var without = Baseline.trial(1);
        assertThat(hostility(before, "CA", "US")).isEqualTo(hostility(without, "CA", "US"));
    }

    @Test
    void whereNoGovernmentsAreToldApartElectionsForceARetreatAtTheirDatesOnly() {
        Scenario scenario = Baseline.ungoverned(
                "institutions.credibility.election=1",
                "institutions.credibility.midterm=0",
                "institutions.credibility.budget=0",
                "institutions.credibility.court=0",
                "institutions.credibility.recovery=0");
        World world = new World(scenario, new Streams(5, 0, 0));
        int[] club = scenario.startProfile();
        YearMonth election = RULES.credibility().elections().get(0);
        int us = scenario.hegemon();
        int fallback = scenario.actors().get(us).fallback();
        for (int round = 0; round < 12; round++) {
            world.begin(club);
            boolean held = election.isBefore(world.date());
            assertThat(world.state().authority).as("round %s", round).isEqualTo(!held);
            for (int s = 0; s < scenario.actors().get(us).menu().size(); s++) {
                if (held) {
                    assertThat(world.open(us, s)).isEqualTo(s == fallback);
                }
            }
            if (held) {
                break;
            }
            assertThat(world.open(us, scenario.actors().get(us).start())).isTrue();
            world.advance(club, club);
        }
        assertThat(world.state().authority).isFalse();
    }

    @Test
    void authorityComesBackByItsHazard() {
        Scenario scenario = Baseline.ungoverned(
                "institutions.credibility.election=1",
                "institutions.credibility.recovery=5",
                "institutions.credibility.budget=0",
                "institutions.credibility.court=0",
                "institutions.credibility.midterm=0");
        World world = new World(scenario, new Streams(5, 0, 0));
        int[] club = scenario.startProfile();
        int lost = 0;
        for (int round = 0; round < 10; round++) {
            world.begin(club);
            lost += world.state().authority ? 0 : 1;
            world.advance(club, club);
        }
        assertThat(lost).isEqualTo(1);
    }

    @Test
    void rulePowerMovesTowardTheEmbeddingOfResourceStatesAtTheRateOfTheEffort() {
        String[] course = {"CN", "{conversion: 0.6}", "CL", "{join: {china: 0.5}}", "CD", "{join: {china: 1}}"};
        var trial = Baseline.trial(1, course);
        var before = Baseline.trial(0, course);
        double pull = 0;
        for (int i = 0; i < trial.scenario.actors().size(); i++) {
            String id = trial.scenario.actors().get(i).id();
            pull += trial.scenario.resourceWeight[i] * commitment(trial, id, "china");
        }
        assertThat(pull)
                .as("what they are embedded in, and not only what they say")
                .isBetween(0.01, 0.9);
        double power = before.world.state().rulePowerHome;
        double rate = RULES.rulePower().conversion() * before.world.state().homeRefining * 0.6 * YEARS;
        assertThat(trial.world.state().rulePowerHome).isCloseTo(power + rate * (pull - power), within(ROUNDING));
    }

    @Test
    void withoutEffortRefiningTurnsIntoNoRules() {
        var trial = Baseline.trial(3, "CN", "{conversion: 0}", "CD", "{join: {china: 1}}");
        assertThat(trial.world.state().rulePowerHome)
                .isEqualTo(RULES.rulePower().home());
    }

    @Test
    void rulesWithoutStandardsOrFloorsGiveTheWestNoPower() {
        var trial = Baseline.trial(3, "CL", "{join: {plural: 1}}");
        assertThat(trial.world.state().rulePowerWest)
                .isEqualTo(RULES.rulePower().west());
    }
}
