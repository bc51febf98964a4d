package org.lode.sim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.sim.analysis.TwoSamples.Difference;

/** Tests and effect sizes give what textbooks and papers print for their examples. */
class TwoSamplesTest {
    /** Hollander and Wolfe (1973), page 29: depression before and after a tranquilliser. */
    private static final double[] BEFORE = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};

    private static final double[] AFTER = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
    /** The same, page 69: permeability of membranes at term and at 12 to 26 weeks. */
    private static final double[] TERM = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};

    private static final double[] EARLY = {1.15, 0.88, 0.90, 0.74, 1.21};
    /** Ozone in New York, May and August 1973 (Chambers et al. 1983, Graphical Methods for Data Analysis); with ties. */
    private static final double[] MAY = {
        41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37
    };

    private static final double[] AUGUST = {
        39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85
    };

    private static double[] differences(double[] a, double[] b) {
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = b[i] - a[i];
        }
        return differences;
    }

    @Test
    void theSignedRankTestIsExactForSmallSamples() {
        assertThat(TwoSamples.signedRank(differences(BEFORE, AFTER))).isCloseTo(2 * 0.01953125, within(1e-12));
        assertThat(TwoSamples.signedRank(new double[] {1, 2, 3, 4, 5})).isCloseTo(2 / 32.0, within(1e-12));
    }

    /** By hand: of 1, 1, 1, 1, -2 the ranks are 2.5 four times and 5; 12 of 32 signs give a rank sum of at most 5. */
    @Test
    void tiesAndZerosAreExactToo() {
        assertThat(TwoSamples.signedRank(new double[] {1, 1, 1, 1, -2})).isCloseTo(2 * 12 / 32.0, within(1e-12));
        assertThat(TwoSamples.signedRank(new double[] {0, 0, 0, 0, -7})).isEqualTo(1);
        // With zeros ranked first the ranks are 3, 4, 5: all the same sign in 2 of 8.
        assertThat(TwoSamples.signedRank(new double[] {0, 0, 3, 1, 2})).isCloseTo(2 / 8.0, within(1e-12));
    }

    @Test
    void theNormalApproximationContinuesTheExactTest() {
        var random = new SplittableRandom(9);
        double[] exact = new double[100];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = Math.rint(random.nextDouble(-10, 13));
        }
        while (java.util.Arrays.stream(exact).anyMatch(d -> d == 0)) {
            for (int i = 0; i < exact.length; i++) {
                exact[i] = exact[i] == 0 ? Math.rint(random.nextDouble(-10, 13)) : exact[i];
            }
        }
        double[] normal = java.util.Arrays.copyOf(exact, 101);
        normal[100] = 0.5; // the smallest: hardly moves the ranks
        assertThat(TwoSamples.signedRank(normal)).isCloseTo(TwoSamples.signedRank(exact), within(0.01));
    }

    @Test
    void theMannWhitneyTestIsExactForSmallSamplesAndCorrectsForTies() {
        assertThat(TwoSamples.mannWhitney(TERM, EARLY)).isCloseTo(0.2544, within(5e-5));
        assertThat(TwoSamples.mannWhitney(MAY, AUGUST)).isCloseTo(0.0001208, within(5e-8));
    }

    @Test
    void samplesThatDoNotDifferHaveAPValueOfOne() {
        assertThat(TwoSamples.signedRank(new double[5])).isEqualTo(1);
        assertThat(TwoSamples.mannWhitney(new double[] {2, 2}, new double[] {2, 2, 2}))
                .isEqualTo(1);
        assertThat(TwoSamples.signedRank(new double[0])).isNaN();
        assertThat(TwoSamples.mannWhitney(new double[0], new double[] {1})).isNaN();
    }

    /** By hand: Holm's example of steps 3 x 0.01, 2 x 0.03, 1 x 0.04, the last raised to the one before. */
    @Test
    void holmsCorrectionStepsDownAndNeverFalls() {
        assertThat(TwoSamples.holm(new double[] {0.04, Double.NaN, 0.01, 0.03}))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.06, Double.NaN, 0.03, 0.06);
        assertThat(TwoSamples.holm(new double[] {0.9, 0.8})).containsExactly(1, 1);
    }

    /** Lakens (2017), the vignette of TOSTER: means 5.25 and 5.22, sd 0.95 and 0.83, n 95 and 89, bound d = 0.43. */
    @Test
    void twoOneSidedTestsShowEquivalence() {
        double none = Double.NaN;
        var a = new Summary(95, 5.25, 0.95, none, none, none, none, none);
        var b = new Summary(89, 5.22, 0.83, none, none, none, none, none);
        Difference difference = Difference.unpaired(a, b);
        double bound = 0.43 * StrictMath.sqrt((0.95 * 0.95 + 0.83 * 0.83) / 2);
        assertThat(bound).isCloseTo(0.384, within(5e-4));
        assertThat(difference.freedom()).isCloseTo(181.1, within(0.5));
        assertThat((difference.mean() + bound) / difference.error()).isCloseTo(2.69, within(0.01));
        assertThat(difference.equivalence(bound)).isCloseTo(0.004, within(5e-4));
        assertThat(difference.equivalence(0.1)).isGreaterThan(0.05);
    }

    @Test
    void withoutSpreadEquivalenceIsAMatterOfTheNumbers() {
        Difference shifted = Difference.paired(new double[] {0.5, 0.5, 0.5});
        assertThat(shifted.equivalence(0.6)).isZero();
        assertThat(shifted.equivalence(0.4)).isEqualTo(1);
        assertThat(shifted.equivalence(Double.NaN)).isEqualTo(1);
        assertThat(Difference.paired(new double[] {1}).equivalence(2)).isNaN();
    }

    /** By hand: means 4 and 6, both variances 2.5, so (6 - 4) / sqrt(2.5). */
    @Test
    void cohensDIsInPooledStandardDeviations() {
        Summary a = Summary.of(new double[] {2, 3, 4, 5, 6});
        Summary b = Summary.of(new double[] {4, 5, 6, 7, 8});
        assertThat(TwoSamples.cohen(a, b)).isCloseTo(2 / StrictMath.sqrt(2.5), within(1e-12));
        assertThat(TwoSamples.cohen(b, a)).isCloseTo(-2 / StrictMath.sqrt(2.5), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void varghaAndDelaneysACountsWinsAndHalfOfTies(int seed) {
        var random = new SplittableRandom(seed);
        double[] a = random.ints(17, 0, 9).asDoubleStream().toArray();
        double[] b = random.ints(23, 2, 11).asDoubleStream().toArray();
        double wins = 0;
        for (double x : a) {
            for (double y : b) {
                wins += y > x ? 1 : y == x ? 0.5 : 0;
            }
        }
        assertThat(TwoSamples.vargha(a, b)).isCloseTo(wins / (17 * 23), within(1e-12));
        assertThat(TwoSamples.vargha(b, a)).isCloseTo(1 - wins / (17 * 23), within(1e-12));
    }

    /** The Mann-Whitney statistic of the ozone data is 127.5 of 26 x 26: May above August in so many pairs. */
    @Test
    void varghaAndDelaneysAIsTheMannWhitneyStatisticAsAShare() {
        assertThat(TwoSamples.vargha(AUGUST, MAY)).isCloseTo(127.5 / (26 * 26), within(1e-12));
    }

    /** Cohen (1988), table 2.4.1: 64 on each side for d = 0.5 at 0.05 two-sided with power 0.8; the normal says 63. */
    @Test
    void theRunsNeededForADifferenceAreThoseOfThePowerTables() {
        var unpaired = new Difference(0.5, 0.1, StrictMath.sqrt(2), 100);
        assertThat(unpaired.needed(0.01, 0.05, 0.05, 0.8)).isEqualTo(63);
        var small = new Difference(0.2, 0.1, StrictMath.sqrt(2), 100);
        assertThat(small.needed(0.01, 0.05, 0.05, 0.8)).isEqualTo(393);
    }

    @Test
    void withAsManyRunsAsNeededAVerdictComesWithThePowerAimedAt() {
        var random = new SplittableRandom(5);
        double mean = 0.4;
        var truth = new Difference(mean, 1, 1, 10);
        int n = (int) truth.needed(0.01, 0.05, 0.05, 0.8);
        int found = 0;
        for (int trial = 0; trial < 1000; trial++) {
            double[] sample = new double[n];
            for (int i = 0; i < n; i++) {
                double normal = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()))
                        * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
                sample[i] = mean + normal;
            }
            found += TwoSamples.signedRank(sample) < 0.05 ? 1 : 0;
        }
        assertThat(found / 1000.0).isBetween(0.74, 0.84);
        assertThat(n).isEqualTo(50);
    }
}
