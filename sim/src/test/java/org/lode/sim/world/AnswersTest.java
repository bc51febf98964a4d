package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lode.agents.instrument.Instrument;

/** Strength in numbers: what fellow members that answer together take off the hazard of a cut-off. */
class AnswersTest {
    /** The exponential is tabulated at 256 steps, so a straight line between them is off by (zeta / 256)^2 / 8 at most. */
    private static final double TABLE = 2e-6;

    private static final String CONTROL = "{exportControl: {all: {JP: 0.4}}}";
    private static final String[] TOGETHER = {
        "CN", CONTROL, "EU", "{answer: 0.8}", "CA", "{answer: 0.5}", "AU", "{answer: 1}"
    };

    /** Share of outside demand that answers for an actor, from configured embedding, trust and base demand. */
    private static double answers(Trial trial, int actor, int mineral) {
        double sum = 0;
        for (int l = 0; l < trial.scenario.choosers(); l++) {
            double answer = trial.view().settings(l).of(Instrument.ANSWER);
            double tie = 0;
            for (int g = 0; g < trial.scenario.clubCount(); g++) {
                boolean home = g == trial.scenario.homeClub;
                tie += home
                        ? 0
                        : trial.view().commitment(actor, g) * trial.view().commitment(l, g);
            }
            if (l != actor && l != trial.scenario.dominant) {
                sum += Math.min(1, tie)
                        * believed(trial, actor, l)
                        * answer
                        * trial.scenario.minerals[mineral].baseDemand[l];
            }
        }
        double outside = 0;
        for (int l = 0; l < trial.scenario.actors().size(); l++) {
            outside += l == trial.scenario.minerals[mineral].home ? 0 : trial.scenario.minerals[mineral].baseDemand[l];
        }
        return sum / outside;
    }

    /** Who is trusted is believed to answer. */
    private static double believed(Trial trial, int actor, int other) {
        var feedbacks = trial.scenario.data().feedbacks();
        double neutral = trial.scenario.data().institutions().hostility().trustNeutral();
        return 1
                + feedbacks.trust()
                        * feedbacks.strengths().trust()
                        * 2
                        * (trial.view().trust(actor, other) - neutral);
    }

    @Test
    void whoIsTrustedIsBelievedToAnswerAndTheDialCutsIt() {
        double[] shares = new double[2];
        for (int dial = 0; dial < 2; dial++) {
            var trial = Baseline.trial(Baseline.with("feedbacks.trust=" + dial), 0, "CN", CONTROL, "EU", "{answer: 1}");
            int japan = trial.actor("JP");
            int eu = trial.actor("EU");
            trial.world.state().trust[japan * trial.scenario.actors().size() + eu] = 1;
            double alone = trial.view().alarm(japan, trial.actor("CN"));
            shares[dial] = -StrictMath.log(trial.view().hazard(japan, trial.actor("CN"), 0) / alone);
        }
        double strength = Baseline.SCENARIO.data().feedbacks().strengths().trust();
        double neutral = Baseline.SCENARIO.data().institutions().hostility().trustNeutral();
        assertThat(shares[0]).isPositive();
        assertThat(shares[1]).isCloseTo(shares[0] * (1 + strength * 2 * (1 - neutral)), within(2 * TABLE));
    }

    @Test
    void answersLowerTheHazardExponentially() {
        for (double zeta : new double[] {0.5, 1, 2}) {
            var trial = Baseline.trial(Baseline.with("institutions.hazard.answer=" + zeta), 0, TOGETHER);
            int japan = trial.actor("JP");
            int china = trial.actor("CN");
            double alone = trial.view().alarm(japan, china);
            for (int m = 0; m < trial.scenario.mineralCount(); m++) {
                double share = answers(trial, japan, m);
                assertThat(share).isBetween(0.001, 0.9);
                assertThat(trial.view().hazard(japan, china, m) / alone)
                        .isCloseTo(StrictMath.exp(-zeta * share), within(zeta * zeta * TABLE));
            }
        }
    }

    @Test
    void aWireCutOrNobodyAnsweringLeavesTheHazardAsItIs() {
        var cut = Baseline.trial(Baseline.with("institutions.hazard.answer=0"), 0, TOGETHER);
        var silent = Baseline.trial(0, "CN", CONTROL);
        var alone = Baseline.trial(0, "CN", CONTROL, "JP", "{answer: 1}");
        for (Trial trial : new Trial[] {cut, silent, alone}) {
            int japan = trial.actor("JP");
            int china = trial.actor("CN");
            assertThat(trial.view().hazard(japan, china, 0))
                    .isEqualTo(trial.view().alarm(japan, china));
        }
    }

    @Test
    void onlyTheDominantSupplierIsAnswered() {
        var trial = Baseline.trial(0, TOGETHER);
        int japan = trial.actor("JP");
        int congo = trial.actor("CD");
        assertThat(trial.view().hazard(japan, congo, 0)).isEqualTo(trial.view().alarm(japan, congo));
    }

    @Test
    void theDeeperEverybodyIsInTheLowerTheHazard() {
        var trial = Baseline.trial(0, TOGETHER);
        int japan = trial.actor("JP");
        int china = trial.actor("CN");
        double before = trial.view().hazard(japan, china, 0) / trial.view().alarm(japan, china);
        int forge = trial.club("forge");
        int clubs = trial.scenario.clubCount();
        for (String member : new String[] {"JP", "EU", "CA", "AU"}) {
            trial.world.state().commitment[trial.actor(member) * clubs + forge] = 0.9;
        }
        double after = trial.view().hazard(japan, china, 0) / trial.view().alarm(japan, china);
        assertThat(after).isLessThan(before - 0.05);
    }
}
