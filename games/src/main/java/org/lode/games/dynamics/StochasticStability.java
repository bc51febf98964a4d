package org.lode.games.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a learning process with rare mistakes spends its time (Foster and Young 1990; Young 1993; Kandori, Mailath and
 * Rob 1993): find the sets of states it does not leave without mistakes, the fewest mistakes from each to each other,
 * and for each the tree into it of least total cost (Freidlin and Wentzell 1984). The sets of least tree cost are
 * stochastically stable.
 *
 * <p>Cost: one shortest-path search per recurrent class over all states, and a tree of O(k^3) per class for k classes.
 */
public final class StochasticStability {
    /** Sums of costs that differ by less are ties; costs are counts or payoffs, not tiny numbers. */
    private static final double TIE = 1e-9;

    private final List<int[]> classes;
    private final double[][] resistance;
    private final int[][] trees;
    private final double[] potential;

    private StochasticStability(List<int[]> classes, double[][] resistance) {
        this.classes = classes;
        this.resistance = resistance;
        this.trees = IntStream.range(0, classes.size())
                .parallel()
                .mapToObj(root -> MinimumTree.into(root, resistance))
                .toArray(int[][]::new);
        this.potential = new double[classes.size()];
        for (int root = 0; root < potential.length; root++) {
            for (int from = 0; from < potential.length; from++) {
                potential[root] += from == root ? 0 : resistance[from][trees[root][from]];
            }
        }
    }

    /** Analyses a process. */
    public static StochasticStability of(MistakeProcess process) {
        ProcessGraph graph = ProcessGraph.of(process);
        List<int[]> classes = graph.recurrentClasses();
        double[][] resistance = IntStream.range(0, classes.size())
                .parallel()
                .mapToObj(k -> graph.costs(classes.get(k), classes))
                .toArray(double[][]::new);
        return new StochasticStability(classes, resistance);
    }

    /**
     * Analyses conventions whose resistances are known.
     *
     * @param resistance square; least number of mistakes from row to column, diagonal unused
     */
    public static StochasticStability ofResistances(double[][] resistance) {
        List<int[]> classes = new ArrayList<>();
        for (int k = 0; k < resistance.length; k++) {
            classes.add(new int[] {k});
        }
        return new StochasticStability(classes, SymmetricGame.copy(resistance));
    }

    /** Returns the number of recurrent classes of the process without mistakes. */
    public int classes() {
        return classes.size();
    }

    /** Returns the states of a recurrent class, ascending. */
    public int[] states(int recurrentClass) {
        return classes.get(recurrentClass).clone();
    }

    /** Returns the least cost of the mistakes that lead from one class to another, over any path. */
    public double resistance(int from, int to) {
        return from == to ? 0 : resistance[from][to];
    }

    /** Returns the cost of the cheapest tree into a class: its stochastic potential. */
    public double potential(int recurrentClass) {
        return potential[recurrentClass];
    }

    /** Returns where the cheapest tree into {@code root} leads from each class; {@code root} itself leads to -1. */
    public int[] tree(int root) {
        return trees[root].clone();
    }

    /** Returns the stochastically stable classes: those of least potential, ascending. */
    public List<Integer> stableClasses() {
        double least = Arrays.stream(potential).min().orElseThrow();
        return IntStream.range(0, potential.length)
                .filter(k -> potential[k] <= least + TIE * Math.max(1, least))
                .boxed()
                .toList();
    }

    /** Returns the stochastically stable states, ascending. */
    public int[] stableStates() {
        return stableClasses().stream()
                .flatMapToInt(k -> Arrays.stream(classes.get(k)))
                .sorted()
                .toArray();
    }
}
