package org.lode.sim.lockin;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.lode.sim.chance.Draws;
import org.lode.sim.chance.Streams;
import org.lode.sim.run.Simulation;
import org.lode.sim.world.Outcome;
import org.lode.sim.world.Scenario;

/**
 * A simulation on its way, with the regimes it went through: it can be played round by round, forced, forked, and moved into a
 * scenario whose values differ. It may run past the scenario's last round. Belongs to one thread.
 */
public final class ModelRun implements PathProcess.Run {
    private final ModelProcess process;
    private Simulation simulation;
    private final RegimePath regimes;
    private final int[] held;
    private final int[] states;
    private final double[] values;
    private final boolean[] watched;

    private ModelRun(ModelProcess process, Simulation simulation) {
        this.process = process;
        this.simulation = simulation;
        regimes = new RegimePath(process.rule());
        held = new int[process.scenario().choosers()];
        Arrays.fill(held, Simulation.FREE);
        states = new int[process.aspects().size()];
        values = new double[process.series().size()];
        watched = new boolean[process.scenario().mineralCount()];
    }

    /** A run of a process's scenario that stands before round 0. */
    public static ModelRun start(ModelProcess process, Streams chance) {
        var simulation = new Simulation(process.scenario());
        simulation.start(chance);
        var run = new ModelRun(process, simulation);
        for (int m = 0; m < run.watched.length; m++) {
            run.watched[m] = process.scenario().mineral(m).dominant().isPresent()
                    && 1 - simulation.world().base().homeRefined(m) < ModelProcess.WAY_OUT;
        }
        return run;
    }

    /** A run that stands where this one stands and goes on with chance of its own; this one is not touched. */
    public ModelRun fork(Streams chance) {
        var another = new Simulation(simulation.scenario());
        another.follow(simulation, chance);
        var fork = new ModelRun(process, another);
        fork.regimes.copyFrom(regimes);
        System.arraycopy(held, 0, fork.held, 0, held.length);
        System.arraycopy(states, 0, fork.states, 0, states.length);
        System.arraycopy(values, 0, fork.values, 0, values.length);
        System.arraycopy(watched, 0, fork.watched, 0, watched.length);
        return fork;
    }

    @Override
    public ModelRun fork(long branch) {
        return fork(branch == 0 ? simulation.streams() : simulation.streams().branch(branch));
    }

    /**
     * Goes on in a scenario that differs in values alone, with the same state and chance.
     *
     * @throws IllegalArgumentException if its menus are others
     */
    public void enter(Scenario changed) {
        if (changed != simulation.scenario()) {
            var another = new Simulation(changed);
            another.follow(simulation, simulation.streams());
            simulation = another;
        }
    }

    /**
     * Plays a round.
     *
     * @param imposed strategy by actor, {@link Simulation#FREE} or left out where the actor chooses
     */
    public void play(int... imposed) {
        int[] all = held.clone();
        for (int i = 0; i < imposed.length; i++) {
            all[i] = imposed[i] == Simulation.FREE ? all[i] : imposed[i];
        }
        simulation.play(all);
        Outcome outcome = simulation.outcome();
        Regime regime = regimes.add(process.rule().classify(simulation.scenario(), outcome));
        process.classify(simulation, regime, states);
        process.measure(simulation, watched, values);
    }

    /** What the round last played brought; overwritten by the next. */
    public Outcome outcome() {
        return simulation.outcome();
    }

    /** The regimes so far. */
    public RegimePath regimes() {
        return regimes;
    }

    /** The simulation, to look at. */
    public Simulation simulation() {
        return simulation;
    }

    @Override
    public int round() {
        return simulation.round();
    }

    @Override
    public void advance() {
        play();
    }

    @Override
    public void force(int forcing) {
        play(process.imposed(forcing));
    }

    @Override
    public void err(int size, RandomGenerator random) {
        int[] imposed = new int[held.length];
        Arrays.fill(imposed, Simulation.FREE);
        for (int i : BasinShare.drawn(size, held.length, random)) {
            imposed[i] = any(i, simulation.previous(i), random);
        }
        play(imposed);
    }

    @Override
    public void scatter(RandomGenerator random) {
        int[] imposed = new int[held.length];
        for (int i = 0; i < imposed.length; i++) {
            imposed[i] = any(i, Simulation.FREE, random);
        }
        play(imposed);
    }

    /** A strategy that is open to an actor, but for one; its free choice where there is no other. */
    private int any(int actor, int but, RandomGenerator random) {
        int strategies = process.scenario().actors().get(actor).menu().size();
        double[] open = new double[strategies];
        int count = 0;
        for (int s = 0; s < strategies; s++) {
            open[s] = s != but && simulation.open(actor, s) ? 1 : 0;
            count += open[s] > 0 ? 1 : 0;
        }
        return count == 0 ? Simulation.FREE : Draws.weighted(random, open);
    }

    @Override
    public void set(int ramp, double level) {
        System.arraycopy(process.held(ramp), 0, held, 0, held.length);
        enter(process.at(ramp, level));
    }

    @Override
    public int state(int aspect) {
        return states[aspect];
    }

    @Override
    public double value(int series) {
        return values[series];
    }
}
