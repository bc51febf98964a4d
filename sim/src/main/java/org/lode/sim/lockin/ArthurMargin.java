package org.lode.sim.lockin;

import java.util.ArrayList;
import java.util.List;
import org.lode.sim.config.Above;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;

/**
 * How far a race of adopters is from being decided: a named walk, the difference of two camps' adopters, between two barriers at
 * which one camp has won (Arthur 1989, Competing technologies, increasing returns, and lock-in by historical events, Economic
 * Journal 99, whose barriers absorb). Per round the margin that is left; over paths, the chance that each barrier is passed first
 * and the rounds it takes. Time is restricted to the length of the paths.
 *
 * @param walk series
 * @param barrier lead at which a camp has won
 */
public record ArthurMargin(
        @Doc("series of the walk") @Default("walk") String walk,

        @Doc("lead at which a camp has won, adopters") @Above(0) @Default("10")
        double barrier)
        implements LockInMetric {
    private static final String METRIC = LockInMetrics.name(ArthurMargin.class);

    @Override
    public List<Finding> measure(Laboratory laboratory) {
        int series = laboratory.process().series(walk);
        List<Path> paths = laboratory.paths();
        Estimator estimator = laboratory.estimator();
        int rounds = laboratory.rounds();
        int up = 0;
        int down = 0;
        double[] time = new double[paths.size()];
        double[][] margin = new double[rounds][paths.size()];
        for (int h = 0; h < time.length; h++) {
            Path path = paths.get(h);
            time[h] = rounds;
            boolean open = true;
            for (int t = 0; t < rounds; t++) {
                double lead = path.value(series, t);
                margin[t][h] = Math.max(0, barrier - Math.abs(lead));
                if (open && Math.abs(lead) >= barrier) {
                    open = false;
                    time[h] = t + 1;
                    up += lead > 0 ? 1 : 0;
                    down += lead < 0 ? 1 : 0;
                }
            }
        }
        int n = time.length;
        List<Finding> findings = new ArrayList<>();
        for (int t = 0; t < rounds; t++) {
            findings.add(new Finding(METRIC, "margin", walk, t, estimator.mean("margin" + t, margin[t]), "adopters"));
        }
        findings.add(new Finding(METRIC, "upFirst", walk, Double.NaN, estimator.share(up, n), "share"));
        findings.add(new Finding(METRIC, "downFirst", walk, Double.NaN, estimator.share(down, n), "share"));
        findings.add(new Finding(METRIC, "undecided", walk, Double.NaN, estimator.share(n - up - down, n), "share"));
        findings.add(new Finding(METRIC, "time", walk, Double.NaN, estimator.mean("lock-in time", time), "rounds"));
        return findings;
    }
}
