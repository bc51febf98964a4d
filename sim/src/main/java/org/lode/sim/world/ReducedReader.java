package org.lode.sim.world;

import java.util.List;
import java.util.Optional;
import org.lode.agents.actor.Actor;
import org.lode.agents.payoff.ReducedPayoff;
import org.lode.games.form.Game;
import org.lode.sim.config.Binder;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.Default;
import org.lode.sim.config.Node;
import org.lode.sim.config.Raw;

/** Reads the coefficient table of the `reduced` payoff model. */
final class ReducedReader {
    private ReducedReader() {}

    /** The block `payoffs.reduced`. */
    record Table(
            @Default("[]") List<Own> own, @Default("[]") List<Pair> pairs) {}

    /** What an actor's strategy is worth by itself. */
    record Own(String actor, String strategy, double value) {}

    /** What an actor's strategy is worth more when another plays one of its own. */
    record Pair(String actor, String strategy, String other, String plays, double value) {}

    static Game read(Binder binder, Raw raw, ScenarioData data, List<Actor> actors) {
        Table table = binder.bind(raw, Table.class).value();
        List<Actor> choosers = actors.stream().filter(actor -> !actor.passive()).toList();
        int[] shape = choosers.stream().mapToInt(actor -> actor.menu().size()).toArray();
        ReducedPayoff.Builder builder = ReducedPayoff.of(data.clubs().size(), shape);
        for (Own own : table.own()) {
            int actor = actor(choosers, own.actor(), raw.node());
            builder.own(actor, strategy(choosers.get(actor), own.strategy(), raw.node()), own.value());
        }
        for (Pair pair : table.pairs()) {
            int actor = actor(choosers, pair.actor(), raw.node());
            int other = actor(choosers, pair.other(), raw.node());
            builder.pair(
                    actor,
                    strategy(choosers.get(actor), pair.strategy(), raw.node()),
                    other,
                    strategy(choosers.get(other), pair.plays(), raw.node()),
                    pair.value());
        }
        return builder.build();
    }

    private static int actor(List<Actor> actors, String id, Node node) {
        for (int i = 0; i < actors.size(); i++) {
            if (actors.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new ConfigException(
                node.origin(),
                ScenarioReader.unknown(
                        "actor", id, actors.stream().map(Actor::id).toList()));
    }

    private static int strategy(Actor actor, String id, Node node) {
        Optional<Integer> at = Optional.empty();
        for (int s = 0; s < actor.menu().size(); s++) {
            if (actor.menu().get(s).id().equals(id)) {
                at = Optional.of(s);
            }
        }
        return at.orElseThrow(() -> new ConfigException(
                node.origin(),
                ScenarioReader.unknown(
                        "strategy of " + actor.id(),
                        id,
                        actor.menu().stream().map(strategy -> strategy.id()).toList())));
    }
}
