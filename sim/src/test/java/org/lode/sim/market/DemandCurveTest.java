package org.lode.sim.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandCurveTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1, 1.5})
    void passesThroughThePowerLawAtItsKnotsAndInvertsItself(double elasticity) {
        var curve = DemandCurve.ofElasticity(elasticity);
        for (double x : new double[] {.3, .5, .7, .85, 1, 1.25, 1.6, 2, 3, 5, 8, 12, 20, 30}) {
            assertThat(curve.at(x)).isCloseTo(Math.pow(x, -elasticity), within(1e-13));
        }
        for (double x = 0.31; x < 30; x *= 1.07) {
            assertThat(curve.inverse(curve.at(x))).isCloseTo(x, within(1e-9));
        }
    }

    @Test
    void isConstantBelowTheFirstKnotAndZeroBeyondTheBackstop() {
        var curve = DemandCurve.ofElasticity(1);
        assertThat(curve.at(0)).isCloseTo(curve.at(0.3), within(1e-15)).isEqualTo(curve.at(0.2));
        assertThat(curve.slopeAt(0.1)).isZero();
        assertThat(curve.at(30.0001)).isZero();
        assertThat(curve.backstop()).isEqualTo(30);
        assertThat(curve.inverse(0)).isEqualTo(30);
        assertThat(curve.inverse(99)).isZero();
    }

    @Test
    void theIntegralIsTheAreaUnderIt() {
        var curve = DemandCurve.ofElasticity(0.7);
        int slices = 1 << 16;
        for (double to : new double[] {0.2, 0.6, 1, 4, 30}) {
            double area = 0;
            for (int s = 0; s < slices; s++) {
                area += curve.at(to * (s + 0.5) / slices) * to / slices;
            }
            assertThat(curve.integral(to)).isCloseTo(area, within(1e-6));
        }
        assertThat(curve.integral(50)).isEqualTo(curve.integral(30));
    }

    @Test
    void pointsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> DemandCurve.of(new double[] {1, 2}, new double[] {1, 1.5}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("demand point 2 (2.0, 1.5)");
    }
}
