package org.lode.sim.lockin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.sim.chance.Draws;
import org.lode.sim.chance.Purpose;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Max;
import org.lode.sim.config.Min;

/**
 * How much the early history tells about the end: mutual information, in bits, between the class of an aspect in an early round and
 * the first aspect's class in the last, over unforced paths. Corrected for its bias (Miller 1955, Note on the bias of information
 * estimates); the interval once more, as resampling adds the bias again. What unrelated histories would show is had by permuting
 * them. Shalizi and Crutchfield (2001), Computational mechanics, Journal of Statistical Physics 104, measure memory so;
 * sensitivity to early events is the first mark of path dependence (Mahoney 2000, Path dependence in historical sociology,
 * Theory and Society 29).
 *
 * @param rounds early rounds, from 1: after so many rounds
 * @param permutations at least 1
 */
public record EarlyHistory(
        @Doc("how many rounds the early history has") @Default("[1, 2, 4, 8, 12, 16, 20, 24]")
        List<Integer> rounds,

        @Doc("shuffles of the histories") @Min(1) @Max(1000000) @Default("999")
        int permutations)
        implements LockInMetric {
    private static final String METRIC = LockInMetrics.name(EarlyHistory.class);
    private static final Purpose PERMUTATION = Purpose.named("permutation");
    private static final double BIT = StrictMath.log(2);

    public EarlyHistory {
        rounds = List.copyOf(rounds);
        for (int round : rounds) {
            if (round < 1) {
                throw new IllegalArgumentException("rounds " + rounds + " must be at least 1");
            }
        }
    }

    @Override
    public List<Finding> measure(Laboratory laboratory) {
        PathProcess process = laboratory.process();
        List<Path> paths = laboratory.paths();
        int last = laboratory.rounds() - 1;
        int[] ends = paths.stream().mapToInt(path -> path.state(0, last)).toArray();
        List<Finding> findings = new ArrayList<>();
        for (int a = 0; a < process.aspects().size(); a++) {
            for (int round : rounds) {
                if (round <= last) {
                    int aspect = a;
                    int[] early = paths.stream()
                            .mapToInt(path -> path.state(aspect, round - 1))
                            .toArray();
                    String subject = process.aspects().get(a).name();
                    information(laboratory.estimator(), subject, round, early, ends, findings);
                }
            }
        }
        return findings;
    }

    private void information(
            Estimator estimator, String subject, int round, int[] early, int[] ends, List<Finding> findings) {
        int n = early.length;
        int rows = 1 + Arrays.stream(early).max().orElseThrow();
        int columns = 1 + Arrays.stream(ends).max().orElseThrow();
        int[][] counts = new int[rows][columns];
        Estimate raw = estimator.of("early " + subject + round, n, histories -> {
            for (int[] row : counts) {
                Arrays.fill(row, 0);
            }
            for (int h : histories) {
                counts[early[h]][ends[h]]++;
            }
            return information(counts, histories.length);
        });
        for (int[] row : counts) {
            Arrays.fill(row, 0);
        }
        for (int h = 0; h < n; h++) {
            counts[early[h]][ends[h]]++;
        }
        double bias = bias(counts, n);
        var estimate = new Estimate(
                Math.max(0, raw.value() - bias),
                Math.max(0, raw.low() - 2 * bias),
                Math.max(0, raw.high() - 2 * bias),
                n,
                raw.method());
        findings.add(new Finding(METRIC, "information", subject, round, estimate, "bit"));

        int[] shuffled = ends.clone();
        var random = estimator.random(PERMUTATION, subject + round);
        double[] chance = new double[permutations];
        int atLeast = 0;
        for (int p = 0; p < permutations; p++) {
            for (int i = n - 1; i > 0; i--) {
                int j = Draws.index(random, i + 1);
                int end = shuffled[i];
                shuffled[i] = shuffled[j];
                shuffled[j] = end;
            }
            for (int[] row : counts) {
                Arrays.fill(row, 0);
            }
            for (int h = 0; h < n; h++) {
                counts[early[h]][shuffled[h]]++;
            }
            chance[p] = information(counts, n);
            atLeast += chance[p] >= raw.value() - 1e-12 ? 1 : 0; // sums in another order differ in the last digit
        }
        Arrays.sort(chance);
        double middle = Math.max(0, chance[permutations / 2] - bias);
        double high = Math.max(0, chance[(int) (0.95 * (permutations - 1))] - bias);
        findings.add(
                new Finding(METRIC, "chance", subject, round, new Estimate(middle, 0, high, n, "permutation"), "bit"));
        Estimate p = estimator.share(atLeast, permutations);
        findings.add(new Finding(
                METRIC,
                "p",
                subject,
                round,
                new Estimate((atLeast + 1.0) / (permutations + 1.0), p.low(), p.high(), permutations, "exact"),
                "share"));
    }

    /** Plug-in mutual information of a table, bits. */
    static double information(int[][] counts, int n) {
        double sum = 0;
        int[] columns = new int[counts[0].length];
        for (int[] row : counts) {
            for (int c = 0; c < row.length; c++) {
                columns[c] += row[c];
            }
        }
        for (int[] row : counts) {
            int total = Arrays.stream(row).sum();
            for (int c = 0; c < row.length; c++) {
                if (row[c] > 0) {
                    sum += row[c] * StrictMath.log((double) row[c] * n / ((double) total * columns[c]));
                }
            }
        }
        return sum / n / BIT;
    }

    private static double bias(int[][] counts, int n) {
        int rows = 0;
        for (int[] row : counts) {
            rows += Arrays.stream(row).sum() > 0 ? 1 : 0;
        }
        int columns = 0;
        for (int c = 0; c < counts[0].length; c++) {
            int sum = 0;
            for (int[] row : counts) {
                sum += row[c];
            }
            columns += sum > 0 ? 1 : 0;
        }
        return Math.max(0, rows - 1) * Math.max(0, columns - 1) / (2.0 * n * BIT);
    }
}
