package org.lode.agents.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lode.games.form.NormalForm;

class AspirationTest extends DecisionRuleContract {
    @Override
    DecisionRule rule() {
        return new Aspiration(0.5, 0.2, 2, 0.05);
    }

    @Override
    boolean findsDominance() {
        return false; // it satisfices: what pays enough is kept
    }

    @Test
    void whatSatisfiesIsKept() {
        var seen = new HandMadeSituation(DILEMMA, 0).played(0, 0);
        assertThat(leaves(new Aspiration(3, 0.2, 100, 0), seen)).isZero();
    }

    @Test
    void whatDisappointsIsLeftByItsShortfall() {
        var seen = new HandMadeSituation(DILEMMA, 0).played(0, 1);
        assertThat(leaves(new Aspiration(2, 0.2, 0.25, 0), seen))
                .as("shortfall 2 - 0, sensitivity 1/4")
                .isCloseTo(1 - StrictMath.exp(-0.5), within(0.01));
    }

    @Test
    void aspirationsFollowWhatIsEarned() {
        var used = new HandMadeSituation(DILEMMA, 0).played(0, 0).played(0, 0).played(0, 1);
        assertThat(leaves(new Aspiration(1, 0.5, 0.5, 0), used))
                .as("aspiration 1, 2, 2.5; payoff 0")
                .isCloseTo(1 - StrictMath.exp(-1.25), within(0.01));
    }

    /** Karandikar et al. (1998): with slow aspirations and rare trembles two satisficers mostly cooperate. */
    @Test
    void satisficersCooperateInTheDilemma() {
        var first = new HandMadeSituation(DILEMMA, 0).starting(1, 1);
        var second = new HandMadeSituation(DILEMMA, 1).starting(1, 1);
        var rule = new Aspiration(2, 0.02, 1, 0.001);
        var random = new SplittableRandom(11);
        int both = 0;
        for (int round = 0; round < 2000; round++) {
            int a = rule.choose(first, random);
            int b = rule.choose(second, random);
            first.played(a, b);
            second.played(a, b);
            both += a == 0 && b == 0 ? 1 : 0;
        }
        assertThat(both / 2000.0).isGreaterThan(0.6);
    }

    @Test
    void trembleDrawsFromTheWholeMenu() {
        var seen = new HandMadeSituation(NormalForm.of(new int[] {4}, 1, 1, 1, 1), 0).played(0);
        assertThat(leaves(new Aspiration(0, 0, 0, 0.4), seen)).isCloseTo(0.3, within(0.01));
    }

    /** Share of draws that leave the first strategy. */
    private static double leaves(DecisionRule rule, HandMadeSituation seen) {
        var random = new SplittableRandom(4);
        double left = 0;
        for (int draw = 0; draw < 40_000; draw++) {
            left += rule.choose(seen, random) == 0 ? 0 : 1;
        }
        return left / 40_000;
    }
}
