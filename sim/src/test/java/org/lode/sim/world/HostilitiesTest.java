package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lode.sim.chance.Streams;

/** Hostility by acts: closed forms, in the world's rounds and in the look-ahead. */
class HostilitiesTest {
    private static final double EXACT = 1e-12;
    private static final double YEARS = 0.5;
    private static final int[] DATES = {1, 4, 9};
    private static final double[] WEIGHTS = {0.5, 1, 0.25};
    /** Rates at which a round closes sixteenths of a gap, where the look-ahead's table is exact. */
    private static final String[] SIXTEENTHS = {
        "institutions.hostility.decay=0.25",
        "institutions.hostility.coercion=1",
        "institutions.hostility.control=1",
        "institutions.hostility.club=1"
    };

    private static Trial trial() {
        return Baseline.trial(
                Baseline.with(SIXTEENTHS),
                0,
                "CN",
                "{exportControl: {all: {JP: 0.5}}}",
                "US",
                "{coercion: {CD: 0.25}}",
                "JP",
                "{join: {forge: 0.5}, binding: {forge: 0.5}}");
    }

    /** After n rounds, the acts of which add a a year. */
    private static double after(double before, double added, int rounds) {
        double speed = added + 0.25;
        double target = added / speed;
        return target + (before - target) * StrictMath.pow(1 - YEARS * speed, rounds);
    }

    @Test
    void roundsOfOneProfileCloseTheGapToWhatItsActsBalance() {
        Trial trial = trial();
        WorldState state = trial.world.state();
        int n = trial.scenario.actors().size();
        int japan = trial.actor("JP");
        int china = trial.actor("CN");
        int us = trial.actor("US");
        int congo = trial.actor("CD");
        double[] start = state.hostility.clone();
        var institutions = new Institutions(trial.scenario);
        for (int round = 1; round <= 10; round++) {
            institutions.settle(state, trial.view(), 0, new SplittableRandom(1), new SplittableRandom(2));
            assertThat(state.hostility[japan * n + china])
                    .as("controls")
                    .isCloseTo(after(start[japan * n + china], 0.5, round), within(EXACT));
            assertThat(state.hostility[china * n + japan])
                    .as("obedience in the hegemon's club")
                    .isCloseTo(after(start[china * n + japan], 0.25, round), within(EXACT));
            assertThat(state.hostility[congo * n + us])
                    .as("coercion")
                    .isCloseTo(after(start[congo * n + us], 0.25, round), within(EXACT));
            assertThat(state.hostility[us * n + japan])
                    .as("nothing done")
                    .isCloseTo(after(start[us * n + japan], 0, round), within(EXACT));
        }
    }

    @Test
    void aLookAheadSeesTheMeanOfTheRoundsItStandsFor() {
        Trial trial = trial();
        var projection = new Projection(trial.scenario, new double[] {1, 4, 9});
        projection.refresh(trial.world.state(), WEIGHTS);
        var ahead = new ProfileView(trial.scenario, trial.world.state(), projection);
        ahead.show(trial.profile);
        int japan = trial.actor("JP");
        int china = trial.actor("CN");
        int us = trial.actor("US");
        int congo = trial.actor("CD");
        assertThat(ahead.hostility(japan, china)).isCloseTo(mean(trial, japan, china, 0.5), within(EXACT));
        assertThat(ahead.hostility(china, japan)).isCloseTo(mean(trial, china, japan, 0.25), within(EXACT));
        assertThat(ahead.hostility(congo, us)).isCloseTo(mean(trial, congo, us, 0.25), within(EXACT));
        assertThat(ahead.hostility(us, japan)).isCloseTo(mean(trial, us, japan, 0), within(EXACT));
        assertThat(ahead.received(china, japan))
                .as("what was received leaves the profile out")
                .isEqualTo(trial.view().hostility(china, japan));
    }

    private static double mean(Trial trial, int actor, int other, double added) {
        double now = trial.view().hostility(actor, other);
        double mean = 0;
        double weights = 0;
        for (int date = 0; date < DATES.length; date++) {
            mean += WEIGHTS[date] * after(now, added, DATES[date]);
            weights += WEIGHTS[date];
        }
        return mean / weights;
    }

    @Test
    void theHegemonIsSparedItsControlsWhileATruceHolds() {
        String control = "exportControl: {all: {US: 0.5}}";
        var rule = Baseline.SCENARIO.data().institutions().hostility();
        var hostile = Baseline.trial(0, "CN", "{" + control + "}");
        var truce = Baseline.trial(0, "CN", "{truce: 1, " + control + "}");
        var law = new Hostilities(hostile.scenario);
        int us = hostile.actor("US");
        int china = hostile.actor("CN");
        assertThat(law.added(us, china, hostile.view())).isCloseTo(rule.control() * 0.5, within(EXACT));
        assertThat(new Hostilities(truce.scenario).added(us, china, truce.view()))
                .isZero();
    }

    /** What a control costs its controller: those who answer feel a fellow's control as they are tied to it, over all fellows. */
    @Test
    void whoAnswersFeelsTheControlsOnItsFellows() {
        String china = "{exportControl: {all: {EU: 0.6}}}";
        var silent = Baseline.trial(0, "CN", china);
        var answering = Baseline.trial(0, "CN", china, "JP", "{answer: 0.5}");
        int japan = answering.actor("JP");
        int eu = answering.actor("EU");
        int home = answering.scenario.homeClub;
        double tie = 0;
        for (int g = 0; g < answering.scenario.clubCount(); g++) {
            tie += g == home
                    ? 0
                    : answering.view().commitment(japan, g) * answering.view().commitment(eu, g);
        }
        assertThat(tie).isPositive();
        int fellows = answering.scenario.choosers() - 2;
        double felt = Baseline.SCENARIO.data().institutions().hostility().control() * 0.5 * tie * 0.6 / fellows;
        int cn = answering.actor("CN");
        assertThat(new Hostilities(silent.scenario).added(japan, cn, silent.view()))
                .isZero();
        assertThat(new Hostilities(answering.scenario).added(japan, cn, answering.view()))
                .isCloseTo(felt, within(EXACT));
    }

    @Test
    void nothingMovesWithoutActsAndDecay() {
        Scenario still = Baseline.with("institutions.hostility.decay=0");
        var law = new Hostilities(still);
        var world = new World(still, new Streams(1, 0, 0));
        var projection = new Projection(still, new double[] {3});
        projection.refresh(world.state(), new double[] {1});
        assertThat(law.ahead(0.37, 0, projection)).isEqualTo(0.37);
        assertThat(law.after(0.37, 0, YEARS)).isEqualTo(0.37);
    }
}
