package org.lode.sim.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lode.sim.analysis.PreferenceData;
import org.lode.sim.calibrate.RecordFile;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Nearest;
import org.lode.sim.config.Provenance;
import org.lode.sim.experiment.SweepPlan;
import org.lode.sim.hypothesis.Hypothesis;
import org.lode.sim.lockin.LockInPlan;
import org.lode.sim.pattern.PatternFile;
import org.lode.sim.replication.ReplicationFile;
import org.lode.sim.world.FragmentReader;
import org.lode.sim.world.ScenarioReader;

/** The kinds of configuration files there are, each with the reader that checks it. A new one is its line here. */
final class ConfigKinds {
    /** Checks one file. */
    interface Check {
        /**
         * @param sources whether every number with a unit needs a source
         * @return the numbers of the file, all included ones too
         * @throws ConfigException with every problem found
         */
        Provenance check(MapNode tree, Path file, boolean sources);
    }

    private static final Map<String, Check> ALL = new LinkedHashMap<>();

    static {
        ALL.put("scenario", (tree, file, sources) -> {
            ScenarioReader.Loaded loaded = ScenarioReader.bind(tree, file, sources);
            LockInPlan.of(loaded, file, false);
            return loaded.parameters();
        });
        ALL.put("actor", (tree, file, sources) -> FragmentReader.actor(tree, sources));
        ALL.put("mineral", (tree, file, sources) -> FragmentReader.mineral(tree, sources));
        ALL.put("events", (tree, file, sources) -> FragmentReader.events(tree, sources));
        ALL.put(
                "observed-strategies",
                (tree, file, sources) -> (sources
                                ? ScenarioReader.binder().requiringSources()
                                : ScenarioReader.binder())
                        .bind(tree, PreferenceData.class)
                        .provenance());
        ALL.put(
                "record",
                (tree, file, sources) -> RecordFile.bind(tree, file, sources).provenance());
        ALL.put("actor-record", RecordFile::actor);
        ALL.put("sweep", (tree, file, sources) -> {
            SweepPlan plan = SweepPlan.read(file, List.of(), Optional.empty(), Optional.empty());
            plan.check();
            return new Provenance(List.of());
        });
        ALL.put("hypothesis", (tree, file, sources) -> {
            Hypothesis.Checked checked = Hypothesis.bind(tree, file, sources);
            checked.hypothesis().checkArms();
            return checked.numbers();
        });
        ALL.put(
                "patterns",
                (tree, file, sources) -> PatternFile.bind(tree, file, sources).numbers());
        ALL.put(
                "replication",
                (tree, file, sources) ->
                        ReplicationFile.bind(tree, file, sources).numbers());
        ALL.put("base-round", (tree, file, sources) -> FragmentReader.baseRound(tree));
        ALL.put("signs", (tree, file, sources) -> FragmentReader.signs(tree));
    }

    private ConfigKinds() {}

    /** The names of all kinds. */
    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /**
     * The check of the kind that a file says it is.
     *
     * @throws ConfigException if it does not say, or says one that is not known
     */
    static Check of(MapNode tree) {
        if (tree.find("kind").isEmpty()) {
            throw new ConfigException(
                    tree.origin(), "missing key 'kind'; it must be one of " + String.join(", ", ALL.keySet()));
        }
        String kind = tree.text("kind");
        Check check = ALL.get(kind);
        if (check == null) {
            throw new ConfigException(
                    tree.require("kind").origin(), "unknown kind '" + kind + "'" + Nearest.hint(kind, ALL.keySet()));
        }
        return check;
    }
}
