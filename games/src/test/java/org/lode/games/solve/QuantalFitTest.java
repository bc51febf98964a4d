package org.lode.games.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lode.games.form.NormalForm;

class QuantalFitTest {
    /**
     * Ochs (1995), asymmetric matching pennies, in the dollars of McKelvey and Palfrey (1995, Quantal response equilibria for normal
     * form games, Games and Economic Behavior 10). Game and counts are those of Gambit's user guide, Estimating quantal response
     * equilibria, which says that they replicate the paper's lambda and probabilities, and that the paper's log-likelihoods are
     * ten times as large.
     */
    private static final NormalForm OCHS = NormalForm.of(new int[] {2, 2}, 1.1141, 0, 0, 0.2785, 0, 1.1141, 1.1141, 0);

    @Test
    void theOchsGameIsFittedAtThePublishedLambda() {
        // 128 choices each: 52.7 % up, 36.6 % left.
        double[] counts = {128 * 0.527, 128 * (1 - 0.527), 128 * 0.366, 128 * (1 - 0.366)};
        var fit = QuantalFit.of(OCHS, counts, 1000);
        assertThat(fit.response().lambda()).isCloseTo(1.845, within(0.001));
        assertThat(fit.response().profile().probability(0, 0)).isCloseTo(0.615651, within(1e-5));
        assertThat(fit.response().profile().probability(1, 0)).isCloseTo(0.383291, within(1e-5));
        assertThat(fit.logLikelihood()).isCloseTo(-174.764532, within(1e-5));
        assertThat(fit.atLimit()).isFalse();
    }

    @Test
    void evenChoicesFitNoPrecisionAtAll() {
        assertThat(QuantalFit.of(OCHS, new double[] {50, 50, 50, 50}, 1000)
                        .response()
                        .lambda())
                .isCloseTo(0, within(1e-6));
    }

    @Test
    void perfectPlayOfADominantStrategyFitsTheLimit() {
        var dominant = NormalForm.of(new int[] {2}, 0, 1);
        var fit = QuantalFit.of(dominant, new double[] {0, 7}, 10);
        assertThat(fit.atLimit()).isTrue();
        assertThat(fit.response().lambda()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void frequenciesOfTheWrongNumberAreRefused() {
        assertThatThrownBy(() -> QuantalFit.of(OCHS, new double[] {1, 2}, 10))
                .hasMessage("frequencies (2) must be as many as strategies (4)");
    }
}
