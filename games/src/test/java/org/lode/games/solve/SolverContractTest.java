package org.lode.games.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lode.games.check.Regret;
import org.lode.games.form.ExactExpectation;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/** What every solver owes, on seeded random games; the seed is the test's name. */
class SolverContractTest {
    private static final double SAME = 1e-8;

    static LongStream few() {
        return LongStream.rangeClosed(1, 12);
    }

    static LongStream sixty() {
        return LongStream.range(0, 60);
    }

    static LongStream twenty() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("few")
    void nobodyGainsByLeavingAnAnswerBeyondTheRegretStated(long seed) {
        NormalForm game = random(seed, shape(seed));
        for (Solver solver : Solvers.ALL) {
            if (solver.refusal(game).isEmpty()) {
                Solution solution = solver.solve(game);
                assertThat(solution.method()).isNotBlank();
                for (Equilibrium each : solution.equilibria()) {
                    assertThat(Regret.of(game, each.profile())).isLessThan(1e-9);
                    if (each.exact().isEmpty()) {
                        assertThat(Regret.of(game, each.profile())).isEqualTo(each.regret());
                    } else {
                        assertThat(each.regret()).isZero();
                        assertThat(gain(game, each.exact())).isEqualTo(Rational.ZERO);
                    }
                }
            }
        }
    }

    /** What some player gains by leaving a profile in fractions, without rounding. */
    private static Rational gain(NormalForm game, List<Rational> profile) {
        Rational most = Rational.ZERO;
        int start = 0;
        for (int player = 0; player < game.players(); player++) {
            Rational mean = Rational.ZERO;
            Rational[] payoffs = ExactExpectation.payoffs(game, player, profile);
            for (int s = 0; s < payoffs.length; s++) {
                mean = mean.plus(profile.get(start + s).times(payoffs[s]));
            }
            for (Rational each : payoffs) {
                most = each.minus(mean).compareTo(most) > 0 ? each.minus(mean) : most;
            }
            start += payoffs.length;
        }
        return most;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("few")
    void aCompleteListHoldsWhatAnyOtherSolverFinds(long seed) {
        NormalForm game = random(seed, shape(seed));
        Solution all = new AllEquilibria().solve(game);
        assertThat(all.isComplete()).isTrue();
        assertThat(all.equilibria().size() % 2).isEqualTo(1);
        for (Solver solver : Solvers.ALL) {
            if (solver.refusal(game).isEmpty()) {
                for (Equilibrium found : solver.solve(game).equilibria()) {
                    assertThat(all.equilibria())
                            .as("%s by %s", found.profile(), solver.name())
                            .anyMatch(each -> each.profile().distance(found.profile()) < SAME);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("few")
    void scalesAndZeroPointsOfPayoffsDoNotMatter(long seed) {
        NormalForm game = random(seed, shape(seed));
        double[] payoffs = game.payoffs();
        for (int player = 0; player < game.players(); player++) {
            for (int index = 0; index < game.profiles(); index++) {
                payoffs[player * game.profiles() + index] *= 3 * (player + 1);
                payoffs[player * game.profiles() + index] -= 1000 * player;
            }
        }
        sameEquilibria(game, NormalForm.of(game.shape(), payoffs), new int[][] {});
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("few")
    void theOrderOfStrategiesDoesNotMatter(long seed) {
        NormalForm game = random(seed, shape(seed));
        double[] payoffs = new double[game.payoffs().length];
        for (int index = 0; index < game.profiles(); index++) {
            int[] profile = game.profile(index);
            for (int player = 0; player < game.players(); player++) {
                profile[player] = game.strategies(player) - 1 - profile[player];
            }
            for (int player = 0; player < game.players(); player++) {
                payoffs[player * game.profiles() + index] = game.payoff(player, profile);
            }
        }
        int[][] order = new int[game.players()][];
        for (int player = 0; player < order.length; player++) {
            int count = game.strategies(player);
            order[player] = new int[count];
            Arrays.setAll(order[player], s -> count - 1 - s);
        }
        sameEquilibria(game, NormalForm.of(game.shape(), payoffs), order);
    }

    private static void sameEquilibria(NormalForm game, NormalForm other, int[][] order) {
        List<Equilibrium> before = new AllEquilibria().solve(game).equilibria();
        List<Equilibrium> after = new AllEquilibria().solve(other).equilibria();
        assertThat(after).hasSameSizeAs(before);
        for (Equilibrium each : before) {
            List<Double> flat = new ArrayList<>();
            for (int player = 0; player < game.players(); player++) {
                for (int s = 0; s < game.strategies(player); s++) {
                    flat.add(each.profile().probability(player, order.length == 0 ? s : order[player][s]));
                }
            }
            MixedProfile expected = MixedProfile.of(
                    game.shape(), flat.stream().mapToDouble(p -> p).toArray());
            assertThat(after).anyMatch(found -> found.profile().distance(expected) < SAME);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("few")
    void pathsAndIntervalsAgreeOnGamesOfThree(long seed) {
        agree(random(seed, new int[] {2, 3, 2}));
    }

    @Tag("slow")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("sixty")
    void sixtyRandomGamesOfThreeTimesThreeAreCompleteByTwoMethods(long seed) {
        agree(random(seed, new int[] {3, 3, 3}));
    }

    @Tag("slow")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("twenty")
    void gamesWithPlantedEquilibriaAreCompleteByTwoMethods(long seed) {
        NormalForm game = planted(seed);
        Solution found = agree(game);
        for (int s = 0; s < 3; s++) {
            MixedProfile conventional = MixedProfile.pure(game.shape(), s, s, s);
            assertThat(found.equilibria()).anyMatch(each -> each.profile().equals(conventional));
        }
    }

    @Test
    void eliminationChangesNothing() {
        var game = NormalForm.of(
                new int[] {3, 3},
                3,
                0,
                1,
                0,
                3,
                1,
                2,
                2,
                0, //
                3,
                0,
                0,
                0,
                3,
                0,
                1,
                1,
                0);
        var plain = new VertexEnumeration().solve(game);
        var reduced = new Undominated(new VertexEnumeration()).solve(game);
        assertThat(reduced.equilibria().stream().map(Equilibrium::profile))
                .containsExactlyInAnyOrderElementsOf(
                        plain.equilibria().stream().map(Equilibrium::profile).toList());
    }

    private static Solution agree(NormalForm game) {
        Solution intervals = new CertifiedSupports().solve(game);
        Solution paths = new SupportEnumeration().solve(game);
        assertThat(intervals.isComplete()).as(intervals.reason()).isTrue();
        assertThat(paths.isComplete()).as(paths.reason()).isTrue();
        assertThat(paths.equilibria()).hasSameSizeAs(intervals.equilibria());
        for (Equilibrium each : intervals.equilibria()) {
            assertThat(paths.equilibria()).anyMatch(other -> other.profile().distance(each.profile()) < SAME);
        }
        return intervals;
    }

    /** Payoffs from 0 to 999, as in the published comparisons of solvers. */
    static NormalForm random(long seed, int[] counts) {
        return NormalForm.of(
                counts,
                new Random(seed)
                        .ints((long) counts.length * NormalForm.profiles(counts), 0, 1000)
                        .asDoubleStream()
                        .toArray());
    }

    private static int[] shape(long seed) {
        int[][] shapes = {{2, 2}, {3, 4}, {5, 3}, {2, 2, 2}, {3, 2, 2}, {2, 2, 2, 2}};
        return shapes[(int) (seed % shapes.length)];
    }

    /** A random game with a premium for all doing the same. */
    private static NormalForm planted(long seed) {
        NormalForm game = random(1000 + seed, new int[] {3, 3, 3});
        double[] payoffs = game.payoffs();
        for (int player = 0; player < 3; player++) {
            for (int s = 0; s < 3; s++) {
                payoffs[player * 27 + 13 * s] += 1000;
            }
        }
        return NormalForm.of(game.shape(), payoffs);
    }
}
