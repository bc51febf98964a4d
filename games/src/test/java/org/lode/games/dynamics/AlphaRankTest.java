package org.lode.games.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.games.form.NormalForm;

class AlphaRankTest {
    private static NormalForm random(long seed, int... counts) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] payoffs = new double[NormalForm.profiles(counts) * counts.length];
        Arrays.setAll(payoffs, k -> random.nextDouble());
        return NormalForm.of(counts, payoffs);
    }

    /** Omidshafiei et al. (2019), section 3.3: in the battle of the sexes both conventions share the time equally. */
    @Test
    void theBattleOfTheSexesIsSharedByItsConventions() {
        NormalForm battle = NormalForm.of(new int[] {2, 2}, 3, 0, 0, 2, 2, 0, 0, 3);
        double[] rank = AlphaRank.of(battle, 100, 50);
        assertThat(rank).containsExactly(new double[] {0.5, 0, 0, 0.5}, within(1e-6));
    }

    /** Biased rock-paper-scissors cycles; all matched profiles are left, and everything lies in one sink. */
    @Test
    void matchingPenniesSpreadsEvenly() {
        NormalForm pennies = NormalForm.of(new int[] {2, 2}, 1, -1, -1, 1, -1, 1, 1, -1);
        assertThat(AlphaRank.of(pennies, 10, 50)).containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(1e-12));
        assertThat(AlphaRank.sinks(pennies)).containsExactly(new int[] {0, 1, 2, 3});
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void timesBalanceWhateverTheStrengthOfSelection(long seed) {
        NormalForm game = random(seed, 3, 2, 3);
        for (double alpha : new double[] {0, 0.1, 1, 5, 15}) {
            double[] time = AlphaRank.of(game, alpha, 20);
            assertThat(Arrays.stream(time).sum()).isCloseTo(1, within(1e-12));
            double[] net = new double[time.length];
            double flows = 0;
            for (int profile = 0; profile < time.length; profile++) {
                for (int player = 0; player < 3; player++) {
                    for (int s = 0; s < game.strategies(player); s++) {
                        int to = profile + (s - game.strategy(player, profile)) * game.stride(player);
                        if (to != profile) {
                            double gain = game.payoff(player, to) - game.payoff(player, profile);
                            double flow = time[profile] * AlphaRank.fixation(alpha * gain, 20);
                            net[profile] -= flow;
                            net[to] += flow;
                            flows += flow;
                        }
                    }
                }
            }
            for (double n : net) {
                assertThat(n).isCloseTo(0, within(1e-12 * flows + 1e-300));
            }
        }
    }

    @Test
    void withoutSelectionAllProfilesAreEqual() {
        assertThat(AlphaRank.of(random(1, 2, 3, 2), 0, 10)).containsOnly(new double[] {1 / 12.0}, within(1e-12));
    }

    /** Six players with four strategies: 4,096 profiles, in sparse passes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void sixPlayersWithFourStrategiesTakeSeconds(long seed) {
        NormalForm game = random(seed, 4, 4, 4, 4, 4, 4);
        long began = System.nanoTime();
        double[] strong = AlphaRank.strong(game, 1e-6);
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(Arrays.stream(strong).sum()).isCloseTo(1, within(1e-12));
        boolean[] inSink = new boolean[4096];
        AlphaRank.sinks(game).forEach(sink -> Arrays.stream(sink).forEach(p -> inSink[p] = true));
        double sinks = IntStream.range(0, 4096)
                .filter(p -> inSink[p])
                .mapToDouble(p -> strong[p])
                .sum();
        assertThat(sinks).isGreaterThan(0.95); // strong selection holds the sinks
        assertThat(seconds).isLessThan(30); // 5 s on an idle machine, see the benchmarks
    }

    @Test
    void theChanceOfFixationIsRightInItsLimits() {
        assertThat(AlphaRank.fixation(0, 50)).isEqualTo(0.02);
        assertThat(AlphaRank.fixation(1e-12, 50)).isCloseTo(0.02, within(1e-10));
        assertThat(AlphaRank.fixation(40, 50)).isCloseTo(1, within(1e-12));
        assertThat(AlphaRank.fixation(-1, 3)).isCloseTo((1 - Math.E) / (1 - Math.E * Math.E * Math.E), within(1e-15));
        assertThat(AlphaRank.fixation(-500, 50)).isZero();
    }

    /** Where selection is so strong that going back is impossible in practice, what is left still ranks. */
    @Test
    void veryStrongSelectionRanksTheSinks() {
        NormalForm battle = NormalForm.of(new int[] {2, 2}, 3, 0, 0, 2, 2, 0, 0, 3);
        assertThat(AlphaRank.of(battle, 1e6, 50)).containsExactly(new double[] {0.5, 0, 0, 0.5}, within(1e-12));
        assertThat(AlphaRank.sinks(battle)).containsExactly(new int[] {0}, new int[] {3});
    }

    /** Sweeps with corrections agree with elimination, on a game of common interest with many sinks. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 4, 20})
    void chainsThatNearlyFallApartAreSolvedTheSameByElimination(double alpha) {
        SplittableRandom random = new SplittableRandom(9);
        double[] common = new double[625];
        Arrays.setAll(common, k -> random.nextDouble());
        double[] payoffs = new double[2500];
        Arrays.setAll(payoffs, k -> common[k % 625]);
        NormalForm game = NormalForm.of(new int[] {5, 5, 5, 5}, payoffs);
        assertThat(AlphaRank.sinks(game)).hasSizeGreaterThan(20);
        SparseChain chain = AlphaRank.chain(game, alpha, 50);
        double[] corrected = chain.stationary();
        double[] eliminated = chain.eliminated();
        for (int profile = 0; profile < 625; profile++) {
            assertThat(corrected[profile]).isCloseTo(eliminated[profile], within(1e-8 * eliminated[profile] + 1e-300));
        }
    }

    /** Blume (1993): logit learning in a potential game has the Gibbs distribution. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void logitLearningInAPotentialGameIsGibbs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] common = new double[24];
        Arrays.setAll(common, k -> random.nextDouble());
        double[] payoffs = new double[72];
        Arrays.setAll(payoffs, k -> common[k % 24]);
        NormalForm game = NormalForm.of(new int[] {2, 3, 4}, payoffs);
        for (double lambda : new double[] {0, 2, 30}) {
            double total =
                    Arrays.stream(common).map(c -> StrictMath.exp(lambda * c)).sum();
            double[] gibbs = Arrays.stream(common)
                    .map(c -> StrictMath.exp(lambda * c) / total)
                    .toArray();
            assertThat(LogitLearning.stationary(game, lambda)).containsExactly(gibbs, within(1e-10));
        }
    }
}
