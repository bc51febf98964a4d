package org.lode.sim.lockin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.agents.instrument.Instrument;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.world.Scenario;

/**
 * A parameter of the scenario that is ramped from one value to another and back while a run goes on.
 *
 * @param parameter dotted path, in the model's unit; any instrument's setting or other number
 * @param from value at the ends
 * @param to value in the middle, above {@code from}
 * @param response series whose loop is measured
 * @param plays strategy by actor, held throughout, such as the one whose instrument it is
 */
public record RampData(
        @Doc("dotted path of the parameter") String parameter,
        @Doc("value at the ends of the loop") double from,
        @Doc("value where the ramp turns") double to,
        @Doc("series whose loop is measured") String response,

        @Doc("strategies held throughout, by actor") @Default("{}")
        Map<String, String> plays) {
    public RampData {
        plays = Collections.unmodifiableMap(new LinkedHashMap<>(plays));
        if (!(to > from)) {
            throw new IllegalArgumentException("to (" + to + ") must be above from (" + from + ")");
        }
    }

    /** The hegemon's first price floor, from none to twice what it is, against refining outside the dominant supplier. */
    public static List<RampData> usual(Scenario scenario) {
        int hegemon = scenario.hegemon();
        if (hegemon < 0) {
            return List.of();
        }
        var actor = scenario.actors().get(hegemon);
        for (var strategy : actor.menu()) {
            for (int m = 0; m < scenario.mineralCount(); m++) {
                double floor = strategy.settings().of(Instrument.PRICE_FLOOR, m);
                if (floor > 0 && scenario.mineral(m).dominant().isPresent()) {
                    String mineral = scenario.mineral(m).id();
                    return List.of(new RampData(
                            "actors." + actor.id() + ".strategies." + strategy.id() + ".settings.priceFloor." + mineral,
                            0,
                            2 * floor,
                            "outside." + mineral,
                            Map.of(actor.id(), strategy.id())));
                }
            }
        }
        return List.of();
    }
}
