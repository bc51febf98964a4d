package org.lode.sim.world;

import java.util.Map;
import java.util.Optional;
import org.lode.sim.config.Above;
import org.lode.sim.config.Binder;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.Kind;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Provenance;
import org.lode.sim.config.Raw;
import org.lode.sim.config.ScalarNode;
import org.lode.sim.config.Unit;

/**
 * What the base round must clear at, set down before anything was tuned to it.
 *
 * @param scenario the scenario's file, relative to this one
 * @param minerals by id
 */
@Kind("base-round")
public record BaseRoundTargets(String scenario, Target chainCost, Map<String, MineralTargets> minerals) {
    /**
     * One number to hit.
     *
     * @param tolerance relative to the value for prices, absolute for shares and indices
     */
    public record Target(double value, Raw unit, @Above(0) double tolerance, String source) {
        public Target {
            String symbol = unit.node() instanceof ScalarNode scalar
                    ? scalar.text()
                    : unit.node().what();
            if (Unit.of(symbol).isEmpty()) {
                throw new ConfigException(unit.node().origin(), "unit (" + symbol + ") is not known");
            }
        }
    }

    /** Targets of a mineral; what is left out is not checked. */
    public record MineralTargets(
            Optional<Target> home, Optional<Target> pool, Optional<Target> refined, Optional<Target> mined) {}

    /** Checks a file of targets on its own; its targets are not parameters, so the list of them is empty. */
    static Provenance check(MapNode tree) {
        return new Binder().bind(tree, BaseRoundTargets.class).provenance();
    }
}
