package org.lode.sim.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Settings;
import org.lode.sim.hypothesis.HypothesisData.Scaling;
import org.lode.sim.world.ScenarioReader;

class ChangeTest {
    private static final Path FILE = Path.of("..", "configs", "scenarios", "baseline.yaml");
    private static final MapNode BASELINE = ScenarioReader.tree(FILE);

    @Test
    void instrumentsAreTakenOutOfTheStrategiesOfTheActorsNamed() {
        var change = new Change(List.of("priceFloor", "tariff"), List.of("US"), List.of(), List.of());
        MapNode changed = change.applied(BASELINE);
        assertThat(Settings.find(BASELINE, "actors.US.strategies.club.settings.priceFloor"))
                .isPresent();
        assertThat(Settings.find(changed, "actors.US.strategies.club.settings.priceFloor"))
                .isEmpty();
        assertThat(Settings.find(changed, "actors.US.strategies.club.settings.lead"))
                .isPresent();
        assertThat(Settings.find(changed, "actors.CA.strategies.align.settings.tariff"))
                .isPresent();
        assertThat(ScenarioReader.bind(changed, FILE, false).scenario().choosers())
                .isEqualTo(9);
    }

    @Test
    void aStrategyThatIsLeftWithNothingGoesFromTheMenu() {
        var change = new Change(List.of("oreExport", "localProcessing"), List.of("ID"), List.of(), List.of());
        MapNode changed = change.applied(BASELINE);
        assertThat(Settings.find(changed, "actors.ID.strategies.local")).isEmpty();
        assertThat(Settings.find(changed, "actors.ID.strategies.open")).isPresent();
    }

    @Test
    void valuesAreSetBeforeNumbersAreScaled() {
        String path = "institutions.rulePower.conversion";
        var change = new Change(List.of(), List.of(), List.of(path + "=0.1"), List.of(new Scaling(path, 3)));
        assertThat(ScenarioReader.bind(change.applied(BASELINE), FILE, false)
                        .parameters()
                        .find(path)
                        .orElseThrow()
                        .quantity()
                        .value())
                .isCloseTo(0.3, within(1e-12));
    }

    @Test
    void whatTheScenarioDoesNotHaveIsNamed() {
        assertThat(Change.set(List.of("feedbacks.nonesuch=2")).missing(BASELINE))
                .hasValue("the scenario has no feedbacks.nonesuch");
        assertThat(Change.scaled(List.of(new Scaling("institutions.nonesuch", 2)))
                        .missing(BASELINE))
                .hasValue("the scenario has no institutions.nonesuch");
        assertThat(Change.set(List.of("institutions.rulePower.conversion=0")).missing(BASELINE))
                .isEmpty();
    }
}
