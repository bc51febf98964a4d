package org.lode.sim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.sim.config.Origin;
import org.lode.sim.config.ScalarNode;

/** The points of sampled designs lie as their authors say. */
class DesignsTest {
    /** Factors from 0 to 1, whose values are then the design's own coordinates. */
    private static List<Factor> unit(int count) {
        List<Factor> factors = new ArrayList<>();
        for (int f = 0; f < count; f++) {
            String id = "x" + f;
            var data = new FactorData(id, Optional.of(id), List.of(), false, null, List.of(0.0, 1.0), 2, false, false);
            factors.add(new Factor(data, new Origin("test", 1)));
        }
        return factors;
    }

    private static double[][] points(Design design, int factors) {
        double[][] points = new double[(int) design.points()][factors];
        for (int p = 0; p < points.length; p++) {
            for (int f = 0; f < factors; f++) {
                points[p][f] = Double.parseDouble(((ScalarNode) design.value(p, f)).text());
            }
        }
        return points;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aLatinHypercubeHasOnePointInEachSliceOfEachFactor(long seed) {
        int n = 37;
        double[][] points = points(new LatinHypercube(unit(5), n, seed), 5);
        for (int f = 0; f < 5; f++) {
            int[] count = new int[n];
            for (double[] point : points) {
                count[(int) (point[f] * n)]++;
            }
            assertThat(count).containsOnly(1);
        }
        assertThat(points(new LatinHypercube(unit(5), n, seed + 1), 5)[0]).isNotEqualTo(points[0]);
    }

    /** Joe and Kuo (2008), Constructing Sobol sequences with better two-dimensional projections, SIAM J. Sci. Comput. 30: their
     * program's first points in three dimensions, after the origin. */
    @Test
    void theSobolSequenceStartsAsPublished() {
        double[][] expected = {
            {0.5, 0.5, 0.5},
            {0.75, 0.25, 0.25},
            {0.25, 0.75, 0.75},
            {0.375, 0.375, 0.625},
            {0.875, 0.875, 0.125},
            {0.625, 0.125, 0.875},
            {0.125, 0.625, 0.375}
        };
        assertThat(points(new SobolPoints(unit(3), 7), 3)).isDeepEqualTo(expected);
    }

    @Test
    void aSobolSequenceFillsEachDyadicBoxAlike() {
        double[][] points = points(new SobolPoints(unit(2), 255), 2);
        int[][] count = new int[16][16];
        for (double[] point : points) {
            count[(int) (point[0] * 16)][(int) (point[1] * 16)]++;
        }
        int none = 0;
        for (int[] row : count) {
            for (int boxes : row) {
                assertThat(boxes).isLessThanOrEqualTo(1);
                none += boxes == 0 ? 1 : 0;
            }
        }
        assertThat(none).as("only the box of the origin, which is left out").isEqualTo(1);
    }

    /** Saltelli et al. (2010): rows A, B, and A with one column of B. */
    @Test
    void saltellisPointsTakeOneFactorFromTheOtherMatrix() {
        int k = 3;
        double[][] points = points(new Saltelli(unit(k), 16), k);
        assertThat(points).hasDimensions(16 * (k + 2), k);
        double[][] halves = points(new SobolPoints(unit(2 * k), 16), 2 * k);
        for (int base = 0; base < 16; base++) {
            double[] a = points[base * (k + 2)];
            double[] b = points[base * (k + 2) + 1];
            for (int f = 0; f < k; f++) {
                assertThat(a[f]).isEqualTo(halves[base][f]);
                assertThat(b[f]).isEqualTo(halves[base][k + f]);
                for (int j = 0; j < k; j++) {
                    assertThat(points[base * (k + 2) + 2 + f][j]).isEqualTo(j == f ? b[j] : a[j]);
                }
            }
        }
    }

    /** Morris (1991): each step of a trajectory moves one factor by p / (2 (p - 1)), each factor once. */
    @Test
    void aTrajectoryOfMorrisMovesEachFactorOnce() {
        int k = 6;
        int trajectories = 40;
        double[][] points = points(new Morris(unit(k), trajectories, 3), k);
        assertThat(points).hasDimensions(trajectories * (k + 1), k);
        int up = 0;
        for (int t = 0; t < trajectories; t++) {
            boolean[] moved = new boolean[k];
            for (int step = 1; step <= k; step++) {
                double[] from = points[t * (k + 1) + step - 1];
                double[] to = points[t * (k + 1) + step];
                int changed = 0;
                for (int f = 0; f < k; f++) {
                    assertThat(to[f] * 3).isCloseTo(Math.rint(to[f] * 3), within(1e-12));
                    if (from[f] != to[f]) {
                        assertThat(Math.abs(to[f] - from[f])).isCloseTo(2 / 3.0, within(1e-12));
                        assertThat(moved[f]).isFalse();
                        moved[f] = true;
                        up += to[f] > from[f] ? 1 : 0;
                        changed++;
                    }
                }
                assertThat(changed).isEqualTo(1);
            }
        }
        assertThat((double) up / (trajectories * k)).isBetween(0.35, 0.65);
    }
}
