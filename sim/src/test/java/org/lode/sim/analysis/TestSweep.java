package org.lode.sim.analysis;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/** Sweeps of analytic functions, as design.csv and runs.csv of another tool would hold them. */
public final class TestSweep {
    private TestSweep() {}

    /** A function of a point in the unit cube. */
    public interface Function {
        double of(double[] place);
    }

    /** A metric of a run. */
    public interface Run {
        double of(double[] place, int point, int replication);
    }

    /** Ishigami and Homma (1990) with a = 7, b = 0.1, on the cube from -pi to pi. */
    public static double ishigami(double[] place) {
        double[] x = new double[3];
        for (int i = 0; i < 3; i++) {
            x[i] = StrictMath.PI * (2 * place[i] - 1);
        }
        double sine = StrictMath.sin(x[1]);
        return StrictMath.sin(x[0]) * (1 + 0.1 * x[2] * x[2] * x[2] * x[2]) + 7 * sine * sine;
    }

    /** Sobol's g with the coefficients given (Saltelli and Sobol 1995). */
    static Function g(double... a) {
        return place -> {
            double product = 1;
            for (int i = 0; i < a.length; i++) {
                product *= (Math.abs(4 * place[i] - 2) + a[i]) / (1 + a[i]);
            }
            return product;
        };
    }

    /** A, B, and A with each column of B, from a Sobol sequence; places have six decimals. */
    public static double[][] saltelli(int factors, int base) {
        var sequence = new SobolSequenceGenerator(2 * factors);
        sequence.skipTo(1);
        List<double[]> points = new ArrayList<>();
        for (int n = 0; n < base; n++) {
            double[] both = sequence.nextVector();
            double[] a = new double[factors];
            double[] b = new double[factors];
            for (int f = 0; f < factors; f++) {
                a[f] = rounded(both[f]);
                b[f] = rounded(both[factors + f]);
            }
            points.add(a);
            points.add(b);
            for (int f = 0; f < factors; f++) {
                double[] crossed = a.clone();
                crossed[f] = b[f];
                points.add(crossed);
            }
        }
        return points.toArray(double[][]::new);
    }

    /** Trajectories on four levels. */
    static double[][] morris(int factors, int trajectories, RandomGenerator random) {
        List<double[]> points = new ArrayList<>();
        for (int t = 0; t < trajectories; t++) {
            double[] now = new double[factors];
            List<Integer> left = new ArrayList<>();
            for (int f = 0; f < factors; f++) {
                now[f] = (int) (random.nextDouble() * 4) / 3.0;
                left.add(f);
            }
            points.add(now.clone());
            while (!left.isEmpty()) {
                int f = left.remove((int) (random.nextDouble() * left.size()));
                now[f] += now[f] < 0.5 ? 2 / 3.0 : -2 / 3.0;
                now[f] = Math.rint(now[f] * 3) / 3;
                points.add(now.clone());
            }
        }
        return points.toArray(double[][]::new);
    }

    /** Independent uniform draws. */
    static double[][] random(int factors, int points, RandomGenerator random) {
        double[][] places = new double[points][factors];
        for (double[] place : places) {
            for (int f = 0; f < factors; f++) {
                place[f] = rounded(random.nextDouble());
            }
        }
        return places;
    }

    private static double rounded(double value) {
        return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue();
    }

    static Path write(Path directory, double[][] design, Function function) throws IOException {
        return write(directory, design, 1, (place, point, replication) -> function.of(place));
    }

    /** Writes both tables; factors are x1, x2, ..., the metric is y. */
    public static Path write(Path directory, double[][] design, int replications, Run run) throws IOException {
        var points = new StringBuilder("point");
        for (int f = 1; f <= design[0].length; f++) {
            points.append(",x").append(f);
        }
        var runs = new StringBuilder("point,replication,y\n");
        for (int p = 0; p < design.length; p++) {
            points.append('\n').append(p + 1);
            for (double place : design[p]) {
                points.append(',').append(place);
            }
            for (int r = 1; r <= replications; r++) {
                runs.append(p + 1).append(',').append(r).append(',');
                runs.append(run.of(design[p], p, r)).append('\n');
            }
        }
        Files.writeString(directory.resolve("design.csv"), points.append('\n'));
        Files.writeString(directory.resolve("runs.csv"), runs);
        return directory;
    }

    /** The indices of y. */
    static Sensitivity of(Path directory) throws IOException {
        SweepTable table = SweepTable.open(directory);
        var responses = table.responses(List.of(Measure.of("y", table.metrics())));
        return Sensitivity.of(table, Layout.of(table), responses, new Resampling(0.95, 500, 1));
    }

    static Interval index(Sensitivity found, String factor, String index) {
        return found.effects().stream()
                .filter(effect ->
                        effect.factor().equals(factor) && effect.index().equals(index))
                .findFirst()
                .orElseThrow()
                .interval();
    }

    static List<String> names(int factors) {
        return IntStream.rangeClosed(1, factors).mapToObj(f -> "x" + f).toList();
    }
}
