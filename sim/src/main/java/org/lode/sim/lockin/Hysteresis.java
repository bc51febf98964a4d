package org.lode.sim.lockin;

import java.util.ArrayList;
import java.util.List;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;

/**
 * Whether the way down is another than the way up: a setting is ramped from low to high and back at several rates, and the loop of
 * a response measured. A lag alone makes a loop, but one that closes as the ramp slows down; so area and width are extrapolated to
 * zero rate, by the polynomial in the rate through the three slowest. What the same chance gives with the setting held low is
 * taken off, so that a trend makes no loop.
 *
 * <p>Dixit (1989), Entry and exit decisions under uncertainty, Journal of Political Economy 97; Göcke (2002), Various concepts of
 * hysteresis applied in economics, Journal of Economic Surveys 16; Mayergoyz (1991), Mathematical Models of Hysteresis.
 *
 * <p><i>Area</i>: mean gap between the way down and the way up, in the response's unit. <i>Width</i>: gap between the levels at
 * which they pass the middle of the loop's response, in the setting's unit; not defined where one of them does not.
 *
 * @param steps rounds of each way, ascending; the rate is one over them
 */
public record Hysteresis(
        @Doc("rounds of each way, by ramp; slower ones are larger") @Default("[6, 12, 24]")
        List<Integer> steps) implements LockInMetric {
    private static final String METRIC = LockInMetrics.name(Hysteresis.class);
    /** Degree of the polynomial in the rate, plus one. */
    private static final int POINTS = 3;

    public Hysteresis {
        steps = List.copyOf(steps);
        int before = 1;
        for (int step : steps) {
            if (step <= before) {
                throw new IllegalArgumentException("steps " + steps + " must be at least 2 and ascend");
            }
            before = step;
        }
        if (steps.size() < 2) {
            throw new IllegalArgumentException("steps " + steps + " must be at least two rates");
        }
    }

    @Override
    public List<Finding> measure(Laboratory laboratory) {
        PathProcess process = laboratory.process();
        List<Finding> findings = new ArrayList<>();
        for (int ramp = 0; ramp < process.ramps().size(); ramp++) {
            int one = ramp;
            List<double[][][]> loops = laboratory.histories(history -> loops(process, one, history));
            findings(process.ramps().get(ramp), loops, laboratory.estimator(), findings);
        }
        return findings;
    }

    /** By rate, way (0 up, 1 down) and level: the response less that of the run that is held low. */
    private double[][][] loops(PathProcess process, int ramp, long history) {
        PathProcess.Ramp setting = process.ramps().get(ramp);
        int response = process.series(setting.response());
        double[][][] loops = new double[steps.size()][2][];
        for (int rate = 0; rate < steps.size(); rate++) {
            int n = steps.get(rate);
            PathProcess.Run moved = process.start(history);
            PathProcess.Run held = process.start(history);
            held.set(ramp, setting.low());
            double[] up = new double[n + 1];
            double[] down = new double[n + 1];
            for (int t = 0; t <= 2 * n; t++) {
                int level = t <= n ? t : 2 * n - t;
                moved.set(ramp, level(setting, level, n));
                moved.advance();
                held.advance();
                double effect = moved.value(response) - held.value(response);
                if (t <= n) {
                    up[level] = effect;
                }
                if (t >= n) {
                    down[level] = effect;
                }
            }
            loops[rate][0] = up;
            loops[rate][1] = down;
        }
        return loops;
    }

    private static double level(PathProcess.Ramp ramp, int step, int steps) {
        return ramp.low() + (ramp.high() - ramp.low()) * step / steps;
    }

    private void findings(
            PathProcess.Ramp ramp, List<double[][][]> loops, Estimator estimator, List<Finding> findings) {
        int n = loops.size();
        String name = ramp.name();
        for (int rate = 0; rate < steps.size(); rate++) {
            int r = rate;
            int rounds = steps.get(rate);
            findings.add(new Finding(
                    METRIC,
                    "area",
                    name,
                    rounds,
                    estimator.of("area " + name + rounds, n, some -> area(loops, some, r)),
                    "response"));
            findings.add(new Finding(
                    METRIC,
                    "width",
                    name,
                    rounds,
                    estimator.of("width " + name + rounds, n, some -> width(ramp, loops, some, r)),
                    ramp.unit()));
            for (int way = 0; way < 2; way++) {
                for (int level = 0; level <= rounds; level++) {
                    int w = way;
                    int l = level;
                    findings.add(new Finding(
                            METRIC,
                            (way == 0 ? "up" : "down") + rounds,
                            name,
                            level(ramp, level, rounds),
                            estimator.of("loop " + name + rounds + way + level, n, some -> mean(loops, some, r, w, l)),
                            "response"));
                }
            }
        }
        findings.add(new Finding(
                METRIC,
                "areaAtRest",
                name,
                Double.NaN,
                estimator.of("area at rest " + name, n, some -> atRest(rate -> area(loops, some, rate))),
                "response"));
        findings.add(new Finding(
                METRIC,
                "widthAtRest",
                name,
                Double.NaN,
                estimator.of("width at rest " + name, n, some -> atRest(rate -> width(ramp, loops, some, rate))),
                ramp.unit()));
    }

    private static double mean(List<double[][][]> loops, int[] some, int rate, int way, int level) {
        double sum = 0;
        for (int h : some) {
            sum += loops.get(h)[rate][way][level];
        }
        return sum / some.length;
    }

    private double area(List<double[][][]> loops, int[] some, int rate) {
        int n = steps.get(rate);
        double sum = 0;
        for (int level = 0; level <= n; level++) {
            double gap = mean(loops, some, rate, 1, level) - mean(loops, some, rate, 0, level);
            sum += level == 0 || level == n ? gap / 2 : gap;
        }
        return sum / n;
    }

    private double width(PathProcess.Ramp ramp, List<double[][][]> loops, int[] some, int rate) {
        int n = steps.get(rate);
        double[][] loop = new double[2][n + 1];
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int way = 0; way < 2; way++) {
            for (int level = 0; level <= n; level++) {
                loop[way][level] = mean(loops, some, rate, way, level);
                least = Math.min(least, loop[way][level]);
                most = Math.max(most, loop[way][level]);
            }
        }
        if (!(most > least)) {
            return Double.NaN;
        }
        double middle = (least + most) / 2;
        return (crossing(loop[0], middle) - crossing(loop[1], middle)) * (ramp.high() - ramp.low()) / n;
    }

    /** The place at which a way first passes a value, between levels; NaN if it does not. */
    private static double crossing(double[] way, double value) {
        for (int level = 1; level < way.length; level++) {
            double before = way[level - 1] - value;
            double here = way[level] - value;
            if (before * here < 0 || (here == 0 && before != 0)) {
                return level - 1 + before / (before - here);
            }
        }
        return Double.NaN;
    }

    private interface OfRate {
        double of(int rate);
    }

    /** Lagrange's polynomial in the rate through the slowest ramps, at rate zero. */
    private double atRest(OfRate measure) {
        int from = Math.max(0, steps.size() - POINTS);
        double sum = 0;
        for (int i = from; i < steps.size(); i++) {
            double weight = 1;
            for (int j = from; j < steps.size(); j++) {
                if (j != i) {
                    double xi = 1.0 / steps.get(i);
                    double xj = 1.0 / steps.get(j);
                    weight *= xj / (xj - xi);
                }
            }
            sum += weight * measure.of(i);
        }
        return sum;
    }
}
