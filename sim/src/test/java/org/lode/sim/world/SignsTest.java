package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lode.agents.instrument.Instrument;
import org.lode.sim.config.Binder;
import org.lode.sim.config.ConfigFiles;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Node;
import org.lode.sim.config.Raw;
import org.lode.sim.config.Settings;

/** The table of signs holds: each instrument alone, and the parameters named there, move what they must the way they must. */
class SignsTest {
    private static final Path TABLE = Path.of("../configs/replications/signs.yaml");
    /** Relative move that counts as one; the exact kernel makes anything above rounding a true effect. */
    private static final double MOVED = 1e-9;

    private static final long SEED = 20260204;

    private static final SignTable SIGNS =
            new Binder().bind(new ConfigFiles().read(TABLE), SignTable.class).value();
    private static final Path FILE = TABLE.resolveSibling(SIGNS.scenario());
    private static final ScenarioReader.Loaded LOADED = ScenarioReader.read(FILE, List.of());

    static List<SignTable.InstrumentRow> instruments() {
        return SIGNS.instruments();
    }

    static List<SignTable.ParameterRow> parameters() {
        return SIGNS.parameters();
    }

    @Test
    void everyInstrumentHasARow() {
        var tabled = new TreeSet<String>();
        SIGNS.instruments().forEach(row -> tabled.add(row.instrument()));
        var known = new TreeSet<String>();
        Arrays.stream(Instrument.values()).forEach(instrument -> known.add(instrument.key()));
        assertThat(tabled).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void anInstrumentAloneMovesItsQuantityInItsDirection(SignTable.InstrumentRow row) {
        var given = given(row.given());
        var changed = new LinkedHashMap<>(given);
        Map<String, Node> own =
                given.containsKey(row.actor()) ? given.get(row.actor()).entries() : Map.of();
        changed.put(
                row.actor(),
                Trial.together(own, Map.of(row.instrument(), row.setting().node())));
        var before = Trial.of(LOADED.scenario(), given, SEED, row.rounds());
        var after = Trial.of(LOADED.scenario(), changed, SEED, row.rounds());
        assertMoved(Gauge.read(row.measured(), before), Gauge.read(row.measured(), after), row.sign(), row.why());
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void aParameterMovesItsQuantityInItsDirection(SignTable.ParameterRow row) {
        Scenario scaled = scaled(row.paths(), row.factor());
        double before = Gauge.read(row.measured(), trial(LOADED.scenario(), row));
        double after = Gauge.read(row.measured(), trial(scaled, row));
        assertMoved(before, after, row.sign(), row.why());
    }

    private static Trial trial(Scenario scenario, SignTable.ParameterRow row) {
        return row.given().isEmpty()
                ? Trial.start(scenario, SEED, row.rounds())
                : Trial.of(scenario, given(row.given()), SEED, row.rounds());
    }

    private static void assertMoved(double before, double after, SignTable.Sign sign, String why) {
        double least = MOVED * Math.max(1e-6, Math.abs(before));
        double moved = sign == SignTable.Sign.UP ? after - before : before - after;
        assertThat(moved)
                .as("%s: before %s, after %s, must go %s", why, before, after, sign)
                .isGreaterThan(least);
    }

    private static Map<String, MapNode> given(Map<String, Raw> given) {
        var nodes = new LinkedHashMap<String, MapNode>();
        given.forEach((actor, raw) -> nodes.put(actor, (MapNode) raw.node()));
        return nodes;
    }

    private static Scenario scaled(List<String> paths, double factor) {
        List<Pattern> patterns = new ArrayList<>();
        for (String path : paths) {
            patterns.add(Pattern.compile(path.replace(".", "\\.").replace("*", "[^.]+")));
        }
        MapNode tree = LOADED.tree();
        int found = 0;
        for (var parameter : LOADED.parameters().parameters()) {
            String path = parameter.path();
            if (patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches())) {
                tree = Settings.set(tree, path, parameter.quantity().value() * factor, "signs");
                found++;
            }
        }
        assertThat(found).as("parameters at %s", paths).isPositive();
        return ScenarioReader.bind(tree, FILE, false).scenario();
    }
}
