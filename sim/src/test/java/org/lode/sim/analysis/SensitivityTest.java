package org.lode.sim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.lode.sim.analysis.TestSweep.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lode.sim.chance.Draws;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.ConfigException;

/** Sensitivity indices against functions whose indices are known. */
class SensitivityTest {
    private static final Purpose NOISE = Purpose.named("noise of a test");

    @TempDir
    private Path folder;

    private static double normal(int point, int replication) {
        return Draws.normal(new Streams(5, point, replication).stream(NOISE, "", 0));
    }

    private static void holds(Interval interval, double truth, double tolerance) {
        assertThat(interval.estimate()).isCloseTo(truth, within(tolerance));
        assertThat(truth).isBetween(interval.low(), interval.high());
    }

    /** Published analytic values (Saltelli et al. 2008, Global Sensitivity Analysis: The Primer): a = 7, b = 0.1. */
    @Test
    void ishigamisIndicesAreTheAnalyticOnes() throws IOException {
        Sensitivity found = TestSweep.of(TestSweep.write(folder, TestSweep.saltelli(3, 2048), TestSweep::ishigami));
        assertThat(found.index()).isEqualTo(Layout.Index.SOBOL);
        holds(index(found, "x1", "first"), 0.3139, 0.02);
        holds(index(found, "x2", "first"), 0.4424, 0.02);
        holds(index(found, "x3", "first"), 0, 0.02);
        holds(index(found, "x1", "total"), 0.5576, 0.02);
        holds(index(found, "x2", "total"), 0.4424, 0.02);
        holds(index(found, "x3", "total"), 0.2437, 0.02);
        holds(index(found, "", "parameterVariance"), 13.8446, 0.3);
    }

    /** V_i = 1 / (3 (1 + a_i)^2), V = product (1 + V_i) - 1, S_i = V_i / V, T_i = V_i product over others (1 + V_j) / V. */
    @Test
    void sobolsGHasItsAnalyticIndices() throws IOException {
        double[] a = {0, 1, 4.5, 9};
        Sensitivity found = TestSweep.of(TestSweep.write(folder, TestSweep.saltelli(4, 2048), TestSweep.g(a)));
        double whole = 1;
        for (double own : a) {
            whole *= 1 + 1 / (3 * (1 + own) * (1 + own));
        }
        for (int f = 0; f < 4; f++) {
            double part = 1 / (3 * (1 + a[f]) * (1 + a[f]));
            holds(index(found, "x" + (f + 1), "first"), part / (whole - 1), 0.02);
            holds(index(found, "x" + (f + 1), "total"), part * whole / (1 + part) / (whole - 1), 0.02);
        }
    }

    /** Noise as large as the signal, its own in each run: the indices stay, the noise is told apart. */
    @Test
    void theNoiseOfSeedsIsNoParameter() throws IOException {
        double sd = StrictMath.sqrt(13.8446);
        Sensitivity found = TestSweep.of(TestSweep.write(
                folder,
                TestSweep.saltelli(3, 1024),
                5,
                (place, point, replication) -> TestSweep.ishigami(place) + sd * normal(point, replication)));
        holds(index(found, "x1", "first"), 0.3139, 0.06);
        holds(index(found, "x1", "total"), 0.5576, 0.06);
        holds(index(found, "x3", "total"), 0.2437, 0.06);
        assertThat(index(found, "", "parameterVariance").estimate()).isCloseTo(13.84, within(0.9));
        assertThat(index(found, "", "seedVariance").estimate()).isCloseTo(13.84, within(0.5));
        assertThat(index(found, "", "seedShare").estimate()).isCloseTo(0.5, within(0.02));
    }

    /** Common random numbers: what all points share cancels, what interacts is taken out. */
    @Test
    void theNoiseIsTakenOutWithCommonRandomNumbersToo() throws IOException {
        Sensitivity found = TestSweep.of(TestSweep.write(
                folder,
                TestSweep.saltelli(3, 1024),
                4,
                (place, point, replication) ->
                        TestSweep.ishigami(place) + 20 * normal(-7, replication) + 3 * normal(point, replication)));
        holds(index(found, "x1", "total"), 0.5576, 0.06);
        holds(index(found, "x3", "total"), 0.2437, 0.06);
        holds(index(found, "x3", "first"), 0, 0.06);
        assertThat(index(found, "", "parameterVariance").estimate()).isCloseTo(13.84, within(0.9));
    }

    /** The order A, crossed rows, B of other tools is understood, and gives the same. */
    @Test
    void theOrderOfRowsInABlockDoesNotMatter() throws IOException {
        double[][] own = TestSweep.saltelli(3, 64);
        double[][] other = new double[own.length][];
        for (int row = 0; row < own.length; row++) {
            int in = row % 5;
            other[row - in + (in == 0 ? 0 : in == 1 ? 4 : in - 1)] = own[row];
        }
        Sensitivity one = TestSweep.of(TestSweep.write(folder, own, TestSweep::ishigami));
        Sensitivity two = TestSweep.of(TestSweep.write(folder, other, TestSweep::ishigami));
        assertThat(two.effects()).isEqualTo(one.effects());
    }

    /**
     * Morris's (1991) own test function of 20 factors: 8 to 10 act alone and linearly, 1 to 7 by bends and interactions, the
     * others hardly.
     */
    @Test
    void morrisFindsTheGroupsOfHisTestFunction() throws IOException {
        Sensitivity found = TestSweep.of(
                TestSweep.write(folder, TestSweep.morris(20, 40, new SplittableRandom(3)), SensitivityTest::morris));
        assertThat(found.index()).isEqualTo(Layout.Index.MORRIS);
        double idle = 0;
        for (int f = 11; f <= 20; f++) {
            idle = Math.max(idle, index(found, "x" + f, "muStar").estimate());
        }
        for (int f = 1; f <= 10; f++) {
            assertThat(index(found, "x" + f, "muStar").estimate()).as("x" + f).isGreaterThan(3 * idle);
            assertThat(index(found, "x" + f, "muStar").low()).isGreaterThan(idle);
        }
        for (int f = 8; f <= 10; f++) {
            assertThat(index(found, "x" + f, "mu").estimate()).isPositive();
            assertThat(index(found, "x" + f, "sigma").estimate())
                    .isLessThan(0.2 * index(found, "x" + f, "muStar").estimate());
        }
        for (int f = 1; f <= 7; f++) {
            assertThat(index(found, "x" + f, "sigma").estimate())
                    .isGreaterThan(0.5 * index(found, "x" + f, "muStar").estimate());
        }
    }

    /** Morris (1991), section 5; the small coefficients, which he draws at random, are plus and minus one in turn. */
    private static double morris(double[] place) {
        double[] w = new double[20];
        for (int i = 0; i < 20; i++) {
            boolean bent = i == 2 || i == 4 || i == 6;
            w[i] = bent ? 2 * (1.1 * place[i] / (place[i] + 0.1) - 0.5) : 2 * (place[i] - 0.5);
        }
        double y = 0;
        for (int i = 0; i < 20; i++) {
            y += (i < 10 ? 20 : i % 2 == 0 ? -1 : 1) * w[i];
            for (int j = i + 1; j < 20; j++) {
                y += (j < 6 ? -15 : (i + j) % 2 == 0 ? 1 : -1) * w[i] * w[j];
                for (int k = j + 1; k < 5; k++) {
                    y -= 10 * w[i] * w[j] * w[k];
                }
            }
        }
        return y + 5 * w[0] * w[1] * w[2] * w[3];
    }

    /** y = 3 x1 - 2 x2 + noise: every effect of x1 is 3 and of x2 -2, whatever the seeds add. */
    @Test
    void effectsOfALinearFunctionAreItsSlopes() throws IOException {
        double[][] design = TestSweep.morris(2, 30, new SplittableRandom(1));
        Sensitivity exact = TestSweep.of(TestSweep.write(folder, design, x -> 3 * x[0] - 2 * x[1]));
        assertThat(index(exact, "x1", "mu").estimate()).isCloseTo(3, within(1e-12));
        assertThat(index(exact, "x2", "mu").estimate()).isCloseTo(-2, within(1e-12));
        assertThat(index(exact, "x2", "muStar").estimate()).isCloseTo(2, within(1e-12));
        assertThat(index(exact, "x1", "sigma").estimate()).isCloseTo(0, within(1e-6));
        Sensitivity noisy = TestSweep.of(TestSweep.write(
                folder, design, 8, (x, point, replication) -> 3 * x[0] - 2 * x[1] + normal(point, replication)));
        // Two means of eight, two thirds of the range apart.
        assertThat(index(noisy, "x1", "noise").estimate()).isCloseTo(StrictMath.sqrt(2.0 / 8) * 1.5, within(0.12));
        assertThat(index(noisy, "x1", "sigma").estimate()).isLessThan(0.45);
    }

    /** For jointly normal variables the partial correlation of y = x1 + s e with x1 is 1 / sqrt(1 + s^2), given x2. */
    @Test
    void partialRanksSeeThroughAnotherFactor() throws IOException {
        int n = 4000;
        double[][] design = new double[n][2];
        for (int p = 0; p < n; p++) {
            design[p][0] = normal(p, 1);
            design[p][1] = 0.6 * design[p][0] + 0.8 * normal(p, 2);
        }
        // y follows x1 alone; x2 is correlated with it, but only through x1.
        Sensitivity found =
                TestSweep.of(TestSweep.write(folder, design, 1, (x, point, replication) -> x[0] + normal(point, 3)));
        assertThat(found.index()).isEqualTo(Layout.Index.PRCC);
        // Pearson's partial correlation is corr(x1, y | x2) = 0.8 / sqrt(0.64 + 1) = 0.6247; ranks lose 6/pi asin(r/2).
        double pearson = 0.8 / StrictMath.sqrt(1.64);
        assertThat(index(found, "x1", "prcc").estimate())
                .isCloseTo(6 / StrictMath.PI * StrictMath.asin(pearson / 2), within(0.03));
        assertThat(index(found, "x2", "prcc").estimate()).isCloseTo(0, within(0.06));
        Effect first = found.effects().get(0);
        Effect second = found.effects().get(1);
        assertThat(first.p()).isLessThan(1e-10);
        assertThat(second.p()).isGreaterThan(1e-4);
    }

    /** Without a second factor it is Spearman's; Fisher's interval and Student's p by hand. */
    @Test
    void oneFactorHasSpearmansCorrelation() throws IOException {
        double[][] design = new double[6][1];
        double[] y = {1, 3, 2, 5, 4, 6};
        for (int p = 0; p < 6; p++) {
            design[p][0] = p;
        }
        Sensitivity found = TestSweep.of(TestSweep.write(folder, design, 1, (x, point, replication) -> y[point]));
        // 1 - 6 sum d^2 / (n (n^2 - 1)) = 1 - 6 * 4 / 210.
        double r = 1 - 24.0 / 210;
        assertThat(index(found, "x1", "prcc").estimate()).isCloseTo(r, within(1e-12));
        // t = r sqrt(4 / (1 - r^2)) = 3.816, which has this p with 4 degrees of freedom.
        assertThat(found.effects().get(0).p()).isCloseTo(0.018845, within(1e-5));
    }

    @Test
    void aMonotoneFunctionDoesNotChangeRanks() throws IOException {
        double[][] design = TestSweep.random(3, 60, new SplittableRandom(2));
        Sensitivity plain = TestSweep.of(TestSweep.write(folder, design, x -> x[0] + 0.5 * x[1] * x[2]));
        Sensitivity bent =
                TestSweep.of(TestSweep.write(folder, design, x -> StrictMath.exp(9 * (x[0] + 0.5 * x[1] * x[2]))));
        assertThat(bent.effects()).isEqualTo(plain.effects());
    }

    @Test
    void oneAtATimeGivesCurvesAndPairedDifferences() throws IOException {
        Files.writeString(folder.resolve("design.csv"), "point,a,b\n1,,\n2,0,\n3,2,\n4,,7\n");
        Files.writeString(
                folder.resolve("runs.csv"),
                "point,replication,y\n1,1,10\n1,2,12\n2,1,9\n2,2,11\n3,1,13\n3,2,15\n4,1,10\n4,2,14\n");
        Sensitivity found = TestSweep.of(folder);
        assertThat(found.index()).isEqualTo(Layout.Index.OAT);
        assertThat(index(found, "a", "swing").estimate()).isEqualTo(4);
        assertThat(index(found, "a", "down").estimate()).isEqualTo(-1);
        assertThat(index(found, "b", "up").estimate()).isEqualTo(1);
        OneAtATimeCurves.Level two = found.levels().get(2);
        assertThat(two.level()).isEqualTo("2");
        assertThat(two.value().estimate()).isEqualTo(14);
        // The same seeds: each replication differs by exactly 3.
        assertThat(two.difference().low()).isEqualTo(3);
        assertThat(two.difference().high()).isEqualTo(3);
    }

    @Test
    void theSameSeedResamplesTheSameAndAnotherNot() throws IOException {
        Path directory = TestSweep.write(folder, TestSweep.saltelli(3, 64), TestSweep::ishigami);
        SweepTable table = SweepTable.open(directory);
        var responses = table.responses(List.of(Measure.of("y", table.metrics())));
        List<Sensitivity> found = IntStream.of(1, 1, 2)
                .mapToObj(seed -> Sensitivity.of(table, Layout.of(table), responses, new Resampling(0.95, 100, seed)))
                .toList();
        assertThat(found.get(1)).isEqualTo(found.get(0));
        assertThat(found.get(2)).isNotEqualTo(found.get(0));
    }

    @Test
    void aBlockWithAFailedRunIsLeftOutAndSaid() throws IOException {
        TestSweep.write(folder, TestSweep.saltelli(3, 64), TestSweep::ishigami);
        String runs = Files.readString(folder.resolve("runs.csv"));
        Files.writeString(folder.resolve("runs.csv"), runs.replaceFirst("(?m)^7,1,.*$", "7,1,"));
        Sensitivity found = TestSweep.of(folder);
        assertThat(found.effects()).isNotEmpty().allMatch(effect -> effect.n() == 63);
        assertThat(found.notes()).anyMatch(note -> note.contains("1 of 320 points; 63 whole blocks are left"));
    }

    @Test
    void aDesignSaysWhatItIsMadeFor() throws IOException {
        TestSweep.write(folder, TestSweep.random(3, 50, new SplittableRandom(1)), x -> x[0]);
        Layout layout = Layout.of(SweepTable.open(folder));
        layout.check(Layout.Index.PRCC);
        assertThatThrownBy(() -> layout.check(Layout.Index.SOBOL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs the design saltelli")
                .hasMessageContaining("fit the index prcc");
    }

    @Test
    void wrongTablesAreRefusedWithTheirLine() throws IOException {
        TestSweep.write(folder, TestSweep.random(2, 8, new SplittableRandom(1)), x -> x[0]);
        Path runs = folder.resolve("runs.csv");
        String good = Files.readString(runs);
        Files.writeString(runs, good + "9,1,0.5\n");
        assertThatThrownBy(() -> TestSweep.of(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("runs.csv:10: point (9) must be a point of design.csv");
        Files.writeString(runs, good + "8,1,0.5\n");
        assertThatThrownBy(() -> TestSweep.of(folder))
                .hasMessageContaining("runs.csv:10: point (8) must be there once");
        Files.writeString(runs, good.replaceFirst("(?m)^3,1,.*$", "3,1,many"));
        assertThatThrownBy(() -> TestSweep.of(folder)).hasMessageContaining("runs.csv:4: y (many) must be a number");
        Files.writeString(runs, good);
        Path design = folder.resolve("design.csv");
        Files.writeString(design, Files.readString(design).replaceFirst("(?m)^3,", "2,"));
        assertThatThrownBy(() -> TestSweep.of(folder))
                .hasMessageContaining("design.csv:4: point (2) must be there once");
    }

    @Test
    void factorsThatMoveTogetherHaveNoPartialRanks() throws IOException {
        double[][] design = TestSweep.random(2, 20, new SplittableRandom(1));
        for (double[] place : design) {
            place[1] = 2 * place[0];
        }
        TestSweep.write(folder, design, x -> x[0] * x[0]);
        assertThatThrownBy(() -> TestSweep.of(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not have the same ranks");
    }
}
