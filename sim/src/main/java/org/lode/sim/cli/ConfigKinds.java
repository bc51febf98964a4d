package org.lode.sim.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lode.sim.analysis.PreferenceData;
import org.lode.sim.calibrate.ActorRecord;
import org.lode.sim.calibrate.RecordData;
import org.lode.sim.calibrate.RecordFile;
import org.lode.sim.config.Binder;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.JsonSchema;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Nearest;
import org.lode.sim.config.Origin;
import org.lode.sim.config.Provenance;
import org.lode.sim.config.SchemaKeys;
import org.lode.sim.experiment.SweepPlan;
import org.lode.sim.hypothesis.Hypothesis;
import org.lode.sim.hypothesis.HypothesisData;
import org.lode.sim.lockin.LockInData;
import org.lode.sim.lockin.LockInPlan;
import org.lode.sim.pattern.PatternFile;
import org.lode.sim.pattern.PatternsData;
import org.lode.sim.replication.ReplicationData;
import org.lode.sim.replication.ReplicationFile;
import org.lode.sim.world.BaseRoundTargets;
import org.lode.sim.world.FragmentReader;
import org.lode.sim.world.MineralData;
import org.lode.sim.world.ScenarioReader;

/** The kinds of configuration files there are, each with its keys and the reader that checks it. A new one is its line here. */
final class ConfigKinds {
    /**
     * A kind.
     *
     * @param meaning what its files say
     * @param keys what they may hold
     */
    record Kind(String name, String meaning, Supplier<SchemaKeys> keys, Check check) {
        /** The JSON schema, as a tree. */
        Map<String, Object> schema() {
            return JsonSchema.of(name, meaning, keys.get());
        }
    }

    /** Checks one file. */
    interface Check {
        /**
         * @param sources whether every number with a unit needs a source
         * @return the numbers of the file, all included ones too
         * @throws ConfigException with every problem found
         */
        Provenance check(MapNode tree, Path file, boolean sources);
    }

    private static final Map<String, Kind> ALL = new LinkedHashMap<>();

    static {
        add(
                "scenario",
                "A scenario: who plays, with what, when, and how beliefs and institutions move.",
                () -> ScenarioReader.keys().with("lockin", LockInData.binder().keys(LockInData.class)),
                (tree, file, sources) -> {
                    ScenarioReader.Loaded loaded = ScenarioReader.bind(tree, file, sources);
                    LockInPlan.of(loaded, file, false);
                    return loaded.parameters();
                });
        add(
                "actor",
                "An actor: its menu of strategies, beliefs at the start, preferences.",
                FragmentReader::actorKeys,
                (tree, file, sources) -> FragmentReader.actor(tree, sources));
        add(
                "mineral",
                "A mineral: its chain, prices, demand, plants and mines.",
                () -> ScenarioReader.binder().keys(MineralData.class),
                (tree, file, sources) -> FragmentReader.mineral(tree, sources));
        add(
                "events",
                "Dated events.",
                () -> ScenarioReader.binder().keys(FragmentReader.EventsData.class),
                (tree, file, sources) -> FragmentReader.events(tree, sources));
        add(
                "observed-strategies",
                "What actors were seen to play, from which preferences are estimated.",
                () -> ScenarioReader.binder().keys(PreferenceData.class),
                (tree, file, sources) -> (sources
                                ? ScenarioReader.binder().requiringSources()
                                : ScenarioReader.binder())
                        .bind(tree, PreferenceData.class)
                        .provenance());
        add(
                "record",
                "The record of all actors, the weights of its rows and its codes.",
                () -> ScenarioReader.withFiles(RecordFile.binder().keys(RecordData.class)),
                (tree, file, sources) -> RecordFile.bind(tree, file, sources).provenance());
        add(
                "actor-record",
                "What one actor was seen to do, half-year by half-year.",
                () -> RecordFile.binder().keys(ActorRecord.class),
                RecordFile::actor);
        add(
                "sweep",
                "A sweep: a scenario, what is varied in it, and how often each point is run.",
                SweepPlan::keys,
                (tree, file, sources) -> {
                    SweepPlan plan = SweepPlan.read(file, List.of(), Optional.empty(), Optional.empty());
                    plan.check();
                    return new Provenance(List.of());
                });
        add(
                "hypothesis",
                "A hypothesis, how it is asked and what counts as yes.",
                () -> Hypothesis.binder().keys(HypothesisData.class),
                (tree, file, sources) -> {
                    Hypothesis.Checked checked = Hypothesis.bind(tree, file, sources);
                    checked.hypothesis().checkArms();
                    return checked.numbers();
                });
        add(
                "patterns",
                "Patterns that the world must show: frozen bands, and what measures the figures held against them.",
                () -> PatternFile.binder().keys(PatternsData.class),
                (tree, file, sources) -> PatternFile.bind(tree, file, sources).numbers());
        add(
                "replication",
                "A published result beside which the model's own code is held, with its source and tolerance.",
                () -> ReplicationFile.binder().keys(ReplicationData.class),
                (tree, file, sources) ->
                        ReplicationFile.bind(tree, file, sources).numbers());
        add(
                "base-round",
                "What the base round must clear at.",
                () -> new Binder().keys(BaseRoundTargets.class),
                (tree, file, sources) -> FragmentReader.baseRound(tree));
        add(
                "signs",
                "What instruments and parameters must move, and in which direction.",
                FragmentReader::signKeys,
                (tree, file, sources) -> FragmentReader.signs(tree));
    }

    private static void add(String name, String meaning, Supplier<SchemaKeys> keys, Check check) {
        ALL.put(name, new Kind(name, meaning, keys, check));
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
        return named(tree.text("kind"), tree.require("kind").origin()).check();
    }

    /**
     * The kind of that name.
     *
     * @param origin where the name was given
     * @throws ConfigException if there is none
     */
    static Kind named(String name, Origin origin) {
        Kind kind = ALL.get(name);
        if (kind == null) {
            throw new ConfigException(origin, "unknown kind '" + name + "'" + Nearest.hint(name, ALL.keySet()));
        }
        return kind;
    }
}
