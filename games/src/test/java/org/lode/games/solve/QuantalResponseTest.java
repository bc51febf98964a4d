package org.lode.games.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.games.form.Expectation;
import org.lode.games.form.NormalForm;

class QuantalResponseTest {
    @Test
    void withoutPrecisionEverythingIsEquallyLikely() {
        var response = QuantalResponse.at(NormalForm.of(new int[] {2, 2}, 4, 0, 3, 3, 4, 3, 0, 3), 0);
        assertThat(response.profile().probabilities()).containsExactly(0.5, 0.5, 0.5, 0.5);
    }

    @Test
    void againstNatureItIsTheLogitFormula() {
        var response = QuantalResponse.at(NormalForm.of(new int[] {3}, 1, 2, 4), 0.7);
        double total = Math.exp(0.7) + Math.exp(1.4) + Math.exp(2.8);
        assertThat(response.profile().probability(0, 2)).isCloseTo(Math.exp(2.8) / total, within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theOddsAreTheExponentialsOfThePayoffs(long seed) {
        var random = new Random(seed);
        int[] counts = {2 + random.nextInt(2), 3, 2};
        var game = NormalForm.of(
                counts, random.doubles(3L * NormalForm.profiles(counts), 0, 10).toArray());
        var response = QuantalResponse.at(game, 1.3);
        var expectation = new Expectation(game);
        double[] flat = response.profile().probabilities();
        double[] payoffs = new double[flat.length];
        expectation.payoffs(flat, payoffs);
        for (int player = 0; player < 3; player++) {
            int first = expectation.start(player);
            for (int i = first; i < expectation.start(player + 1); i++) {
                assertThat(Math.log(flat[i] / flat[first]))
                        .isCloseTo(1.3 * (payoffs[i] - payoffs[first]), within(1e-8));
            }
        }
    }

    @Test
    void thePrincipalBranchOfTheStagHuntEndsAtTheRiskDominantConvention() {
        var path = QuantalResponse.path(NormalForm.of(new int[] {2, 2}, 4, 0, 3, 3, 4, 3, 0, 3), 200)
                .points();
        assertThat(path.get(path.size() - 1).profile().probability(0, 1)).isCloseTo(1, within(1e-9));
        assertThat(path.get(path.size() - 1).lambda()).isEqualTo(200);
    }

    @Test
    void aNegativePrecisionIsRefused() {
        assertThatThrownBy(() -> QuantalResponse.at(NormalForm.of(new int[] {1}, 0), -1))
                .hasMessage("lambda (-1.0) must be at least 0 and finite");
    }
}
