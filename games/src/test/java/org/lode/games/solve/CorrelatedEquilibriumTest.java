package org.lode.games.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
        assertThat(Arrays.stream(CorrelatedEquilibrium.regrets(CHICKEN, true, lottery))
                        .max()
                        .orElseThrow())
                .isCloseTo(learned.regret(), within(1e-9));
    }

    @Test
    void onTwelveTimesTwelveTheBestLotteryPaysWhatTwoOtherProgramsFind() {
        List<CorrelatedEquilibrium> bounds = CorrelatedEquilibrium.bounds(Games.read("S_12_12_2.nfg"), false);
        assertThat(bounds.get(0).welfare()).isCloseTo(1793.26, within(0.005));
        assertOrdered(bounds);
    }

    static LongStream forty() {
        return LongStream.range(0, 40);
    }

    static LongStream twoHundred() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("forty")
    void everyBoundIsProvedByItsDual(long seed) {
        assertProved(shaped(seed, 6));
    }

    @Tag("slow")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("twoHundred")
    void theBoundsOfTwoHundredGamesAreProvedByTheirDuals(long seed) {
        assertProved(seed % 4 == 0 ? tied(seed, new int[] {4, 4, 4, 4, 4}) : shaped(seed, 20));
    }

    @Test
    void aGameWithOneEquilibriumHasItAsBestAndWorst() {
        // The only correlated equilibrium is a pure profile, and the multipliers that prove it the worst are large.
        var bounds = CorrelatedEquilibrium.bounds(only(), false);
        for (CorrelatedEquilibrium each : bounds) {
            assertThat(each.weights()).containsExactly(new CorrelatedEquilibrium.Weight(3, 1));
            assertThat(each.regret()).isZero();
        }
        assertOrdered(bounds);
    }

    private static NormalForm only() {
        var random = new Random(245);
        int[] counts = {2 + random.nextInt(19), 2 + random.nextInt(19)};
        random.nextInt(4);
        random.nextBoolean();
        return NormalForm.of(
                counts,
                random.ints(2L * counts[0] * counts[1], 0, 1000)
                        .asDoubleStream()
                        .toArray());
    }

    private static NormalForm shaped(long seed, int most) {
        var random = new Random(seed);
        return tied(seed, new int[] {2 + random.nextInt(most - 1), 2 + random.nextInt(most - 1)});
    }

    /** Payoffs from few values as often as from many: programs with ties are where pivoting runs in circles. */
    private static NormalForm tied(long seed, int[] counts) {
        var random = new Random(~seed);
        int values = new int[] {2, 3, 10, 1000}[random.nextInt(4)];
        return NormalForm.of(
                counts,
                random.ints((long) counts.length * NormalForm.profiles(counts), 0, values)
                        .asDoubleStream()
                        .toArray());
    }

    private static void assertProved(NormalForm game) {
        for (boolean coarse : new boolean[] {false, true}) {
            List<CorrelatedEquilibrium> bounds = CorrelatedEquilibrium.bounds(game, coarse);
            assertOrdered(bounds);
            for (CorrelatedEquilibrium each : bounds) {
                assertThat(each.regretShare()).isLessThan(1e-15);
                assertThat(Math.abs(each.bound() - each.worth()) / game.range()).isLessThan(1e-13);
            }
            double dual = exactDual(game, coarse);
            assertThat(dual).isCloseTo(bounds.get(0).welfare(), within(1e-9 * game.range()));
        }
    }

    /** The bound on welfare that the multipliers prove, from the payoffs, without rounding. */
    private static double exactDual(NormalForm game, boolean coarse) {
        var program = new CorrelatedProgram(game, coarse, Goal.BEST);
        double[] multipliers = program.solve().multipliers();
        BigDecimal most = null;
        for (int index = 0; index < game.profiles(); index++) {
            BigDecimal slack = BigDecimal.ZERO;
            int row = 0;
            for (int player = 0; player < game.players(); player++) {
                int own = game.strategy(player, index);
                double now = game.payoff(player, index);
                slack = slack.add(new BigDecimal(now));
                double unit = Math.scalb(1.0, -Math.getExponent(game.range(player))) / program.scale();
                for (int to = 0; to < game.strategies(player); to++) {
                    for (int from = 0; from < (coarse ? 1 : game.strategies(player)); from++) {
                        if (coarse || from != to) {
                            if ((coarse || own == from) && multipliers[row] != 0) {
                                double there = game.payoff(player, index + (to - own) * game.stride(player));
                                slack = slack.subtract(
                                        new BigDecimal(multipliers[row] * unit).multiply(new BigDecimal(there - now)));
                            }
                            row++;
                        }
                    }
                }
            }
            most = most == null ? slack : most.max(slack);
        }
        return most.doubleValue();
    }

    private static void assertOrdered(List<CorrelatedEquilibrium> bounds) {
        assertThat(bounds.get(0).welfare()).isGreaterThanOrEqualTo(bounds.get(2).welfare());
        assertThat(bounds.get(2).welfare()).isGreaterThanOrEqualTo(bounds.get(1).welfare());
    }

    private static double welfare(double[] p) {
        return p[0] * p[3] * 9 + p[1] * p[2] * 9 + p[1] * p[3] * 12;
    }
}
