package org.lode.sim.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.lode.agents.actor.Actor;
import org.lode.agents.actor.Government;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Scope;
import org.lode.agents.instrument.Settings;
import org.lode.agents.instrument.Strategy;

/** Worlds of the baseline's actors and some of its minerals with menus drawn by chance, in which every instrument is used. */
public final class RandomScenarios {
    private RandomScenarios() {}

    /**
     * One such world.
     *
     * @param strategies on each menu; at most about half the instruments of each are set
     */
    public static Scenario draw(Scenario from, int seed, int minerals, int strategies) {
        var chance = new SplittableRandom(seed);
        List<MineralData> kept = SmallScenarios.minerals(from);
        while (kept.size() > minerals) {
            kept.remove(chance.nextInt(kept.size()));
        }
        List<Actor> actors = new ArrayList<>();
        for (Actor actor : from.actors()) {
            if (actor.passive()) {
                actors.add(actor);
                continue;
            }
            List<Strategy> menu = new ArrayList<>();
            for (int s = 0; s < strategies; s++) {
                Strategy first = actor.menu().get(0);
                menu.add(new Strategy("s" + s, "drawn", first.from(), first.until(), settings(from, kept, chance)));
            }
            int fallback = actor.fallback() < 0 ? -1 : chance.nextInt(strategies);
            List<Government> governments = new ArrayList<>();
            for (Government type : actor.governments()) {
                Boolean[] considered = new Boolean[strategies];
                Arrays.setAll(considered, s -> chance.nextDouble() < 0.7);
                considered[chance.nextInt(strategies)] = true;
                governments.add(new Government(type.id(), type.name(), type.weights(), List.of(considered)));
            }
            actors.add(new Actor(
                    actor.id(),
                    actor.name(),
                    menu,
                    chance.nextInt(strategies),
                    fallback,
                    actor.weights(),
                    governments,
                    actor.rule()));
        }
        return new Scenario(from.data(), from.actorData(), actors, kept, from.components(), null);
    }

    /** The instruments that some strategy of a scenario sets. */
    public static Set<Instrument> used(Scenario scenario) {
        Set<Instrument> used = EnumSet.noneOf(Instrument.class);
        for (Actor actor : scenario.actors()) {
            for (Strategy strategy : actor.menu()) {
                for (Instrument instrument : Instrument.values()) {
                    if (!strategy.settings().isNeutral(instrument)) {
                        used.add(instrument);
                    }
                }
            }
        }
        return used;
    }

    private static Settings settings(Scenario from, List<MineralData> minerals, SplittableRandom chance) {
        int actors = from.actors().size();
        Settings.Builder drawn =
                Settings.neutral(actors, minerals.size(), from.clubCount()).change();
        for (Instrument instrument : Instrument.values()) {
            if (chance.nextDouble() < 0.5) {
                continue;
            }
            int targets = instrument.scope() == Scope.CLUB ? from.clubCount() : actors;
            switch (instrument.scope()) {
                case ACTOR -> drawn.set(instrument, value(instrument, 1, chance));
                case CLUB, TARGET -> {
                    for (int k = 0; k < targets; k++) {
                        if (chance.nextDouble() < 0.6) {
                            drawn.set(instrument, k, value(instrument, 1, chance));
                        }
                    }
                }
                case MINERAL -> {
                    for (int m = 0; m < minerals.size(); m++) {
                        drawn.set(
                                instrument,
                                m,
                                value(instrument, minerals.get(m).price().home(), chance));
                    }
                }
                case MINERAL_TARGET -> {
                    for (int m = 0; m < minerals.size(); m++) {
                        for (int k = 0; k < actors; k++) {
                            drawn.set(instrument, m, k, value(instrument, 1, chance));
                        }
                    }
                }
            }
        }
        return drawn.build();
    }

    /** Something within an instrument's range that a government might choose; prices about the mineral's own. */
    private static double value(Instrument instrument, double price, SplittableRandom chance) {
        double share = chance.nextDouble();
        return switch (instrument.unit()) {
            case "USD/kg" -> price * (instrument == Instrument.OFFTAKE_THRESHOLD ? 2.5 + share : 0.5 + 2 * share);
            case "USD bn/yr" -> Math.min(instrument.most(), 5 * share);
            case "days" -> 120 * share;
            case "years" -> 1 + 14 * share;
            default -> instrument.least() + (Math.min(1, instrument.most()) - instrument.least()) * share;
        };
    }
}
