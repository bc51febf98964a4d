package org.lode.sim.run;

import java.nio.file.Path;
import java.util.List;
import org.lode.sim.world.ScenarioReader;
import org.lode.sim.world.ScenarioReader.Loaded;

/** Scenarios that tests run: the shipped ones, made small where they are large. */
public final class Scenarios {
    private static final Path SHIPPED = Path.of("../configs/scenarios");

    private Scenarios() {}

    public static Path file(String name) {
        return SHIPPED.resolve(name + ".yaml");
    }

    public static Loaded shipped(String name, String... settings) {
        return ScenarioReader.read(file(name), List.of(settings));
    }
}
