package org.lode.sim.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** Random variables by inversion. */
class DrawsTest {
    private static final int N = 20_000;

    private static Stream stream() {
        return new Streams(11, 0, 1).reset(new Stream(), Purpose.named("test"), "x", 0);
    }

    @Test
    void theNormalQuantileIsWichuras() {
        // the values by which AS 241 is checked in its paper (1988), section 4
        assertThat(Draws.normalQuantile(0.25)).isCloseTo(-0.6744897501960817, within(1e-15));
        assertThat(Draws.normalQuantile(0.001)).isCloseTo(-3.090232306167814, within(1e-14));
        assertThat(Draws.normalQuantile(1e-20)).isCloseTo(-9.262340089798408, within(1e-13));
        assertThat(Draws.normalQuantile(0.5)).isZero();
        assertThat(Draws.normalQuantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
    }

    @Test
    void theNormalQuantileInvertsTheDistribution() {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        for (int i = 1; i < 2000; i++) {
            double p = i / 2000.0;
            assertThat(normal.cumulativeProbability(Draws.normalQuantile(p))).isCloseTo(p, within(1e-14));
        }
    }

    @Test
    void probabilitiesOutsideTheOpenUnitIntervalAreRefused() {
        for (double p : new double[] {0, 1, -0.5, 2, Double.NaN}) {
            assertThatThrownBy(() -> Draws.normalQuantile(p)).hasMessage("p (" + p + ") must lie between 0 and 1");
        }
    }

    @Test
    void normalDrawsAreNormal() {
        Stream stream = stream();
        double[] draws = new double[N];
        Arrays.setAll(draws, i -> Draws.normal(stream));
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(null, 0, 1), draws))
                .isGreaterThan(0.001);
    }

    @Test
    void exponentialDrawsAreExponential() {
        Stream stream = stream();
        double sum = 0;
        int aboveOne = 0;
        for (int i = 0; i < N; i++) {
            double draw = Draws.exponential(stream);
            assertThat(draw).isPositive();
            sum += draw;
            aboveOne += draw > 1 ? 1 : 0;
        }
        assertThat(sum / N).isCloseTo(1, within(4 / StrictMath.sqrt(N)));
        assertThat(aboveOne / (double) N).isCloseTo(StrictMath.exp(-1), within(4 * 0.482 / StrictMath.sqrt(N)));
    }

    @Test
    void indicesAreUniform() {
        Stream stream = stream();
        long[] counts = new long[7];
        double[] expected = new double[7];
        Arrays.fill(expected, N / 7.0);
        for (int i = 0; i < N; i++) {
            counts[Draws.index(stream, 7)]++;
        }
        assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(0.001);
        assertThat(Draws.index(stream, 1)).isZero();
        assertThat(Draws.index(stream, Integer.MAX_VALUE)).isNotNegative();
        assertThatThrownBy(() -> Draws.index(stream, 0)).hasMessage("n (0) must be at least 1");
    }

    @Test
    void weightedChoicesFollowTheirWeights() {
        Stream stream = stream();
        double[] weights = {0, 3, 0, 1, 6, 0};
        long[] counts = new long[weights.length];
        for (int i = 0; i < N; i++) {
            counts[Draws.weighted(stream, weights)]++;
        }
        assertThat(counts[0] + counts[2] + counts[5]).isZero();
        assertThat(new ChiSquareTest()
                        .chiSquareTest(
                                new double[] {0.3 * N, 0.1 * N, 0.6 * N}, new long[] {counts[1], counts[3], counts[4]}))
                .isGreaterThan(0.001);
    }

    @Test
    void weightsThatDefineNoChoiceAreRefused() {
        assertThatThrownBy(() -> Draws.weighted(stream(), new double[] {1, -1}))
                .hasMessage("weight 1 (-1.0) must be at least 0");
        assertThatThrownBy(() -> Draws.weighted(stream(), new double[] {Double.NaN}))
                .hasMessage("weight 0 (NaN) must be at least 0");
        assertThatThrownBy(() -> Draws.weighted(stream(), new double[] {0, 0}))
                .hasMessage("sum of weights (0.0) must be positive and finite");
        assertThatThrownBy(() -> Draws.weighted(stream(), new double[] {}))
                .hasMessage("sum of weights (0.0) must be positive and finite");
    }

    @Test
    void everyDrawTakesOneNumberSoThatStreamsStayInStep() {
        Stream left = stream();
        Stream right = stream();
        Draws.normal(left);
        Draws.exponential(left);
        Draws.index(left, 5);
        Draws.weighted(left, new double[] {1, 2});
        for (int i = 0; i < 4; i++) {
            right.nextLong();
        }
        assertThat(left.nextLong()).isEqualTo(right.nextLong());
    }
}
