package org.lode.sim.lockin;

import java.util.ArrayList;
import java.util.List;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;

/**
 * How much hangs on one supplier, per round: the Herfindahl-Hirschman index of refining over hosts (Hirschman 1964, The paternity of
 * an index, American Economic Review 54), the share of the largest (CR1), the share of demand that is covered without it (N-1, as
 * for gas supply in Regulation (EU) 2017/1938), and by how much the dominant supplier's share of what others use exceeds the 65 %
 * that the European act allows one third country (Regulation (EU) 2024/1252, article 5).
 *
 * @param hhi series, 0..1
 * @param largest series, share
 * @param cover series, share
 * @param gap series, share
 */
public record Concentration(
        @Doc("series of the Herfindahl-Hirschman index") @Default("hhi")
        String hhi,

        @Doc("series of the largest share") @Default("largest")
        String largest,

        @Doc("series of the N-1 cover") @Default("cover") String cover,
        @Doc("series of the gap to 65 %") @Default("gap") String gap)
        implements LockInMetric {
    private static final String METRIC = LockInMetrics.name(Concentration.class);

    @Override
    public List<Finding> measure(Laboratory laboratory) {
        PathProcess process = laboratory.process();
        List<Path> paths = laboratory.paths();
        String[] names = {"hhi", "cr1", "nMinusOne", "gap"};
        int[] series = {process.series(hhi), process.series(largest), process.series(cover), process.series(gap)};
        List<Finding> findings = new ArrayList<>();
        for (int s = 0; s < series.length; s++) {
            for (int t = 0; t < laboratory.rounds(); t++) {
                double[] sample = new double[paths.size()];
                for (int h = 0; h < sample.length; h++) {
                    sample[h] = paths.get(h).value(series[s], t);
                }
                Estimate mean = laboratory.estimator().mean(names[s] + t, sample);
                findings.add(new Finding(METRIC, names[s], "refining", t, mean, "share"));
            }
        }
        return findings;
    }
}
