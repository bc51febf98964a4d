package org.lode.sim.pattern;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lode.sim.config.Binder;
import org.lode.sim.config.Bound;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.ListNode;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Nearest;
import org.lode.sim.config.Node;
import org.lode.sim.config.Origin;
import org.lode.sim.config.Problem;
import org.lode.sim.config.Provenance;
import org.lode.sim.config.ScalarNode;
import org.lode.sim.config.Settings;
import org.lode.sim.world.ScenarioReader;

/**
 * A file of patterns with the scenario that they are looked for in.
 *
 * @param data as written
 * @param scenario its scenario's tree
 * @param scenarioFile where its scenario was read from
 */
public record PatternFile(PatternsData data, MapNode scenario, Path scenarioFile) {
    /** The binder of files of patterns. */
    public static Binder binder() {
        return new Binder().family(Pattern.class, "pattern", Patterns.ALL);
    }

    /**
     * Reads a file of patterns.
     *
     * @throws ConfigException with every problem found
     */
    public static PatternFile read(Path file) {
        return bind(ScenarioReader.tree(file), file, false).file();
    }

    /**
     * A file of patterns with its numbers.
     *
     * @param numbers each with where it stands
     */
    public record Checked(PatternFile file, Provenance numbers) {}

    /**
     * Binds a tree that was read from {@code file}.
     *
     * @param strict whether every number with a unit needs a source
     * @throws ConfigException with every problem found
     */
    public static Checked bind(MapNode tree, Path file, boolean strict) {
        Binder binder = strict ? binder().requiringSources() : binder();
        Bound<PatternsData> bound = binder.bind(tree, PatternsData.class);
        Node written = tree.require("scenario");
        Path beside = Path.of(written.origin().isFile() ? written.origin().file() : file.toString());
        Path scenario = beside.resolveSibling(bound.value().scenario()).normalize();
        if (!Files.isRegularFile(scenario)) {
            throw new ConfigException(
                    written.origin(), "scenario (" + bound.value().scenario() + ") is no file");
        }
        checkHolds(tree, bound.value());
        checkFigures(tree, bound.value());
        return new Checked(new PatternFile(bound.value(), ScenarioReader.tree(scenario), scenario), bound.provenance());
    }

    private static void checkHolds(MapNode tree, PatternsData data) {
        List<Problem> problems = new ArrayList<>();
        List<String> names = new ArrayList<>(data.bands().keySet());
        data.bands().forEach((id, figures) -> figures.keySet().forEach(figure -> names.add(id + " " + figure)));
        for (Node held : ((ListNode) tree.require("holds")).items()) {
            String id = ((ScalarNode) held).text();
            if (!names.contains(id)) {
                problems.add(new Problem(held.origin(), "unknown pattern '" + id + "'" + Nearest.hint(id, names)));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** What measures a pattern has the figures of its bands, no more and no fewer. */
    private static void checkFigures(MapNode tree, PatternsData data) {
        List<Problem> problems = new ArrayList<>();
        data.patterns().forEach((id, pattern) -> {
            Origin origin = Settings.at(tree, "patterns." + id).origin();
            Map<String, Band> bands = data.bands().get(id);
            if (bands == null) {
                problems.add(new Problem(
                        origin,
                        "pattern '" + id + "' has no bands"
                                + Nearest.hint(id, data.bands().keySet())));
            } else if (!Set.copyOf(pattern.figures()).equals(bands.keySet())) {
                problems.add(new Problem(
                        origin,
                        "figures of " + id + " " + pattern.figures() + " must be those of its bands "
                                + bands.keySet()));
            }
        });
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
