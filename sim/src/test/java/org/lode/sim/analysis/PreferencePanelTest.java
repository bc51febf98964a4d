package org.lode.sim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lode.agents.decide.Scripted;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.Settings;
import org.lode.sim.stage.StageGame;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader;
import org.lode.sim.world.World;

class PreferencePanelTest {
    private static final Path HISTORY = Path.of("../configs/scenarios/history.yaml");
    private static final Path OBSERVED = Path.of("../configs/replications/observed-strategies.yaml");

    private static Scenario history;
    private static PreferenceData data;

    @BeforeAll
    static void readTheShippedFiles() {
        history = ScenarioReader.read(HISTORY, List.of()).scenario();
        data = observed();
    }

    private static PreferenceData observed(String... settings) {
        return ScenarioReader.binder()
                .bind(Settings.apply(ScenarioReader.tree(OBSERVED), List.of(settings)), PreferenceData.class)
                .value();
    }

    @Test
    void theHistoryIsScriptedAsObserved() {
        for (int i = 0; i < history.choosers(); i++) {
            var actor = history.actors().get(i);
            if (!data.halfYears().get(0).play().containsKey(actor.id())) {
                continue;
            }
            List<String> seen = data.halfYears().stream()
                    .map(row -> row.play().get(actor.id()))
                    .toList();
            assertThat(actor.rule()).as(actor.id()).isEqualTo(new Scripted(seen));
        }
        assertThat(data.halfYears()).hasSize(history.rounds());
    }

    @Test
    void everyComponentWithWeightBelongsToAGroup() {
        List<String> grouped = data.groups().stream()
                .flatMap(group -> group.components().stream())
                .toList();
        for (int i = 0; i < history.choosers(); i++) {
            for (int c = 0; c < history.components().size(); c++) {
                if (history.actors().get(i).weights().get(c) != 0) {
                    assertThat(grouped).contains(history.components().get(c).name());
                }
            }
        }
    }

    /** The first half-year's parts, added up, are the payoffs of the stage game as it stands. */
    @Test
    void groupsAddUpToTheStageGame() {
        var short2 = ScenarioReader.read(HISTORY, List.of("foresight.horizon=1", "foresight.terminal=0"))
                .scenario();
        var choices = new PreferencePanel(short2, data).choices(1, 1);
        assertThat(choices).hasSize(7 * 8);
        var world = new World(short2, new Streams(1, Streams.COMMON, 1));
        int[] last = short2.startProfile();
        world.begin(last);
        var game = new StageGame(world);
        for (PreferenceChoice choice : choices.subList(0, 8)) {
            int actor = 0;
            while (!game.playerName(actor).equals(choice.actor())) {
                actor++;
            }
            for (int a = 0; a < choice.alternatives(); a++) {
                int[] profile = last.clone();
                while (!game.strategyName(actor, profile[actor])
                        .equals(choice.open().get(a))) {
                    profile[actor] = (profile[actor] + 1) % game.strategies(actor);
                }
                double sum = 0;
                for (int g = 0; g < choice.groups(); g++) {
                    sum += choice.part(a, g);
                }
                assertThat(sum).isCloseTo(game.payoff(actor, profile), within(1e-9));
            }
        }
    }

    /** Two half-years of one actor's play. */
    private static PreferenceData playing(String actor, String strategy) {
        var rows = List.of(
                new PreferenceData.HalfYear(YearMonth.of(2023, 1), Map.of(actor, strategy), "test"),
                new PreferenceData.HalfYear(YearMonth.of(2023, 7), Map.of(actor, strategy), "test"));
        return new PreferenceData("test", rows, data.prior(), data.groups());
    }

    @Test
    void whatTheScenarioDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> new PreferencePanel(history, playing("US", "sulk")))
                .hasMessage("strategy (sulk) of US in 2023-01 must be on its menu");
        assertThatThrownBy(() -> new PreferencePanel(history, playing("US", "club")))
                .hasMessageContaining("club must be open in 2023-01");
        assertThatThrownBy(() -> new PreferencePanel(history, playing("XX", "club")))
                .hasMessageContaining("actor (XX) must be one that chooses in history");
        assertThatThrownBy(() -> observed("prior.weightSd=0")).isInstanceOf(ConfigException.class);
    }

    /**
     * With inertia, as the actors have it, payoffs foretell more than either benchmark. Without, they do not: docs/calibration.md
     * says by how much.
     */
    @Tag("slow")
    @Test
    void theEstimateOfTheShippedHistory() {
        var estimate = new PreferenceEstimate(new PreferencePanel(history, data).choices(1, 4), data.prior());
        assertThat(estimate.choices()).hasSize(56);
        double uniform = estimate.informative().stream()
                .mapToDouble(choice -> -StrictMath.log(choice.alternatives()))
                .average()
                .orElseThrow();
        assertThat(estimate.score("uniform")).isCloseTo(uniform, within(1e-12));
        assertThat(estimate.score("pooled, with inertia"))
                .isGreaterThan(estimate.score("uniform"))
                .isGreaterThan(estimate.score("persistence"));
        var report = new PreferenceReport(history, data, estimate);
        assertThat(report.text(120)).anyMatch(line -> line.contains("persistence: "));
        assertThat(report.csv().get(0)).isEqualTo("table,item,key,value");
        double[] chance = new double[8];
        for (PreferenceChoice choice : estimate.informative()) {
            estimate.pooled().probabilities(choice, chance);
            assertThat(Arrays.stream(chance, 0, choice.alternatives()).sum()).isCloseTo(1, within(1e-12));
        }
    }
}
