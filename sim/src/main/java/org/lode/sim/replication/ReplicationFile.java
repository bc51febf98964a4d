package org.lode.sim.replication;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.lode.sim.config.Binder;
import org.lode.sim.config.Bound;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Nearest;
import org.lode.sim.config.Origin;
import org.lode.sim.config.Problem;
import org.lode.sim.config.Provenance;
import org.lode.sim.world.ScenarioReader;

/**
 * A file of kind replication.
 *
 * @param data as written
 * @param file where it was read from
 */
public record ReplicationFile(ReplicationData data, Path file) {
    /** The binder of files of kind replication. */
    public static Binder binder() {
        return new Binder().family(Replication.class, "replication", Replications.ALL);
    }

    /** A file with its numbers, each with where it stands. */
    public record Checked(ReplicationFile replication, Provenance numbers) {}

    /**
     * Binds a tree that was read from {@code file}.
     *
     * @param strict whether every number with a unit needs a source
     * @throws ConfigException with every problem found, such as a figure that nothing computes
     */
    public static Checked bind(MapNode tree, Path file, boolean strict) {
        Binder binder = strict ? binder().requiringSources() : binder();
        Bound<ReplicationData> bound = binder.bind(tree, ReplicationData.class);
        var replication = new ReplicationFile(bound.value(), file);
        replication.checkNames(tree);
        return new Checked(replication, bound.provenance());
    }

    /**
     * Reads a file.
     *
     * @throws ConfigException with every problem found
     */
    public static ReplicationFile read(Path file) {
        return bind(ScenarioReader.tree(file), file, false).replication();
    }

    private Map<String, DoubleSupplier> figures() {
        Path folder = file.toAbsolutePath().getParent();
        return data.computed()
                .map(computed -> computed.figures(folder == null ? Path.of("") : folder))
                .orElse(Map.of());
    }

    private void checkNames(MapNode tree) {
        List<Problem> problems = new ArrayList<>();
        Set<String> computed = figures().keySet();
        Origin there =
                tree.find("published").isPresent() ? tree.require("published").origin() : tree.origin();
        for (String name : data.published().keySet()) {
            if (!computed.contains(name)) {
                Origin origin = tree.require("published") instanceof MapNode published
                        ? published.require(name).origin()
                        : there;
                problems.add(new Problem(
                        origin, "figure '" + name + "' is computed by nothing" + Nearest.hint(name, computed)));
            }
        }
        for (String name : computed) {
            if (!data.published().containsKey(name)) {
                problems.add(new Problem(there, "figure '" + name + "' is computed and has no published value"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** Computes every figure and holds it against what was published; one row that says why where it is absent. */
    public List<Comparison> compare() {
        if (data.absent().isPresent()) {
            return List.of(Comparison.absent(data));
        }
        Map<String, DoubleSupplier> figures = figures();
        List<Comparison> rows = new ArrayList<>();
        figures.forEach((name, figure) -> {
            Published published = data.published().get(name);
            if (published != null) {
                rows.add(Comparison.of(data, name, published, figure.getAsDouble()));
            }
        });
        return rows;
    }
}
