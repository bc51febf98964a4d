package org.lode.games.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.games.form.NormalForm;
import org.lode.games.solve.CorrelatedEquilibrium.Goal;

class CorrelatedEquilibriumTest {
    /** Aumann (1974), as in Aumann (1987): dare or chicken; 7,2 for daring against chicken, 6,6 both chicken, 0,0 both dare. */
    private static final NormalForm CHICKEN = NormalForm.of(new int[] {2, 2}, 0, 7, 2, 6, 0, 2, 7, 6);

    @Test
    void inAumannsChickenTheBestLotteryPaysTenAndAHalf() {
        var best = CorrelatedEquilibrium.of(CHICKEN, false, Goal.BEST);
        // p(C,C) = 1/2 and 1/4 on each of the others pays 5.25 each: Aumann's example with thirds pays 5.
        assertThat(best.welfare()).isCloseTo(10.5, within(1e-9));
        assertThat(best.regret()).isLessThan(1e-9);
    }

    @Test
    void theWorstLotteryPaysNoMoreThanTheWorstNashEquilibrium() {
        var worst = CorrelatedEquilibrium.of(CHICKEN, false, Goal.WORST);
        var nash = new AllEquilibria()
                .solve(CHICKEN).equilibria().stream()
                        .mapToDouble(each -> welfare(each.profile().probabilities()))
                        .min()
                        .orElseThrow();
        assertThat(worst.welfare()).isLessThanOrEqualTo(nash + 1e-9);
        var coarse = CorrelatedEquilibrium.of(CHICKEN, true, Goal.WORST);
        assertThat(coarse.welfare()).isLessThanOrEqualTo(worst.welfare() + 1e-9);
    }

    @Test
    void zeroSumGamesHaveTheirValueOnly() {
        var pennies = NormalForm.of(new int[] {2, 2}, 1, -1, -1, 1, -1, 1, 1, -1);
        for (Goal goal : new Goal[] {Goal.BEST, Goal.WORST, Goal.EGALITARIAN}) {
            assertThat(CorrelatedEquilibrium.of(pennies, false, goal).payoffs().get(0))
                    .isCloseTo(0, within(1e-9));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void boundsHoldEveryNashEquilibrium(long seed) {
        var random = new Random(seed);
        int[] counts = {3, 3, 2};
        var game =
                NormalForm.of(counts, random.ints(54, 0, 100).asDoubleStream().toArray());
        double best = CorrelatedEquilibrium.of(game, false, Goal.BEST).welfare();
        double worst = CorrelatedEquilibrium.of(game, false, Goal.WORST).welfare();
        double coarseBest = CorrelatedEquilibrium.of(game, true, Goal.BEST).welfare();
        assertThat(coarseBest).isGreaterThanOrEqualTo(best - 1e-6);
        for (Equilibrium nash : new AllEquilibria().solve(game).equilibria()) {
            var expectation = new org.lode.games.form.Expectation(game);
            double[] flat = nash.profile().probabilities();
            double[] payoffs = new double[flat.length];
            expectation.payoffs(flat, payoffs);
            double welfare = 0;
            for (int i = 0; i < flat.length; i++) {
                welfare += flat[i] * payoffs[i];
            }
            assertThat(welfare).isBetween(worst - 1e-6, best + 1e-6);
        }
        var fair = CorrelatedEquilibrium.of(game, false, Goal.EGALITARIAN);
        assertThat(fair.regret()).isLessThan(1e-5);
    }

    @Test
    void regretMatchingComesNearACoarseEquilibrium() {
        var learned = CorrelatedEquilibrium.learned(CHICKEN, 20_000, 1);
        assertThat(learned.regret()).isLessThan(0.1);
        double[] lottery = new double[4];
        learned.weights().forEach(weight -> lottery[weight.profile()] = weight.probability());
        assertThat(CorrelatedEquilibrium.regret(CHICKEN, true, lottery)).isCloseTo(learned.regret(), within(1e-9));
    }

    private static double welfare(double[] p) {
        return p[0] * p[3] * 9 + p[1] * p[2] * 9 + p[1] * p[3] * 12;
    }
}
