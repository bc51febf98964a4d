package org.lode.games.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.games.form.NormalForm;
import org.lode.games.format.SolutionFormat;

class AllEquilibriaTest {
    @Test
    void matchingPenniesMixesEvenlyAndExactly() {
        var found = new AllEquilibria().solve(NormalForm.of(new int[] {2, 2}, 1, -1, -1, 1, -1, 1, 1, -1));
        assertThat(found.equilibria()).hasSize(1);
        assertThat(found.equilibria().get(0).exact()).hasToString("[1/2, 1/2, 1/2, 1/2]");
        assertThat(found.equilibria().get(0).standing()).isEqualTo(Equilibrium.Standing.REGULAR);
        assertThat(found.isComplete()).isTrue();
    }

    @Test
    void aGameWithoutStakesIsOneNashSubset() {
        var found = new AllEquilibria().solve(NormalForm.of(new int[] {2, 3}, new double[12]));
        assertThat(found.equilibria()).hasSize(6);
        assertThat(found.components()).isEqualTo(List.of(List.of(0, 1, 2, 3, 4, 5)));
    }

    @Test
    void overlappingMaximalNashSubsetsAreAllFound() {
        // Both rows tie against the left column; the second column ties for the column player on the first row only.
        var found = new AllEquilibria().solve(NormalForm.of(new int[] {2, 2}, 1, 1, 1, 0, 1, 1, 1, 0));
        assertThat(found.subsets()).hasSize(2);
        assertThat(found.equilibria()).hasSize(3);
        // They touch in one profile, so together they are one connected set.
        assertThat(found.components()).isEqualTo(List.of(List.of(0, 1, 2)));
    }

    @Test
    void oneIndifferentPlayerMayMix() {
        var found = new AllEquilibria().solve(NormalForm.of(new int[] {3}, 2, 1, 2));
        assertThat(found.equilibria()).hasSize(2);
        assertThat(found.components()).isEqualTo(List.of(List.of(0, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "gambit222.nfg, 1",
        "nashpy39.nfg, 4",
        "nashpy64.nfg, 3",
        "nashpy66.nfg, 2",
        "nashpy76.nfg, 6",
        "quantecon421a.nfg, 3",
        "quantecon421zero.nfg, 4",
        "jacobian1833.nfg, 1"
    })
    void gamesOnWhichOthersErredHaveAsManyExtremeEquilibriaAsLrsnashFinds(String name, int extreme) {
        NormalForm game = Games.read(name);
        Solution found = new AllEquilibria().solve(game);
        assertThat(found.isComplete()).isTrue();
        assertThat(found.equilibria()).hasSize(extreme);
        // Whatever is not in a set is not said to be, and no two sets that touch are told apart.
        assertThat(found.components().stream().flatMap(List::stream)).doesNotHaveDuplicates();
        for (List<Integer> subset : found.subsets()) {
            assertThat(found.components())
                    .filteredOn(component -> component.containsAll(subset))
                    .hasSize(1);
        }
    }

    @Test
    void aTouchingPairOfSubsetsIsNamedAsOneSetMadeOfTwo() throws IOException {
        NormalForm game = NormalForm.of(new int[] {2, 2}, 1, 1, 1, 0, 1, 1, 1, 0);
        StringBuilder text = new StringBuilder();
        SolutionFormat.text(game, new AllEquilibria().solve(game), text);
        assertThat(text).contains("one connected set holds equilibria 1 2 3", "maximal Nash subsets: 1 2; 1 3");
    }

    @Test
    void tooManySupportsAreRefusedWithAnAlternative() {
        assertThatThrownBy(() -> new AllEquilibria().solve(NormalForm.of(new int[] {9, 9, 9}, new double[2187])))
                .hasMessageContaining("solver one finds");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void fractionsAndIntervalsAgreeOnGamesOfTwo(long seed) {
        var random = new Random(seed);
        int[] counts = {2 + random.nextInt(3), 2 + random.nextInt(3)};
        var game = NormalForm.of(
                counts,
                random.ints(2L * counts[0] * counts[1], 0, 1000)
                        .asDoubleStream()
                        .toArray());
        var exact = new VertexEnumeration().solve(game);
        var intervals = new CertifiedSupports().solve(game);
        assertThat(exact.isComplete() && intervals.isComplete()).isTrue();
        assertThat(exact.equilibria()).hasSameSizeAs(intervals.equilibria());
        assertThat(exact.equilibria().size() % 2).isEqualTo(1);
        for (Equilibrium each : exact.equilibria()) {
            assertThat(intervals.equilibria()).anyMatch(other -> other.profile().distance(each.profile()) < 1e-9);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void degenerateGamesOfTwoContainEveryPureEquilibriumAndNothingWrong(long seed) {
        var random = new Random(seed);
        int[] counts = {2 + random.nextInt(4), 2 + random.nextInt(4)};
        var game = NormalForm.of(
                counts,
                random.ints(2L * counts[0] * counts[1], 0, 3).asDoubleStream().toArray());
        var all = new VertexEnumeration().solve(game);
        assertThat(all.isComplete()).isTrue();
        assertThat(all.equilibria()).isNotEmpty().allMatch(each -> each.regret() < 1e-12);
        for (Equilibrium pure : new PureEnumeration().solve(game).equilibria()) {
            assertThat(all.equilibria()).anyMatch(each -> each.profile().equals(pure.profile()));
        }
    }
}
