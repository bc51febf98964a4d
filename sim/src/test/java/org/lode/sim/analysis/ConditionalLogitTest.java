package org.lode.sim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lode.sim.chance.Draws;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Streams;

/** The model of McFadden (1974), "Conditional logit analysis of qualitative choice behavior". */
class ConditionalLogitTest {
    private static final Purpose TEST = Purpose.named("test");

    /** Choices among four alternatives made by the model itself, parts standard normal. */
    private static List<PreferenceChoice> made(int count, double lambda, double... weights) {
        var random = new Streams(11, 0, 0).stream(TEST, "", 0);
        List<PreferenceChoice> choices = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double[][] parts = new double[4][weights.length];
            double[] odds = new double[4];
            for (int a = 0; a < 4; a++) {
                double utility = 0;
                for (int g = 0; g < weights.length; g++) {
                    parts[a][g] = Draws.normal(random);
                    utility += weights[g] * parts[a][g];
                }
                odds[a] = StrictMath.exp(lambda * utility);
            }
            int chosen = Draws.weighted(random, odds);
            choices.add(new PreferenceChoice(k % 5, "A", List.of("a", "b", "c", "d"), parts, chosen, 0));
        }
        return choices;
    }

    private static ConditionalLogit under(double sd, double... centre) {
        double[] sds = new double[centre.length];
        Arrays.fill(sds, sd);
        return new ConditionalLogit(centre, sds);
    }

    private static PreferenceChoice two(double first, double second, int chosen) {
        return new PreferenceChoice(0, "A", List.of("a", "b"), new double[][] {{first}, {second}}, chosen, -1);
    }

    @Test
    void precisionAndWeightsAreFoundAgainInWhatTheModelChose() {
        var fit = under(5, 0, 0, 0).fit(made(20_000, 1.5, 1, 0.4, 2));
        assertThat(fit.precision()).isCloseTo(1.5, within(0.06));
        assertThat(fit.weight(0)).isEqualTo(1);
        assertThat(fit.weight(1)).isCloseTo(0.4, within(0.03));
        assertThat(fit.weight(2)).isCloseTo(2, within(0.08));
    }

    @Test
    void theTruthLiesWithinThreeStandardErrorsAndTheyFallWithTheRootOfTheSample() {
        var small = under(5, 0, 0).fit(made(1_000, 2, 1, 0.5));
        var large = under(5, 0, 0).fit(made(16_000, 2, 1, 0.5));
        for (var fit : List.of(small, large)) {
            assertThat(Math.abs(fit.log(0) - StrictMath.log(2))).isLessThan(3 * fit.error(0));
            assertThat(Math.abs(fit.log(1) - StrictMath.log(0.5))).isLessThan(3 * fit.error(1));
        }
        assertThat(small.error(1) / large.error(1)).isCloseTo(4, within(0.5));
    }

    @Test
    void withoutDataTheEstimateIsThePrior() {
        var fit = new ConditionalLogit(new double[] {StrictMath.log(6), 0.3}, new double[] {1, 0.7}).fit(List.of());
        assertThat(fit.precision()).isCloseTo(6, within(1e-12));
        assertThat(fit.log(1)).isCloseTo(0.3, within(1e-12));
        assertThat(fit.error(0)).isCloseTo(1, within(1e-12));
        assertThat(fit.error(1)).isCloseTo(0.7, within(1e-12));
        assertThat(fit.logLikelihood()).isZero();
    }

    @Test
    void aGroupThatTellsNothingApartKeepsItsPrior() {
        List<PreferenceChoice> choices = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            choices.add(new PreferenceChoice(
                    k, "A", List.of("a", "b"), new double[][] {{0.2, 0.9}, {0, 0.9}}, k % 4 == 0 ? 1 : 0, -1));
        }
        var fit = under(0.7, 0, 0.1).fit(choices);
        assertThat(fit.log(1)).isCloseTo(0.1, within(1e-9));
        assertThat(fit.error(1)).isCloseTo(0.7, within(1e-9));
    }

    /** With two alternatives one apart, chosen three times in four, the odds are 3 and lambda is ln 3. */
    @Test
    void theMostLikelyPrecisionOfOneDifferenceIsTheLogOfTheOdds() {
        var choices = List.of(two(1, 0, 0), two(1, 0, 0), two(1, 0, 0), two(1, 0, 1));
        var fit = under(1e4, 0).fit(choices);
        assertThat(fit.precision()).isCloseTo(StrictMath.log(3), within(1e-6));
        assertThat(fit.logLikelihood()).isCloseTo(3 * StrictMath.log(0.75) + StrictMath.log(0.25), within(1e-6));
        double[] chance = new double[2];
        fit.probabilities(choices.get(0), chance);
        assertThat(chance[0]).isCloseTo(0.75, within(1e-6));
    }

    @Test
    void aTighterRidgeStaysCloserToItsCentre() {
        var choices = made(100, 3, 1, 0.2);
        double loose = under(2, 0, 0).fit(choices).log(0);
        double tight = under(0.1, 0, 0).fit(choices).log(0);
        assertThat(Math.abs(tight)).isLessThan(Math.abs(loose));
    }

    @Test
    void theEstimateIsAModeNoNearbyParametersAreLikelier() {
        var choices = made(200, 1, 1, 0.5, 3);
        var fit = under(0.7, 0, 0, 0).fit(choices);
        for (int i = 0; i < 3; i++) {
            for (double step : new double[] {-1e-3, 1e-3}) {
                double[] centre = fit.logs();
                centre[i] += step;
                // A prior so tight that it is a point: its fit is evaluated there.
                var there = under(1e-7, centre).fit(choices);
                double prior = 0;
                for (int j = 0; j < 3; j++) {
                    prior -= centre[j] * centre[j] / (2 * 0.49);
                }
                assertThat(there.logLikelihood() + prior).isLessThan(fit.logPosterior());
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsValue() {
        assertThatThrownBy(() -> under(0, 0)).hasMessageContaining("sd (0.0) must be above 0");
        assertThatThrownBy(() -> under(1, 0, 0).fit(List.of(two(1, 0, 0))))
                .hasMessageContaining("groups of a choice (1)");
        assertThatThrownBy(() -> two(Double.NaN, 0, 0)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> two(1, 0, 2)).hasMessageContaining("chosen (2)");
    }
}
