package org.lode.games.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.games.check.Regret;
import org.lode.games.form.NormalForm;

class PureEnumerationTest {
    @Test
    void aStagHuntHasBothConventions() {
        var found = new PureEnumeration().solve(NormalForm.of(new int[] {2, 2}, 4, 0, 3, 3, 4, 3, 0, 3));
        assertThat(found.equilibria())
                .extracting(e -> List.of(e.profile().mode()[0], e.profile().mode()[1]))
                .containsExactly(List.of(0, 0), List.of(1, 1));
        assertThat(found.equilibria()).extracting(Equilibrium::standing).containsOnly(Equilibrium.Standing.STRICT);
        assertThat(found.isComplete()).isTrue();
    }

    @Test
    void matchingPenniesHasNone() {
        assertThat(PureEnumeration.indexes(NormalForm.of(new int[] {2, 2}, 1, -1, -1, 1, -1, 1, 1, -1)))
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void thePassesFindExactlyTheProfilesWithoutRegret(long seed) {
        var random = new Random(seed);
        int[] counts = new int[1 + random.nextInt(5)];
        for (int player = 0; player < counts.length; player++) {
            counts[player] = 1 + random.nextInt(7);
        }
        var game = NormalForm.of(
                counts,
                random.ints((long) counts.length * NormalForm.profiles(counts), 0, 4)
                        .asDoubleStream()
                        .toArray());
        List<Integer> expected = new ArrayList<>();
        for (int index = 0; index < game.profiles(); index++) {
            if (Regret.of(game, game.profile(index)) == 0) {
                expected.add(index);
            }
        }
        assertThat(PureEnumeration.indexes(game))
                .containsExactly(expected.stream().mapToInt(i -> i).toArray());
    }

    @Test
    void aConstantGameIsCountedAndNotAllListed() {
        var game = NormalForm.of(new int[] {400, 400}, new double[320_000]);
        var found = new PureEnumeration().solve(game);
        assertThat(found.equilibria()).hasSize(100_000);
        assertThat(found.reason()).contains("160000");
    }
}
