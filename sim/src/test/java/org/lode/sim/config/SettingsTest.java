package org.lode.sim.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values by dotted path. */
class SettingsTest {
    private static final MapNode ROOT = new ConfigFiles().parse("""
                    rounds: 30
                    actors:
                    - id: US
                      strategies:
                      - id: club
                        priceFloor:
                          ndpr: {value: 110, unit: USD/kg, source: MP8K, range: [90, 130]}
                          ga: 5
                    knots: [1, 2, 3]
                    """, Path.of("a.yaml"));

    private static final String NDPR = "actors.US.strategies.club.priceFloor.ndpr";

    private static MapNode set(String setting) {
        return Settings.apply(ROOT, List.of(setting));
    }

    private static void refuses(String setting, String message) {
        assertThatThrownBy(() -> set(setting))
                .isInstanceOf(ConfigException.class)
                .hasMessage(message);
    }

    private static String text(Node node) {
        return ((ScalarNode) node).text();
    }

    @Test
    void pathsAddressItemsByIdOrElseByIndex() {
        assertThat(text(ROOT.at(NDPR + ".value"))).isEqualTo("110");
        assertThat(text(ROOT.at("knots.2"))).isEqualTo("3");
        assertThat(text(set("knots.2=9").at("knots.2"))).isEqualTo("9");
    }

    @Test
    void aPayoffComponentIsAddressedByItsNameWhereThatIsUnique() {
        MapNode root = new ConfigFiles().parse("""
                        components: [{component: treasury, cost: 1.25}, {component: twice}, {component: twice}]
                        """, Path.of("a.yaml"));
        MapNode set = Settings.apply(root, List.of("components.treasury.cost=1"));
        assertThat(text(set.at("components.treasury.cost"))).isEqualTo("1");
        assertThat(text(root.at("components.2.component"))).isEqualTo("twice");
    }

    @Test
    void settingAQuantityKeepsItsUnitAndARangeThatContainsTheValue() {
        MapNode near = (MapNode) set(NDPR + "=120").at(NDPR);
        assertThat(near.entries().keySet()).containsExactly("value", "unit", "range");
        assertThat(near.require("value").origin()).hasToString("--set " + NDPR + "=120");
        MapNode far = (MapNode) set(NDPR + "=200").at(NDPR);
        assertThat(far.entries().keySet()).containsExactly("value", "unit");
        assertThat(set(NDPR + ".value=200").at(NDPR + ".unit")).isEqualTo(ROOT.at(NDPR + ".unit"));
        assertThat(((MapNode) set(NDPR + ".value=200").at(NDPR)).entries()).doesNotContainKey("source");
    }

    @Test
    void valuesAreWrittenAsInAFile() {
        assertThat(((ListNode) set("knots=[4, 5]").at("knots")).items()).hasSize(2);
        MapNode whole = (MapNode) set(NDPR + "={value: 1, unit: USD/t}").at(NDPR);
        assertThat(whole.entries().keySet()).containsExactly("value", "unit");
        assertThat(text(set("title=a=b").at("title"))).isEqualTo("a=b");
    }

    @Test
    void sweepsSetNumbers() {
        MapNode swept = Settings.set(ROOT, NDPR, 0.1 + 0.2, "sweep");
        assertThat(text(swept.at(NDPR + ".value"))).isEqualTo("0.30000000000000004");
        assertThat(swept.at(NDPR + ".value").origin()).hasToString("sweep");
        assertThat(text(Settings.set(ROOT, "rounds", 12.0, "sweep").at("rounds")))
                .isEqualTo("12");
    }

    @Test
    void theTreeThatWasSetIsAnother() {
        MapNode changed = set("rounds=3");
        assertThat(text(changed.at("rounds"))).isEqualTo("3");
        assertThat(text(ROOT.at("rounds"))).isEqualTo("30");
    }

    @Test
    void aSegmentThatDoesNotExistIsRefusedWithTheClosest() {
        refuses("actros.US.x=1", "--set actros.US.x=1: no 'actros' at the top; did you mean 'actors'?");
        refuses("actors.UX.x=1", "--set actors.UX.x=1: no 'UX' in actors; did you mean 'US'?");
        refuses("actors.Japan.x=1", "--set actors.Japan.x=1: no 'Japan' in actors; known: US");
        refuses("rounds.x=1", "--set rounds.x=1: no 'x' in rounds, which is a number");
        refuses("knots.7=1", "--set knots.7=1: no '7' in knots; known: 0, 1, 2");
        assertThatThrownBy(() -> ROOT.at("actors.US.stratgeies"))
                .hasMessage("a.yaml:1: no 'stratgeies' in actors.US; did you mean 'strategies'?");
    }

    @Test
    void aNewLastKeyIsLeftToTheBinder() {
        record Scenario(
                int rounds,
                Node actors,
                Node knots,
                @Default("1") int seed) {}
        assertThat(new Binder().bind(set("seed=5"), Scenario.class).value().seed())
                .isEqualTo(5);
        assertThatThrownBy(() -> new Binder().bind(set("ruonds=5"), Scenario.class))
                .hasMessage("--set ruonds=5: unknown key 'ruonds' in scenario; did you mean 'rounds'?");
        assertThatThrownBy(() -> new Binder().bind(set("rounds=many"), Scenario.class))
                .hasMessage("--set rounds=many: rounds (many) must be a number such as 12, 0.5 or 1e-3");
    }

    @Test
    void whatIsNoSettingIsRefused() {
        refuses("rounds", "--set rounds: KEY=VALUE expected");
        refuses("=3", "--set =3: KEY=VALUE expected");
        refuses("rounds=", "--set rounds=: there is nothing here; expected keys and values");
        refuses("rounds=~", "--set rounds=~: the document has no value (~); give one or leave the key out");
        refuses(
                "rounds=012",
                "--set rounds=012: the document (012) is octal to some readers; write 12, or '012' for text");
        refuses("rounds=[1", "--set rounds=[1: this is not YAML: expected ',' or ']', but got <stream end>");
        refuses("a..b=1", "--set a..b=1: no 'a' at the top; known: rounds, actors, knots");
        refuses("rounds..=1", "--set rounds..=1: no '' in rounds, which is a number");
    }

    @Test
    void slipsAreCountedAsDamerauDid() {
        assertThat(Nearest.distance("rounds", "rounds")).isZero();
        assertThat(Nearest.distance("ruonds", "rounds")).isEqualTo(1);
        assertThat(Nearest.distance("round", "rounds")).isEqualTo(1);
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.of("ga", List.of("ge", "nickel"))).contains("ge");
        assertThat(Nearest.of("xy", List.of("ge", "nickel"))).isEmpty();
    }
}
