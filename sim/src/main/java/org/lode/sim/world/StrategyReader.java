package org.lode.sim.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;
import org.lode.agents.instrument.Strategy;
import org.lode.sim.config.Binder;
import org.lode.sim.config.Bound;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Node;
import org.lode.sim.config.Origin;
import org.lode.sim.config.Problem;
import org.lode.sim.config.Provenance;
import org.lode.sim.config.Raw;

/** Reads strategies: a map from instruments to settings, each in the instrument's unit and range, by its scope. */
final class StrategyReader {
    /** Stands for every mineral or every actor; one named as well goes before it. */
    static final String ALL = "all";

    private final Binder binder;
    private final List<String> actors;
    private final List<String> minerals;
    private final List<String> clubs;
    private final List<Provenance.Parameter> parameters = new ArrayList<>();
    private final Set<String> read = new HashSet<>();

    StrategyReader(Binder binder, ScenarioData data, List<ActorData> ordered) {
        this.binder = binder;
        actors = ordered.stream().map(ActorData::id).toList();
        minerals = data.minerals().stream().map(MineralData::id).toList();
        clubs = data.clubs().stream().map(ScenarioData.Club::id).toList();
    }

    /** Every number read so far. */
    List<Provenance.Parameter> parameters() {
        return parameters;
    }

    List<Strategy> menu(ActorData actor) {
        List<Strategy> menu = new ArrayList<>();
        for (ActorData.Choice choice : actor.menu()) {
            Settings settings = settings(choice);
            try {
                menu.add(new Strategy(
                        choice.id(), choice.name(), choice.from(), choice.until(), choice.options(), settings));
            } catch (IllegalArgumentException e) {
                throw new ConfigException(choice.settings().get(0).node().origin(), String.valueOf(e.getMessage()));
            }
        }
        return menu;
    }

    /** The settings of a bundle, or of one option of each list of moves together, which must set different instruments. */
    private Settings settings(ActorData.Choice choice) {
        Settings.Builder builder =
                Settings.neutral(actors.size(), minerals.size(), clubs.size()).change();
        var problems = new ArrayList<Problem>();
        Set<String> set = new HashSet<>();
        for (Raw raw : choice.settings()) {
            if (!(raw.node() instanceof MapNode map)) {
                throw new ConfigException(
                        raw.node().origin(), "settings of strategy " + choice.id() + " must be a map of instruments");
            }
            read(builder, raw, map, problems);
            map.entries().forEach((key, value) -> {
                if (!set.add(key)) {
                    problems.add(new Problem(
                            value.origin(), "instrument '" + key + "' stands in two lists of moves; one must set it"));
                }
            });
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        Settings built = builder.build();
        if (built.isNeutral() && !minerals.isEmpty() && choice.settings().size() == 1) {
            throw new ConfigException(
                    choice.settings().get(0).node().origin(),
                    "strategy " + choice.id() + " has no effect: every instrument is neutral");
        }
        return built;
    }

    private void read(Settings.Builder builder, Raw raw, MapNode map, List<Problem> problems) {
        Map<String, Instrument> known = new LinkedHashMap<>();
        for (Instrument instrument : Instrument.values()) {
            known.put(instrument.key(), instrument);
        }
        map.entries().forEach((key, value) -> {
            Instrument instrument = known.get(key);
            if (instrument == null) {
                problems.add(new Problem(value.origin(), ScenarioReader.unknown("instrument", key, known.keySet())));
                return;
            }
            try {
                set(builder, instrument, new Raw(raw.path() + "." + key, value));
            } catch (ConfigException e) {
                problems.addAll(e.problems());
            }
        });
    }

    private void set(Settings.Builder builder, Instrument instrument, Raw raw) {
        Bound<Object> bound = InstrumentSettings.bind(binder, instrument, raw);
        if (read.add(raw.path())) { // an option of a list of moves is read once for each strategy that takes it
            parameters.addAll(bound.provenance().parameters());
        }
        switch (instrument.scope()) {
            case ACTOR -> builder.set(instrument, (Double) bound.value());
            case CLUB ->
                fill(
                        numbers(bound.value()),
                        clubs,
                        "club",
                        raw.node(),
                        false,
                        (at, value) -> builder.set(instrument, at, value));
            case MINERAL ->
                fill(
                        numbers(bound.value()),
                        minerals,
                        "mineral",
                        raw.node(),
                        true,
                        (at, value) -> builder.set(instrument, at, value));
            case TARGET ->
                fill(
                        numbers(bound.value()),
                        actors,
                        "actor",
                        raw.node(),
                        true,
                        (at, value) -> builder.set(instrument, at, value));
            case MINERAL_TARGET -> byTarget(builder, instrument, bound.value(), raw.node());
        }
    }

    private void byTarget(Settings.Builder builder, Instrument instrument, Object value, Node node) {
        Map<?, ?> outer = (Map<?, ?>) value;
        var byMineral = new LinkedHashMap<String, Map<String, Double>>();
        outer.forEach((key, inner) -> byMineral.put((String) key, numbers(inner)));
        order(byMineral, minerals, "mineral", node).forEach((key, targets) -> {
            Node block = ((MapNode) node).entries().getOrDefault(key, node);
            for (int m = 0; m < minerals.size(); m++) {
                if (key.equals(ALL) || key.equals(minerals.get(m))) {
                    int mineral = m;
                    fill(
                            targets,
                            actors,
                            "actor",
                            block,
                            true,
                            (at, number) -> builder.set(instrument, mineral, at, number));
                }
            }
        });
    }

    private static Map<String, Double> numbers(Object value) {
        var numbers = new LinkedHashMap<String, Double>();
        ((Map<?, ?>) value).forEach((key, number) -> numbers.put((String) key, (Double) number));
        return numbers;
    }

    private interface Put {
        void put(int index, double value);
    }

    private static void fill(
            Map<String, Double> values, List<String> names, String what, Node node, boolean allAllowed, Put put) {
        order(values, names, what, node).forEach((key, value) -> {
            if (key.equals(ALL) && allAllowed) {
                for (int at = 0; at < names.size(); at++) {
                    put.put(at, value);
                }
            } else {
                put.put(names.indexOf(key), value);
            }
        });
    }

    /** The entries with {@code all} first, so that a name goes before it; refuses names that are not known. */
    private static <T> Map<String, T> order(Map<String, T> values, List<String> names, String what, Node node) {
        Map<String, T> ordered = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.equals(ALL)) {
                ordered.put(key, value);
            }
        });
        values.forEach((key, value) -> {
            if (!key.equals(ALL) && !names.contains(key)) {
                Origin origin = node instanceof MapNode map && map.find(key).isPresent()
                        ? map.find(key).get().origin()
                        : node.origin();
                List<String> known = new ArrayList<>(names);
                known.add(ALL);
                throw new ConfigException(origin, ScenarioReader.unknown(what, key, known));
            }
            ordered.putIfAbsent(key, value);
        });
        return ordered;
    }
}
