package org.lode.sim.lockin;

import java.util.ArrayList;
import java.util.List;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Max;
import org.lode.sim.config.Min;

/**
 * Which of two clocks strikes first: each strikes in the first round from which its series holds its level for some rounds. Over
 * unforced paths the chance that each is first, and the times up to the end of the paths: means of times that may be censored
 * there (restricted mean survival time: Royston and Parmar 2013, BMC Medical Research Methodology 13, 152). Who is
 * fast early decides races with increasing returns (Arthur 1989; Lieberman and Montgomery 1988, First-mover advantages,
 * Strategic Management Journal 9).
 *
 * @param first series
 * @param firstLevel at least this
 * @param second series
 * @param secondLevel at least this
 * @param persistence rounds that the level must hold
 */
public record RelativeSpeed(
        @Doc("series of the first clock") @Default("west") String first,
        @Doc("level at which it strikes") @Default("0.5") double firstLevel,
        @Doc("series of the second clock") @Default("china") String second,
        @Doc("level at which it strikes") @Default("0.5") double secondLevel,

        @Doc("rounds that the level must hold") @Min(1) @Max(1000) @Default("2")
        int persistence)
        implements LockInMetric {
    private static final String METRIC = LockInMetrics.name(RelativeSpeed.class);

    @Override
    public List<Finding> measure(Laboratory laboratory) {
        int one = laboratory.process().series(first);
        int two = laboratory.process().series(second);
        List<Path> paths = laboratory.paths();
        int n = paths.size();
        int rounds = laboratory.rounds();
        double years = laboratory.process().roundYears();
        double[] times = new double[n];
        double[] others = new double[n];
        double[] lead = new double[n];
        int ahead = 0;
        int behind = 0;
        int neither = 0;
        for (int h = 0; h < n; h++) {
            int time = strikes(paths.get(h), one, firstLevel, rounds);
            int other = strikes(paths.get(h), two, secondLevel, rounds);
            ahead += time < other ? 1 : 0;
            behind += other < time ? 1 : 0;
            neither += time == rounds && other == rounds ? 1 : 0;
            times[h] = time * years;
            others[h] = other * years;
            lead[h] = others[h] - times[h];
        }
        Estimator estimator = laboratory.estimator();
        String race = first + " against " + second;
        List<Finding> findings = new ArrayList<>();
        add(findings, "firstAhead", race, estimator.share(ahead, n), "share");
        add(findings, "secondAhead", race, estimator.share(behind, n), "share");
        add(findings, "neither", race, estimator.share(neither, n), "share");
        add(findings, "time", first, estimator.mean("time first", times), "years");
        add(findings, "time", second, estimator.mean("time second", others), "years");
        add(findings, "lead", race, estimator.mean("lead", lead), "years");
        return findings;
    }

    private static void add(List<Finding> findings, String measure, String subject, Estimate estimate, String unit) {
        findings.add(new Finding(METRIC, measure, subject, Double.NaN, estimate, unit));
    }

    /** The first round, from 0, from which the level holds; {@code rounds} if it never does. */
    private int strikes(Path path, int series, double level, int rounds) {
        int held = 0;
        for (int t = 0; t < rounds; t++) {
            held = path.value(series, t) >= level ? held + 1 : 0;
            if (held == persistence) {
                return t - persistence + 1;
            }
        }
        return rounds;
    }
}
