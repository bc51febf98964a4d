package org.lode.sim.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lode.sim.lockin.Estimate;
import org.lode.sim.lockin.Regime;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader;

class PatternMeasuresTest {
    private static final Path FILE = Path.of("..", "configs", "scenarios", "baseline.yaml");
    private static final Scenario BASELINE =
            ScenarioReader.read(FILE, List.of("rounds=6")).scenario();

    @Test
    void theDistanceOfSharesIsHalfTheirDifferences() {
        assertThat(Placebos.distance(new int[] {3, 1}, new int[] {3, 1})).isZero();
        assertThat(Placebos.distance(new int[] {4, 0}, new int[] {0, 9})).isEqualTo(1);
        assertThat(Placebos.distance(new int[] {6, 3, 1}, new int[] {1, 1, 0})).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void aSeriesThatGrowsEvenlyDoesNotMove() {
        assertThat(Prices.volatility(new double[] {1, 2, 4, 8})).isCloseTo(0, within(1e-12));
        assertThat(Prices.volatility(new double[] {1, 2, 1})).isCloseTo(Math.log(2) * Math.sqrt(2), within(1e-12));
    }

    @Test
    void yearsAreReadOffTheirRounds() {
        double[] series = {1, 3, 5, 7, 9, 20};
        assertThat(Calendar.mean(BASELINE, series, 2027)).isEqualTo(6);
        assertThat(Calendar.means(BASELINE, series)).containsExactly(2, 6, 14.5);
        assertThatThrownBy(() -> Calendar.mean(BASELINE, series, 2035))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("year (2035)");
    }

    @Test
    void theModalRegimeIsTheMostFrequentOne() {
        assertThat(PhaseBoundary.modal(new Regime[] {Regime.PLURAL, Regime.US_CLUB, Regime.PLURAL}))
                .isEqualTo(Regime.PLURAL);
        assertThat(PhaseBoundary.modal(new Regime[] {Regime.PLURAL, Regime.US_CLUB}))
                .isEqualTo(Regime.US_CLUB);
    }

    @Test
    void aDifferenceIsAtLeastAsWideAsEither() {
        Estimate gain =
                LockIn.less(new Estimate(0.5, 0.4, 0.6, 9, "bootstrap"), new Estimate(0.2, 0.1, 0.3, 9, "bootstrap"));
        assertThat(gain.value()).isCloseTo(0.3, within(1e-12));
        assertThat(gain.low()).isCloseTo(0.3 - 0.1 * Math.sqrt(2), within(1e-12));
        assertThat(gain.high()).isCloseTo(0.3 + 0.1 * Math.sqrt(2), within(1e-12));
    }

    /** What is decided on only adds up, and two runs of the same chance decide the same. */
    @Test
    void decisionsOutsideAreCountedRoundByRound() {
        List<Played> runs = bench().runs(Change.NONE, 2);
        List<Played> again = bench().runs(Change.NONE, 2);
        int ndpr = Calendar.mineral(BASELINE, "ndpr");
        assertThat(runs.get(0).decided()[ndpr])
                .hasSize(6)
                .isEqualTo(again.get(0).decided()[ndpr]);
        assertThat(runs.get(0).decided()[ndpr][0]).isPositive();
        for (double decided : runs.get(0).decided()[ndpr]) {
            assertThat(decided).isNotNegative();
        }
        assertThat(runs.get(0).decided()[ndpr]).isNotEqualTo(runs.get(1).decided()[ndpr]);
    }

    @Test
    void aRunIsKeptForThePatternThatAsksNext() {
        Bench bench = bench();
        assertThat(bench.runs(Change.NONE, 2).get(1))
                .isSameAs(bench.runs(Change.NONE, 2).get(1));
    }

    private static Bench bench() {
        return new Bench(
                org.lode.sim.config.Settings.apply(ScenarioReader.tree(FILE), List.of("rounds=6")),
                FILE,
                new Size(2, 2, 1, 1, 2, 2, 2),
                1,
                2,
                done -> {});
    }
}
