package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lode.sim.config.Binder;
import org.lode.sim.config.ConfigFiles;

/** The base round clears at observed prices and shares under the controls in force; targets frozen in a file before tuning. */
class BaseRoundTest {
    private static final Path FILE = Path.of("../configs/replications/base-round.yaml");
    private static final BaseRoundTargets TARGETS = new Binder()
            .bind(new ConfigFiles().read(FILE), BaseRoundTargets.class)
            .value();

    @TestFactory
    List<DynamicTest> targetsAreHit() {
        Scenario scenario = ScenarioReader.read(FILE.resolveSibling(TARGETS.scenario()), List.of())
                .scenario();
        BaseRound base = BaseRound.of(scenario);
        var tests = new ArrayList<DynamicTest>();
        test("chain cost", Optional.of(TARGETS.chainCost()), base.chainCost(), false)
                .ifPresent(tests::add);
        for (int m = 0; m < scenario.mineralCount(); m++) {
            String id = scenario.mineral(m).id();
            BaseRoundTargets.MineralTargets targets = TARGETS.minerals().get(id);
            assertThat(targets).as("targets of %s", id).isNotNull();
            test(id + " home price", targets.home(), base.homePrice(m), true).ifPresent(tests::add);
            test(id + " pool price", targets.pool(), base.poolPrice(m), true).ifPresent(tests::add);
            test(id + " refined", targets.refined(), base.homeRefined(m), false).ifPresent(tests::add);
            test(id + " mined", targets.mined(), base.homeMined(m), false).ifPresent(tests::add);
            double shortage = base.shortage(m);
            tests.add(DynamicTest.dynamicTest(
                    id + " is not short", () -> assertThat(shortage).isCloseTo(0, within(1e-6))));
        }
        return tests;
    }

    /** Nothing where no target was set down. */
    private static Optional<DynamicTest> test(
            String what, Optional<BaseRoundTargets.Target> wanted, double found, boolean relative) {
        return wanted.map(target -> DynamicTest.dynamicTest(
                what,
                () -> assertThat(found)
                        .isCloseTo(target.value(), within(target.tolerance() * (relative ? target.value() : 1)))));
    }
}
