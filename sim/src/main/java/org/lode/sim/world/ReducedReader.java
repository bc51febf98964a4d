package org.lode.sim.world;

import static org.lode.sim.config.Unit.SHARE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lode.agents.actor.Actor;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;
import org.lode.agents.payoff.ReducedPayoff;
import org.lode.games.form.Game;
import org.lode.sim.config.Binder;
import org.lode.sim.config.Bound;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Max;
import org.lode.sim.config.Min;
import org.lode.sim.config.Node;
import org.lode.sim.config.Provenance;
import org.lode.sim.config.Raw;

/**
 * Reads the coefficient table of the `reduced` payoff model. Where an actor is named, the name of an archetype stands for each of
 * its copies.
 */
final class ReducedReader {
    private final ScenarioData data;
    private final List<ActorData> actorData = new ArrayList<>();
    private final List<Actor> choosers = new ArrayList<>();
    private final Node node;

    private ReducedReader(ScenarioData data, List<ActorData> actorData, List<Actor> actors, Node node) {
        this.data = data;
        this.node = node;
        for (int i = 0; i < actors.size(); i++) {
            if (!actors.get(i).passive()) {
                choosers.add(actors.get(i));
                this.actorData.add(actorData.get(i));
            }
        }
    }

    /** The block `payoffs.reduced`. */
    record Table(
            @Default("[]") List<Own> own,
            @Default("[]") List<Pair> pairs,
            @Default("[]") List<Club> clubs,

            @Doc("factor on what the hegemon's club gives and takes") @In(SHARE) @Min(0) @Max(1) @Default("1")
            double credibility,

            Optional<Chair> chair) {}

    /** What an actor's strategy is worth by itself. */
    record Own(String actor, String strategy, double value) {}

    /** What an actor's strategy is worth more when another plays one of its own. */
    record Pair(String actor, String strategy, String other, String plays, double value) {}

    /** What an actor's strategy gets from a club: alone + perMember x members, the actor and a leader included. */
    record Club(
            String club,
            String actor,
            String strategy,
            @Default("0") double alone,
            @Default("0") double perMember) {}

    /** What chairing a club is worth to a member, in every strategy by which it is one. */
    record Chair(String actor, String club, double worth) {}

    static Game read(
            Binder binder,
            Raw raw,
            ScenarioData data,
            List<ActorData> actorData,
            List<Actor> actors,
            List<Provenance.Parameter> parameters) {
        Bound<Table> bound = binder.bind(raw, Table.class);
        parameters.addAll(bound.provenance().parameters());
        return new ReducedReader(data, actorData, actors, raw.node()).game(bound.value());
    }

    private Game game(Table table) {
        int[] shape = choosers.stream().mapToInt(actor -> actor.menu().size()).toArray();
        ReducedPayoff.Builder builder = ReducedPayoff.of(data.clubs().size(), shape);
        double[][] own = new double[shape.length][];
        Arrays.setAll(own, i -> new double[shape[i]]);
        for (Own worth : table.own()) {
            for (int i : actors(worth.actor())) {
                own[i][strategy(i, worth.strategy())] = worth.value();
            }
        }
        for (Pair pair : table.pairs()) {
            for (int i : actors(pair.actor())) {
                for (int other : actors(pair.other())) {
                    if (other != i || pair.actor().equals(choosers.get(i).id())) {
                        builder.pair(
                                i, strategy(i, pair.strategy()), other, strategy(other, pair.plays()), pair.value());
                    }
                }
            }
        }
        for (Club share : table.clubs()) {
            int club = club(share.club());
            boolean hegemon = data.clubs().get(club).track() == ScenarioData.Track.HEGEMON;
            double[] worth = new double[shape.length + 1];
            for (int size = 0; size < worth.length; size++) {
                worth[size] = (hegemon ? table.credibility() : 1) * (share.alone() + share.perMember() * size);
            }
            for (int i : actors(share.actor())) {
                builder.club(club, i, strategy(i, share.strategy()), worth);
            }
        }
        for (int i = 0; i < shape.length; i++) {
            for (int s = 0; s < shape[i]; s++) {
                for (int club = 0; club < data.clubs().size(); club++) {
                    if (member(i, s, club)) {
                        builder.member(club, i, s);
                    }
                }
            }
        }
        table.chair().ifPresent(chair -> {
            for (int i : actors(chair.actor())) {
                for (int s = 0; s < shape[i]; s++) {
                    own[i][s] += member(i, s, club(chair.club())) ? chair.worth() : 0;
                }
            }
        });
        for (int i = 0; i < shape.length; i++) {
            for (int s = 0; s < shape[i]; s++) {
                builder.own(i, s, own[i][s]);
            }
        }
        return builder.build();
    }

    /** Whether a strategy joins or leads a club at all. */
    private boolean member(int actor, int strategy, int club) {
        Settings settings = choosers.get(actor).menu().get(strategy).settings();
        return settings.of(Instrument.JOIN, club) > 0 || settings.of(Instrument.LEAD, club) > 0;
    }

    private List<Integer> actors(String name) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < choosers.size(); i++) {
            if (choosers.get(i).id().equals(name)
                    || actorData.get(i).archetype().equals(name)) {
                found.add(i);
            }
        }
        if (found.isEmpty()) {
            throw unknown(
                    "actor", name, actorData.stream().map(ActorData::archetype).toList());
        }
        return found;
    }

    private int strategy(int actor, String id) {
        Actor owner = choosers.get(actor);
        Optional<Integer> at = Optional.empty();
        for (int s = 0; s < owner.menu().size(); s++) {
            if (owner.menu().get(s).id().equals(id)) {
                at = Optional.of(s);
            }
        }
        return at.orElseThrow(() -> unknown(
                "strategy of " + owner.id(),
                id,
                owner.menu().stream().map(strategy -> strategy.id()).toList()));
    }

    private int club(String id) {
        for (int club = 0; club < data.clubs().size(); club++) {
            if (data.clubs().get(club).id().equals(id)) {
                return club;
            }
        }
        throw unknown(
                "club", id, data.clubs().stream().map(ScenarioData.Club::id).toList());
    }

    private ConfigException unknown(String what, String word, List<String> known) {
        return new ConfigException(node.origin(), ScenarioReader.unknown(what, word, known));
    }
}
