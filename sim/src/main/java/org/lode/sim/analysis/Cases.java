package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What scenario discovery looks at: points of a sweep, and the share of each point's replications in which the outcome comes to
 * pass. Factors with words are codes into their sorted words.
 */
public final class Cases {
    private final String outcome;
    private final List<String> factors;
    private final List<List<String>> words;
    private final double[][] values;
    private final double[] shares;

    /**
     * @param words of each factor, sorted; none for one with numbers
     * @param values by case, then factor; kept, not copied
     * @param shares 0 to 1, by case
     */
    Cases(String outcome, List<String> factors, List<List<String>> words, double[][] values, double[] shares) {
        this.outcome = outcome;
        this.factors = List.copyOf(factors);
        this.words = List.copyOf(words);
        this.values = values;
        this.shares = shares;
    }

    /**
     * The points at which the outcome is known.
     *
     * @throws IllegalArgumentException if the outcome is no yes or no, always or never comes to pass, or the design leaves cells
     *     empty
     */
    public static Cases of(SweepTable table, Response outcome) {
        List<List<String>> words = new ArrayList<>();
        for (int f = 0; f < table.factors().size(); f++) {
            var found = new TreeSet<String>();
            for (int p = 0; p < table.points(); p++) {
                if (table.cell(p, f).isEmpty()) {
                    throw new IllegalArgumentException(
                            table.design() + ": factor " + table.factors().get(f)
                                    + " has an empty cell; discovery needs a sample (latinHypercube, sobol, random) or a grid");
                }
                if (!table.numeric(f)) {
                    found.add(table.cell(p, f));
                }
            }
            words.add(List.copyOf(found));
        }
        int[] known = java.util.stream.IntStream.range(0, table.points())
                .filter(p -> outcome.count(p) > 0)
                .toArray();
        double[][] values = new double[known.length][table.factors().size()];
        double[] shares = new double[known.length];
        double total = 0;
        for (int i = 0; i < known.length; i++) {
            for (int f = 0; f < words.size(); f++) {
                String cell = table.cell(known[i], f);
                values[i][f] =
                        table.numeric(f) ? Measure.number(cell) : words.get(f).indexOf(cell);
            }
            shares[i] = outcome.mean(known[i]);
            if (!(shares[i] >= 0 && shares[i] <= 1)) {
                throw new IllegalArgumentException("outcome (" + outcome.name()
                        + ") must be something that holds or not, such as regime=dual-track or chainCostMean>1.1");
            }
            total += shares[i];
        }
        if (total == 0 || total == known.length) {
            throw new IllegalArgumentException("outcome (" + outcome.name()
                    + ") must hold in some runs and not in others; it holds in " + (total == 0 ? "none" : "all"));
        }
        return new Cases(outcome.name(), table.factors(), words, values, shares);
    }

    public String outcome() {
        return outcome;
    }

    public List<String> factors() {
        return factors;
    }

    public int count() {
        return shares.length;
    }

    double value(int index, int factor) {
        return values[index][factor];
    }

    double[] row(int index) {
        return values[index];
    }

    double share(int index) {
        return shares[index];
    }

    /** How many words a factor has; 0 for one with numbers. */
    int words(int factor) {
        return words.get(factor).size();
    }

    String word(int factor, int code) {
        return words.get(factor).get(code);
    }

    /** Sum of the shares: how much of the outcome there is. */
    double total() {
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        return total;
    }

    /** Least and largest value of a factor. */
    double[] span(int factor) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double[] row : values) {
            least = Math.min(least, row[factor]);
            most = Math.max(most, row[factor]);
        }
        return new double[] {least, most};
    }
}
