package org.lode.sim.stage;

import java.util.OptionalDouble;
import org.lode.sim.world.Scenario;

/** The precisions at which the actors of a scenario reply, for solvers that work in the stage game's own payoffs. */
public final class Precisions {
    private Precisions() {}

    /**
     * By actor, the precision of its rule per unit of the stage game's payoffs; where a rule has none, the largest that another
     * has, or 1, per unit of the actor's scale.
     */
    public static double[] of(Scenario scenario) {
        double[] scale = PayoffScale.of(scenario);
        double[] precisions = new double[scale.length];
        double largest = 0;
        for (int i = 0; i < scale.length; i++) {
            largest = Math.max(largest, own(scenario, i).orElse(0));
        }
        for (int i = 0; i < scale.length; i++) {
            precisions[i] = own(scenario, i).orElse(largest > 0 ? largest : 1) / scale[i];
        }
        return precisions;
    }

    private static OptionalDouble own(Scenario scenario, int actor) {
        var rule = scenario.actors().get(actor).rule();
        return rule == null ? OptionalDouble.empty() : rule.precision();
    }
}
