package org.lode.sim.hypothesis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lode.sim.config.Binder;
import org.lode.sim.config.Bound;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.ListNode;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Nearest;
import org.lode.sim.config.Node;
import org.lode.sim.config.Origin;
import org.lode.sim.config.Provenance;
import org.lode.sim.config.ScalarNode;
import org.lode.sim.config.Settings;
import org.lode.sim.hypothesis.HypothesisData.Arm;
import org.lode.sim.hypothesis.HypothesisData.Scaling;
import org.lode.sim.world.ScenarioReader;
import org.lode.sim.world.ScenarioReader.Loaded;

/**
 * A hypothesis with the scenario that it is asked of.
 *
 * @param data as written
 * @param tree the file's
 * @param file where it was read from
 * @param scenario its scenario's tree
 * @param scenarioFile where its scenario was read from
 */
public record Hypothesis(HypothesisData data, MapNode tree, Path file, MapNode scenario, Path scenarioFile) {
    /** The binder of hypotheses. */
    public static Binder binder() {
        return new Binder().family(Measure.class, "measure", Measures.ALL);
    }

    /**
     * Reads a hypothesis.
     *
     * @param strict whether every number with a unit needs a source
     * @throws ConfigException with every problem found
     */
    public static Hypothesis read(Path file, boolean strict) {
        return bind(ScenarioReader.tree(file), file, strict).hypothesis();
    }

    /**
     * A hypothesis with its numbers.
     *
     * @param numbers each with where it stands
     */
    public record Checked(Hypothesis hypothesis, Provenance numbers) {}

    /** Binds a tree that was read from {@code file}. */
    public static Checked bind(MapNode tree, Path file, boolean strict) {
        Binder binder = strict ? binder().requiringSources() : binder();
        Bound<HypothesisData> bound = binder.bind(tree, HypothesisData.class);
        Node written = tree.require("scenario");
        Path beside = Path.of(written.origin().isFile() ? written.origin().file() : file.toString());
        Path scenario = beside.resolveSibling(bound.value().scenario()).normalize();
        if (!Files.isRegularFile(scenario)) {
            throw new ConfigException(
                    written.origin(), "scenario (" + bound.value().scenario() + ") is no file");
        }
        return new Checked(
                new Hypothesis(bound.value(), tree, file, ScenarioReader.tree(scenario), scenario), bound.provenance());
    }

    /** Binds the scenario under every arm, so that a misspelt path is found before anything is run. */
    public void checkArms() {
        MapNode base = Settings.apply(scenario, data.set());
        for (Arm arm : data.arms()) {
            Loaded loaded = ScenarioReader.bind(changed(base, arm), scenarioFile, false);
            floored(loaded);
        }
    }

    /** A scenario's tree as an arm has it. */
    public static MapNode changed(MapNode base, Arm arm) {
        MapNode tree = Settings.apply(base, arm.set());
        for (Scaling scaling : arm.multiply()) {
            List<String> leaves = new ArrayList<>();
            numbers(Settings.at(tree, scaling.path()), scaling.path(), leaves);
            if (leaves.isEmpty()) {
                throw new ConfigException(
                        new Origin("multiply " + scaling.path(), 0), "no number at or below " + scaling.path());
            }
            for (String leaf : leaves) {
                tree = Settings.set(tree, leaf, value(Settings.at(tree, leaf)) * scaling.by(), "multiply");
            }
        }
        return tree;
    }

    private static void numbers(Node node, String path, List<String> into) {
        if (node instanceof ScalarNode scalar && scalar.isNumber()) {
            into.add(path);
        } else if (node instanceof MapNode map && map.isQuantity()) {
            into.add(path);
        } else if (node instanceof MapNode map) {
            map.entries().forEach((key, below) -> numbers(below, path + "." + key, into));
        } else if (node instanceof ListNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                Node item = list.items().get(i);
                boolean named = item instanceof MapNode map && map.find("id").isPresent();
                String segment = named ? ((MapNode) item).text("id") : Integer.toString(i);
                numbers(item, path + "." + segment, into);
            }
        }
    }

    private static double value(Node node) {
        Node number = node instanceof MapNode quantity ? quantity.require("value") : node;
        return Double.parseDouble(((ScalarNode) number).text());
    }

    /** Which minerals of a scenario the hypothesis' floors are on. */
    boolean[] floored(Loaded loaded) {
        int minerals = loaded.scenario().mineralCount();
        List<String> ids = new ArrayList<>();
        for (int m = 0; m < minerals; m++) {
            ids.add(loaded.scenario().mineral(m).id());
        }
        boolean[] floored = new boolean[minerals];
        for (String id : data.floored()) {
            int m = ids.indexOf(id);
            if (m < 0) {
                throw new ConfigException(
                        tree.require("floored").origin(), "unknown mineral '" + id + "'" + Nearest.hint(id, ids));
            }
            floored[m] = true;
        }
        return floored;
    }
}
