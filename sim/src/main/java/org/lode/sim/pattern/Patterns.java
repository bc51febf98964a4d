package org.lode.sim.pattern;

import java.util.List;

/** The list of what measures patterns. */
public final class Patterns {
    public static final List<Class<? extends Pattern>> ALL = List.of(
            Placebos.class,
            Choice.class,
            Interdependence.class,
            SeveralEquilibria.class,
            Wires.class,
            Trend.class,
            Policy.class,
            Dumping.class,
            Prices.class,
            LockIn.class);

    private Patterns() {}
}
