package org.lode.sim.experiment;

import java.util.ArrayList;
import java.util.List;
import org.lode.sim.chance.Streams;
import org.lode.sim.results.Headlines;
import org.lode.sim.run.Placebo;
import org.lode.sim.run.Simulation;
import org.lode.sim.world.Scenario;

/**
 * The headlines of one replication and of its placebos, which share all its chance.
 *
 * @param world of the replication itself, in the order of {@link Headlines#of}; not to be changed
 * @param placebos the same of each {@link Placebo}, in their order; of length 0 where its run threw
 */
public record Beside(double[] world, List<double[]> placebos) {
    public Beside {
        placebos = List.copyOf(placebos);
    }

    /** Takes what replications bring, in their order. */
    public interface Sink {
        void add(Beside beside);
    }

    /** Runs the placebos of one scenario, again and again. Belongs to one thread. */
    static final class Runs {
        private final List<Scenario> scenarios = new ArrayList<>();
        private final List<Simulation> simulations = new ArrayList<>();
        private final Headlines headlines;

        Runs(Scenario scenario) {
            headlines = new Headlines(scenario);
            for (Placebo placebo : Placebo.values()) {
                scenarios.add(placebo.of(scenario));
                simulations.add(new Simulation(placebo.of(scenario)));
            }
        }

        /** Watches the world itself. */
        Headlines headlines() {
            return headlines;
        }

        /** The placebos beside the run that the headlines have just watched. */
        Beside run(Streams streams) {
            double[] world = headlines.values();
            List<double[]> placebos = new ArrayList<>();
            for (int p = 0; p < simulations.size(); p++) {
                try {
                    simulations.get(p).run(streams, headlines);
                    placebos.add(headlines.values());
                } catch (RuntimeException | StackOverflowError | AssertionError e) { // the replication itself stands
                    simulations.set(p, new Simulation(scenarios.get(p)));
                    placebos.add(new double[0]);
                }
            }
            return new Beside(world, placebos);
        }
    }
}
