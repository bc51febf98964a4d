package org.lode.games.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lode.games.form.NormalForm;
import org.lode.games.solve.Equilibrium.Standing;

/** All equilibria of games of three and more players: proved, or said not to be. */
class CertifiedSupportsTest {
    @ParameterizedTest
    @CsvSource({"3x3x3x3-c1003.nfg, 13", "s2x2x2x2x2x2_1.nfg, 15"})
    void aGenericGameIsCompleteAndHasNoSets(String name, int equilibria) {
        Solution found = new AllEquilibria().solve(Games.read(name));
        assertThat(found.isComplete()).as(found.reason()).isTrue();
        assertThat(found.equilibria()).hasSize(equilibria).allMatch(CertifiedSupportsTest::isRegular);
        assertThat(found.components()).isEmpty();
    }

    @Test
    void aSegmentIsGivenByItsEnds() {
        NormalForm game = Games.read("a1021.nfg");
        Solution found = new AllEquilibria().solve(game);
        assertThat(found.isComplete()).as(found.reason()).isTrue();
        assertThat(found.components()).hasSize(1);
        List<Equilibrium> ends =
                found.components().get(0).stream().map(found.equilibria()::get).toList();
        assertThat(ends).hasSize(2).allMatch(end -> end.standing() == Standing.EXTREME && end.regret() == 0);
        assertThat(found.equilibria())
                .filteredOn(CertifiedSupportsTest::isRegular)
                .hasSize(3);
        // Only one player's mixture differs, and between the ends nobody gains either.
        assertThat(IntStream.range(0, 3)
                        .filter(player -> !Arrays.equals(
                                ends.get(0).profile().strategy(player),
                                ends.get(1).profile().strategy(player))))
                .hasSize(1);
        double[] middle = ends.get(0).profile().probabilities();
        double[] other = ends.get(1).profile().probabilities();
        Arrays.setAll(middle, i -> (middle[i] + other[i]) / 2);
        assertThat(org.lode.games.check.Regret.share(game, org.lode.games.form.MixedProfile.of(game.shape(), middle)))
                .isLessThan(1e-15);
    }

    @Test
    void withADominantStrategyOfEachOfSixItAnswersAtOnce() {
        NormalForm game = SolverContractTest.random(5, new int[] {3, 3, 3, 3, 3, 3});
        double[] payoffs = game.payoffs();
        for (int player = 0; player < 6; player++) {
            for (int index = 0; index < game.profiles(); index++) {
                payoffs[player * game.profiles() + index] += game.strategy(player, index) == 2 ? 1000 : 0;
            }
        }
        Solution found = new AllEquilibria().solve(NormalForm.of(game.shape(), payoffs));
        assertThat(found.isComplete()).isTrue();
        assertThat(found.equilibria()).hasSize(1);
        assertThat(found.equilibria().get(0).standing()).isEqualTo(Standing.STRICT);
    }

    @Test
    void aConstantGameOfThreeIsSetsOfOnePlayersMixturesAndNothingIsRegular() {
        Solution found = new AllEquilibria().solve(NormalForm.of(new int[] {2, 2, 2}, new double[24]));
        assertThat(found.equilibria()).hasSizeGreaterThanOrEqualTo(8).noneMatch(CertifiedSupportsTest::isRegular);
        assertThat(found.isComplete()).isFalse();
        assertThat(found.reason()).contains("not isolated");
    }

    @Tag("slow")
    @Test
    void aSpentBudgetIsSaidAndWhatWasFoundIsListed() {
        NormalForm game = SolverContractTest.random(1, new int[] {5, 5, 5});
        Solution found = new AllEquilibria().solve(game);
        assertThat(found.isComplete()).isFalse();
        assertThat(found.reason()).startsWith("the budget of work was spent").doesNotContain("degenerate");
        assertThat(found.components()).isEmpty();
        assertThat(found.equilibria()).hasSizeGreaterThan(5).allMatch(CertifiedSupportsTest::isRegular);
    }

    static Stream<Arguments> thirtyOfEach() {
        return Stream.of(new int[] {3, 3, 3, 3}, new int[] {4, 4, 4}, new int[] {2, 2, 2, 2, 2, 2})
                .flatMap(counts -> IntStream.range(0, 30).mapToObj(seed -> Arguments.of(seed, counts)));
    }

    @Tag("slow")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("thirtyOfEach")
    void aRandomGameIsCompleteOrItsBudgetIsSpentAndPathsFindTheSame(long seed, int[] counts) {
        NormalForm game = generic(seed, counts);
        Solution found = new AllEquilibria().solve(game);
        assertThat(found.components()).isEmpty();
        assertThat(found.equilibria()).allMatch(CertifiedSupportsTest::isRegular);
        if (!found.isComplete()) {
            assertThat(found.reason()).matches("the budget of work was spent with \\d+ of \\d+ supports still open.*");
        }
        if (seed % 3 == 0) {
            Solution paths = new SupportEnumeration().solve(game);
            assertThat(missing(found, paths)).isEmpty();
            assertThat(missing(paths, found)).isEmpty();
        }
    }

    /** What one list has and the other, if it is complete, has not. */
    private static List<Equilibrium> missing(Solution complete, Solution other) {
        return other.equilibria().stream()
                .filter(each -> complete.isComplete()
                        && complete.equilibria().stream()
                                .noneMatch(same -> same.profile().distance(each.profile()) < 1e-8))
                .toList();
    }

    /** Payoffs without ties: integers from 0 to 999 have some, and with them true segments. */
    private static NormalForm generic(long seed, int[] counts) {
        return NormalForm.of(
                counts,
                new Random(seed)
                        .doubles((long) counts.length * NormalForm.profiles(counts), 0, 1000)
                        .toArray());
    }

    private static boolean isRegular(Equilibrium each) {
        return each.standing() == Standing.STRICT || each.standing() == Standing.REGULAR;
    }
}
