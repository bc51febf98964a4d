package org.lode.sim.world;

import java.util.ArrayList;
import java.util.List;
import org.lode.agents.actor.Actor;
import org.lode.agents.actor.Government;
import org.lode.agents.instrument.Strategy;

/** The baseline made small enough for whole tables, and large enough to have none; for tests of other packages too. */
public final class SmallScenarios {
    private SmallScenarios() {}

    /** The shipped baseline with settings changed. */
    public static Scenario baseline(String... settings) {
        return settings.length == 0 ? Baseline.SCENARIO : Baseline.with(settings);
    }

    /** Menus cut to the start strategy and the one after it, and the first minerals only; the hegemon keeps its fallback too. */
    public static Scenario small(Scenario from, int minerals) {
        List<Actor> actors = new ArrayList<>();
        for (Actor actor : from.actors()) {
            List<Integer> kept = new ArrayList<>();
            int fallback = -1;
            if (!actor.passive()) {
                kept.add(actor.start());
                kept.add((actor.start() + 1) % actor.menu().size());
                if (actor.fallback() >= 0) {
                    fallback = kept.size();
                    kept.add(actor.fallback());
                }
            }
            actors.add(cut(actor, kept, 0, fallback));
        }
        return with(from, actors, minerals);
    }

    /** Every menu several times over. */
    public static Scenario large(Scenario from, int times) {
        List<Actor> actors = new ArrayList<>();
        for (Actor actor : from.actors()) {
            List<Integer> kept = new ArrayList<>();
            for (int s = 0; s < times * actor.menu().size(); s++) {
                kept.add(s % actor.menu().size());
            }
            actors.add(cut(actor, kept, actor.start(), actor.fallback()));
        }
        return with(from, actors, 1);
    }

    /** Another strategy of everybody stands before round 0. */
    public static Scenario startingElsewhere(Scenario from) {
        List<Actor> actors = new ArrayList<>();
        for (Actor actor : from.actors()) {
            int start = actor.passive() ? 0 : (actor.start() + 1) % actor.menu().size();
            actors.add(new Actor(
                    actor.id(),
                    actor.name(),
                    actor.menu(),
                    start,
                    actor.fallback(),
                    actor.weights(),
                    actor.governments(),
                    actor.rule()));
        }
        return with(from, actors, from.mineralCount());
    }

    /** An actor with some of its strategies; a government that considers none of these considers all. */
    static Actor cut(Actor actor, List<Integer> kept, int start, int fallback) {
        List<Strategy> menu = kept.stream().map(actor.menu()::get).toList();
        List<Government> governments = new ArrayList<>();
        for (Government type : actor.governments()) {
            List<Boolean> considered = kept.stream().map(type.menu()::get).toList();
            boolean any = considered.contains(true);
            governments.add(new Government(
                    type.id(),
                    type.name(),
                    type.weights(),
                    any ? considered : kept.stream().map(s -> true).toList()));
        }
        return new Actor(actor.id(), actor.name(), menu, start, fallback, actor.weights(), governments, actor.rule());
    }

    /** A scenario's minerals as it has them, their costs solved for its base round. */
    static List<MineralData> minerals(Scenario from) {
        List<MineralData> minerals = new ArrayList<>();
        for (int m = 0; m < from.mineralCount(); m++) {
            minerals.add(from.mineral(m));
        }
        return minerals;
    }

    private static Scenario with(Scenario from, List<Actor> actors, int minerals) {
        return new Scenario(
                from.data(), from.actorData(), actors, minerals(from).subList(0, minerals), from.components(), null);
    }
}
