package org.lode.sim.lockin;

import java.util.ArrayList;
import java.util.List;

/** Turns the forks of a reversal test into its index and what goes with it. */
final class ReversalFindings {
    private static final String METRIC = LockInMetrics.name(ReversalTest.class);

    private final ReversalTest test;
    private final PathProcess process;
    private final List<Integer> reversals;
    private final List<ReversalSample> samples;
    private final Estimator estimator;
    private final List<Finding> findings = new ArrayList<>();

    ReversalFindings(
            ReversalTest test,
            PathProcess process,
            List<Integer> reversals,
            List<ReversalSample> samples,
            Estimator estimator) {
        this.test = test;
        this.process = process;
        this.reversals = reversals;
        this.samples = samples;
        this.estimator = estimator;
    }

    List<Finding> all() {
        for (int a = 0; a < process.aspects().size(); a++) {
            for (int r = 0; r < reversals.size(); r++) {
                index(a, r);
            }
        }
        for (int r = 0; r < reversals.size(); r++) {
            left(r);
        }
        if (!test.walk().isEmpty()) {
            for (int r = 0; r < reversals.size(); r++) {
                amplification(r, name(r));
            }
            amplification(-1, "all");
        }
        return findings;
    }

    private String name(int reversal) {
        return process.forcings().get(reversals.get(reversal)).name();
    }

    /** Agreement of one grid round, aspect and reversal: own shares per history, and shares of each in another's target. */
    private final class Agreement {
        final double[] own;
        final double[][] others;
        final double[][] shares;

        Agreement(int grid, int aspect, int reversal) {
            int n = samples.size();
            own = new double[n];
            others = new double[n][n];
            shares = new double[n][];
            for (int h = 0; h < n; h++) {
                int target = PathForcing.modal(samples.get(h).free[grid][aspect]);
                own[h] = (double) samples.get(h).forced[grid][reversal][aspect][target] / test.forks();
                for (int g = 0; g < n; g++) {
                    others[h][g] = (double) samples.get(g).free[grid][aspect][target] / test.forks();
                }
                int[] counts = samples.get(h).free[grid][aspect];
                shares[h] = new double[counts.length];
                for (int c = 0; c < counts.length; c++) {
                    shares[h][c] = (double) counts[c] / test.forks();
                }
            }
        }

        double p(int[] histories) {
            return Estimator.mean(own, histories);
        }

        /** Mean over pairs of different histories; copies that resampling makes are no other history. */
        double p0(int[] histories) {
            double sum = 0;
            int pairs = 0;
            for (int h : histories) {
                for (int g : histories) {
                    if (h != g) {
                        sum += others[h][g];
                        pairs++;
                    }
                }
            }
            return pairs > 0 ? sum / pairs : Double.NaN;
        }

        double squares(int[] histories) {
            double sum = 0;
            int pairs = 0;
            for (int h : histories) {
                for (int g : histories) {
                    if (h != g) {
                        for (int c = 0; c < shares[h].length; c++) {
                            sum += shares[h][c] * shares[g][c];
                        }
                        pairs++;
                    }
                }
            }
            return pairs > 0 ? sum / pairs : Double.NaN;
        }

        double l(int[] histories) {
            double chance = p0(histories);
            return chance < 1 ? (p(histories) - chance) / (1 - chance) : Double.NaN;
        }
    }

    private void index(int aspect, int reversal) {
        String subject = process.aspects().get(aspect).name() + " " + name(reversal);
        List<Agreement> agreements = new ArrayList<>();
        List<Boolean> contingent = new ArrayList<>();
        int n = samples.size();
        for (int g = 0; g < test.rounds().size(); g++) {
            int at = test.rounds().get(g);
            var agreement = new Agreement(g, aspect, reversal);
            agreements.add(agreement);
            Estimate p = estimator.shares("P " + subject + at, agreement.own);
            Estimate p0 = estimator.of("P0 " + subject + at, n, agreement::p0);
            boolean open = p0.value() <= ReversalTest.NOT_CONTINGENT;
            contingent.add(open);
            add("P", subject, at, p, "share");
            add("P0", subject, at, p0, "share");
            add("squares", subject, at, estimator.of("squares " + subject + at, n, agreement::squares), "share");
            add("L", subject, at, open ? index(subject + at, agreement, p, p0) : Estimate.none(n), "1");
        }
        Estimate first = estimator.of("t* " + subject, n, histories -> first(agreements, contingent, histories));
        add("tStar", subject, Double.NaN, first, "round");
    }

    private Estimate index(String name, Agreement agreement, Estimate p, Estimate p0) {
        if (p.method().equals("exact")) { // every history alike, so that resampling P would show no uncertainty
            double chance = p0.value();
            return new Estimate(
                    (p.value() - chance) / (1 - chance),
                    (p.low() - chance) / (1 - chance),
                    (p.high() - chance) / (1 - chance),
                    p.n(),
                    "exact");
        }
        return estimator.of("L " + name, samples.size(), agreement::l);
    }

    /** First round from which the index stays locked; infinite if it does not, as where nothing is contingent. */
    private double first(List<Agreement> agreements, List<Boolean> contingent, int[] histories) {
        double first = Double.POSITIVE_INFINITY;
        for (int g = agreements.size() - 1; g >= 0; g--) {
            double l = agreements.get(g).l(histories);
            if (!contingent.get(g) || !(l >= test.locked())) {
                return first;
            }
            first = test.rounds().get(g);
        }
        return first;
    }

    private void left(int reversal) {
        for (String series : test.left()) {
            int s = process.series(series);
            for (int g = 0; g < test.rounds().size(); g++) {
                double[] forced = new double[samples.size()];
                double[] free = new double[samples.size()];
                for (int h = 0; h < forced.length; h++) {
                    forced[h] = samples.get(h).same[g][1 + reversal][1][s];
                    free[h] = samples.get(h).same[g][0][1][s];
                }
                int at = test.rounds().get(g);
                String name = series + " " + name(reversal) + at;
                add("left." + series, name(reversal), at, estimator.ratio("left " + name, forced, free), "share");
            }
        }
    }

    /** What a shock to the walk has become at the judgement over what it was when forcing ended; above 1 it feeds on itself. */
    private void amplification(int reversal, String subject) {
        int s = process.series(test.walk());
        int grid = test.rounds().size();
        double[] early = new double[samples.size()];
        double[] late = new double[samples.size()];
        for (int h = 0; h < early.length; h++) {
            for (int r = 0; r < reversals.size(); r++) {
                for (int g = 0; g < grid && (reversal < 0 || reversal == r); g++) {
                    double[][][] same = samples.get(h).same[g];
                    early[h] += (same[1 + r][0][s] - same[0][0][s]) / grid;
                    late[h] += (same[1 + r][1][s] - same[0][1][s]) / grid;
                }
            }
        }
        add("shock", subject, Double.NaN, estimator.mean("shock " + subject, early), "1");
        add("aftermath", subject, Double.NaN, estimator.mean("aftermath " + subject, late), "1");
        add("amplification", subject, Double.NaN, estimator.ratio("amplification " + subject, late, early), "1");
    }

    private void add(String measure, String subject, double at, Estimate estimate, String unit) {
        findings.add(new Finding(METRIC, measure, subject, at, estimate, unit));
    }
}
