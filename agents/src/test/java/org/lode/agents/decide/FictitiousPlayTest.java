package org.lode.agents.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;

class FictitiousPlayTest extends DecisionRuleContract {
    private static final NormalForm PENNIES = NormalForm.of(new int[] {2, 2}, 1, -1, -1, 1, -1, 1, 1, -1);

    @Override
    DecisionRule rule() {
        return new FictitiousPlay(2, 0.9, false);
    }

    @Override
    DecisionRule precise() {
        return new FictitiousPlay(0, 1, true);
    }

    /** Robinson (1951): in zero-sum games the frequencies come to the equilibrium, here one half each. */
    @Test
    void frequenciesConvergeInMatchingPennies() {
        var first = new HandMadeSituation(PENNIES, 0);
        var second = new HandMadeSituation(PENNIES, 1);
        var random = new SplittableRandom(5);
        var rule = new FictitiousPlay(0, 1, true);
        double[] heads = new double[2];
        int rounds = 2000;
        for (int round = 0; round < rounds; round++) {
            int a = rule.choose(first, random);
            int b = rule.choose(second, random);
            first.played(a, b);
            second.played(a, b);
            heads[0] += 1 - a;
            heads[1] += 1 - b;
        }
        assertThat(heads[0] / rounds).isCloseTo(0.5, within(0.05));
        assertThat(heads[1] / rounds).isCloseTo(0.5, within(0.05));
    }

    @Test
    void itRepliesToFrequenciesAndNotToTheLastRound() {
        var seen = new HandMadeSituation(PENNIES, 0).played(0, 0).played(0, 0).played(0, 1);
        assertThat(new FictitiousPlay(0, 1, true).choose(seen, new SplittableRandom(1)))
                .isZero();
        assertThat(new FictitiousPlay(0, 0.4, true).choose(seen, new SplittableRandom(1)))
                .as("weights 0.16 + 0.4 against 1")
                .isEqualTo(1);
    }

    @Test
    void whatIsClosedIsNotExpectedAgain() {
        var seen = new HandMadeSituation(PENNIES, 0)
                .played(0, 0)
                .played(0, 0)
                .played(0, 1)
                .closed(1, 0);
        assertThat(new FictitiousPlay(0, 1, true).choose(seen, new SplittableRandom(1)))
                .isEqualTo(1);
    }

    /** Three against one: matching pays 1 if both others agree; by product beliefs of 2/3 that is 5/9, jointly 1. */
    @Test
    void beliefsMultiplyWhileTheirSupportIsSmall() {
        Game agreement = agreement(2, 0.7);
        var seen = new HandMadeSituation(agreement, 0)
                .played(0, 0, 0)
                .played(0, 0, 0)
                .played(0, 1, 1);
        assertThat(new FictitiousPlay(0, 1, true).choose(seen, new SplittableRandom(1)))
                .as("safe 0.7 beats 5/9")
                .isZero();
    }

    @Test
    void beliefsAreJointOnceTheirProductIsLarge() {
        Game agreement = agreement(9, 0.7);
        var seen = new HandMadeSituation(agreement, 0);
        seen.played(0, 0, 0, 0, 0, 0, 0, 0, 0, 0).played(0, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(new FictitiousPlay(0, 1, true).choose(seen, new SplittableRandom(1)))
                .as("the others always agreed, so the bet pays 1 > 0.7; by product it would pay 2/512")
                .isEqualTo(1);
    }

    @Test
    void memoryMustNotVanish() {
        assertThatThrownBy(() -> new FictitiousPlay(0, 0, true)).hasMessage("discount (0.0) must be above 0");
    }

    /** Actor 0 takes {@code safe}, or bets on all the others playing alike. */
    private static Game agreement(int others, double safe) {
        return new Game() {
            @Override
            public int players() {
                return others + 1;
            }

            @Override
            public int strategies(int player) {
                return 2;
            }

            @Override
            public double payoff(int player, int[] profile) {
                if (profile[0] == 0) {
                    return safe;
                }
                for (int other = 2; other <= others; other++) {
                    if (profile[other] != profile[1]) {
                        return 0;
                    }
                }
                return 1;
            }
        };
    }
}
