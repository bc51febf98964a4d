package org.lode.sim.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Settings;
import org.lode.sim.hypothesis.Answer.Verdict;
import org.lode.sim.world.ScenarioReader;

/** The shipped hypotheses on few runs of the model itself, and on worlds made so that they hold or do not. */
class ExperimentTest {
    private static final Path PLANS = Path.of("../configs/hypotheses");
    private static final String FEW = "quick={draws: 0, seedsPerDraw: 1, seeds: 4}";

    private static Hypothesis shipped(String id, String... changes) {
        Path file = PLANS.resolve(id + ".yaml");
        MapNode tree = Settings.apply(ScenarioReader.tree(file), List.of(changes));
        return Hypothesis.bind(tree, file, false).hypothesis();
    }

    private static List<Experiment.Runs> run(int threads, Hypothesis... hypotheses) throws IOException {
        return new Experiment(List.of(hypotheses), true, 1).run(threads, done -> {});
    }

    private static Answer answer(Hypothesis hypothesis) throws IOException {
        return new Judge(1).answer(run(2, hypothesis).get(0));
    }

    @Test
    void threadsChangeNoRun() throws IOException {
        String few = "quick={draws: 2, seedsPerDraw: 1, seeds: 5}";
        Hypothesis[] both = {shipped("H4", few), shipped("H5", few)};
        List<Experiment.Runs> one = run(1, both);
        List<Experiment.Runs> three = run(3, both);
        for (int h = 0; h < both.length; h++) {
            assertThat(flat(three.get(h).drawn())).isEqualTo(flat(one.get(h).drawn()));
            assertThat(flat(three.get(h).configured()))
                    .isEqualTo(flat(one.get(h).configured()));
            assertThat(one.get(h).drawn().size()).isEqualTo(2);
            assertThat(one.get(h).configured().size()).isEqualTo(5);
            assertThat(one.get(h).failures()).isEmpty();
        }
        List<Answer> answers = one.stream().map(new Judge(1)::answer).toList();
        List<Answer> again = three.stream().map(new Judge(1)::answer).toList();
        assertThat(HypothesisResults.answers(again).toString())
                .isEqualTo(HypothesisResults.answers(answers).toString());
    }

    /** A hypothesis alone has the runs that it has in company: chance and draws are keyed, not dealt out in turn. */
    @Test
    void companyChangesNoRun() throws IOException {
        String few = "quick={draws: 1, seedsPerDraw: 1, seeds: 1}";
        Experiment.Runs alone = run(1, shipped("H5", few)).get(0);
        Experiment.Runs third = run(1, shipped("H4", few), shipped("H7", few), shipped("H5", few))
                .get(2);
        assertThat(flat(third.drawn())).isEqualTo(flat(alone.drawn()));
        assertThat(flat(third.configured())).isEqualTo(flat(alone.configured()));
    }

    private static List<Double> flat(Cells cells) {
        List<Double> numbers = new ArrayList<>();
        for (Cells.Cell cell : cells.cells()) {
            numbers.add((double) cell.draw());
            numbers.add((double) cell.seed());
            for (double[] arm : cell.arms()) {
                for (double quantity : arm) {
                    numbers.add(quantity);
                }
            }
        }
        return numbers;
    }

    @Test
    void aDrawThatCannotBeBoundIsOnRecordAndTheRestGoesOn() throws IOException {
        Hypothesis hypothesis = shipped(
                "H5",
                "quick={draws: 6, seedsPerDraw: 1, seeds: 1}",
                "arms.both.multiply=[{path: institutions.obedience, by: 2.6}]");
        Experiment.Runs runs = run(2, hypothesis).get(0);
        assertThat(runs.failures()).isNotEmpty().allSatisfy(failure -> {
            assertThat(failure.arm()).isEqualTo("both");
            assertThat(failure.draw()).isPositive();
            assertThat(failure.message()).contains("obedience");
        });
        assertThat(runs.drawn().size()).isEqualTo(6 - runs.failures().size()).isPositive();
    }

    @Test
    void aMisspeltPathIsFoundBeforeAnythingIsRun() {
        assertThatThrownBy(() -> shipped("H5", "arms.low.multiply=[{path: actors.US.strategies.clup, by: 0}]")
                        .checkArms())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("clup")
                .hasMessageContaining("club");
    }

    @Test
    void armsThatAMeasureCannotReadAreRefused() {
        assertThatThrownBy(() -> shipped("H4", "arms=[{id: united}]"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("united, split");
    }

    /** Without the discount there are no low prices, so nothing can interact with them. */
    @Test
    void aFloorInteractsWithNothingWhereChinaDoesNotSellCheap() throws IOException {
        Answer answer = answer(shipped(
                "H5",
                FEW,
                "set=['actors.CN.strategies.lowPrice.settings.limitPrice={ndpr: 0, dytb: 0, gallium: 0, germanium: 0,"
                        + " graphite: 0}']"));
        assertThat(answer.verdict()).isEqualTo(Verdict.NO);
        assertThat(answer.effect().estimate()).isCloseTo(0, within(1e-12));
    }

    /** Floors scaled to what the first experiment says costs two fifths: then a full floor costs what the claim says. */
    @Test
    void aFloorHighEnoughCostsAsClaimedAndOneBelowThePriceNothing() throws IOException {
        String arms = "arms=[{id: none, set: %1$s, multiply: [{path: %2$s, by: 0}]}, {id: full, set: %1$s, multiply:"
                + " [{path: %2$s, by: %3$s}]}]";
        String forced = "['actors.US.rule={rule: scripted, strategies: [club]}', 'actors.JP.rule={rule: scripted,"
                + " strategies: [align]}', 'actors.EU.rule={rule: scripted, strategies: [forge]}',"
                + " 'actors.CN.rule={rule: scripted, strategies: [lowPrice]}', institutions.credibility.budget=0,"
                + " institutions.credibility.court=0, institutions.credibility.election=0,"
                + " institutions.credibility.midterm=0]";
        String floors = "actors.US.strategies.club.settings.priceFloor";
        List<Answer> answers = new ArrayList<>();
        for (String by : List.of("0.01", "20")) {
            answers.add(answer(shipped("H7", FEW, "measure.multiples=[0, 1]", arms.formatted(forced, floors, by))));
        }
        assertThat(answers.get(0).verdict()).isEqualTo(Verdict.NO);
        assertThat(answers.get(0).effect().estimate()).isCloseTo(0, within(0.01));
        assertThat(answers.get(1).effect().estimate()).isGreaterThan(0.3);
    }
}
