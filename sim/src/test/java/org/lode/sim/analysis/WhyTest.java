package org.lode.sim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lode.sim.chance.Streams;
import org.lode.sim.experiment.Alternatives;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.Rows;
import org.lode.sim.run.Scenarios;
import org.lode.sim.run.Simulation;
import org.lode.sim.stage.PayoffScale;
import org.lode.sim.world.Scenario;

class WhyTest {
    private static final Streams STREAMS = new Streams(3, Streams.COMMON, 1);

    /** The table of alternatives by actor and strategy, each a map from column to cell, in one round. */
    private static Map<String, Map<String, Map<String, String>>> alternatives(Scenario scenario, int round) {
        Rows rows = new Rows();
        new Simulation(scenario).run(STREAMS, new Alternatives(rows));
        List<String> lines = rows.toString().lines().toList();
        List<String> names = List.of(lines.get(0).split(","));
        Map<String, Map<String, Map<String, String>>> all = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals(Integer.toString(round))) {
                Map<String, String> row = new HashMap<>();
                for (int c = 0; c < cells.length; c++) {
                    row.put(names.get(c), cells[c]);
                }
                all.computeIfAbsent(row.get("actor"), actor -> new HashMap<>()).put(row.get("strategy"), row);
            }
        }
        return all;
    }

    private static double cell(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    @Test
    void itSaysWhatTheAlternativesSay() {
        Scenario scenario = Scenarios.shipped(
                        "baseline", "rounds=3", "reportRounds=[1]", "foresight.horizon=1", "foresight.terminal=0")
                .scenario();
        double[] scale = PayoffScale.of(scenario);
        var alternatives = alternatives(scenario, 1);
        List<Why> all = Why.of(scenario, STREAMS);
        assertThat(all).hasSize(scenario.choosers());
        for (int i = 0; i < all.size(); i++) {
            Why why = all.get(i);
            var own = alternatives.get(why.actor());
            var played = own.get(why.strategy());
            var next = own.get(why.next());
            assertThat(played.get("chosen")).isEqualTo("1");
            double best = own.values().stream()
                    .filter(row -> row.get("chosen").equals("0"))
                    .mapToDouble(row -> cell(row, "payoff"))
                    .max()
                    .orElseThrow();
            assertThat(cell(next, "payoff")).isEqualTo(best);
            double gain = cell(played, "payoff") - best;
            assertThat(why.gain()).isEqualTo(gain / scale[i]);
            assertThat(why.gainUsdBn()).isEqualTo(gain * scenario.stake(i));
            double sign = Math.signum(gain);
            double sum = 0;
            double largest = 0;
            for (var component : scenario.components()) {
                double difference = cell(played, component.name()) - cell(next, component.name());
                sum += difference;
                largest = Math.max(largest, sign * difference);
            }
            assertThat(sum).isCloseTo(gain, within(1e-12));
            assertThat(why.componentGain()).isCloseTo(sign * largest / scale[i], within(1e-12));
            assertThat(cell(played, why.component()) - cell(next, why.component()))
                    .isCloseTo(sign * largest, within(1e-12));
        }
    }

    @Test
    void aGameOfGivenPayoffsHasNoComponents() {
        Scenario scenario = Scenarios.shipped("table-stag-hunt", "rounds=3", "reportRounds=[2]")
                .scenario();
        List<Why> all = Why.of(scenario, STREAMS);
        assertThat(all).hasSize(2).allSatisfy(why -> {
            assertThat(why.round()).isEqualTo(2);
            assertThat(why.component()).isEmpty();
            assertThat(why.gainUsdBn()).isNaN();
            // against stag, stag brings 4 and hare 3; against hare 0 and 3; the scale is the root of 5/4
            assertThat(Math.abs(why.gain()) * Math.sqrt(1.25))
                    .satisfiesAnyOf(
                            gain -> assertThat(gain).isCloseTo(1, within(1e-12)),
                            gain -> assertThat(gain).isCloseTo(3, within(1e-12)));
        });
    }

    @Test
    void itIsReadAsItWasWritten(@TempDir Path directory) throws Exception {
        List<Why> all = List.of(
                new Why("JP", 4, "align", "both", 0.1, 0.3, "valueAtRisk", 0.5, "logitReply"),
                new Why("CL", 4, "state", "", Double.NaN, Double.NaN, "", Double.NaN, "scripted"));
        Files.write(directory.resolve(ResultFiles.WHY), Why.rows(all).bytes());
        assertThat(Why.read(directory)).isEqualTo(all);
        Files.delete(directory.resolve(ResultFiles.WHY));
        assertThat(Why.read(directory)).isEmpty();
    }
}
