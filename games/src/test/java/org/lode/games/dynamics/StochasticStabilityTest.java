package org.lode.games.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.games.form.NormalForm;

class StochasticStabilityTest {
    /** Kandori, Mailath and Rob (1993): 2 on A, 1 on B; ceil((N-1)/3) mistakes lead to A, ceil(2(N-1)/3) to B. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8, 10, 13, 20, 50})
    void theRiskDominantConventionNeedsFewerMistakes(int size) {
        PopulationLearning population = new PopulationLearning(new double[][] {{2, 0}, {0, 1}}, size);
        StochasticStability analysis = StochasticStability.of(population);
        assertThat(analysis.classes()).isEqualTo(2);
        int allB = 0;
        int allA = 1;
        assertThat(population.counts(analysis.states(allB)[0])).containsExactly(0, size);
        assertThat(population.counts(analysis.states(allA)[0])).containsExactly(size, 0);
        assertThat(analysis.resistance(allB, allA)).isEqualTo(Math.ceil((size - 1) / 3.0));
        assertThat(analysis.resistance(allA, allB)).isEqualTo(Math.ceil(2 * (size - 1) / 3.0));
        assertThat(analysis.stableClasses()).containsExactly(allA);
    }

    private static final double[][] YOUNG = {{6, 0, 0}, {5, 7, 5}, {0, 5, 8}};

    /**
     * Young's (1993) three-by-three coordination game: neither pairwise risk dominance nor the largest payoff decides, the
     * trees do. In shares of a sample 1 to 2 takes 1/8, 2 to 3 takes 2/5, 3 to 2 takes 3/8 (by errors on 1), so the middle
     * convention's tree costs 1/2 and the last one's 21/40.
     */
    @Test
    void youngsMiddleConventionHasTheCheapestTree() {
        int sample = 40;
        double[] payoffs = new double[18];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                payoffs[a * 3 + b] = YOUNG[a][b];
                payoffs[9 + b * 3 + a] = YOUNG[a][b];
            }
        }
        AdaptivePlay play = new AdaptivePlay(NormalForm.of(new int[] {3, 3}, payoffs), sample);
        assertThat(play.conventions()).containsExactly(new int[] {0, 0}, new int[] {1, 1}, new int[] {2, 2});
        StochasticStability analysis = play.stability();
        assertThat(analysis.resistance(0, 1)).isEqualTo(sample / 8.0);
        assertThat(analysis.resistance(1, 2)).isEqualTo(sample * 2 / 5.0);
        assertThat(analysis.resistance(2, 1)).isEqualTo(sample * 3 / 8.0);
        assertThat(analysis.resistance(1, 0)).isEqualTo(sample * 7 / 8.0);
        assertThat(analysis.potential(1)).isEqualTo(sample / 2.0);
        assertThat(analysis.potential(2)).isEqualTo(sample * 21 / 40.0);
        assertThat(analysis.stableClasses()).containsExactly(1);
        assertThat(analysis.tree(1)).containsExactly(1, -1, 1);
        assertThat(analysis.tree(2)).containsExactly(1, 2, -1);
    }

    /** The same game in one population of 41 (everyone meets 40 others): the same resistances, found by shortest paths. */
    @Test
    void onePopulationAgreesWithYoungsSamples() {
        PopulationLearning population = new PopulationLearning(YOUNG, 41);
        StochasticStability analysis = StochasticStability.of(population);
        assertThat(analysis.classes()).isEqualTo(3);
        int middle = analysis.stableClasses().get(0);
        assertThat(analysis.stableClasses()).hasSize(1);
        assertThat(population.counts(analysis.states(middle)[0])).containsExactly(0, 41, 0);
        assertThat(analysis.potential(middle)).isEqualTo(20);
        assertThat(analysis.potential(0)).isEqualTo(21); // everyone on the last strategy
    }

    /** Blume (1993): in a potential game logit learning with rare mistakes stays at the potential's maximum. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void logitMistakesSelectThePotentialsMaximum(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] common = new double[27];
        Arrays.setAll(common, k -> Math.floor(50 * random.nextDouble()));
        double[] payoffs = new double[81];
        for (int k = 0; k < 81; k++) {
            payoffs[k] = common[k % 27];
        }
        NormalForm game = NormalForm.of(new int[] {3, 3, 3}, payoffs);
        StochasticStability analysis =
                StochasticStability.of(new ProfileLearning(game, ProfileLearning.Mistakes.LOGIT));
        double highest = Arrays.stream(common).max().orElseThrow();
        assertThat(Arrays.stream(analysis.stableStates()).boxed())
                .isNotEmpty()
                .allMatch(state -> common[state] == highest);
    }

    /** Matching pennies has no convention: learning cycles through all four profiles, which form one class. */
    @Test
    void withoutAConventionTheWholeCycleIsStable() {
        NormalForm pennies = NormalForm.of(new int[] {2, 2}, 1, -1, -1, 1, -1, 1, 1, -1);
        StochasticStability analysis =
                StochasticStability.of(new ProfileLearning(pennies, ProfileLearning.Mistakes.UNIFORM));
        assertThat(analysis.classes()).isEqualTo(1);
        assertThat(analysis.stableStates()).containsExactly(0, 1, 2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdaptivePlay(pennies, 5))
                .withMessageContaining("strict equilibrium");
    }

    /** Against all trees, enumerated. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void treesAreTheCheapestOfAll(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 3 + (int) (random.nextDouble() * 4);
        double[][] cost = new double[n][n];
        for (double[] row : cost) {
            Arrays.setAll(row, k -> 1 + Math.floor(9 * random.nextDouble()));
        }
        StochasticStability analysis = StochasticStability.ofResistances(cost);
        for (int root = 0; root < n; root++) {
            assertThat(analysis.potential(root)).isCloseTo(enumerated(root, cost), within(1e-12));
            int[] tree = analysis.tree(root);
            for (int from = 0; from < n; from++) {
                int at = from;
                for (int hop = 0; hop < n && at != root; hop++) {
                    at = tree[at];
                }
                assertThat(at).isEqualTo(root);
            }
        }
    }

    private static double enumerated(int root, double[][] cost) {
        int n = cost.length;
        double least = Double.POSITIVE_INFINITY;
        for (int code = 0; code < (int) StrictMath.pow(n, n); code++) {
            double sum = 0;
            int[] next = new int[n];
            int rest = code;
            for (int v = 0; v < n; v++) {
                next[v] = rest % n;
                rest /= n;
                sum += v == root ? 0 : cost[v][next[v]];
            }
            boolean tree = true;
            for (int v = 0; v < n && tree; v++) {
                int at = v;
                for (int hop = 0; hop < n && at != root; hop++) {
                    at = next[at];
                }
                tree = at == root;
            }
            least = tree ? Math.min(least, sum) : least;
        }
        return least;
    }

    @Test
    void statesAndCountsCorrespond() {
        PopulationLearning population = new PopulationLearning(YOUNG, 7);
        assertThat(population.states()).isEqualTo(36);
        for (int state = 0; state < 36; state++) {
            assertThat(population.state(population.counts(state))).isEqualTo(state);
        }
    }

    @Test
    void tooManyStatesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PopulationLearning(new double[8][8], 100))
                .withMessageContaining("must be at most");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PopulationLearning(new double[][] {{1, 2}}, 3))
                .withMessageContaining("square");
    }
}
