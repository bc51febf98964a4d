package org.lode.sim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lode.sim.experiment.Beside;
import org.lode.sim.results.Headlines;
import org.lode.sim.run.Scenarios;
import org.lode.sim.world.Scenario;

class PlaceboTableTest {
    private static final Scenario HUNT =
            Scenarios.shipped("table-stag-hunt", "rounds=1").scenario();
    private static final List<String> NAMES =
            Headlines.of(HUNT).stream().map(Headlines.Headline::name).toList();

    /** A run with so many changes of the hunter, that ends with hunter and gatherer at a strategy each. */
    private static double[] run(double switches, String hunter, String gatherer) {
        double[] values = new double[NAMES.size()];
        values[NAMES.indexOf("switches.hunter")] = switches;
        values[NAMES.indexOf("plays.hunter." + hunter)] = 1;
        values[NAMES.indexOf("plays.gatherer." + gatherer)] = 1;
        return values;
    }

    private static PlaceboTable.Row row(List<PlaceboTable.Row> table, String headline, String placebo) {
        return table.stream()
                .filter(row -> row.headline().equals(headline) && row.placebo().equals(placebo))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void differencesAreOfPairs() {
        var table = new PlaceboTable(HUNT);
        table.add(new Beside(run(1, "stag", "hare"), List.of(run(0, "stag", "hare"), run(1, "hare", "hare"))));
        table.add(new Beside(run(5, "stag", "hare"), List.of(run(2, "hare", "stag"), new double[0])));
        table.add(new Beside(run(3, "hare", "hare"), List.of(run(1, "hare", "stag"), run(3, "hare", "stag"))));
        List<PlaceboTable.Row> rows = table.table();

        // differences 1, 3, 2: mean 2, standard deviation 1; t of 2 degrees of freedom at 0.975 is 4.302653
        PlaceboTable.Row switches = row(rows, "switches.hunter", "uniform");
        assertThat(switches.value()).isEqualTo(3);
        assertThat(switches.with()).isEqualTo(1);
        assertThat(switches.difference()).isCloseTo(2, within(1e-12));
        assertThat(switches.low()).isCloseTo(2 - 4.302653 / Math.sqrt(3), within(1e-5));
        assertThat(switches.differs()).isFalse();

        // the second run of inertia threw, so its pair is left out on both sides
        PlaceboTable.Row inert = row(rows, "switches.hunter", "inertia");
        assertThat(inert.n()).isEqualTo(2);
        assertThat(inert.value()).isEqualTo(2);
        assertThat(inert.low()).isEqualTo(0);
        assertThat(inert.high()).isEqualTo(0);
    }

    @Test
    void theModalStrategyAloneIsAHeadlineAndRegimesOfNobodyAreNone() {
        var table = new PlaceboTable(HUNT);
        table.add(new Beside(run(0, "hare", "hare"), List.of(run(0, "stag", "hare"), run(0, "stag", "hare"))));
        table.add(new Beside(run(0, "hare", "stag"), List.of(run(0, "stag", "hare"), run(0, "stag", "hare"))));
        List<String> names = table.table().stream()
                .map(PlaceboTable.Row::headline)
                .distinct()
                .toList();
        String first = HUNT.actors().get(1).menu().get(0).id(); // both as frequent: the first of the menu
        assertThat(names)
                .containsExactly(
                        "switches.hunter", "switches.gatherer", "plays.hunter.hare", "plays.gatherer." + first);
    }

    @Test
    void sharesThatAllAgreeHaveAnIntervalAllTheSame() {
        // Agresti and Min: half a pair in each cell; 4 pairs, all discordant: (4.5 - .5) / 6 +- 1.96 sqrt((5/6 - 4/9) /
        // 6)
        Interval four = Intervals.matched(4, 0, 4, 0.95);
        assertThat(four.estimate()).isEqualTo(1);
        assertThat(four.low()).isCloseTo(2.0 / 3 - 1.959964 * Math.sqrt((5.0 / 6 - 4.0 / 9) / 6), within(1e-6));
        assertThat(four.high()).isEqualTo(1);
        Interval none = Intervals.matched(0, 0, 4, 0.95);
        assertThat(none.estimate()).isZero();
        assertThat(none.low()).isNegative().isEqualTo(-none.high());
        assertThat(Intervals.matched(0, 0, 0, 0.95).low()).isEqualTo(-1);
    }
}
