package org.lode.sim.world;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lode.agents.actor.Actor;
import org.lode.agents.actor.Government;
import org.lode.agents.decide.DecisionRule;
import org.lode.agents.decide.DecisionRules;
import org.lode.agents.instrument.Strategy;
import org.lode.agents.payoff.PayoffComponent;
import org.lode.agents.payoff.PayoffComponents;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;
import org.lode.games.format.GambitFormat;
import org.lode.sim.config.Binder;
import org.lode.sim.config.Bound;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.ConfigFiles;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Nearest;
import org.lode.sim.config.Provenance;
import org.lode.sim.config.SchemaKeys;
import org.lode.sim.config.Settings;

/** Reads scenarios: files to tree, tree to records, records to a {@link Scenario}; refuses with file and line. */
public final class ScenarioReader {
    private static final ConfigFiles FILES =
            new ConfigFiles(List.of("actors", "minerals", "events"), List.of("rule", "component"));

    private ScenarioReader() {}

    /**
     * A scenario with the tree it was bound from.
     *
     * @param parameters every number with where it stands, for describing and for sensitivity analysis
     */
    public record Loaded(Scenario scenario, MapNode tree, Provenance parameters) {}

    /** The binder of every record of a scenario. */
    public static Binder binder() {
        return new Binder()
                .family(DecisionRule.class, "rule", DecisionRules.ALL, type -> DecisionRules.name(rule(type)))
                .family(
                        PayoffComponent.class,
                        "component",
                        PayoffComponents.ALL,
                        type -> PayoffComponents.name(component(type)));
    }

    /** What a scenario's file may hold; its block {@code lockin} is for the owner of that to describe. */
    public static SchemaKeys keys() {
        return withFiles(binder().keys(ScenarioData.class).with("reduced", binder().keys(ReducedReader.Table.class)));
    }

    /** The same, where the lists that may name files in place of items may do so. */
    public static SchemaKeys withFiles(SchemaKeys keys) {
        SchemaKeys file = SchemaKeys.of("text", List.of());
        SchemaKeys content = SchemaKeys.of("map", List.of(), SchemaKeys.of("any", List.of()));
        SchemaKeys either = SchemaKeys.of("either", List.of(), file, content);
        SchemaKeys with = keys;
        for (String included : FILES.includes()) {
            with = with.with(included, SchemaKeys.of("list", List.of(), either));
        }
        return with;
    }

    private static Class<? extends DecisionRule> rule(Class<?> type) {
        return type.asSubclass(DecisionRule.class);
    }

    private static Class<? extends PayoffComponent> component(Class<?> type) {
        return type.asSubclass(PayoffComponent.class);
    }

    /** The tree of a configuration file, with all that it extends and includes, and without actors that it leaves out. */
    public static MapNode tree(Path file) {
        return LeftOut.removed(FILES.read(file));
    }

    /**
     * Reads a scenario.
     *
     * @param settings {@code KEY=VALUE} changes, applied in turn
     * @throws ConfigException with every problem found
     */
    public static Loaded read(Path file, List<String> settings) {
        return read(file, settings, false);
    }

    /** As {@link #read(Path, List)}; demands a source of every number with a unit if {@code strict}. */
    public static Loaded read(Path file, List<String> settings, boolean strict) {
        return bind(Settings.apply(tree(file), settings), file, strict, true);
    }

    /**
     * Binds a tree that was read from {@code file} and perhaps changed since. Where the base round cannot clear at the prices it names,
     * it clears as near as it can: a draw of all parameters need not hit them.
     */
    public static Loaded bind(MapNode tree, Path file, boolean strict) {
        return bind(tree, file, strict, false);
    }

    private static Loaded bind(MapNode tree, Path file, boolean strict, boolean refuse) {
        Binder binder = strict ? binder().requiringSources() : binder();
        Bound<ScenarioData> bound = binder.bind(tree, ScenarioData.class);
        ScenarioData data = bound.value();
        var parameters = new ArrayList<>(bound.provenance().parameters());
        List<ActorData> actorData = new ArrayList<>();
        data.actors().forEach(actor -> actorData.addAll(actor.each()));
        actorData.sort(Comparator.comparing(actor -> !actor.chooses()));
        new ScenarioCheck(tree, data).check();
        var strategies = new StrategyReader(binder, data, actorData);
        List<Actor> actors = new ArrayList<>();
        Map<String, List<Strategy>> menus = new HashMap<>(); // never iterated
        for (ActorData actor : actorData) {
            List<Strategy> menu = menus.computeIfAbsent(actor.archetype(), archetype -> strategies.menu(actor));
            List<String> ids = menu.stream().map(Strategy::id).toList();
            actors.add(new Actor(
                    actor.id(),
                    actor.name(),
                    menu,
                    menu.isEmpty() ? 0 : ids.indexOf(actor.start().orElseThrow()),
                    actor.fallback().map(ids::indexOf).orElse(-1),
                    weights(data, actor, Map.of()),
                    governments(data, actor, ids),
                    actor.rule().orElse(null)));
        }
        parameters.addAll(strategies.parameters());
        Game game = game(tree, data, actorData, actors, file, binder, parameters);
        var scenario = new Scenario(
                data, actorData, actors, data.minerals(), data.payoffs().components(), game);
        if (data.clearBase() && scenario.mineralCount() > 0) {
            var base = new BaseSolve(scenario);
            if (refuse) {
                base.check(tree);
            }
            scenario = new Scenario(
                    data, actorData, actors, base.minerals(), data.payoffs().components(), game);
        }
        return new Loaded(scenario, tree, new Provenance(parameters));
    }

    private static List<Government> governments(ScenarioData data, ActorData actor, List<String> menu) {
        List<Government> governments = new ArrayList<>();
        actor.governments().map(ActorData.Governments::types).orElse(List.of()).forEach(type -> {
            List<Boolean> considered = menu.stream()
                    .map(id -> type.strategies().isEmpty() || type.strategies().contains(id))
                    .toList();
            governments.add(new Government(type.id(), type.name(), weights(data, actor, type.weights()), considered));
        });
        return governments;
    }

    private static List<Double> weights(ScenarioData data, ActorData actor, Map<String, Double> government) {
        List<Double> weights = new ArrayList<>();
        for (PayoffComponent component : data.payoffs().components()) {
            Double own =
                    government.getOrDefault(component.name(), actor.weights().get(component.name()));
            weights.add(own != null ? own : data.payoffs().weights().getOrDefault(component.name(), 1.0));
        }
        return weights;
    }

    private static @Nullable Game game(
            MapNode tree,
            ScenarioData data,
            List<ActorData> actorData,
            List<Actor> actors,
            Path file,
            Binder binder,
            List<Provenance.Parameter> parameters) {
        return switch (data.payoffs().model()) {
            case MARKET -> null;
            case REDUCED ->
                ReducedReader.read(
                        binder,
                        data.payoffs()
                                .reduced()
                                .orElseThrow(() -> new ConfigException(
                                        Settings.at(tree, "payoffs").origin(),
                                        "payoffs.model is reduced, so payoffs.reduced is needed")),
                        data,
                        actorData,
                        actors,
                        parameters);
            case TABLE -> table(tree, data, actors, file);
        };
    }

    private static Game table(MapNode tree, ScenarioData data, List<Actor> actors, Path file) {
        var origin = Settings.at(tree, "payoffs").origin();
        String name = data.payoffs()
                .table()
                .orElseThrow(() -> new ConfigException(origin, "payoffs.model is table, so payoffs.table is needed"));
        Path path = file.resolveSibling(name);
        NormalForm game;
        try (Reader reader = Files.newBufferedReader(path)) {
            game = GambitFormat.read(reader);
        } catch (IOException e) {
            throw new ConfigException(origin, "payoffs.table (" + name + ") cannot be read");
        } catch (IllegalArgumentException e) {
            throw new ConfigException(origin, "payoffs.table (" + name + "): " + e.getMessage());
        }
        List<Actor> choosers = actors.stream().filter(actor -> !actor.passive()).toList();
        boolean fits = game.players() == choosers.size();
        for (int i = 0; fits && i < choosers.size(); i++) {
            fits = game.strategies(i) == choosers.get(i).menu().size();
        }
        if (!fits) {
            throw new ConfigException(
                    origin,
                    "payoffs.table (" + name + ") must have one player for each actor that chooses, with as many"
                            + " strategies as its menu");
        }
        return game;
    }

    /** Refuses a word that is not among those known, with the nearest one. */
    static String unknown(String what, String word, Iterable<String> known) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        known.forEach(name -> {
            if (seen.add(name)) {
                names.add(name);
            }
        });
        return "unknown " + what + " '" + word + "'" + Nearest.hint(word, names);
    }
}
