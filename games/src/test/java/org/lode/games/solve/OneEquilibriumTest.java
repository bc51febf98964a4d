package org.lode.games.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.games.form.NormalForm;

class OneEquilibriumTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void oneIsAlwaysFoundAndHasNoRegret(long seed) {
        var random = new Random(seed);
        int[] counts = new int[2 + random.nextInt(3)];
        java.util.Arrays.setAll(counts, i -> 2 + random.nextInt(3));
        int spread = seed % 2 == 0 ? 4 : 1000;
        var game = NormalForm.of(
                counts,
                random.ints((long) counts.length * NormalForm.profiles(counts), 0, spread)
                        .asDoubleStream()
                        .toArray());
        var found = new OneEquilibrium().solve(game);
        assertThat(found.equilibria()).hasSize(1);
        assertThat(found.equilibria().get(0).regret()).isLessThan(1e-10);
    }

    @Test
    void theBranchIsFollowedRoundHairpins() {
        // A random game of six players on which tracing without orientation runs back and forth between two turning
        // points.
        var random = new Random(3);
        var game = NormalForm.of(
                new int[] {4, 4, 4, 4, 4, 4},
                random.ints(6 * 4096, 0, 1000).asDoubleStream().toArray());
        assertThat(new OneEquilibrium().solve(game).equilibria().get(0).regret())
                .isLessThan(1e-9);
    }

    @Test
    void symmetricGamesWhoseBranchForksAreSolved() {
        var battle = NormalForm.of(new int[] {2, 2}, 1, 0, 0, 1, 1, 0, 0, 1);
        assertThat(new OneEquilibrium().solve(battle).equilibria().get(0).regret())
                .isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void lemkeHowsonEndsAmongAllEquilibria(long seed) {
        var random = new Random(seed);
        int[] counts = {2 + random.nextInt(5), 2 + random.nextInt(5)};
        var game = NormalForm.of(
                counts,
                random.ints(2L * counts[0] * counts[1], 0, seed % 2 == 0 ? 4 : 100)
                        .asDoubleStream()
                        .toArray());
        var all = new VertexEnumeration().solve(game);
        var paths = new LemkeHowson().solve(game);
        assertThat(paths.equilibria()).isNotEmpty();
        for (Equilibrium each : paths.equilibria()) {
            assertThat(all.equilibria()).anyMatch(other -> other.exact().equals(each.exact()));
        }
    }
}
