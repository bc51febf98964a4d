package org.lode.sim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreferenceScoresTest {
    private static PreferenceChoice choice(int period, int alternatives, int chosen, int previous) {
        List<String> open = new ArrayList<>();
        for (int a = 0; a < alternatives; a++) {
            open.add("s" + a);
        }
        return new PreferenceChoice(period, "A", open, new double[alternatives][1], chosen, previous);
    }

    @Test
    void uniformChoiceAmongFourIsMinusLogFour() {
        assertThat(PreferenceScores.uniform(choice(0, 4, 2, 0))).isEqualTo(-StrictMath.log(4));
        assertThat(PreferenceScores.uniform(choice(0, 1, 0, 0))).isZero();
    }

    /** Three repeats in five choices: (3 + 1) / (5 + 2); a closed or only strategy says nothing. */
    @Test
    void theChanceOfRepeatingFollowsTheRuleOfSuccession() {
        var training = List.of(
                choice(0, 3, 1, 1),
                choice(0, 3, 1, 1),
                choice(0, 2, 0, 0),
                choice(0, 3, 1, 0),
                choice(0, 4, 3, 0),
                choice(0, 4, 3, -1),
                choice(0, 1, 0, 0));
        assertThat(PreferenceScores.persistence(training)).isEqualTo(4.0 / 7);
        assertThat(PreferenceScores.persistence(List.of())).isEqualTo(0.5);
    }

    @Test
    void persistenceSharesTheRestEvenly() {
        assertThat(PreferenceScores.persistent(choice(0, 4, 2, 2), 0.7)).isEqualTo(StrictMath.log(0.7));
        assertThat(PreferenceScores.persistent(choice(0, 4, 1, 2), 0.7)).isCloseTo(StrictMath.log(0.1), within(1e-12));
        assertThat(PreferenceScores.persistent(choice(0, 4, 1, -1), 0.7)).isEqualTo(-StrictMath.log(4));
        assertThat(PreferenceScores.persistent(choice(0, 1, 0, 0), 0.7)).isZero();
    }

    @Test
    void inertiaMixesStayingWithTheModel() {
        double quarter = StrictMath.log(0.25);
        assertThat(PreferenceScores.inert(choice(0, 4, 2, 2), quarter, 0.4))
                .isCloseTo(StrictMath.log(0.6 + 0.1), within(1e-12));
        assertThat(PreferenceScores.inert(choice(0, 4, 1, 2), quarter, 0.4))
                .isCloseTo(StrictMath.log(0.1), within(1e-12));
        assertThat(PreferenceScores.inert(choice(0, 4, 1, -1), quarter, 0.4)).isEqualTo(quarter);
        assertThat(PreferenceScores.inert(choice(0, 1, 0, 0), 0, 0.4)).isZero();
    }

    /** Two alternatives, the model sure of the new one: revising is seen outright, so it is the rule of succession. */
    @Test
    void theChanceOfRevisionIsThatOfSeenRevisions() {
        List<PreferenceChoice> choices = new ArrayList<>();
        double[] logs = new double[8];
        for (int k = 0; k < 8; k++) {
            boolean stays = k < 6;
            choices.add(choice(0, 2, stays ? 0 : 1, 0));
            logs[k] = stays ? Double.NEGATIVE_INFINITY : 0;
        }
        double revision = PreferenceScores.revision(choices, logs);
        assertThat(revision).isCloseTo(3.0 / 10, within(1e-12));
        assertThat(PreferenceScores.revisionError(choices, logs, revision))
                .isCloseTo(Math.sqrt(0.3 * 0.7 / 10), within(1e-9));
    }

    @Test
    void leftOutHalfYearsAreScoredByTheOthersAlone() {
        // Repeats in the first two half-years, none in the third: rho without the third is (4 + 1) / (4 + 2).
        var choices = List.of(
                choice(0, 3, 1, 1),
                choice(0, 3, 2, 2),
                choice(1, 3, 1, 1),
                choice(1, 3, 2, 2),
                choice(2, 3, 0, 1),
                choice(2, 1, 0, 0));
        var estimate = new PreferenceEstimate(choices, new PreferenceData.Prior(6, 1, 0.7, 0.3));
        assertThat(estimate.informative()).hasSize(5);
        assertThat(estimate.changes()).isEqualTo(1);
        assertThat(estimate.score("uniform")).isCloseTo(-StrictMath.log(3), within(1e-12));
        assertThat(estimate.score("persistence", 2)).isCloseTo(StrictMath.log((1 - 5.0 / 6) / 2), within(1e-12));
        assertThat(estimate.score("persistence", 0)).isCloseTo(StrictMath.log(3.0 / 5), within(1e-12));
        assertThat(estimate.score("persistence"))
                .isCloseTo((4 * StrictMath.log(3.0 / 5) + StrictMath.log((1 - 5.0 / 6) / 2)) / 5, within(1e-12));
        // Payoffs are all the same, so the logit is uniform whatever its precision.
        assertThat(estimate.score("pooled")).isCloseTo(-StrictMath.log(3), within(1e-12));
        assertThat(estimate.shrinkage(0)).isCloseTo(0, within(1e-9));
    }
}
