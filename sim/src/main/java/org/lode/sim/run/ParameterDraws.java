package org.lode.sim.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.sim.chance.Draws;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Stream;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.ListNode;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Node;
import org.lode.sim.config.Provenance;
import org.lode.sim.config.ScalarNode;
import org.lode.sim.config.Settings;
import org.lode.sim.world.ScenarioReader;
import org.lode.sim.world.ScenarioReader.Loaded;

/**
 * Draws every parameter that has a range anew, uniformly, and binds the scenario with what was drawn. The draw of a parameter
 * depends on its path, so that one more parameter shifts none of the others.
 *
 * <p>What must add up still does: the demand shares of a mineral are scaled to the sum they had, and shares that may add up to
 * one at most (projects of a stage, weights of resource states) are scaled down where they pass it.
 */
public final class ParameterDraws {
    private static final Purpose PARAMETER = Purpose.named("parameter");

    private final Loaded loaded;
    private final Path file;
    private final Stream stream = new Stream();

    /** @param file where the scenario was read from, for the files that it names */
    public ParameterDraws(Loaded loaded, Path file) {
        this.loaded = loaded;
        this.file = file;
    }

    /** The scenario with the draws of one replication. */
    public Loaded draw(Streams streams) {
        MapNode tree = loaded.tree();
        for (Provenance.Parameter parameter : loaded.parameters().ranged()) {
            // The tree's own range, which is in the unit of the file, as what is set must be.
            if (Settings.at(tree, parameter.path()) instanceof MapNode quantity
                    && quantity.find("range").orElse(null) instanceof ListNode range) {
                double low = number(range.items().get(0));
                double high = number(range.items().get(1));
                double u = Draws.uniform(streams.reset(stream, PARAMETER, parameter.path(), 0));
                tree = Settings.set(tree, parameter.path(), low + u * (high - low), "draw");
            }
        }
        return ScenarioReader.bind(addUp(tree), file, false);
    }

    /** Scales what must add up, after parameters of the scenario were changed each by itself. */
    public MapNode addUp(MapNode changed) {
        return limit(addUp(changed, "demand.shares"));
    }

    private static double number(Node node) {
        return Double.parseDouble(((ScalarNode) node).text());
    }

    /** Scales a block of each mineral to the sum it had before the draw. */
    private MapNode addUp(MapNode drawn, String block) {
        MapNode tree = drawn;
        for (var mineral : loaded.scenario().data().minerals()) {
            String at = "minerals." + mineral.id() + "." + block;
            double before = 0;
            double after = 0;
            List<String> paths = new ArrayList<>();
            for (String key : ((MapNode) Settings.at(tree, at)).entries().keySet()) {
                paths.add(at + "." + key);
                before += value(loaded.tree(), at + "." + key);
                after += value(tree, at + "." + key);
            }
            tree = scale(tree, paths, before / after);
        }
        return tree;
    }

    private MapNode limit(MapNode drawn) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (var actor : loaded.scenario().data().actors()) {
            group(groups, drawn, "resourceWeight", "actors." + actor.id() + ".resourceWeight");
        }
        for (var mineral : loaded.scenario().data().minerals()) {
            for (var producer : mineral.producers()) {
                for (String stage : producer.projects().keySet()) {
                    group(
                            groups,
                            drawn,
                            mineral.id() + " " + stage,
                            "minerals." + mineral.id() + ".producers." + producer.id() + ".projects." + stage);
                }
            }
        }
        MapNode tree = drawn;
        for (List<String> paths : groups.values()) {
            double sum = 0;
            for (String path : paths) {
                sum += value(tree, path);
            }
            tree = sum > 1 ? scale(tree, paths, 1 / sum) : tree;
        }
        return tree;
    }

    /** Adds a share to its group if the tree has it. */
    private static void group(Map<String, List<String>> groups, MapNode tree, String name, String path) {
        if (present(tree, path)) {
            groups.computeIfAbsent(name, key -> new ArrayList<>()).add(path);
        }
    }

    private static boolean present(MapNode tree, String path) {
        int dot = path.lastIndexOf('.');
        return Settings.at(tree, path.substring(0, dot)) instanceof MapNode map
                && map.entries().containsKey(path.substring(dot + 1));
    }

    private static MapNode scale(MapNode drawn, List<String> paths, double factor) {
        MapNode tree = drawn;
        for (String path : paths) {
            tree = Settings.set(tree, path, value(tree, path) * factor, "draw");
        }
        return tree;
    }

    private static double value(MapNode tree, String path) {
        Node node = Settings.at(tree, path);
        return number(node instanceof MapNode quantity ? quantity.require("value") : node);
    }
}
