package org.lode.sim.run;

import java.util.List;
import java.util.Locale;
import org.lode.agents.actor.Actor;
import org.lode.agents.decide.DecisionRule;
import org.lode.agents.decide.Uniform;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader.Loaded;

/**
 * The same world with actors to whom it does not matter what they get: what a result is held against, to see whether it comes of
 * what actors want. It replaces the rule of every actor that is not scripted; run on the same streams as the world itself, each
 * pair of runs shares all its chance.
 */
public enum Placebo {
    /** Everybody tosses a coin among the open strategies. */
    UNIFORM {
        @Override
        DecisionRule of(DecisionRule rule) {
            return new Uniform();
        }
    },
    /** Payoffs count for nothing; what holds an actor to its last strategy is kept. */
    INERTIA {
        @Override
        DecisionRule of(DecisionRule rule) {
            return rule.inertia();
        }
    };

    abstract DecisionRule of(DecisionRule rule);

    /** The name in results: {@code uniform} or {@code inertia}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The actor without what it wants; itself if it is scripted or does not choose. */
    public Actor of(Actor actor) {
        DecisionRule rule = actor.rule();
        return rule == null || rule.scripted() ? actor : actor.with(of(rule));
    }

    /** The scenario with every actor's placebo; all else is the same, the payoffs too. */
    public Scenario of(Scenario scenario) {
        List<Actor> actors = scenario.actors().stream().map(this::of).toList();
        return scenario.with(actors);
    }

    /** As {@link #of(Scenario)}; the tree and the numbers stay those of the world itself, and so does its hash. */
    public Loaded of(Loaded loaded) {
        return new Loaded(of(loaded.scenario()), loaded.tree(), loaded.parameters());
    }

    /** Whether anybody chooses: without an actor who is not scripted there is nothing that a placebo could replace. */
    public static boolean applies(Scenario scenario) {
        return scenario.actors().stream().map(Actor::rule).anyMatch(rule -> rule != null && !rule.scripted());
    }
}
