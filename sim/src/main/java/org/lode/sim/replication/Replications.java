package org.lode.sim.replication;

import java.util.List;

/** All replications, one line each. */
public final class Replications {
    public static final List<Class<? extends Replication>> ALL = List.of(
            Agreements.class,
            Adopters.class,
            EntryBand.class,
            Oligopolies.class,
            TariffClubs.class,
            Mistakes.class,
            Floors.class);

    private Replications() {}
}
