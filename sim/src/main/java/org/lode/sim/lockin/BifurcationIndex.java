package org.lode.sim.lockin;

import java.util.ArrayList;
import java.util.List;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;

/**
 * How far trade has split into two blocs, per round, from three sides: modularity of the trade between them (directed: Leicht and
 * Newman 2008, Community structure in directed networks, Physical Review Letters 100; at most a half for two blocs), the wedge
 * between their prices, and the share of trade that still crosses. The index is the mean of 2 x modularity, 1 - 1 / wedge and 1 -
 * cross-bloc share, each 0 where nothing is split and 1 where all is. Trade between blocs as the mark of a split: Gopinath,
 * Gourinchas, Presbitero and Topalova (2025), Changing global linkages: a new Cold War?, Journal of International Economics 153.
 *
 * @param modularity series, at most 0.5
 * @param wedge series, price outside over price inside
 * @param crossing series, share of trade between blocs
 */
public record BifurcationIndex(
        @Doc("series of the modularity") @Default("modularity")
        String modularity,

        @Doc("series of the wedge") @Default("wedge") String wedge,

        @Doc("series of the cross-bloc share") @Default("crossBloc")
        String crossing)
        implements LockInMetric {
    private static final String METRIC = LockInMetrics.name(BifurcationIndex.class);

    @Override
    public List<Finding> measure(Laboratory laboratory) {
        PathProcess process = laboratory.process();
        List<Path> paths = laboratory.paths();
        Estimator estimator = laboratory.estimator();
        int[] series = {process.series(modularity), process.series(wedge), process.series(crossing)};
        String[] names = {"modularity", "wedge", "crossBloc"};
        List<Finding> findings = new ArrayList<>();
        for (int t = 0; t < laboratory.rounds(); t++) {
            double[] index = new double[paths.size()];
            for (int h = 0; h < index.length; h++) {
                Path path = paths.get(h);
                index[h] = index(path.value(series[0], t), path.value(series[1], t), path.value(series[2], t));
            }
            findings.add(new Finding(METRIC, "index", "trade", t, estimator.mean("bifurcation" + t, index), "1"));
            for (int s = 0; s < series.length; s++) {
                double[] sample = new double[paths.size()];
                for (int h = 0; h < sample.length; h++) {
                    sample[h] = paths.get(h).value(series[s], t);
                }
                findings.add(new Finding(METRIC, names[s], "trade", t, estimator.mean(names[s] + t, sample), "1"));
            }
        }
        return findings;
    }

    static double index(double modularity, double wedge, double crossing) {
        return (2 * modularity + Math.max(0, 1 - 1 / wedge) + (1 - crossing)) / 3;
    }
}
