package org.lode.sim.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Scope;
import org.lode.sim.config.ListNode;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Node;
import org.lode.sim.config.ScalarNode;

/**
 * Takes actors that a scenario's list leaves out from what names them. An actor is left out if a file of it stands beside those of
 * the actors that are listed; any other unknown name is a slip of the pen and stays, to be refused with its line. Its demand, plants
 * and ore become the rest of the world's, and where there is none the other shares grow and its plants go; what others feel
 * toward it, fear from it, aim at it, and events with it are dropped. Prices of the base round are those of a world with it, so
 * that unit costs are no longer solved for them, unless the scenario says so.
 */
final class LeftOut {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
    private static final String CLEAR_BASE = "clearBase";
    private static final List<String> TOWARD = List.of("tradeExposure", "trust", "hostility", "hazards");

    private final Set<String> listed = new LinkedHashSet<>();
    private final Set<Path> directories = new LinkedHashSet<>();
    private final Map<String, Boolean> out = new LinkedHashMap<>();
    private final String rest;

    private LeftOut(ListNode actors) {
        String named = "";
        for (Node node : actors.items()) {
            if (node instanceof MapNode actor && text(actor, "id").isPresent()) {
                listed.add(text(actor, "id").get());
                if (actor.origin().isFile()) {
                    directories.add(
                            Path.of(actor.origin().file()).toAbsolutePath().getParent());
                }
                named = text(actor, "role").orElse("").equals("rest")
                        ? text(actor, "id").get()
                        : named;
            }
        }
        rest = named;
    }

    /** The tree of a scenario, with nothing that names an actor that it leaves out. */
    static MapNode removed(MapNode scenario) {
        if (!(scenario.find("actors").orElse(null) instanceof ListNode actors)) {
            return scenario;
        }
        var leftOut = new LeftOut(actors);
        MapNode tree = leftOut.items(scenario, "actors", leftOut::actor);
        tree = leftOut.items(tree, "minerals", leftOut::mineral);
        tree = leftOut.items(tree, "events", file -> leftOut.kept(file, "events", leftOut::struck));
        boolean changed =
                leftOut.out.containsValue(true) && tree.find(CLEAR_BASE).isEmpty();
        return changed ? tree.with(CLEAR_BASE, new ScalarNode("false", false, actors.origin())) : tree;
    }

    private boolean out(String name) {
        return !listed.contains(name) && out.computeIfAbsent(name, this::hasFile);
    }

    private boolean hasFile(String name) {
        return name.matches("[A-Za-z0-9_-]+")
                && directories.stream()
                        .anyMatch(directory -> ENDINGS.stream()
                                .anyMatch(ending -> Files.isRegularFile(directory.resolve(name + ending))));
    }

    /** Each item that is a map, changed. */
    private MapNode items(MapNode in, String key, UnaryOperator<MapNode> change) {
        if (!(in.find(key).orElse(null) instanceof ListNode list)) {
            return in;
        }
        List<Node> items = new ArrayList<>();
        list.items().forEach(item -> items.add(item instanceof MapNode map ? change.apply(map) : item));
        return items.equals(list.items()) ? in : in.with(key, new ListNode(items, list.origin()));
    }

    private interface Dropped {
        boolean is(MapNode item);
    }

    private MapNode kept(MapNode in, String key, Dropped dropped) {
        if (!(in.find(key).orElse(null) instanceof ListNode list)) {
            return in;
        }
        List<Node> items = new ArrayList<>(list.items());
        items.removeIf(item -> item instanceof MapNode map && dropped.is(map));
        return items.size() == list.items().size() ? in : in.with(key, new ListNode(items, list.origin()));
    }

    private boolean struck(MapNode event) {
        return text(event, "actor").filter(this::out).isPresent()
                || text(event, "other").filter(this::out).isPresent();
    }

    private MapNode actor(MapNode actor) {
        MapNode kept = actor;
        for (String key : TOWARD) {
            kept = without(kept, key);
        }
        return items(kept, "strategies", strategy -> {
            MapNode settings = strategy.find("settings").orElse(null) instanceof MapNode map ? aimed(map) : null;
            return settings == null || settings.equals(strategy.require("settings"))
                    ? strategy
                    : strategy.with("settings", settings);
        });
    }

    /** A map under a key, without the actors that are left out. */
    private MapNode without(MapNode in, String key) {
        if (!(in.find(key).orElse(null) instanceof MapNode map)) {
            return in;
        }
        Map<String, Node> left = new LinkedHashMap<>(map.entries());
        left.keySet().removeIf(this::out);
        return left.size() == map.entries().size() ? in : in.with(key, new MapNode(left, map.origin()));
    }

    /** Instruments without the targets that are left out; one that is left with no target goes. */
    private MapNode aimed(MapNode settings) {
        MapNode kept = settings;
        for (Instrument instrument : Instrument.values()) {
            if (instrument.scope() == Scope.TARGET) {
                kept = ifAny(without(kept, instrument.key()), instrument.key());
            } else if (instrument.scope() == Scope.MINERAL_TARGET
                    && kept.find(instrument.key()).orElse(null) instanceof MapNode minerals) {
                MapNode targets = minerals;
                for (String mineral : minerals.entries().keySet()) {
                    targets = ifAny(without(targets, mineral), mineral);
                }
                kept = targets.equals(minerals) ? kept : ifAny(kept.with(instrument.key(), targets), instrument.key());
            }
        }
        return kept;
    }

    private static MapNode ifAny(MapNode in, String key) {
        boolean empty = in.find(key).orElse(null) instanceof MapNode map
                && map.entries().isEmpty();
        return empty ? in.without(key) : in;
    }

    private MapNode mineral(MapNode mineral) {
        MapNode kept = text(mineral, "dominant").filter(this::out).isPresent() ? mineral.without("dominant") : mineral;
        if (kept.find("demand").orElse(null) instanceof MapNode demand
                && demand.find("shares").orElse(null) instanceof MapNode shares) {
            MapNode left = LeftShares.shares(shares, this::out, rest);
            kept = left == shares ? kept : kept.with("demand", demand.with("shares", left));
        }
        if (kept.find("ore").orElse(null) instanceof MapNode ore) {
            MapNode left = LeftShares.ore(ore, kept, this::out, rest);
            kept = left == ore ? kept : kept.with("ore", left);
        }
        if (rest.isEmpty()) {
            kept = kept(kept, "producers", this::ownedOut);
        }
        return items(kept, "producers", producer -> handed(handed(producer, "host"), "owner"));
    }

    private boolean ownedOut(MapNode producer) {
        return text(producer, "host").filter(this::out).isPresent()
                || text(producer, "owner").filter(this::out).isPresent();
    }

    private MapNode handed(MapNode producer, String key) {
        return text(producer, key).filter(this::out).isPresent()
                ? producer.with(
                        key, new ScalarNode(rest, false, producer.require(key).origin()))
                : producer;
    }

    private static Optional<String> text(MapNode map, String key) {
        return map.find(key).filter(ScalarNode.class::isInstance).map(node -> ((ScalarNode) node).text());
    }
}
