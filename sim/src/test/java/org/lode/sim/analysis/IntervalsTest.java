package org.lode.sim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsTest {
    @Test
    void studentsIntervalOfGossetsSleepData() {
        // Student 1908, The probable error of a mean, Biometrika 6: hours of sleep gained; the interval as R's t.test
        // gives it.
        double[] gained = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
        Interval interval = Intervals.student(gained, 0.95);
        assertThat(interval.estimate()).isEqualTo(0.75, within(1e-12));
        assertThat(interval.low()).isEqualTo(-0.5297804, within(1e-6));
        assertThat(interval.high()).isEqualTo(2.0297804, within(1e-6));
    }

    @Test
    void oneValueHasNoInterval() {
        Interval interval = Intervals.student(new double[] {3}, 0.95);
        assertThat(interval.estimate()).isEqualTo(3);
        assertThat(interval.low()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        // Newcombe 1998, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, table I.
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0, 0.1611",
        "1, 29, 0.0061, 0.1718",
        "29, 29, 0.8830, 1"
    })
    void wilsonsIntervalsOfNewcombesTable(int successes, int n, double low, double high) {
        Interval interval = Intervals.wilson(successes, n, 0.95);
        assertThat(interval.low()).isEqualTo(low, within(5e-5));
        assertThat(interval.high()).isEqualTo(high, within(5e-5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theBootstrapOfAMeanIsCloseToStudents(long seed) {
        var random = new SplittableRandom(seed);
        double[] sample = new double[400];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = random.nextDouble();
        }
        Interval student = Intervals.student(sample, 0.95);
        Interval bootstrap =
                Intervals.bootstrap(sample, drawn -> Summary.of(drawn).mean(), 0.95, 2000, random);
        assertThat(bootstrap.estimate()).isEqualTo(student.estimate());
        assertThat(bootstrap.low()).isEqualTo(student.low(), within(0.005));
        assertThat(bootstrap.high()).isEqualTo(student.high(), within(0.005));
    }

    @Test
    void quantilesAreTypeSeven() {
        // Hyndman and Fan 1996; numpy.quantile([1, 2, 3, 4], [0.1, 0.5, 0.9]).
        double[] sorted = {1, 2, 3, 4};
        assertThat(Summary.quantile(sorted, 0.1)).isEqualTo(1.3, within(1e-12));
        assertThat(Summary.quantile(sorted, 0.5)).isEqualTo(2.5);
        assertThat(Summary.quantile(sorted, 0.9)).isEqualTo(3.7, within(1e-12));
    }

    @Test
    void aSummaryDividesByOneLessThanTheNumber() {
        Summary summary = Summary.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9});
        assertThat(summary.mean()).isEqualTo(5);
        assertThat(summary.sd()).isEqualTo(StrictMath.sqrt(32 / 7.0), within(1e-12));
        assertThat(summary.median()).isEqualTo(4.5);
        assertThat(Summary.of(new double[0]).mean()).isNaN();
    }

    @Test
    void sharesBeyondTheTrialsAreRefused() {
        assertThatThrownBy(() -> Intervals.wilson(5, 4, 0.95)).hasMessage("successes (5) must be between 0 and 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.012345 | 0.0123",
                "1.2345 | 1.23",
                "12.345 | 12.3",
                "123.45 | 123",
                "12345 | 12,345",
                "-1234567 | -1,234,567",
                "0 | 0",
                "0.0000123 | 1.23e-5",
                "9.999 | 10.0",
                "NaN | -",
            })
    void numbersForPeopleHaveAboutThreeDigits(double value, String text) {
        assertThat(Decimals.three(value)).isEqualTo(text);
    }

    @Test
    void aTableKeepsToTheWidthByWrappingItsLastColumn() {
        var table = new TextTable("id", ">n", "text").row("a", "1", "one two three four five six seven eight nine ten");
        assertThat(table.lines(30, "  ")).allMatch(line -> line.length() <= 30).hasSizeGreaterThan(2);
        assertThat(table.lines(80, "").get(1)).isEqualTo("a   1  one two three four five six seven eight nine ten");
    }
}
