package org.lode.sim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SharesTest {
    /** Unaided distance vision of 7477 women, right and left eye (Stuart 1953, Biometrika 40). */
    private static final long[][] EYES = {
        {1520, 266, 124, 66}, {234, 1512, 432, 78}, {117, 362, 1772, 205}, {36, 82, 179, 492}
    };

    private final SplittableRandom random = new SplittableRandom(3);

    /** Bishop, Fienberg and Holland (1975), Discrete Multivariate Analysis, page 284: 19.11 with 6 degrees of freedom, p 0.004. */
    @Test
    void bowkersTestFindsThatEyesDiffer() {
        Shares.Test test = Shares.bowker(EYES, random);
        assertThat(test.statistic()).isCloseTo(19.11, within(0.005));
        assertThat(test.freedom()).isEqualTo(6);
        assertThat(test.p()).isCloseTo(0.004, within(0.0025));
    }

    /** With two categories it is McNemar's: 1 against 9 gives 2 x 11 / 1024 exactly. */
    @Test
    void withTwoCategoriesItIsMcNemarsExactTest() {
        Shares.Test test = Shares.bowker(new long[][] {{5, 9}, {1, 7}}, random);
        assertThat(test.statistic()).isCloseTo(6.4, within(1e-12));
        assertThat(test.p()).isCloseTo(22 / 1024.0, within(0.005));
        assertThat(Shares.bowker(new long[][] {{5, 0}, {0, 7}}, random).p()).isEqualTo(1);
    }

    /** Agresti (2007), An Introduction to Categorical Data Analysis, table 2.5: gender and party, 30.07, 2 degrees of freedom. */
    @Test
    void pearsonsTestComparesTheSharesOfTwoSamples() {
        Shares.Test test = Shares.homogeneity(new long[] {762, 327, 468}, new long[] {484, 239, 477}, random);
        assertThat(test.name()).isEqualTo("chi-squared");
        assertThat(test.statistic()).isCloseTo(30.07, within(0.005));
        assertThat(test.freedom()).isEqualTo(2);
        assertThat(test.p()).isCloseTo(2.95e-7, within(5e-9));
    }

    /** Fisher's lady tasting tea, 3 of 4 right: 2 x 17 / 70 for tables at least as far from even. */
    @Test
    void fewCountsArePermuted() {
        Shares.Test test = Shares.homogeneity(new long[] {3, 1}, new long[] {1, 3}, random);
        assertThat(test.name()).isEqualTo("permutation");
        assertThat(test.p()).isCloseTo(34 / 70.0, within(0.015));
    }

    @Test
    void rareCategoriesOfLargeSamplesAreCountedAsOne() {
        long[] a = {15_000, 4_990, 1, 1, 0};
        long[] b = {15_010, 4_980, 0, 1, 1};
        Shares.Test test = Shares.homogeneity(a, b, random);
        assertThat(test.freedom()).isEqualTo(1);
        assertThat(test.p()).isGreaterThan(0.5);
    }

    @Test
    void theDistanceIsZeroForEqualSharesAndOneForNothingInCommon() {
        assertThat(Shares.totalVariation(new long[] {1, 3}, new long[] {5, 15})).isZero();
        assertThat(Shares.totalVariation(new long[] {7, 0}, new long[] {0, 9})).isEqualTo(1);
        assertThat(Shares.totalVariation(new long[] {6, 4}, new long[] {5, 5})).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void theDistancesIntervalCoversAndPairsNarrowIt() {
        long[][] pairs = {{400, 60}, {20, 520}};
        Interval paired = Shares.pairedInterval(pairs, 0.9, random);
        Interval unpaired = Shares.unpairedInterval(new long[] {460, 540}, new long[] {420, 580}, 0.9, random);
        assertThat(paired.estimate()).isCloseTo(0.04, within(1e-12)).isEqualTo(unpaired.estimate());
        // The difference of a pair is -1, 0 or 1 with variance 0.0784, so the error is 0.00885.
        assertThat(paired.low()).isCloseTo(0.04 - 1.645 * 0.00885, within(0.002));
        assertThat(paired.high()).isCloseTo(0.04 + 1.645 * 0.00885, within(0.002));
        assertThat(unpaired.high() - unpaired.low()).isGreaterThan(paired.high() - paired.low());
    }
}
