package org.lode.sim.world;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Settings;

/** The shipped baseline, read once, and trials in it. */
final class Baseline {
    static final Path FILE = Path.of("../configs/scenarios/baseline.yaml");
    static final ScenarioReader.Loaded LOADED = ScenarioReader.read(FILE, List.of());
    static final Scenario SCENARIO = LOADED.scenario();
    private static final long SEED = 20260204;

    private Baseline() {}

    static Scenario with(String... settings) {
        return ScenarioReader.read(FILE, List.of(settings)).scenario();
    }

    /** The baseline whose hegemon has no governments that could change, with settings changed. */
    static Scenario ungoverned(String... settings) {
        MapNode tree = Settings.apply(LOADED.tree(), List.of(settings));
        var hegemon = (MapNode) Settings.at(tree, "actors.US");
        return ScenarioReader.bind(Settings.set(tree, "actors.US", hegemon.without("governments")), FILE, false)
                .scenario();
    }

    /** Everybody neutral but for actors and their settings, in turn. */
    static Trial trial(int rounds, String... actorsAndSettings) {
        return trial(SCENARIO, rounds, actorsAndSettings);
    }

    static Trial trial(Scenario scenario, int rounds, String... actorsAndSettings) {
        Map<String, MapNode> given = new LinkedHashMap<>();
        for (int at = 0; at < actorsAndSettings.length; at += 2) {
            given.put(actorsAndSettings[at], Trial.settings(actorsAndSettings[at + 1]));
        }
        return Trial.of(scenario, given, SEED, rounds);
    }
}
