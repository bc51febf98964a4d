package org.lode.sim.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.lode.agents.actor.Actor;
import org.lode.agents.instrument.Strategy;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.Binder;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Node;
import org.lode.sim.config.Origin;
import org.lode.sim.config.Raw;
import org.lode.sim.config.Settings;

/**
 * One forced course through a scenario's world: the same settings round after round, nobody chooses. Two trials with one seed
 * share all chance, so what differs between them is what was set.
 */
final class Trial {
    private static final Origin HERE = new Origin("trial", 0);

    final Scenario scenario;
    final World world;
    final int[] profile;

    private Trial(Scenario scenario, int[] profile, long seed, int rounds) {
        this.scenario = scenario;
        this.profile = profile;
        world = new World(scenario, new Streams(seed, 0, 0));
        for (int round = 0; round < rounds; round++) {
            world.begin(profile);
            world.advance(profile, profile);
        }
        world.begin(profile);
    }

    /** Everybody neutral but for what {@code settings} says, by actor and instrument. */
    static Trial of(Scenario scenario, Map<String, MapNode> settings, long seed, int rounds) {
        Scenario small = minimal(scenario, settings);
        int[] profile = new int[small.choosers()];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = small.actors().get(i).menu().size() - 1;
        }
        return new Trial(small, profile, seed, rounds);
    }

    /** All keep the strategies with which the scenario starts. */
    static Trial start(Scenario scenario, long seed, int rounds) {
        return new Trial(scenario, scenario.startProfile(), seed, rounds);
    }

    /** The scenario with menus cut down to doing nothing and, where given, one strategy. */
    static Scenario minimal(Scenario scenario, Map<String, MapNode> settings) {
        List<Actor> actors = new ArrayList<>();
        for (int i = 0; i < scenario.actors().size(); i++) {
            Actor actor = scenario.actors().get(i);
            List<Strategy> menu = new ArrayList<>();
            if (!actor.passive()) {
                Strategy first = actor.menu().get(0);
                var neutral = new Strategy("neutral", "nothing", first.from(), first.until(), scenario.neutral());
                menu.add(neutral);
                MapNode given = settings.get(actor.id());
                if (given != null) {
                    var read = new StrategyReader(new Binder(), scenario.data(), scenario.actorData());
                    menu.add(read.menu(only(scenario.actorData().get(i), given)).get(0));
                }
            }
            actors.add(new Actor(actor.id(), actor.name(), menu, 0, -1, actor.weights(), List.of(), actor.rule()));
        }
        List<MineralData> minerals = new ArrayList<>();
        for (int m = 0; m < scenario.mineralCount(); m++) {
            minerals.add(scenario.mineral(m));
        }
        return new Scenario(scenario.data(), scenario.actorData(), actors, minerals, scenario.components(), null);
    }

    private static ActorData only(ActorData actor, MapNode settings) {
        ActorData.StrategyData first = actor.strategies().get(0);
        var strategy = new ActorData.StrategyData(
                "trial", "trial", first.from(), first.until(), new Raw("settings", settings));
        return new ActorData(
                actor.id(),
                actor.name(),
                actor.role(),
                actor.resourceWeight(),
                actor.rule(),
                actor.start(),
                actor.fallback(),
                actor.royalty(),
                actor.tradeExposure(),
                actor.trust(),
                actor.hostility(),
                actor.commitments(),
                actor.hazards(),
                actor.market(),
                actor.scale(),
                actor.governments(),
                actor.weights(),
                actor.copies(),
                List.of(strategy),
                List.of());
    }

    /** Settings as they would stand in a file, such as {@code {tariff: {ndpr: 0.1}}}. */
    static MapNode settings(String yaml) {
        var holder = new MapNode(Map.of("settings", new MapNode(Map.of(), HERE)), HERE);
        return (MapNode) Settings.apply(holder, List.of("settings=" + yaml)).require("settings");
    }

    /** One map of instruments over another, for one actor's settings. */
    static MapNode together(Map<String, Node> first, Map<String, Node> second) {
        var both = new LinkedHashMap<>(first);
        both.putAll(second);
        return new MapNode(both, HERE);
    }

    int actor(String id) {
        List<String> ids = scenario.actors().stream().map(Actor::id).toList();
        if (!ids.contains(id)) {
            throw new IllegalArgumentException("unknown actor " + id);
        }
        return ids.indexOf(id);
    }

    int mineral(String id) {
        for (int m = 0; m < scenario.mineralCount(); m++) {
            if (scenario.mineral(m).id().equals(id)) {
                return m;
            }
        }
        throw new IllegalArgumentException("unknown mineral " + id);
    }

    int club(String id) {
        for (int g = 0; g < scenario.clubCount(); g++) {
            if (scenario.data().clubs().get(g).id().equals(id)) {
                return g;
            }
        }
        throw new IllegalArgumentException("unknown club " + id);
    }

    MineralState state(int mineral) {
        return world.state().minerals[mineral];
    }

    ProfileView view() {
        ProfileView view = world.view();
        view.show(profile);
        return view;
    }

    /** Plays on under another profile, and stops as the next round begins. */
    void play(int[] other, int rounds) {
        int[] last = profile;
        for (int round = 0; round < rounds; round++) {
            world.advance(other, last);
            world.begin(other);
            last = other;
        }
    }

    /** Nobody does anything. */
    int[] neutral() {
        return new int[profile.length];
    }

    /** A mineral's dynamics with the trial's settings, apart from the world's own. */
    MineralDynamics dynamics(int mineral) {
        var dynamics = new MineralDynamics(scenario, mineral);
        for (int i = 0; i < scenario.actors().size(); i++) {
            dynamics.levers.slices[i] = scenario.slices[mineral][i][i < profile.length ? profile[i] : 0];
        }
        dynamics.levers.combine(world.state().beliefs);
        return dynamics;
    }

    /** Reads a number off a mineral's market as it clears in the round at hand. */
    double market(int mineral, ToDoubleFunction<MineralMarket> read) {
        double[] found = {Double.NaN};
        new Lookahead(world).run(mineral, profile, (node, terminal, outcome) -> {
            if (node == 0) {
                found[0] = read.applyAsDouble((MineralMarket) outcome);
            }
        });
        return found[0];
    }
}
