package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * First-order and total indices: the share of a metric's variance over the parameters that goes when one factor is known, and
 * that stays when all others are. First order by Saltelli et al. (2010, Variance based sensitivity analysis of model output,
 * Computer Physics Communications 181, table 2, b), total by Jansen (1999, Analysis of variance designs for model output,
 * Computer Physics Communications 117; f of the same table). Intervals resample blocks.
 *
 * <p>The seeds' part is taken out: each product of differences between point means is reduced by what the seeds add to it,
 * estimated from its replications. Without replications it stays in the indices, and cannot be told apart.
 */
final class SobolIndices {
    private final Response response;
    private final List<Layout.Block> blocks;
    private final double[] a;
    private final double[] b;
    private final double[][] crossed;
    private final double[] noise;
    private final double[][] firstNoise;
    private final double[][] totalNoise;

    private SobolIndices(Response response, List<Layout.Block> blocks, int factors) {
        this.response = response;
        this.blocks = blocks;
        int n = blocks.size();
        a = new double[n];
        b = new double[n];
        noise = new double[n];
        crossed = new double[n][factors];
        firstNoise = new double[n][factors];
        totalNoise = new double[n][factors];
        double centre = 0;
        for (Layout.Block block : blocks) {
            centre += (response.mean(block.a()) + response.mean(block.b())) / (2 * n);
        }
        for (int u = 0; u < n; u++) {
            Layout.Block block = blocks.get(u);
            a[u] = response.mean(block.a()) - centre;
            b[u] = response.mean(block.b()) - centre;
            for (int j = 0; j < factors; j++) {
                int c = block.crossed()[j];
                crossed[u][j] = response.mean(c) - centre;
                totalNoise[u][j] = response.noise(block.a(), c, block.a(), c);
            }
        }
        ownNoise();
    }

    /**
     * What the seeds add to the variance of point means and to first-order products. Each replication's mean over all points
     * is taken out before: it is common to all of them where random numbers are common.
     */
    private void ownNoise() {
        int reps = response.replications();
        if (reps < 2) {
            return;
        }
        double[] common = new double[reps];
        for (Layout.Block block : blocks) {
            for (int r = 0; r < reps; r++) {
                common[r] += (response.at(block.a(), r) + response.at(block.b(), r)) / (2 * blocks.size());
            }
        }
        for (int u = 0; u < blocks.size(); u++) {
            Layout.Block block = blocks.get(u);
            double[] own = residuals(block.b(), common);
            double[] other = residuals(block.a(), common);
            noise[u] = (product(own, own) + product(other, other)) / 2;
            for (int j = 0; j < firstNoise[u].length; j++) {
                double[] moved = residuals(block.crossed()[j], common);
                firstNoise[u][j] = product(own, moved) - product(own, other);
            }
        }
    }

    private double[] residuals(int point, double[] common) {
        double[] rest = new double[common.length];
        double mean = 0;
        for (int r = 0; r < rest.length; r++) {
            rest[r] = response.at(point, r) - common[r];
            mean += rest[r] / rest.length;
        }
        for (int r = 0; r < rest.length; r++) {
            rest[r] -= mean;
        }
        return rest;
    }

    private static double product(double[] x, double[] y) {
        double sum = 0;
        for (int r = 0; r < x.length; r++) {
            sum += x[r] * y[r];
        }
        return sum / (x.length - 1) / x.length;
    }

    /** The indices of each factor, then the variance over parameters, that over seeds, and the latter's share of both. */
    static List<Effect> of(SweepTable table, Layout layout, Response response, Resampling resampling) {
        List<Layout.Block> whole = layout.blocks().stream()
                .filter(block -> complete(response, block))
                .toList();
        List<String> factors = table.factors();
        int k = factors.size();
        String metric = response.name();
        List<Effect> effects = new ArrayList<>();
        if (whole.size() < 2) {
            return effects;
        }
        var indices = new SobolIndices(response, whole, k);
        Interval[] intervals = resampling.intervals(whole.size(), indices::estimate, metric);
        for (int j = 0; j < k; j++) {
            effects.add(new Effect(metric, factors.get(j), "first", intervals[j], Double.NaN, whole.size()));
            effects.add(new Effect(metric, factors.get(j), "total", intervals[k + j], Double.NaN, whole.size()));
        }
        double seeds = response.seedVariance();
        Interval parameters = intervals[2 * k];
        effects.add(new Effect(metric, "", "parameterVariance", parameters, Double.NaN, whole.size()));
        effects.addAll(noise(response, Math.max(0, parameters.estimate()), seeds, whole.size()));
        return effects;
    }

    /** What the seeds add to one run, and their share of all variance; nothing without replications. */
    static List<Effect> noise(Response response, double parameters, double seeds, int n) {
        if (response.replications() < 2) {
            return List.of();
        }
        return List.of(
                Effect.bare(response.name(), "", "seedVariance", seeds, n),
                Effect.bare(response.name(), "", "seedShare", seeds / (parameters + seeds), n));
    }

    private static boolean complete(Response response, Layout.Block block) {
        boolean complete = response.complete(block.a()) && response.complete(block.b());
        for (int point : block.crossed()) {
            complete &= response.complete(point);
        }
        return complete;
    }

    /** First-order indices, total ones, and the variance over parameters. */
    private double[] estimate(int[] units) {
        int n = units.length;
        int k = crossed[0].length;
        double sum = 0;
        double squares = 0;
        double seeds = 0;
        double[] result = new double[2 * k + 1];
        for (int u : units) {
            sum += a[u] + b[u];
        }
        double mean = sum / (2 * n);
        for (int u : units) {
            squares += (a[u] - mean) * (a[u] - mean) + (b[u] - mean) * (b[u] - mean);
            seeds += noise[u];
            for (int j = 0; j < k; j++) {
                double step = crossed[u][j] - a[u];
                result[j] += (b[u] - mean) * step - firstNoise[u][j];
                result[k + j] += (step * step - totalNoise[u][j]) / 2;
            }
        }
        double variance = squares / (2 * n - 1) - seeds / n;
        for (int i = 0; i < 2 * k; i++) {
            result[i] = variance > 0 ? result[i] / n / variance : Double.NaN;
        }
        result[2 * k] = variance;
        return result;
    }
}
