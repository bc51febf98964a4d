package org.lode.games.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.games.form.NormalForm;

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
        assertThat(found.components()).hasSize(2);
        assertThat(found.equilibria()).hasSize(3);
    }

    @Test
    void oneIndifferentPlayerMayMix() {
        var found = new AllEquilibria().solve(NormalForm.of(new int[] {3}, 2, 1, 2));
        assertThat(found.equilibria()).hasSize(2);
        assertThat(found.components()).isEqualTo(List.of(List.of(0, 1)));
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
