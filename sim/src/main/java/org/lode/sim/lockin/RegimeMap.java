package org.lode.sim.lockin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The classes of the first aspect as a Markov chain, estimated from unforced paths: chance of each transition from round to round,
 * mean sojourn (rounds spent over exits seen, so that a stay which the end of a path cuts off counts), and where the chain ends up:
 * for each class that is entered, the chance of being caught in each closed set of classes (Kemeny and Snell 1960, Finite Markov
 * Chains). Intervals resample whole paths. The chain is a summary: regimes of a model with memory need not be Markov.
 */
public final class RegimeMap {
    private static final String METRIC = "regimeMap";
    /** Squarings of the transition matrix: 2^40 rounds, after which only closed sets hold weight. */
    private static final int SQUARINGS = 40;

    private RegimeMap() {}

    /** Findings {@code share} (per round), {@code transition}, {@code sojourn} and {@code absorption}. */
    public static List<Finding> measure(Laboratory laboratory) {
        List<String> classes = laboratory.process().aspects().get(0).classes();
        List<Path> paths = laboratory.paths();
        int k = classes.size();
        int n = paths.size();
        int[][][] counts = new int[n][k][k];
        for (int h = 0; h < n; h++) {
            for (int t = 1; t < laboratory.rounds(); t++) {
                counts[h][paths.get(h).state(0, t - 1)][paths.get(h).state(0, t)]++;
            }
        }
        Estimator estimator = laboratory.estimator();
        List<Finding> findings = new ArrayList<>();
        for (int t = 0; t < laboratory.rounds(); t++) {
            for (int c = 0; c < k; c++) {
                int in = 0;
                for (Path path : paths) {
                    in += path.state(0, t) == c ? 1 : 0;
                }
                findings.add(new Finding(METRIC, "share", classes.get(c), t, estimator.share(in, n), "share"));
            }
        }
        for (int i = 0; i < k; i++) {
            int from = i;
            Estimate sojourn = estimator.of("sojourn " + i, n, some -> sojourn(counts, some, from));
            if (!sojourn.defined()) {
                continue;
            }
            for (int j = 0; j < k; j++) {
                int to = j;
                String arrow = classes.get(i) + " > " + classes.get(j);
                Estimate chance = estimator.of("transition " + i + " " + j, n, some -> matrix(counts, some)[from][to]);
                Estimate caught =
                        estimator.of("absorption " + i + " " + j, n, some -> absorption(counts, some)[from][to]);
                findings.add(new Finding(METRIC, "transition", arrow, Double.NaN, chance, "share"));
                if (caught.defined()) {
                    findings.add(new Finding(METRIC, "absorption", arrow, Double.NaN, caught, "share"));
                }
            }
            findings.add(new Finding(METRIC, "sojourn", classes.get(i), Double.NaN, sojourn, "rounds"));
        }
        return findings;
    }

    private static double sojourn(int[][][] counts, int[] some, int from) {
        long stayed = 0;
        long left = 0;
        for (int h : some) {
            for (int to = 0; to < counts[h][from].length; to++) {
                stayed += counts[h][from][to];
                left += to == from ? 0 : counts[h][from][to];
            }
        }
        return stayed == 0 ? Double.NaN : (double) stayed / left;
    }

    /** Rows that were never left nor entered are NaN. */
    private static double[][] matrix(int[][][] counts, int[] some) {
        int k = counts[0].length;
        double[][] matrix = new double[k][k];
        for (int h : some) {
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    matrix[i][j] += counts[h][i][j];
                }
            }
        }
        for (double[] row : matrix) {
            double total = Arrays.stream(row).sum();
            for (int j = 0; j < k; j++) {
                row[j] = row[j] / total;
            }
        }
        return matrix;
    }

    /**
     * Chance of being caught, from each class, in the closed set to which each class belongs; 0 for classes in none.
     */
    private static double[][] absorption(int[][][] counts, int[] some) {
        double[][] step = matrix(counts, some);
        int k = step.length;
        boolean[][] reaches = new boolean[k][k];
        for (int i = 0; i < k; i++) {
            boolean seen = !Double.isNaN(step[i][0]);
            for (int j = 0; j < k; j++) {
                // A class in which a path ended and which it never left keeps what it has.
                step[i][j] = seen ? step[i][j] : i == j ? 1 : 0;
                reaches[i][j] = step[i][j] > 0 || i == j;
            }
        }
        for (int via = 0; via < k; via++) {
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    reaches[i][j] |= reaches[i][via] && reaches[via][j];
                }
            }
        }
        for (int s = 0; s < SQUARINGS; s++) {
            step = square(step);
        }
        double[][] caught = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                boolean closed = true;
                for (int l = 0; l < k; l++) {
                    closed &= !reaches[j][l] || reaches[l][j];
                }
                for (int l = 0; l < k && closed; l++) {
                    caught[i][j] += reaches[j][l] ? step[i][l] : 0;
                }
            }
        }
        return caught;
    }

    private static double[][] square(double[][] step) {
        int k = step.length;
        double[][] squared = new double[k][k];
        for (int i = 0; i < k; i++) {
            double total = 0;
            for (int j = 0; j < k; j++) {
                for (int l = 0; l < k; l++) {
                    squared[i][j] += step[i][l] * step[l][j];
                }
                total += squared[i][j];
            }
            for (int j = 0; j < k; j++) {
                squared[i][j] /= total; // rounding must not add up over the squarings
            }
        }
        return squared;
    }
}
