package org.lode.sim.world;

import java.util.ArrayList;
import java.util.List;
import org.lode.agents.actor.Actor;
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
            List<Strategy> menu = new ArrayList<>();
            int fallback = -1;
            if (!actor.passive()) {
                menu.add(actor.menu().get(actor.start()));
                menu.add(actor.menu().get((actor.start() + 1) % actor.menu().size()));
                if (actor.fallback() >= 0) {
                    fallback = menu.size();
                    menu.add(actor.menu().get(actor.fallback()));
                }
            }
            actors.add(new Actor(actor.id(), actor.name(), menu, 0, fallback, actor.weights(), actor.rule()));
        }
        return with(from, actors, minerals);
    }

    /** Every menu several times over. */
    public static Scenario large(Scenario from, int times) {
        List<Actor> actors = new ArrayList<>();
        for (Actor actor : from.actors()) {
            List<Strategy> menu = new ArrayList<>();
            for (int copy = 0; copy < times; copy++) {
                menu.addAll(actor.menu());
            }
            actors.add(new Actor(
                    actor.id(), actor.name(), menu, actor.start(), actor.fallback(), actor.weights(), actor.rule()));
        }
        return with(from, actors, 1);
    }

    /** Another strategy of everybody stands before round 0. */
    public static Scenario startingElsewhere(Scenario from) {
        List<Actor> actors = new ArrayList<>();
        for (Actor actor : from.actors()) {
            int start = actor.passive() ? 0 : (actor.start() + 1) % actor.menu().size();
            actors.add(new Actor(
                    actor.id(), actor.name(), actor.menu(), start, actor.fallback(), actor.weights(), actor.rule()));
        }
        return with(from, actors, from.mineralCount());
    }

    private static Scenario with(Scenario from, List<Actor> actors, int minerals) {
        return new Scenario(
                from.data(),
                from.actorData(),
                actors,
                from.data().minerals().subList(0, minerals),
                from.components(),
                null);
    }
}
