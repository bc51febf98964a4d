package org.lode.sim.lockin;

import java.util.ArrayList;
import java.util.List;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Max;
import org.lode.sim.config.Min;
import org.lode.sim.config.Unit;

/**
 * What it costs an actor to change track, and how many years of the gain it takes to earn that back (Farrell and Klemperer 2007,
 * Coordination and lock-in: competition with switching costs and network effects, Handbook of Industrial Organization 3). With the
 * same chance, the actor is made to play the other track from a round on:
 *
 * <pre>
 *   cost     = what it loses in the first rounds, discounted, USD bn
 *   gain     = what it earns more a year once it has settled, USD bn a year
 *   multiple = cost / gain, years; below 0 where one of them is
 * </pre>
 *
 * <p>Histories in which it is on that track already do not count. Cost: (adjust + settle) rounds per history and switch.
 *
 * @param round at which it switches
 * @param adjust rounds over which the cost falls
 * @param settle rounds after them, over which the gain is averaged
 * @param discount per year
 */
public record SwitchingCost(
        @Doc("round of the switch") @Min(0) @Max(10000) @Default("10")
        int round,

        @Doc("rounds over which the cost falls") @Min(1) @Max(1000) @Default("4")
        int adjust,

        @Doc("rounds after them, over which the gain is averaged") @Min(1) @Max(1000) @Default("4")
        int settle,

        @In(Unit.PER_YEAR) @Min(0) @Max(2) @Default("0.07") double discount)
        implements LockInMetric {
    private static final String METRIC = LockInMetrics.name(SwitchingCost.class);

    /** Cost and gain per switch; NaN where it is none. */
    private static final class Sample {
        final double[] cost;
        final double[] gain;

        Sample(double[] cost, double[] gain) {
            this.cost = cost;
            this.gain = gain;
        }
    }

    @Override
    public List<Finding> measure(Laboratory laboratory) {
        PathProcess process = laboratory.process();
        var forcings = process.forcings();
        List<Sample> samples = laboratory.histories(history -> sample(process, history));
        List<Finding> findings = new ArrayList<>();
        for (int f = 0; f < forcings.size(); f++) {
            if (forcings.get(f).payer().isEmpty()) {
                continue;
            }
            double[] cost = new double[samples.size()];
            double[] gain = new double[samples.size()];
            for (int h = 0; h < cost.length; h++) {
                cost[h] = samples.get(h).cost[f];
                gain[h] = samples.get(h).gain[f];
            }
            String name = forcings.get(f).name();
            Estimator estimator = laboratory.estimator();
            Estimate mean = estimator.mean("switching cost " + name, cost);
            if (!mean.defined()) {
                continue;
            }
            findings.add(new Finding(METRIC, "cost", name, round, mean, "USD bn"));
            findings.add(new Finding(
                    METRIC, "gain", name, round, estimator.mean("switching gain " + name, gain), "USD bn/yr"));
            findings.add(new Finding(
                    METRIC, "multiple", name, round, estimator.ratio("switching " + name, cost, gain), "years"));
        }
        return findings;
    }

    private Sample sample(PathProcess process, long history) {
        var forcings = process.forcings();
        double[] cost = new double[forcings.size()];
        double[] gain = new double[forcings.size()];
        PathProcess.Run main = Laboratory.play(process.start(history), round);
        double years = process.roundYears();
        double factor = StrictMath.pow(1 + discount, -years);
        double[][] stays = null;
        for (int f = 0; f < forcings.size(); f++) {
            PathProcess.Forcing forcing = forcings.get(f);
            if (forcing.payer().isEmpty() || (round > 0 && already(process, main, forcing))) {
                cost[f] = Double.NaN;
                gain[f] = Double.NaN;
                continue;
            }
            if (stays == null) {
                stays = values(process, main.fork(0), PathForcing.NONE);
            }
            double[][] switched = values(process, main.fork(0), f);
            int payoff = process.series(forcing.payer());
            double weight = 1;
            for (int t = 0; t < adjust; t++) {
                cost[f] += weight * years * (stays[t][payoff] - switched[t][payoff]);
                weight *= factor;
            }
            for (int t = adjust; t < adjust + settle; t++) {
                gain[f] += (switched[t][payoff] - stays[t][payoff]) / settle;
            }
        }
        return new Sample(cost, gain);
    }

    private static boolean already(PathProcess process, PathProcess.Run run, PathProcess.Forcing forcing) {
        for (int a = 0; a < process.aspects().size(); a++) {
            PathProcess.Aspect aspect = process.aspects().get(a);
            if (aspect.name().equals(forcing.aspect())) {
                return aspect.classes().get(run.state(a)).equals(forcing.towards());
            }
        }
        return false;
    }

    private double[][] values(PathProcess process, PathProcess.Run run, int forcing) {
        double[][] values = new double[adjust + settle][process.series().size()];
        for (double[] row : values) {
            PathForcing.play(run, forcing, 1);
            for (int s = 0; s < row.length; s++) {
                row[s] = run.value(s);
            }
        }
        return values;
    }
}
