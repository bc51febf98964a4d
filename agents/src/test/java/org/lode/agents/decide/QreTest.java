package org.lode.agents.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;
import org.lode.games.solve.QuantalResponse;

class QreTest extends DecisionRuleContract {
    /** Matching pennies in which the first actor's head is worth 9 (Ochs 1995, game 2). */
    private static final NormalForm OCHS = NormalForm.of(new int[] {2, 2}, 9, 0, 0, 1, 0, 1, 1, 0);

    @Override
    DecisionRule rule() {
        return new Qre(2);
    }

    @Override
    DecisionRule precise() {
        return new Qre(50);
    }

    @Test
    void itDrawsFromItsOwnMixOfTheEquilibrium() {
        double head = QuantalResponse.at(OCHS, 0.5).profile().probability(0, 0);
        assertThat(head).as("the own payoff effect that Nash denies").isGreaterThan(0.55);
        assertThat(first(new Qre(0.5), new HandMadeSituation(OCHS, 0), 4000)).isCloseTo(head, within(0.03));
    }

    @Test
    void atPrecisionZeroEverythingIsEquallyLikely() {
        assertThat(first(new Qre(0), new HandMadeSituation(OCHS, 0), 4000)).isCloseTo(0.5, within(0.03));
    }

    /** With the other's tail closed the first actor's head is dominant. */
    @Test
    void whatIsClosedIsOutOfTheGame() {
        assertThat(first(new Qre(20), new HandMadeSituation(OCHS, 0).closed(1, 1), 100))
                .isEqualTo(1);
        assertThat(first(new Qre(20), new HandMadeSituation(OCHS, 0).closed(1, 0), 100))
                .isZero();
    }

    @Test
    void aGameTooLargeToTabulateIsRefusedBeforeAnyMemoryIsTaken() {
        Game large = new Game() {
            @Override
            public int players() {
                return 30;
            }

            @Override
            public int strategies(int player) {
                return 10;
            }

            @Override
            public double payoff(int player, int[] profile) {
                return 0;
            }
        };
        assertThatThrownBy(() -> rule().choose(new HandMadeSituation(large, 0), new SplittableRandom(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have at most 16777216 for the rule qre");
    }

    /** Share of draws that take the first strategy. */
    private static double first(DecisionRule rule, HandMadeSituation seen, int draws) {
        var random = new SplittableRandom(4);
        double first = 0;
        for (int draw = 0; draw < draws; draw++) {
            first += 1 - rule.choose(seen, random);
        }
        return first / draws;
    }
}
