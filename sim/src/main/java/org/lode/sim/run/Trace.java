package org.lode.sim.run;

/**
 * Watches a run. It sees the simulation itself, which it must not change, at the moments named here; what it draws or keeps
 * has no effect on the run.
 */
public interface Trace {
    /** Watches nothing. */
    Trace NONE = new Trace() {};

    /** The world stands at the start of round 0; nothing has struck yet. */
    default void started(Simulation run) {}

    /** A round has begun: chance and dated events have struck, nobody has chosen. */
    default void entered(Simulation run) {}

    /** All have chosen; {@link Simulation#profile} holds the choices, and the world has not moved. */
    default void chose(Simulation run) {}

    /** The round was played; {@link Simulation#outcome} holds what it brought. */
    default void played(Simulation run) {}

    /** The last round was played. */
    default void ended(Simulation run) {}
}
