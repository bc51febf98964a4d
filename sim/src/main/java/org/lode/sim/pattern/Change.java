package org.lode.sim.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.ListNode;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Node;
import org.lode.sim.config.Settings;
import org.lode.sim.hypothesis.Hypothesis;
import org.lode.sim.hypothesis.HypothesisData.Arm;
import org.lode.sim.hypothesis.HypothesisData.Scaling;

/**
 * How a world differs from the scenario: instruments are taken out of strategies, then values set, then numbers scaled. A strategy
 * that is left with no instrument goes from its menu.
 *
 * @param without instruments that no strategy uses
 * @param of actors whose strategies are meant by {@code without}; empty for all
 * @param set {@code KEY=VALUE}
 * @param multiply numbers to scale
 */
public record Change(
        @Doc("instruments that no strategy uses") @Default("[]")
        List<String> without,

        @Doc("actors that without speaks of; empty for all") @Default("[]")
        List<String> of,

        @Doc("KEY=VALUE changes of the scenario") @Default("[]")
        List<String> set,

        @Doc("numbers to scale, after set") @Default("[]") List<Scaling> multiply) {
    /** The scenario as it is. */
    public static final Change NONE = new Change(List.of(), List.of(), List.of(), List.of());

    public Change {
        without = List.copyOf(without);
        of = List.copyOf(of);
        set = List.copyOf(set);
        multiply = List.copyOf(multiply);
    }

    static Change set(List<String> set) {
        return new Change(List.of(), List.of(), set, List.of());
    }

    static Change scaled(List<Scaling> multiply) {
        return new Change(List.of(), List.of(), List.of(), multiply);
    }

    /** The first path that the scenario does not have, as a sentence; empty if it has all. */
    Optional<String> missing(MapNode scenario) {
        List<String> paths = new ArrayList<>();
        set.forEach(setting -> paths.add(setting.substring(0, Math.max(0, setting.indexOf('=')))));
        multiply.forEach(scaling -> paths.add(scaling.path()));
        for (String path : paths) {
            if (Settings.find(scenario, path.strip()).isEmpty()) {
                return Optional.of("the scenario has no " + path.strip());
            }
        }
        return Optional.empty();
    }

    /** The scenario's tree as this world has it. */
    MapNode applied(MapNode scenario) {
        return Hypothesis.changed(stripped(scenario), new Arm("", set, multiply));
    }

    private MapNode stripped(MapNode scenario) {
        if (without.isEmpty()) {
            return scenario;
        }
        ListNode actors = (ListNode) scenario.require("actors");
        List<Node> kept = new ArrayList<>();
        for (Node node : actors.items()) {
            MapNode actor = (MapNode) node;
            boolean meant = of.isEmpty() || of.contains(actor.text("id"));
            kept.add(meant && actor.find("strategies").isPresent() ? bare(actor) : actor);
        }
        return scenario.with("actors", new ListNode(kept, actors.origin()));
    }

    private MapNode bare(MapNode actor) {
        ListNode strategies = (ListNode) actor.require("strategies");
        List<Node> kept = new ArrayList<>();
        for (Node node : strategies.items()) {
            MapNode strategy = (MapNode) node;
            MapNode settings = (MapNode) strategy.require("settings");
            Map<String, Node> left = new LinkedHashMap<>(settings.entries());
            without.forEach(left::remove);
            if (!left.isEmpty()) {
                kept.add(strategy.with("settings", new MapNode(left, settings.origin())));
            }
        }
        return actor.with("strategies", new ListNode(kept, strategies.origin()));
    }
}
