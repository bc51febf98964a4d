package org.lode.sim.run;

import sim.engine.SimState;

/**
 * MASON's schedule with one steppable per phase, in the order given. Several steppables of one ordering would be shuffled with
 * MASON's own generator; ours all differ, so it is seeded but never drawn from.
 */
final class Clock extends SimState {
    private static final long serialVersionUID = 1;

    private final transient Runnable[] phases;

    Clock(Runnable... phases) {
        super(0L);
        this.phases = phases.clone();
    }

    /** Back to before the first round, with a seed of 64 bits. */
    void restart(long seed) {
        random.setSeed(new int[] {(int) seed, (int) (seed >>> 32)});
        schedule.reset();
        for (int order = 0; order < phases.length; order++) {
            Runnable phase = phases[order];
            schedule.scheduleRepeating(0.0, order, state -> phase.run());
        }
    }

    /** Runs all phases, once each. */
    void tick() {
        schedule.step(this);
    }
}
