package org.lode.games.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalFormTest {
    @Test
    void theLastPlayerVariesFastest() {
        var game = NormalForm.of(new int[] {2, 3}, 1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -6);
        assertThat(game.payoff(0, new int[] {1, 0})).isEqualTo(4);
        assertThat(game.payoff(1, new int[] {0, 2})).isEqualTo(-3);
        assertThat(game.index(new int[] {1, 2})).isEqualTo(5);
        assertThat(game.profile(5)).containsExactly(1, 2);
    }

    @Test
    void aTableOfTheWrongSizeIsRefused() {
        assertThatThrownBy(() -> NormalForm.of(new int[] {2, 2}, 1, 2, 3))
                .hasMessage("payoffs (3) must be 2 players times 4 profiles = 8");
    }

    @Test
    void aPayoffThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> NormalForm.of(new int[] {1, 2}, 1, 2, 3, Double.NaN))
                .hasMessage(
                        "payoff (NaN) of player 2 at profile [0, 1] must be finite and at most 1e100 in size, so that no"
                                + " sum or product overflows");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, 1e308, -1e300, 2e100})
    void aPayoffWhoseArithmeticWouldOverflowIsRefused(double payoff) {
        assertThatThrownBy(() -> NormalForm.of(new int[] {1, 2}, 1, 2, payoff, 3))
                .hasMessageStartingWith(
                        "payoff (" + payoff + ") of player 2 at profile [0, 0] must be finite and at most");
    }

    @Test
    void payoffsThatDifferByLessThanQuotientsAllowAreRefused() {
        assertThatThrownBy(() -> NormalForm.of(new int[] {1, 2}, 1, 2, 0, 1e-310))
                .hasMessage("payoffs of player 2 (from 0.0 to 1.0E-310) must be equal or differ by 1e-100 or more");
    }

    @Test
    void aPlayersRangeIsItsOwn() {
        var game = NormalForm.of(new int[] {1, 2}, 0, 0.15, 1e12, 0);
        assertThat(game.range(0)).isEqualTo(0.15);
        assertThat(game.range(1)).isEqualTo(1e12);
        assertThat(game.range()).isEqualTo(1e12);
    }

    @Test
    void aPlayerWithoutStrategiesIsRefused() {
        assertThatThrownBy(() -> NormalForm.of(new int[] {2, 0}))
                .hasMessage("strategies (0) of player 2 must be at least 1");
    }

    @Test
    void aMillionMillionProfilesAreRefusedWithoutTryingToHoldThem() {
        int[] counts = new int[12];
        java.util.Arrays.fill(counts, 10);
        assertThatThrownBy(() -> NormalForm.of(counts))
                .hasMessage("payoffs (12000000000000) must be at most 2147483639 to fit a table");
    }

    @Test
    void aSumOfSmallTablesExpandsToWhatTheOracleSays() {
        var random = new Random(7);
        for (int trial = 0; trial < 50; trial++) {
            int[] counts = {3, 2, 4};
            var pair = new SeparableGame.Term(
                    new int[] {0, 2},
                    new int[][] {{0, 1, 0}, {2, 1, 0, 1}},
                    random.doubles(3 * 6).toArray());
            var single = new SeparableGame.Term(
                    new int[] {1}, new int[][] {{1, 0}}, random.doubles(3 * 2).toArray());
            var constant = new SeparableGame.Term(
                    new int[0], new int[0][], random.doubles(3).toArray());
            var game = new SeparableGame(counts, List.of(pair, single, constant));
            var table = NormalForm.from(game);
            for (int index = 0; index < table.profiles(); index++) {
                for (int player = 0; player < 3; player++) {
                    assertThat(table.payoff(player, index)).isEqualTo(game.payoff(player, table.profile(index)));
                }
            }
        }
    }

    @Test
    void aTermThatForgetsAStrategyIsRefused() {
        var term = new SeparableGame.Term(new int[] {1}, new int[][] {{0}}, new double[] {1, 2});
        assertThatThrownBy(() -> new SeparableGame(new int[] {2, 2}, List.of(term)))
                .hasMessage("classes (1) of player 1 must be as many as its strategies (2)");
    }

    @Test
    void fractionsStayExact() {
        assertThat(Rational.of(1, 3).plus(Rational.of(1, 6))).isEqualTo(Rational.of(1, 2));
        assertThat(Rational.of(-2, -4)).hasToString("1/2");
        assertThat(Rational.of(0.1)).isNotEqualTo(Rational.of(1, 10));
        assertThat(Rational.of(new java.math.BigDecimal("0.1"))).isEqualTo(Rational.of(1, 10));
        assertThat(Rational.of(1, 3).toDouble()).isEqualTo(1.0 / 3);
    }

    @Test
    void probabilitiesMustAddUpToOne() {
        assertThatThrownBy(() -> MixedProfile.of(new int[] {2}, 0.5, 0.6)).hasMessageContaining("must add up to 1");
        assertThatThrownBy(() -> MixedProfile.of(new int[] {2}, 1.5, -0.5)).hasMessageContaining("at least 0");
    }
}
