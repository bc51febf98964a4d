package org.lode.games.solve;

import java.util.List;

/** What a solver found. The variants are closed: a search ends in exactly one of these ways. */
public sealed interface Solution {
    /** Returns the equilibria, in the solver's order, without repetition. */
    List<Equilibrium> equilibria();

    /**
     * Returns the sets in which equilibria lie that are not isolated, each as positions in {@link #equilibria}: for two
     * players a maximal Nash subset, the convex hull of its extreme points; else a continuum with its witness.
     */
    List<List<Integer>> components();

    /** Returns how the equilibria were found. */
    String method();

    /** Returns whether the list has been proved to hold every equilibrium that the solver looks for. */
    boolean isComplete();

    /** Returns why the list may lack equilibria; empty if it is complete. */
    String reason();

    /** Every equilibrium of the kind searched for is here. */
    record Complete(List<Equilibrium> equilibria, List<List<Integer>> components, String method) implements Solution {
        public Complete {
            equilibria = List.copyOf(equilibria);
            components = components.stream().map(List::copyOf).toList();
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
    record Partial(List<Equilibrium> equilibria, List<List<Integer>> components, String method, String reason)
            implements Solution {
        public Partial {
            equilibria = List.copyOf(equilibria);
            components = components.stream().map(List::copyOf).toList();
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
