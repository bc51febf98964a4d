package org.lode.sim.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lode.agents.payoff.PayoffComponent;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Origin;
import org.lode.sim.config.Problem;
import org.lode.sim.config.Settings;

/** What the records of a scenario must say together: names that exist, sums that add up, limits that hold. */
final class ScenarioCheck {
    /** Rounds times actors times minerals at most: beyond, a scenario is a slip of the pen. */
    private static final long LARGEST = 50_000_000;

    private final MapNode tree;
    private final ScenarioData data;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> actors = new LinkedHashSet<>();
    private final Set<String> minerals = new LinkedHashSet<>();
    private final Set<String> clubs = new LinkedHashSet<>();

    ScenarioCheck(MapNode tree, ScenarioData data) {
        this.tree = tree;
        this.data = data;
    }

    void check() {
        List<ActorData> each =
                data.actors().stream().flatMap(actor -> actor.each().stream()).toList();
        unique("actors", each.stream().map(ActorData::id).toList(), actors);
        unique("minerals", data.minerals().stream().map(MineralData::id).toList(), minerals);
        unique("clubs", data.clubs().stream().map(ScenarioData.Club::id).toList(), clubs);
        actors();
        minerals();
        if (!minerals.isEmpty()) {
            data.actors().forEach(this::touches);
        }
        events();
        weights("payoffs.weights", data.payoffs().weights());
        long size = (long) data.rounds() * Math.max(1, data.minerals().size()) * each.size();
        if (size > LARGEST) {
            problem(
                    "rounds",
                    "rounds (" + data.rounds() + ") times minerals and actors is " + size + ", must be at most "
                            + LARGEST);
        }
        var foresight = data.foresight();
        if (foresight.horizon() == 1 && foresight.terminal() > 0) {
            problem("foresight.terminal", "terminal must be 0 with a horizon of one round");
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private void unique(String list, List<String> ids, Set<String> into) {
        for (int at = 0; at < ids.size(); at++) {
            if (!into.add(ids.get(at))) {
                problem(list + "." + ids.get(at), "id '" + ids.get(at) + "' stands twice in " + list);
            }
        }
    }

    private void actors() {
        int hegemons = 0;
        int dominants = 0;
        double weights = 0;
        boolean resources = false;
        for (ActorData actor : data.actors()) {
            String at = "actors." + actor.id();
            hegemons += actor.role() == ActorData.Role.HEGEMON ? 1 : 0;
            dominants += actor.role() == ActorData.Role.DOMINANT ? 1 : 0;
            weights += actor.resourceWeight();
            resources |= actor.role() == ActorData.Role.RESOURCE;
            known(at + ".tradeExposure", "actor", actor.tradeExposure(), actors);
            known(at + ".trust", "actor", actor.trust(), actors);
            known(at + ".hostility", "actor", actor.hostility(), actors);
            known(at + ".hazards", "actor", actor.hazards(), actors);
            known(at + ".commitments", "club", actor.commitments(), clubs);
            weights(at + ".weights", actor.weights());
            var strategies = new LinkedHashSet<String>();
            unique(
                    at + (actor.moves().isEmpty() ? ".strategies" : ".moves"),
                    actor.menu().stream().map(ActorData.Choice::id).toList(),
                    strategies);
            actor.governments().ifPresent(governments -> {
                var types = new LinkedHashSet<String>();
                unique(
                        at + ".governments.types",
                        governments.types().stream().map(ActorData.Type::id).toList(),
                        types);
                for (ActorData.Type type : governments.types()) {
                    String of = at + ".governments.types." + type.id();
                    weights(of + ".weights", type.weights());
                    type.strategies().forEach(id -> known(of + ".strategies", "strategy", id, strategies));
                }
            });
            actor.start().ifPresent(start -> known(at + ".start", "strategy", start, strategies));
            actor.fallback().ifPresent(start -> known(at + ".fallback", "strategy", start, strategies));
        }
        if (hegemons > 1 || dominants > 1) {
            problem(
                    "actors",
                    hegemons + " actors have role hegemon and " + dominants + " role dominant, at most one may");
        }
        if (resources && weights > 1 + 1e-9) {
            problem("actors", "resourceWeight adds up to " + weights + " over the actors, must be at most 1");
        }
    }

    private void minerals() {
        for (MineralData mineral : data.minerals()) {
            String at = "minerals." + mineral.id();
            mineral.dominant().ifPresent(dominant -> {
                known(at + ".dominant", "actor", dominant, actors);
                boolean role = data.actors().stream()
                        .anyMatch(actor -> actor.id().equals(dominant) && actor.role() == ActorData.Role.DOMINANT);
                if (!role && actors.contains(dominant)) {
                    problem(at + ".dominant", "dominant (" + dominant + ") must be an actor of role dominant");
                }
            });
            known(at + ".demand.shares", "actor", mineral.demand().shares(), actors);
            known(at + ".ore", "actor", mineral.ore(), actors);
            var producers = new LinkedHashSet<String>();
            unique(
                    at + ".producers",
                    mineral.producers().stream().map(MineralData.Producer::id).toList(),
                    producers);
            double[] projects = new double[3];
            for (MineralData.Producer producer : mineral.producers()) {
                String place = at + ".producers." + producer.id();
                known(place + ".host", "actor", producer.host(), actors);
                known(place + ".owner", "actor", producer.owner(), actors);
                known(place + ".capacity", "stage", producer.capacity(), mineral.stages());
                known(place + ".capex", "stage", producer.capex(), mineral.stages());
                known(place + ".lead", "stage", producer.lead(), mineral.stages());
                known(place + ".projects", "stage", producer.projects(), mineral.stages());
                for (int s = 0; s < mineral.stages().size(); s++) {
                    projects[s] +=
                            producer.projects().getOrDefault(mineral.stages().get(s), 0.0);
                }
            }
            for (int s = 0; s < mineral.stages().size(); s++) {
                if (projects[s] > 1 + 1e-9) {
                    problem(
                            at + ".producers",
                            "projects." + mineral.stages().get(s) + " of " + mineral.id() + " adds up to " + projects[s]
                                    + " over the producers, must be at most 1");
                }
            }
        }
    }

    /** Refuses an actor whom no mineral knows: it would choose for a stake of nothing. */
    private void touches(ActorData actor) {
        List<String> ids = actor.each().stream().map(ActorData::id).toList();
        boolean known = data.minerals().stream()
                .anyMatch(mineral ->
                        ids.stream().anyMatch(id -> mineral.demand().shares().getOrDefault(id, 0.0) > 0)
                                || mineral.producers().stream()
                                        .anyMatch(plant -> ids.contains(plant.host()) || ids.contains(plant.owner())));
        if (known || actor.strategies().isEmpty()) {
            return;
        }
        boolean feared = data.actors().stream().anyMatch(other -> ids.stream().anyMatch(other.hazards()::containsKey));
        boolean traded =
                data.actors().stream().anyMatch(other -> ids.stream().anyMatch(other.tradeExposure()::containsKey));
        problem(
                "actors." + actor.id(),
                "actor " + actor.id() + " is in no mineral: give it a share of demand or a producer (host, owner)"
                        + (feared ? "" : "; no hazards of others name it")
                        + (traded ? "" : "; no tradeExposure of others names it"));
    }

    private void events() {
        var ids = new LinkedHashSet<String>();
        for (int list = 0; list < data.events().size(); list++) {
            for (ScenarioData.Event event : data.events().get(list).events()) {
                String at = "events." + list + ".events." + event.id();
                if (!ids.add(event.id())) {
                    problem(at, "id '" + event.id() + "' stands twice in events");
                }
                event.actor().ifPresent(actor -> known(at + ".actor", "actor", actor, actors));
                event.other().ifPresent(other -> known(at + ".other", "actor", other, actors));
                event.mineral().ifPresent(mineral -> known(at + ".mineral", "mineral", mineral, minerals));
                needs(event, at);
            }
        }
    }

    private void needs(ScenarioData.Event event, String at) {
        boolean pair =
                event.what() == ScenarioData.Event.What.HOSTILITY || event.what() == ScenarioData.Event.What.TRUST;
        boolean market = event.what() == ScenarioData.Event.What.OUTAGE
                || event.what() == ScenarioData.Event.What.DEMAND
                || event.what() == ScenarioData.Event.What.COST;
        boolean host = pair || event.what() == ScenarioData.Event.What.OUTAGE;
        if (host && event.actor().isEmpty() || pair && event.other().isEmpty()) {
            problem(at, "an event of " + event.id() + "'s kind needs actor" + (pair ? " and other" : ""));
        }
        if (market && event.mineral().isEmpty()) {
            problem(at, "an event of " + event.id() + "'s kind needs mineral");
        }
    }

    private void weights(String at, Map<String, Double> weights) {
        List<String> names =
                data.payoffs().components().stream().map(PayoffComponent::name).toList();
        known(at, "component", weights, names);
    }

    private void known(String at, String what, Map<String, Double> map, Collection<String> known) {
        for (String key : map.keySet()) {
            if (!known.contains(key)) {
                problem(at + "." + key, ScenarioReader.unknown(what, key, known));
            }
        }
    }

    private void known(String at, String what, String word, Collection<String> known) {
        if (!known.contains(word)) {
            problem(at, ScenarioReader.unknown(what, word, known));
        }
    }

    private void problem(String path, String message) {
        Origin origin;
        try {
            origin = Settings.at(tree, path).origin();
        } catch (ConfigException e) {
            origin = tree.origin();
        }
        problems.add(new Problem(origin, message));
    }
}
