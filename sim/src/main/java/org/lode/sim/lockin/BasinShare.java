package org.lode.sim.lockin;

import java.util.ArrayList;
import java.util.List;
import org.lode.sim.chance.Draws;
import org.lode.sim.chance.Purpose;
import org.lode.sim.config.Above;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Max;
import org.lode.sim.config.Min;

/**
 * How large the basin of where a history is heading is, and how many errors it takes to leave it.
 *
 * <p><i>basin</i>: share of forks that come back although all choosers chose at random for some rounds (basin stability: Menck,
 * Heitzig, Marwan and Kurths 2013, How basin stability complements the linear-stability paradigm, Nature Physics 9).
 * <i>resistance</i>: the fewest choosers that must err at once so that a noticeable share more of the forks leaves than does without
 * (Young 1993, The evolution of conventions, Econometrica 61; Kandori, Mailath and Rob 1993, Learning, mutation, and long run
 * equilibria in games, Econometrica 61); infinite if none do.
 *
 * @param round at which histories are forked
 * @param forced rounds of random choice or error
 * @param after rounds from their end to the judgement
 * @param forks per history and size of the error
 * @param leave share of forks that must leave to be noticed
 */
public record BasinShare(
        @Doc("round at which histories are forked") @Min(0) @Max(10000) @Default("20")
        int round,

        @Doc("rounds of error") @Min(1) @Max(1000) @Default("2")
        int forced,

        @Doc("rounds from their end to the judgement") @Min(1) @Max(1000) @Default("10")
        int after,

        @Doc("forks of a history per number of errors") @Min(2) @Max(10000) @Default("9")
        int forks,

        @Doc("share of forks that must leave to be noticed") @Above(0) @Max(1) @Default("0.2")
        double leave)
        implements LockInMetric {
    private static final String METRIC = LockInMetrics.name(BasinShare.class);
    private static final Purpose ERROR = Purpose.named("error");

    /** Shares of forks that end in the target: unforced, scattered, and by number of errors less one. */
    private static final class Sample {
        final double free;
        final double scattered;
        final double[] erring;

        Sample(double free, double scattered, double[] erring) {
            this.free = free;
            this.scattered = scattered;
            this.erring = erring;
        }
    }

    @Override
    public List<Finding> measure(Laboratory laboratory) {
        PathProcess process = laboratory.process();
        Estimator estimator = laboratory.estimator();
        List<Sample> samples = laboratory.histories(history -> sample(process, estimator, history));
        int n = samples.size();
        List<Finding> findings = new ArrayList<>();
        String subject = process.aspects().get(0).name();
        findings.add(new Finding(
                METRIC,
                "basin",
                subject,
                round,
                estimator.shares(
                        "basin",
                        samples.stream().map(sample -> sample.scattered).toList()),
                "share"));
        findings.add(new Finding(
                METRIC,
                "stays",
                subject,
                0,
                estimator.shares(
                        "stays", samples.stream().map(sample -> sample.free).toList()),
                "share"));
        for (int size = 1; size <= process.choosers(); size++) {
            int errors = size;
            List<Double> back =
                    samples.stream().map(sample -> sample.erring[errors - 1]).toList();
            findings.add(new Finding(METRIC, "stays", subject, size, estimator.shares("stays" + size, back), "share"));
        }
        findings.add(new Finding(
                METRIC,
                "resistance",
                subject,
                round,
                estimator.of("resistance", n, histories -> resistance(samples, histories)),
                "errors"));
        return findings;
    }

    private double resistance(List<Sample> samples, int[] histories) {
        int sizes = samples.get(0).erring.length;
        for (int size = 1; size <= sizes; size++) {
            double gone = 0;
            for (int h : histories) {
                gone += samples.get(h).free - samples.get(h).erring[size - 1];
            }
            if (gone / histories.length >= leave) {
                return size;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private Sample sample(PathProcess process, Estimator estimator, long history) {
        PathProcess.Run main = Laboratory.play(process.start(history), round);
        int classes = process.aspects().get(0).classes().size();
        int[] counts = new int[classes];
        long branch = 1;
        for (int f = 0; f < forks; f++) {
            counts[end(main.fork(branch++))]++;
        }
        int target = PathForcing.modal(counts);
        double free = 0;
        for (int f = 0;
                f < forks;
                f++) { // other forks than those that showed the target, so that chance does not flatter
            free += end(main.fork(branch++)) == target ? 1 : 0;
        }
        var random = estimator.random(ERROR, "history " + history);
        double scattered = 0;
        double[] erring = new double[process.choosers()];
        for (int f = 0; f < forks; f++) {
            PathProcess.Run run = main.fork(branch++);
            for (int k = 0; k < forced; k++) {
                run.scatter(random);
            }
            scattered += end(run) == target ? 1 : 0;
            for (int size = 1; size <= erring.length; size++) {
                PathProcess.Run erred = main.fork(branch++);
                for (int k = 0; k < forced; k++) {
                    erred.err(size, random);
                }
                erring[size - 1] += end(erred) == target ? 1 : 0;
            }
        }
        for (int size = 0; size < erring.length; size++) {
            erring[size] /= forks;
        }
        return new Sample(free / forks, scattered / forks, erring);
    }

    private int end(PathProcess.Run run) {
        return Laboratory.play(run, round + forced + after).state(0);
    }

    /** Draws {@code size} different places below {@code n}, ascending order not guaranteed; for processes that let choosers err. */
    static int[] drawn(int size, int n, java.util.random.RandomGenerator random) {
        int[] places = new int[n];
        for (int i = 0; i < n; i++) {
            places[i] = i;
        }
        for (int i = 0; i < size; i++) {
            int at = i + Draws.index(random, n - i);
            int place = places[at];
            places[at] = places[i];
            places[i] = place;
        }
        return java.util.Arrays.copyOf(places, size);
    }
}
