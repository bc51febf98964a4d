package org.lode.sim.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lode.agents.instrument.Instrument;
import org.lode.sim.config.Binder;
import org.lode.sim.config.Bound;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.Kind;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Node;
import org.lode.sim.config.Problem;
import org.lode.sim.config.Provenance;
import org.lode.sim.config.Raw;
import org.lode.sim.config.SchemaKeys;

/**
 * Checks the files that scenarios include, each on its own: keys, units, ranges, instruments. Names of actors, minerals and
 * clubs are known only to a scenario, and are checked with it.
 */
public final class FragmentReader {
    /** Dated events as a file of their own. */
    @Kind("events")
    public record EventsData(List<ScenarioData.Event> events) {}

    private FragmentReader() {}

    /**
     * Checks an actor's file.
     *
     * @param strict whether every number with a unit needs a source
     * @throws ConfigException with every problem found
     */
    public static Provenance actor(MapNode tree, boolean strict) {
        Binder binder = binder(strict);
        Bound<ActorData> bound = binder.bind(tree, ActorData.class);
        ActorData actor = bound.value();
        var parameters = new ArrayList<>(bound.provenance().parameters());
        var problems = new ArrayList<Problem>();
        var strategies = new LinkedHashSet<String>();
        actor.menu().forEach(choice -> strategies.add(choice.id()));
        var parts = new ArrayList<>(actor.strategies());
        actor.moves().forEach(list -> parts.addAll(list.options()));
        boolean bundles = actor.moves().isEmpty();
        for (ActorData.StrategyData strategy : parts) {
            try {
                parameters.addAll(settings(binder, strategy, bundles));
            } catch (ConfigException e) {
                problems.addAll(e.problems());
            }
        }
        actor.start().ifPresent(start -> known(tree, "start", start, strategies, problems));
        actor.fallback().ifPresent(fallback -> known(tree, "fallback", fallback, strategies, problems));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new Provenance(parameters);
    }

    /** What an actor's file may hold. */
    public static SchemaKeys actorKeys() {
        return ScenarioReader.binder().keys(ActorData.class).with("settings", InstrumentSettings.keys());
    }

    /** Checks a mineral's file, as {@link #actor}. */
    public static Provenance mineral(MapNode tree, boolean strict) {
        return binder(strict).bind(tree, MineralData.class).provenance();
    }

    /** Checks a file of events, as {@link #actor}. */
    public static Provenance events(MapNode tree, boolean strict) {
        return binder(strict).bind(tree, EventsData.class).provenance();
    }

    /** Checks a file of targets for the base round; sources are always demanded. */
    public static Provenance baseRound(MapNode tree) {
        return BaseRoundTargets.check(tree);
    }

    /** Checks a table of signs. */
    public static Provenance signs(MapNode tree) {
        return SignTable.check(tree);
    }

    /** What a table of signs may hold. */
    public static SchemaKeys signKeys() {
        return new Binder().keys(SignTable.class);
    }

    private static Binder binder(boolean strict) {
        Binder binder = ScenarioReader.binder();
        return strict ? binder.requiringSources() : binder;
    }

    private static void known(MapNode tree, String key, String word, Set<String> known, List<Problem> problems) {
        if (!known.contains(word)) {
            problems.add(new Problem(tree.require(key).origin(), ScenarioReader.unknown("strategy", word, known)));
        }
    }

    private static List<Provenance.Parameter> settings(Binder binder, ActorData.StrategyData strategy, boolean bundle) {
        Raw raw = strategy.settings();
        if (!(raw.node() instanceof MapNode map)) {
            throw new ConfigException(
                    raw.node().origin(), "settings of strategy " + strategy.id() + " must be a map of instruments");
        }
        Map<String, Instrument> known = new LinkedHashMap<>();
        for (Instrument instrument : Instrument.values()) {
            known.put(instrument.key(), instrument);
        }
        var parameters = new ArrayList<Provenance.Parameter>();
        var problems = new ArrayList<Problem>();
        boolean[] acts = new boolean[1];
        map.entries().forEach((key, value) -> {
            Instrument instrument = known.get(key);
            if (instrument == null) {
                problems.add(new Problem(value.origin(), ScenarioReader.unknown("instrument", key, known.keySet())));
                return;
            }
            try {
                var numbers = InstrumentSettings.bind(binder, instrument, new Raw(raw.path() + "." + key, value))
                        .provenance()
                        .parameters();
                acts[0] |= numbers.stream().anyMatch(number -> number.quantity().value() != instrument.neutral());
                parameters.addAll(numbers);
            } catch (ConfigException e) {
                problems.addAll(e.problems());
            }
        });
        if (bundle && !acts[0] && problems.isEmpty()) {
            Node node = raw.node();
            problems.add(new Problem(
                    node.origin(), "strategy " + strategy.id() + " has no effect: every instrument is neutral"));
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return parameters;
    }
}
