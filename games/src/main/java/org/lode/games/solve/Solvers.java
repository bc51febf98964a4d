package org.lode.games.solve;

import java.util.List;

/** The solvers that there are. */
public final class Solvers {
    /** One of each, in the order in which help lists them. */
    public static final List<Solver> ALL = List.of(
            new PureEnumeration(),
            new AllEquilibria(),
            new OneEquilibrium(),
            new SupportEnumeration(),
            new LemkeHowson(),
            new VertexEnumeration(),
            new CertifiedSupports());

    private Solvers() {}

    /**
     * Returns the solver of a name.
     *
     * @throws IllegalArgumentException if there is none, listing the names
     */
    public static Solver named(String name) {
        return ALL.stream()
                .filter(solver -> solver.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("solver (" + name + ") must be one of "
                        + String.join(", ", ALL.stream().map(Solver::name).toList())));
    }
}
