package org.lode.sim.replication;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.lode.games.dynamics.PopulationLearning;
import org.lode.games.dynamics.StochasticStability;
import org.lode.sim.config.Above;
import org.lode.sim.config.Doc;

/**
 * Best replies with rare mistakes in a coordination game (Kandori, Mailath and Rob 1993): the fewest mistakes from each convention
 * to the other, and which is stochastically stable.
 *
 * @param first payoff of two who both play A
 * @param second payoff of two who both play B
 * @param populations numbers of players, each at least 2
 */
public record Mistakes(
        @Doc("payoff of two who both play A") @Above(0) double first,
        @Doc("payoff of two who both play B") @Above(0) double second,
        @Doc("numbers of players") List<Integer> populations)
        implements Replication {
    public Mistakes {
        populations = List.copyOf(populations);
    }

    @Override
    public Map<String, DoubleSupplier> figures(Path folder) {
        var figures = new Figures();
        for (int n : populations) {
            Supplier<Conventions> found = Figures.once(() -> Conventions.of(first, second, n));
            figures.add("to-A-" + n, () -> found.get().toA());
            figures.add("to-B-" + n, () -> found.get().toB());
            figures.add("stable-" + n, () -> found.get().stableInA());
        }
        return figures.all();
    }

    /**
     * What was found for one population.
     *
     * @param toA fewest mistakes from all on B to all on A
     * @param toB fewest mistakes the other way
     * @param stableInA share of players on A in the stochastically stable state; NaN if there are several
     */
    private record Conventions(double toA, double toB, double stableInA) {
        static Conventions of(double first, double second, int n) {
            var population = new PopulationLearning(new double[][] {{first, 0}, {0, second}}, n);
            StochasticStability analysis = StochasticStability.of(population);
            int allA = classOf(analysis, population.state(n, 0));
            int allB = classOf(analysis, population.state(0, n));
            int[] stable = analysis.stableStates();
            return new Conventions(
                    analysis.resistance(allB, allA),
                    analysis.resistance(allA, allB),
                    stable.length == 1 ? population.counts(stable[0])[0] / (double) n : Double.NaN);
        }

        private static int classOf(StochasticStability analysis, int state) {
            for (int k = 0; k < analysis.classes(); k++) {
                for (int each : analysis.states(k)) {
                    if (each == state) {
                        return k;
                    }
                }
            }
            throw new IllegalArgumentException("state " + state + " is left without mistakes: it is no convention");
        }
    }
}
