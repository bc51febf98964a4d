package org.lode.games.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a solver found. The variants are closed: a search ends in exactly one of these ways. */
public sealed interface Solution {
    /** Returns the equilibria, in the solver's order, without repetition. */
    List<Equilibrium> equilibria();

    /**
     * Returns convex sets of equilibria that are not isolated, each by its extreme points, as positions in {@link #equilibria}:
     * for two players the maximal Nash subsets; for more, sets in which one player's mixture varies, a segment by its two ends.
     */
    List<List<Integer>> subsets();

    /** Returns the connected sets that the subsets make up: those with an extreme point in common hang together; ascending. */
    default List<List<Integer>> components() {
        int[] group = IntStream.range(0, equilibria().size()).toArray();
        for (List<Integer> subset : subsets()) {
            int to = subset.stream().mapToInt(i -> group[i]).min().orElseThrow();
            Set<Integer> from = subset.stream().map(i -> group[i]).collect(Collectors.toSet());
            for (int i = 0; i < group.length; i++) {
                group[i] = from.contains(group[i]) ? to : group[i];
            }
        }
        Map<Integer, List<Integer>> components = new TreeMap<>();
        subsets().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .forEach(i -> components
                        .computeIfAbsent(group[i], first -> new ArrayList<>())
                        .add(i));
        return List.copyOf(components.values());
    }

    /** Returns how the equilibria were found. */
    String method();

    /** Returns whether the list has been proved to hold every equilibrium that the solver looks for. */
    boolean isComplete();

    /** Returns why the list may lack equilibria; empty if it is complete. */
    String reason();

    /** Every equilibrium of the kind searched for is here. */
    record Complete(List<Equilibrium> equilibria, List<List<Integer>> subsets, String method) implements Solution {
        public Complete {
            equilibria = List.copyOf(equilibria);
            subsets = subsets.stream().map(List::copyOf).toList();
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public String reason() {
            return "";
        }
    }

    /**
     * What is here is checked, but there may be more.
     *
     * @param reason why, in one line
     */
    record Partial(List<Equilibrium> equilibria, List<List<Integer>> subsets, String method, String reason)
            implements Solution {
        public Partial {
            equilibria = List.copyOf(equilibria);
            subsets = subsets.stream().map(List::copyOf).toList();
            if (reason.isBlank()) {
                throw new IllegalArgumentException("reason () must say why the list may be incomplete");
            }
        }

        @Override
        public boolean isComplete() {
            return false;
        }
    }
}
