package org.lode.agents.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lode.games.form.Game;

class LevelKTest extends DecisionRuleContract {
    @Override
    DecisionRule rule() {
        return new LevelK(2, 3, false);
    }

    @Override
    DecisionRule precise() {
        return new LevelK(2, 0, true);
    }

    /** A race in the form of Nagel (1995): the best reply is one below the other's number. */
    @Test
    void eachLevelThinksOneStepFurther() {
        var seen = new HandMadeSituation(new Undercutting(), 0).starting(9, 9);
        for (int level = 0; level <= 4; level++) {
            assertThat(new LevelK(level, 0, true).choose(seen, new SplittableRandom(1)))
                    .as("level " + level)
                    .isEqualTo(9 - level);
        }
    }

    @Test
    void levelZeroTakesTheFirstOpenOneWhenItsOwnIsClosed() {
        var seen = new HandMadeSituation(new Undercutting(), 0).starting(9, 9).closed(0, 9, 0);
        assertThat(new LevelK(0, 0, true).choose(seen, new SplittableRandom(1))).isEqualTo(1);
    }

    @Test
    void othersTakeOpenStrategiesOnly() {
        var seen = new HandMadeSituation(new Undercutting(), 0).starting(9, 9).closed(1, 8);
        assertThat(new LevelK(2, 0, true).choose(seen, new SplittableRandom(1)))
                .as("the other cannot play 8; 7 is its next best, so 6")
                .isEqualTo(6);
    }

    @Test
    void levelsAreBounded() {
        assertThatThrownBy(() -> new LevelK(11, 0, true)).hasMessage("level (11) must be between 0 and 10");
    }

    /** Two actors name 0 to 9; the loss is the distance from one below the other's number, larger above it. */
    private static final class Undercutting implements Game {
        @Override
        public int players() {
            return 2;
        }

        @Override
        public int strategies(int player) {
            return 10;
        }

        @Override
        public double payoff(int player, int[] profile) {
            int gap = profile[player] - Math.max(0, profile[1 - player] - 1);
            return gap > 0 ? -2.5 * gap : gap;
        }
    }
}
