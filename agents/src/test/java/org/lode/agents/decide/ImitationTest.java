package org.lode.agents.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lode.games.form.NormalForm;

class ImitationTest extends DecisionRuleContract {
    /** Who plays the second strategy gets 1, else 0.2, whatever the other does. */
    private static final NormalForm BETTER = NormalForm.of(new int[] {2, 2}, 0.2, 0.2, 1, 1, 0.2, 1, 0.2, 1);

    @Override
    DecisionRule rule() {
        return new Imitation(0.5, 0.1);
    }

    @Override
    boolean findsDominance() {
        return false; // it only copies what somebody does
    }

    @Test
    void theChanceOfCopyingIsInProportionToTheGain() {
        assertThat(copies(new Imitation(0.5, 0), new HandMadeSituation(BETTER, 0).played(0, 1)))
                .as("rate 0.5 x gain 0.8")
                .isCloseTo(0.4, within(0.01));
    }

    @Test
    void theWorsePaidAreNotCopied() {
        assertThat(copies(new Imitation(0.5, 0), new HandMadeSituation(BETTER, 0).played(1, 0)))
                .isEqualTo(1);
    }

    @Test
    void onlyStrategiesOfTheOwnMenuCanBeCopied() {
        var seen = new HandMadeSituation(BETTER, 0)
                .ids(0, "join", "hedge")
                .ids(1, "lead", "control")
                .played(0, 1);
        assertThat(copies(new Imitation(10, 0), seen)).isZero();
    }

    @Test
    void strategiesAreMatchedByIdAndNotByPlace() {
        var seen = new HandMadeSituation(BETTER, 0)
                .ids(0, "join", "hedge")
                .ids(1, "hedge", "join")
                .played(0, 1);
        assertThat(copies(new Imitation(10, 0), seen))
                .as("the other joins, as the actor does")
                .isZero();
        seen = new HandMadeSituation(BETTER, 0)
                .ids(0, "hedge", "join")
                .ids(1, "hedge", "join")
                .played(0, 1);
        assertThat(copies(new Imitation(10, 0), seen)).isEqualTo(1);
    }

    @Test
    void noiseDrawsFromTheWholeMenu() {
        assertThat(copies(new Imitation(0, 0.5), new HandMadeSituation(BETTER, 0).played(0, 0)))
                .isCloseTo(0.25, within(0.01));
    }

    /** Share of draws that take the second strategy. */
    private static double copies(DecisionRule rule, HandMadeSituation seen) {
        var random = new SplittableRandom(4);
        double second = 0;
        for (int draw = 0; draw < 40_000; draw++) {
            second += rule.choose(seen, random);
        }
        return second / 40_000;
    }
}
