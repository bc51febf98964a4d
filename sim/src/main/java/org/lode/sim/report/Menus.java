package org.lode.sim.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.agents.actor.Actor;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;
import org.lode.agents.instrument.Strategy;
import org.lode.games.format.Numbers;
import org.lode.sim.world.Scenario;

/** What strategies set, in names: the settings that are not neutral. */
final class Menus {
    /**
     * One setting.
     *
     * @param mineral id; {@code all} if the same for all, empty if the instrument does not differ by mineral
     * @param target actor or club id; {@code all} if the same for all, empty if it has none
     */
    record Setting(Instrument instrument, String mineral, String target, double value) {
        /** Whom or what it is for; empty if it is one number for the actor. */
        private String of() {
            return (mineral + " " + target).strip();
        }
    }

    private static final String ALL = "all";

    private final List<String> actors;
    private final List<String> minerals = new ArrayList<>();
    private final List<String> clubs;

    Menus(Scenario scenario) {
        actors = scenario.actors().stream().map(Actor::id).toList();
        for (int m = 0; m < scenario.mineralCount(); m++) {
            minerals.add(scenario.mineral(m).id());
        }
        clubs = scenario.data().clubs().stream().map(club -> club.id()).toList();
    }

    /** The settings of a strategy that are not neutral, in the order of the instruments. */
    List<Setting> of(Strategy strategy) {
        Settings settings = strategy.settings();
        List<Setting> found = new ArrayList<>();
        for (Instrument instrument : Instrument.values()) {
            switch (instrument.scope()) {
                case ACTOR -> {
                    if (!settings.isNeutral(instrument)) {
                        found.add(new Setting(instrument, "", "", settings.of(instrument)));
                    }
                }
                case CLUB -> list(found, instrument, clubs, at -> settings.of(instrument, at), false, "");
                case MINERAL -> list(found, instrument, minerals, at -> settings.of(instrument, at), true, "");
                case TARGET -> list(found, instrument, actors, at -> settings.of(instrument, at), false, "");
                case MINERAL_TARGET -> {
                    for (int m = 0; m < minerals.size(); m++) {
                        int mineral = m;
                        list(
                                found,
                                instrument,
                                actors,
                                at -> settings.of(instrument, mineral, at),
                                false,
                                minerals.get(m));
                    }
                }
            }
        }
        return found;
    }

    /** The same as people write it: {@code priceFloor ndpr 110 USD/kg; supplierCap ndpr, dytb 0.65, graphite 0.8}. */
    String text(Strategy strategy) {
        var byInstrument = new EnumMap<Instrument, Map<Double, List<String>>>(Instrument.class);
        for (Setting setting : of(strategy)) {
            byInstrument
                    .computeIfAbsent(setting.instrument(), instrument -> new LinkedHashMap<>())
                    .computeIfAbsent(setting.value(), value -> new ArrayList<>())
                    .add(setting.of());
        }
        var parts = new ArrayList<String>();
        byInstrument.forEach((instrument, values) -> {
            var groups = new ArrayList<String>();
            values.forEach(
                    (value, names) -> groups.add((String.join(", ", names) + " " + Numbers.text(value)).strip()));
            boolean pure =
                    instrument.unit().equals("share") || instrument.unit().equals("1");
            parts.add(instrument.key() + " " + String.join(", ", groups) + (pure ? "" : " " + instrument.unit()));
        });
        return String.join("; ", parts);
    }

    private interface Value {
        double at(int index);
    }

    private static void list(
            List<Setting> found,
            Instrument instrument,
            List<String> names,
            Value value,
            boolean byMineral,
            String mineral) {
        boolean same = names.size() > 1;
        for (int at = 1; at < names.size(); at++) {
            same &= value.at(at) == value.at(0);
        }
        for (int at = 0; at < (same ? 1 : names.size()); at++) {
            if (value.at(at) != instrument.neutral()) {
                String name = same ? ALL : names.get(at);
                found.add(new Setting(instrument, byMineral ? name : mineral, byMineral ? "" : name, value.at(at)));
            }
        }
    }
}
