package org.lode.sim.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lode.sim.chance.Draws;
import org.lode.sim.config.Settings;
import org.lode.sim.hypothesis.Answer.Verdict;
import org.lode.sim.report.HypothesisTable;
import org.lode.sim.world.ScenarioReader;

class PlaceboAnswerTest {
    private static final Path PLANS = Path.of("../configs/hypotheses");

    /** What persists of what was gained; the placebo has the same noise. */
    private static Planted.World persists(double left) {
        return (random, parameters) -> {
            double common = 0.3 + 0.02 * Draws.normal(random);
            double own = 0.1 + 0.01 * Draws.normal(random);
            return new double[][] {{common, common}, {common + own, common + own}, {common + left * own, common + own}};
        };
    }

    private static Answer answer(double left, double placebo) {
        return new Planted(new Persistence(4, 5), List.of("never", "continued", "reversed"), Planted.above(0.5))
                .answer(persists(left), persists(placebo));
    }

    @Test
    void theSameWorldIsNotToldFromItsPlacebo() {
        Answer answer = answer(0.9, 0.9);
        Answer.Beside beside = answer.placebos().orElseThrow().all().get(0);
        assertThat(answer.verdict()).isEqualTo(Verdict.YES);
        assertThat(beside.difference().estimate()).isZero();
        assertThat(beside.otherEffect()).isFalse();
        assertThat(beside.pairs()).isEqualTo(80);
        assertThat(answer.besidePlacebos()).isEqualTo("does not differ from the answer of placebo uniform");
    }

    @Test
    void theSameAnswerWithAnotherEffectSaysBoth() {
        Answer answer = answer(0.9, 0.7);
        Answer.Beside beside = answer.placebos().orElseThrow().all().get(0);
        assertThat(answer.sameAnswer()).containsExactly("uniform");
        assertThat(beside.otherEffect()).isTrue();
        assertThat(beside.difference().estimate()).isCloseTo(0.2, within(1e-9)); // of pairs, so the noise is gone
        assertThat(beside.difference().high() - beside.difference().low()).isLessThan(1e-6);
    }

    @Test
    void anotherAnswerIsSaidInEveryForm() {
        Answer answer = answer(0.9, 0.1);
        List<Answer> answers = List.of(answer);
        assertThat(answer.sameAnswer()).isEmpty();
        String said = "differs from the answer of every placebo";
        assertThat(String.join(" ", HypothesisTable.text(answers, 200)))
                .contains(said)
                .contains("Placebo uniform: no");
        assertThat(HypothesisTable.latex(answers)).contains(said);
        assertThat(HypothesisTable.json(answers))
                .contains(said)
                .contains("\"placebo\" : \"uniform\"")
                .contains("\"differs\" : true");
        assertThat(HypothesisResults.answers(answers).toString()).contains(said);
        assertThat(HypothesisResults.placebos(answers).toString().lines().skip(1))
                .singleElement()
                .satisfies(row -> assertThat(row).startsWith("P,uniform,").contains(",80,yes,no,"));
    }

    private static List<Experiment.Runs> run(int threads, boolean placebo, String... ids) throws IOException {
        List<Hypothesis> all = java.util.Arrays.stream(ids)
                .map(id -> {
                    Path file = PLANS.resolve(id + ".yaml");
                    var few = List.of("quick={draws: 1, seedsPerDraw: 1, seeds: 2}");
                    return Hypothesis.bind(Settings.apply(ScenarioReader.tree(file), few), file, false)
                            .hypothesis();
                })
                .toList();
        return new Experiment(all, true, 1, placebo).run(threads, done -> {});
    }

    @Test
    void placebosChangeNoRunOfTheWorldAndThreadsNone() throws IOException {
        List<Experiment.Runs> without = run(2, false, "H3", "H4");
        List<Experiment.Runs> one = run(1, true, "H3", "H4");
        List<Experiment.Runs> three = run(3, true, "H3", "H4");
        for (int h = 0; h < 2; h++) {
            assertThat(without.get(h).placebos()).isEmpty();
            assertThat(HypothesisResults.rows(one.get(h)).toString())
                    .isEqualTo(HypothesisResults.rows(without.get(h)).toString());
        }
        var judge = new Judge(1);
        List<Answer> answers = one.stream().map(judge::answer).toList();
        assertThat(HypothesisResults.placebos(three.stream().map(judge::answer).toList())
                        .toString())
                .isEqualTo(HypothesisResults.placebos(answers).toString());

        Answer.Placebos choosing = answers.get(0).placebos().orElseThrow();
        assertThat(choosing.chosen()).isTrue();
        assertThat(choosing.all()).extracting(Answer.Beside::placebo).containsExactly("uniform", "inertia");
        assertThat(one.get(0).placebos().orElseThrow().all().get(0).configured().at(0, 0, 0))
                .isNotEqualTo(one.get(0).configured().at(0, 0, 0));

        assertThat(answers.get(1).placebos().orElseThrow().all()).isEmpty(); // all of H4 are scripted
        assertThat(answers.get(1).besidePlacebos()).isEqualTo("nobody chooses in this experiment");
    }
}
