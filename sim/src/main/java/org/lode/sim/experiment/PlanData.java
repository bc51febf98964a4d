package org.lode.sim.experiment;

import java.util.List;
import java.util.Optional;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Kind;
import org.lode.sim.config.Min;
import org.lode.sim.config.Node;
import org.lode.sim.results.Recording;

/**
 * A sweep's file, as written.
 *
 * @param scenario a file, relative to the plan's; or the scenario itself
 * @param set {@code KEY=VALUE} changes of the scenario, before any factor
 * @param factors a list of factors, or the word {@code ranged}
 * @param list table of points, for the design of that name
 * @param samples points of a random design, a Latin hypercube or a Sobol sequence; base points of Saltelli's; trajectories of
 *     Morris's
 */
@Kind("sweep")
record PlanData(
        String name,
        @Doc("scenario's file, relative to the plan") Node scenario,
        @Default("[]") List<String> set,

        @Doc("what is varied, or 'ranged': every parameter that has a range")
        Node factors,

        @Default("grid") Designs design,
        Optional<String> list,
        @Default("0") @Min(0) int samples,

        @Doc("of each point; left out with precision") @Default("0") @Min(0) int replications,

        @Doc("replications until means are known so well") Optional<Precision> precision,
        Optional<Long> seed,

        @Doc("whether all points share their chance") @Default("true")
        boolean commonRandomNumbers,

        @Default("runs") Recording record) {
    PlanData {
        set = List.copyOf(set);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(
                    "name (" + name + ") must be letters, digits, dots, dashes and underscores");
        }
        if (design.sampled() != samples > 0) {
            throw new IllegalArgumentException("samples (" + samples + ") must be "
                    + (design.sampled() ? "at least 1 for design " : "left out for design ") + design.id());
        }
        if (precision.isPresent() == replications > 0) {
            throw new IllegalArgumentException("replications (" + replications + ") must be "
                    + (precision.isPresent() ? "left out with precision" : "at least 1, or precision given"));
        }
        if ((design == Designs.LIST) != list.isPresent()) {
            throw new IllegalArgumentException("list must be given for design list, and for no other");
        }
    }
}
