package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.ConfigException;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;
import org.lode.sim.world.ScenarioReader.Loaded;

/** Who plays is a list: an actor can be struck from it, and one that nobody knows cannot be put on it. */
class LeftOutTest {
    private static final Path CONFIGS =
            Path.of("..", "configs").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    private Path scenario(String line, String instead) throws IOException {
        String text = Files.readString(CONFIGS.resolve("scenarios/baseline.yaml"));
        assertThat(text).contains(line);
        return Files.writeString(
                directory.resolve("scenario.yaml"),
                text.replace(line, instead).replace("../", CONFIGS + "/").replace("rounds: 30", "rounds: 3"));
    }

    private Loaded without(String actor) throws IOException {
        return ScenarioReader.read(scenario("  - ../actors/" + actor + ".yaml\n", ""), List.of(), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "JP", "EU", "CA", "CN", "AU", "ID", "CD", "CL", "ROW"})
    void anyActorCanBeStruckFromTheListAndTheWorldRuns(String actor) throws IOException {
        Loaded left = without(actor);
        assertThat(left.scenario().actors()).noneMatch(one -> one.id().equals(actor));
        assertThat(left.parameters().parameters())
                .noneMatch(number -> List.of(number.path().split("\\.")).contains(actor));
        for (int m = 0; m < left.scenario().mineralCount(); m++) {
            MineralData mineral = left.scenario().mineral(m);
            assertThat(mineral.producers())
                    .noneMatch(
                            plant -> plant.host().equals(actor) || plant.owner().equals(actor));
            double sum = mineral.demand().shares().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            assertThat(sum).as(mineral.id()).isCloseTo(1, within(1e-9));
        }
        var run = new Simulation(left.scenario());
        run.run(new Streams(1, Streams.COMMON, 1), Trace.NONE);
        assertThat(run.round()).isEqualTo(3);
        for (int m = 0; m < left.scenario().mineralCount(); m++) {
            assertThat(run.outcome().poolPrice(m)).isFinite().isPositive();
        }
    }

    /** Prices that were paid with somebody in the world are no target for a world without it, unless one says so. */
    @Test
    void costsAreSolvedForPricesOnlyInAWorldWithEverybody() throws IOException {
        assertThat(Baseline.SCENARIO.data().clearBase()).isTrue();
        assertThat(without("CL").scenario().data().clearBase()).isFalse();
        Path said = scenario("  - ../actors/CL.yaml\n", "");
        Files.writeString(said, Files.readString(said) + "clearBase: true\n");
        assertThat(ScenarioReader.read(said, List.of()).scenario().data().clearBase())
                .isTrue();
    }

    @Test
    void demandAndPlantsBecomeTheRestOfTheWorlds() throws IOException {
        Scenario whole = Baseline.SCENARIO;
        Scenario left = without("CL").scenario();
        int lithium = 2;
        MineralData before = whole.mineral(lithium);
        MineralData after = left.mineral(lithium);
        assertThat(after.id()).isEqualTo("lithium");
        assertThat(after.demand().shares().get("ROW"))
                .isCloseTo(
                        before.demand().shares().get("ROW")
                                + before.demand().shares().get("CL"),
                        within(1e-12));
        assertThat(after.producers()).hasSameSizeAs(before.producers());
        double mined = 0;
        double sent = 0;
        for (MineralData.Producer plant : before.producers()) {
            if (plant.host().equals("CL") || plant.host().equals("ROW")) {
                double capacity = plant.capacity().getOrDefault("mine", 0.0);
                mined += capacity;
                sent += capacity * before.ore().getOrDefault(plant.host(), 0.0);
            }
        }
        assertThat(after.ore().get("ROW")).isCloseTo(sent / mined, within(1e-12));
    }

    @Test
    void withoutARestTheOtherSharesGrowAlikeAndItsPlantsGo() throws IOException {
        MineralData before = Baseline.SCENARIO.mineral(0);
        MineralData after = without("ROW").scenario().mineral(0);
        double factor = 1 / (1 - before.demand().shares().get("ROW"));
        assertThat(after.demand().shares().get("JP"))
                .isCloseTo(factor * before.demand().shares().get("JP"), within(1e-12));
        assertThat(after.producers().size()).isLessThan(before.producers().size());
    }

    @Test
    void aNameThatIsNoActorsIsStillRefusedWithItsLine() throws IOException {
        Path lithium = directory.resolve("lithium.yaml");
        Files.writeString(
                lithium,
                Files.readString(CONFIGS.resolve("minerals/lithium.yaml")).replaceFirst("\n    CL: ", "\n    CX: "));
        Path scenario = scenario("../minerals/lithium.yaml", "lithium.yaml");
        assertThatThrownBy(() -> ScenarioReader.read(scenario, List.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageMatching("(?s).*lithium\\.yaml:\\d+: unknown actor 'CX'.*");
    }

    @Test
    void anActorWhomNoMineralKnowsIsRefusedWithWhatIsMissing() throws IOException {
        Files.writeString(
                directory.resolve("KR.yaml"),
                Files.readString(CONFIGS.resolve("actors/JP.yaml")).replace("\nid: JP\n", "\nid: KR\n"));
        Path scenario = scenario("  - ../actors/JP.yaml\n", "  - ../actors/JP.yaml\n  - KR.yaml\n");
        assertThatThrownBy(() -> ScenarioReader.read(scenario, List.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageMatching(
                        ".*KR\\.yaml:\\d+: actor KR is in no mineral: give it a share of demand or a producer"
                                + " \\(host, owner\\); no hazards of others name it; no tradeExposure of others names it");
        Files.writeString(
                directory.resolve("lithium.yaml"),
                Files.readString(CONFIGS.resolve("minerals/lithium.yaml"))
                        .replaceFirst("host: AU\n( +)owner: AU", "host: AU\n$1owner: KR"));
        Path owner = Files.writeString(
                directory.resolve("owner.yaml"),
                Files.readString(scenario).replace(CONFIGS + "/minerals/lithium.yaml", "lithium.yaml"));
        assertThat(ScenarioReader.read(owner, List.of()).scenario().actors())
                .anyMatch(actor -> actor.id().equals("KR"));
    }
}
