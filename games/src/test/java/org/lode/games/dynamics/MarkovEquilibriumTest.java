package org.lode.games.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkovEquilibriumTest {
    private static StochasticGame random(long seed, int states, double discount, int... counts) {
        SplittableRandom random = new SplittableRandom(seed);
        int profiles = Arrays.stream(counts).reduce(1, (a, b) -> a * b);
        int[][] shape = new int[states][];
        double[][][] payoffs = new double[states][counts.length][profiles];
        double[][][] chances = new double[states][states][profiles];
        for (int s = 0; s < states; s++) {
            shape[s] = counts;
            for (double[] own : payoffs[s]) {
                Arrays.setAll(own, k -> random.nextDouble());
            }
            for (int k = 0; k < profiles; k++) {
                double total = 0;
                for (int to = 0; to < states; to++) {
                    chances[s][to][k] = random.nextDouble();
                    total += chances[s][to][k];
                }
                for (int to = 0; to < states; to++) {
                    chances[s][to][k] /= total;
                }
            }
        }
        double[] discounts = new double[counts.length];
        Arrays.fill(discounts, discount);
        return StochasticGame.of(shape, payoffs, chances, discounts);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void nobodyGainsByLeavingTheAnswer(long seed) {
        StochasticGame game = random(seed, 1 + (int) (seed % 4), seed % 2 == 0 ? 0.9 : 0.5, 2 + (int) (seed % 3), 3, 2);
        MarkovEquilibrium answer = MarkovQuantalResponse.solve(game, 1e-8, 5_000);
        assertThat(answer.regret()).isLessThan(1e-6);
    }

    /** Issue's size: 3 states, 6 players, 4 actions. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void sixPlayersWithFourActionsInThreeStates(long seed) {
        MarkovEquilibrium answer = MarkovQuantalResponse.solve(random(seed, 3, 0.9, 4, 4, 4, 4, 4, 4), 1e-7, 5_000);
        assertThat(answer.regret()).isLessThan(1e-6);
    }

    /**
     * The great fish war (Levhari and Mirman 1980) on a grid: a stock x grows to (x - c1 - c2)^alpha, each consumes the
     * share (1 - alpha beta) / (2 - alpha beta) of it. In logarithms the value is linear in the stock, so that sharing a
     * next stock between its two neighbours on the grid loses nothing, and shares that contain the closed form's give
     * exactly its value.
     */
    @ParameterizedTest
    @CsvSource({"0.4, 0.9", "0.5, 0.8", "0.3, 0.6"})
    void theFishWarAgreesWithItsClosedForm(double alpha, double beta) {
        double share = (1 - alpha * beta) / (2 - alpha * beta);
        double[] shares = {0.6 * share, 0.8 * share, share, 1.03 * share, 1.06 * share};
        int actions = shares.length;
        double lowest = alpha * StrictMath.log(1 - 2 * shares[actions - 1]) / (1 - alpha);
        int states = 9;
        double gap = -lowest / (states - 1);
        int[][] counts = new int[states][];
        double[][][] payoffs = new double[states][2][actions * actions];
        double[][][] chances = new double[states][states][actions * actions];
        for (int s = 0; s < states; s++) {
            counts[s] = new int[] {actions, actions};
            double stock = lowest + gap * s;
            for (int k = 0; k < actions * actions; k++) {
                double first = shares[k / actions];
                double second = shares[k % actions];
                payoffs[s][0][k] = StrictMath.log(first) + stock;
                payoffs[s][1][k] = StrictMath.log(second) + stock;
                double next = (alpha * (stock + StrictMath.log(1 - first - second)) - lowest) / gap;
                int below = (int) Math.min(states - 2, Math.max(0, Math.floor(next)));
                chances[s][below + 1][k] = Math.max(0, next - below);
                chances[s][below][k] = 1 - chances[s][below + 1][k];
            }
        }
        StochasticGame war = StochasticGame.of(counts, payoffs, chances, beta, beta);
        MarkovEquilibrium answer = MarkovQuantalResponse.solve(war, 1e-9, 5_000);
        assertThat(answer.regret()).isLessThan(1e-6);
        double slope = 1 / (1 - alpha * beta);
        double constant = (StrictMath.log(share) + alpha * beta * slope * StrictMath.log(1 - 2 * share)) / (1 - beta);
        for (int s = 0; s < states; s++) {
            for (int player = 0; player < 2; player++) {
                assertThat(answer.probability(s, player, 2)).isCloseTo(1, within(1e-6));
                assertThat(answer.value(s, player)).isCloseTo(constant + slope * (lowest + gap * s), within(1e-6));
            }
        }
    }

    /** A single player's game is a decision problem; its equilibrium solves Bellman's equation. */
    @Test
    void aloneThePlayerOptimises() {
        StochasticGame alone = random(3, 4, 0.95, 5);
        MarkovEquilibrium answer = MarkovQuantalResponse.solve(alone, 1e-10, 5_000);
        assertThat(answer.regret()).isLessThan(1e-7);
        for (int s = 0; s < 4; s++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int a = 0; a < 5; a++) {
                double worth = alone.payoffs(s, 0)[a];
                for (int to = 0; to < 4; to++) {
                    worth += 0.95 * alone.transitions(s, to)[a] * answer.value(to, 0);
                }
                best = Math.max(best, worth);
            }
            assertThat(answer.value(s, 0)).isCloseTo(best, within(1e-7));
        }
    }

    /** With one state and no future it is a game in strategic form: matching pennies with unequal stakes. */
    @Test
    void withoutAFutureItIsTheStageGame() {
        StochasticGame pennies = StochasticGame.of(
                new int[][] {{2, 2}},
                new double[][][] {{{3, -1, -1, 1}, {-3, 1, 1, -1}}},
                new double[][][] {{{1, 1, 1, 1}}},
                0,
                0);
        MarkovEquilibrium answer = MarkovQuantalResponse.solve(pennies, 1e-10, 5_000);
        assertThat(answer.probability(0, 0, 0)).isCloseTo(1 / 3.0, within(1e-6));
        assertThat(answer.probability(0, 1, 0)).isCloseTo(1 / 3.0, within(1e-6));
        assertThat(answer.value(0, 0)).isCloseTo(1 / 3.0, within(1e-6));
        MarkovEquilibrium uniform = MarkovQuantalResponse.at(pennies, 0, 100);
        assertThat(uniform.probability(0, 0, 1)).isCloseTo(0.5, within(1e-12));
        assertThat(uniform.regret()).isCloseTo(0.5, within(1e-9)); // the row player gets 0.5 but could have 1
    }

    /** Regret looks at whole strategies: an action that only pays by moving on is seen. */
    @Test
    void regretSeesDeviationsOverSeveralPeriods() {
        // State 1 pays 0 and may be left for state 2, which pays 1 for ever; leaving costs 0.5.
        StochasticGame door = StochasticGame.of(
                new int[][] {{2}, {1}},
                new double[][][] {{{0, -0.5}}, {{1}}},
                new double[][][] {{{1, 0}, {0, 1}}, {{0}, {1}}},
                0.9);
        MarkovEquilibrium staying = MarkovEquilibrium.evaluate(door, new double[][][] {{{1, 0}}, {{1}}});
        assertThat(staying.value(0, 0)).isCloseTo(0, within(1e-12));
        assertThat(staying.regret()).isCloseTo(-0.5 + 0.9 * 10, within(1e-9));
    }

    @Test
    void whatIsNoGameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        StochasticGame.of(new int[][] {{1}}, new double[][][] {{{1}}}, new double[][][] {{{0.9}}}, 0.5))
                .withMessageContaining("must add up to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        StochasticGame.of(new int[][] {{1}}, new double[][][] {{{1}}}, new double[][][] {{{1}}}, 1.0))
                .withMessageContaining("must be from 0 to below 1");
    }
}
