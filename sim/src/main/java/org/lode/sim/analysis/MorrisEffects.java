package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Elementary effects: what a metric gains for a step of one factor, per range of the factor. {@code mu} and {@code sigma} are
 * their mean and standard deviation (Morris 1991, Factorial sampling plans for preliminary computational experiments,
 * Technometrics 33), {@code muStar} the mean of their sizes (Campolongo, Cariboni and Saltelli 2007, An effective screening
 * design for sensitivity analysis of large models, Environmental Modelling and Software 22). Intervals resample trajectories.
 *
 * <p>{@code noise} is the standard error that seeds alone give an effect, from its replications; it is taken out of
 * {@code sigma}. A {@code muStar} near it says nothing.
 */
final class MorrisEffects {
    private static final int MU = 0;
    private static final int MU_STAR = 1;
    private static final int SIGMA = 2;
    private static final int NOISE = 3;
    private static final List<String> NAMES = List.of("mu", "muStar", "sigma", "noise");

    /** By factor, then trajectory. */
    private final double[][] effects;

    private final double[][] noise;

    private MorrisEffects(double[][] effects, double[][] noise) {
        this.effects = effects;
        this.noise = noise;
    }

    static List<Effect> of(SweepTable table, Response response, Resampling resampling) {
        int k = table.factors().size();
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start < table.points(); start += k + 1) {
            boolean whole = true;
            for (int p = start; p <= start + k; p++) {
                whole &= response.complete(p);
            }
            if (whole) {
                starts.add(start);
            }
        }
        List<Effect> found = new ArrayList<>();
        if (starts.size() < 2) {
            return found;
        }
        double[][] effects = new double[k][starts.size()];
        double[][] noise = new double[k][starts.size()];
        for (int t = 0; t < starts.size(); t++) {
            for (int p = starts.get(t); p < starts.get(t) + k; p++) {
                int f = Layout.mover(table, p);
                double step = table.place(p + 1, f) - table.place(p, f);
                effects[f][t] = (response.mean(p + 1) - response.mean(p)) / step;
                noise[f][t] = response.noise(p, p + 1, p, p + 1) / (step * step);
            }
        }
        var morris = new MorrisEffects(effects, noise);
        Interval[] intervals = resampling.intervals(starts.size(), morris::estimate, response.name());
        boolean replicated = response.replications() > 1;
        for (int f = 0; f < k; f++) {
            for (int i = 0; i < (replicated ? NAMES.size() : NOISE); i++) {
                Interval interval = intervals[f * NAMES.size() + i];
                found.add(
                        i == NOISE
                                ? Effect.bare(
                                        response.name(),
                                        table.factors().get(f),
                                        NAMES.get(i),
                                        interval.estimate(),
                                        starts.size())
                                : new Effect(
                                        response.name(),
                                        table.factors().get(f),
                                        NAMES.get(i),
                                        interval,
                                        Double.NaN,
                                        starts.size()));
            }
        }
        return found;
    }

    private double[] estimate(int[] trajectories) {
        int r = trajectories.length;
        double[] result = new double[effects.length * NAMES.size()];
        for (int f = 0; f < effects.length; f++) {
            int at = f * NAMES.size();
            double seeds = 0;
            for (int t : trajectories) {
                result[at + MU] += effects[f][t] / r;
                result[at + MU_STAR] += Math.abs(effects[f][t]) / r;
                seeds += noise[f][t] / r;
            }
            double squares = 0;
            for (int t : trajectories) {
                double off = effects[f][t] - result[at + MU];
                squares += off * off;
            }
            result[at + SIGMA] = StrictMath.sqrt(Math.max(0, squares / (r - 1) - seeds));
            result[at + NOISE] = StrictMath.sqrt(seeds);
        }
        return result;
    }
}
