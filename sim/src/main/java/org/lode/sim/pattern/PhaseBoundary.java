package org.lode.sim.pattern;

import java.util.ArrayList;
import java.util.List;
import org.lode.sim.lockin.Estimate;
import org.lode.sim.lockin.Regime;

/**
 * How many neighbours of a phase diagram have other modal regimes beyond noise: the regime that is modal in the one is more
 * frequent there than in the other, with a paired interval that excludes 0.
 *
 * @param first pairs of neighbours along the first axis
 * @param second along the second
 */
record PhaseBoundary(int first, int second) {
    static PhaseBoundary of(Bench bench, Axis one, Axis other) {
        int n = bench.size().cell();
        int wide = one.factors().size();
        int high = other.factors().size();
        Regime[][][] ends = new Regime[wide][high][];
        for (int x = 0; x < wide; x++) {
            for (int y = 0; y < high; y++) {
                var scaled = new ArrayList<>(one.at(x));
                scaled.addAll(other.at(y));
                ends[x][y] = bench.runs(Change.scaled(scaled), n).stream()
                        .map(Played::regime)
                        .toArray(Regime[]::new);
            }
        }
        int first = 0;
        int second = 0;
        List<String> rows = new ArrayList<>();
        for (int x = 0; x < wide; x++) {
            var row = new StringBuilder(
                    "phase diagram, conversion x" + one.factors().get(x) + ":");
            for (int y = 0; y < high; y++) {
                row.append(' ').append(modal(ends[x][y]));
                first += x + 1 < wide && differ(bench, ends[x][y], ends[x + 1][y], "x" + x + " " + y) ? 1 : 0;
                second += y + 1 < high && differ(bench, ends[x][y], ends[x][y + 1], "y" + x + " " + y) ? 1 : 0;
            }
            rows.add(row.toString());
        }
        rows.forEach(bench::note);
        return new PhaseBoundary(first, second);
    }

    private static boolean differ(Bench bench, Regime[] one, Regime[] other, String name) {
        Regime here = modal(one);
        if (here == modal(other)) {
            return false;
        }
        double[] gains = new double[one.length];
        for (int r = 0; r < gains.length; r++) {
            gains[r] = (one[r] == here ? 1 : 0) - (other[r] == here ? 1 : 0);
        }
        Estimate gain = bench.estimator().mean("boundary " + name, gains);
        return gain.above(0);
    }

    /** The most frequent regime; of equals the one that the rule asks for first. */
    static Regime modal(Regime[] ends) {
        int[] counts = new int[Regime.values().length];
        for (Regime end : ends) {
            counts[end.ordinal()]++;
        }
        int best = 0;
        for (int k = 1; k < counts.length; k++) {
            best = counts[k] > counts[best] ? k : best;
        }
        return Regime.values()[best];
    }
}
