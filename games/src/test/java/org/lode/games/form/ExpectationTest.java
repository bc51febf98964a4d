package org.lode.games.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void contractionsAgreeWithTheSumOverAllProfiles(long seed) {
        var random = new Random(seed);
        int[] counts = {2, 3, 1 + random.nextInt(3), 2};
        var game = NormalForm.of(
                counts, random.doubles(4L * NormalForm.profiles(counts)).toArray());
        var expectation = new Expectation(game);
        double[] profile = random.doubles(expectation.length()).toArray();
        double[] payoffs = new double[expectation.length()];
        expectation.payoffs(profile, payoffs);
        int length = expectation.length();
        for (int player = 0; player < 4; player++) {
            double[] pairs = new double[counts[player] * length];
            expectation.pairwise(player, profile, pairs);
            for (int s = 0; s < counts[player]; s++) {
                assertThat(payoffs[expectation.start(player) + s])
                        .isCloseTo(sum(game, expectation, profile, player, s, -1, -1), within(1e-12));
            }
            for (int other = 0; other < 4; other++) {
                if (other != player) {
                    int start = expectation.start(other);
                    for (int s = 0; s < counts[player]; s++) {
                        for (int t = 0; t < counts[other]; t++) {
                            assertThat(pairs[s * length + start + t])
                                    .isCloseTo(sum(game, expectation, profile, player, s, other, t), within(1e-12));
                        }
                    }
                }
            }
        }
    }

    private static double sum(
            NormalForm game, Expectation expectation, double[] profile, int player, int s, int other, int t) {
        double sum = 0;
        for (int index = 0; index < game.profiles(); index++) {
            if (game.strategy(player, index) != s || (other >= 0 && game.strategy(other, index) != t)) {
                continue;
            }
            double weight = 1;
            for (int q = 0; q < game.players(); q++) {
                weight *= q == player || q == other ? 1 : profile[expectation.start(q) + game.strategy(q, index)];
            }
            sum += weight * game.payoff(player, index);
        }
        return sum;
    }
}
