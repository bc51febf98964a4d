package org.lode.sim.world;

import java.util.Arrays;
import java.util.List;
import org.lode.agents.instrument.Instrument;
import org.lode.sim.config.Binder;
import org.lode.sim.config.Bound;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.Raw;
import org.lode.sim.config.SchemaKeys;
import org.lode.sim.config.Unit;

/** The settings of a strategy: a number of each instrument, or one for each of what the instrument is aimed at. */
final class InstrumentSettings {
    private InstrumentSettings() {}

    /**
     * Reads what is set of an instrument.
     *
     * @return a Double, a map of them, or a map of such maps, as the instrument's scope says
     * @throws ConfigException with every problem found
     */
    static Bound<Object> bind(Binder binder, Instrument instrument, Raw raw) {
        return binder.numbers(
                raw, depth(instrument), unit(instrument), instrument.least(), instrument.most(), instrument.effect());
    }

    /** What a strategy's settings may hold. */
    static SchemaKeys keys() {
        SchemaKeys[] all = Arrays.stream(Instrument.values())
                .map(one -> Binder.keys(one.key(), depth(one), unit(one), one.least(), one.most(), one.effect()))
                .toArray(SchemaKeys[]::new);
        return SchemaKeys.of("object", List.of(), all);
    }

    private static Binder.Depth depth(Instrument instrument) {
        return switch (instrument.scope()) {
            case ACTOR -> Binder.Depth.NUMBER;
            case CLUB, MINERAL, TARGET -> Binder.Depth.MAP;
            case MINERAL_TARGET -> Binder.Depth.MAP_OF_MAPS;
        };
    }

    private static Unit unit(Instrument instrument) {
        return Unit.of(instrument.unit())
                .orElseThrow(() -> new IllegalStateException("unit " + instrument.unit() + " of " + instrument.key()));
    }
}
