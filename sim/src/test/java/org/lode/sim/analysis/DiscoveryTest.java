package org.lode.sim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/** Scenario discovery on planted outcomes. */
class DiscoveryTest {
    private interface Planted {
        double share(double[] place, double chance);
    }

    private static Cases cases(int factors, int count, long seed, Planted planted) {
        var random = new SplittableRandom(seed);
        double[][] places = TestSweep.random(factors, count, random);
        double[] shares = new double[count];
        for (int i = 0; i < count; i++) {
            shares[i] = planted.share(places[i], random.nextDouble());
        }
        List<List<String>> words = new ArrayList<>();
        TestSweep.names(factors).forEach(name -> words.add(List.of()));
        return new Cases("planted", TestSweep.names(factors), words, places, shares);
    }

    private static boolean inside(double[] x) {
        return x[0] >= 0.2 && x[0] <= 0.6 && x[2] >= 0.5;
    }

    private static Prim.Limit limit(Prim.Found box, String factor) {
        return box.limits().stream()
                .filter(limit -> limit.factor().equals(factor))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void peelingFindsAPlantedBox() {
        Cases cases = cases(5, 2000, 1, (x, chance) -> inside(x) ? 1 : 0);
        Prim.Found box = new Prim(0.05, 0.05, 1).find(cases).get(0);
        assertThat(box.step().coverage()).isGreaterThan(0.9);
        assertThat(box.step().density()).isGreaterThan(0.9);
        assertThat(limit(box, "x1").low()).isCloseTo(0.2, within(0.03));
        assertThat(limit(box, "x1").high()).isCloseTo(0.6, within(0.03));
        assertThat(limit(box, "x3").low()).isCloseTo(0.5, within(0.03));
        assertThat(limit(box, "x1").quasi()).isLessThan(1e-6);
        assertThat(limit(box, "x3").quasi()).isLessThan(1e-6);
        // A limit on a factor that does nothing may be left, but it says so itself.
        box.limits().stream()
                .filter(limit -> !List.of("x1", "x3").contains(limit.factor()))
                .forEach(limit -> assertThat(limit.quasi()).isGreaterThan(1e-3));
    }

    @Test
    void aNoisyBoxIsFoundToo() {
        Cases cases = cases(5, 3000, 2, (x, chance) -> chance < (inside(x) ? 0.8 : 0.05) ? 1 : 0);
        Prim.Found box = new Prim(0.05, 0.05, 1).find(cases).get(0);
        assertThat(box.step().density()).isGreaterThan(0.65);
        assertThat(box.step().coverage()).isGreaterThan(0.6);
        assertThat(limit(box, "x1").low()).isCloseTo(0.2, within(0.08));
        assertThat(limit(box, "x1").high()).isCloseTo(0.6, within(0.08));
        assertThat(limit(box, "x3").low()).isCloseTo(0.5, within(0.08));
    }

    @Test
    void theSecondBoxIsTheOther() {
        Cases cases = cases(3, 3000, 3, (x, chance) -> x[0] < 0.3 && x[1] < 0.5 || x[0] > 0.8 && x[1] > 0.6 ? 1 : 0);
        List<Prim.Found> boxes = new Prim(0.05, 0.03, 2).find(cases);
        assertThat(boxes).hasSize(2);
        assertThat(limit(boxes.get(0), "x1").high()).isCloseTo(0.3, within(0.05));
        assertThat(limit(boxes.get(1), "x1").low()).isCloseTo(0.8, within(0.05));
        double both = boxes.get(0).step().coverage() + boxes.get(1).step().coverage();
        assertThat(both).isBetween(0.9, 1.0);
    }

    /** Coverage, density and the quasi-p of Bryant and Lempert (2010), counted again from the limits that are reported. */
    @Test
    void whatIsReportedIsWhatTheLimitsHold() {
        Cases cases = cases(4, 800, 4, (x, chance) -> chance < (inside(x) ? 0.9 : 0.1) ? 1 : 0);
        Prim.Found box = new Prim(0.05, 0.05, 1).find(cases).get(0);
        int[] all = count(cases, box, "");
        assertThat(all[0]).isEqualTo(box.cases());
        assertThat(box.step().density()).isEqualTo((double) all[1] / all[0]);
        assertThat(box.step().coverage()).isCloseTo(all[1] / cases.total(), within(1e-12));
        for (Prim.Limit limit : box.limits()) {
            int[] without = count(cases, box, limit.factor());
            double quasi = 1
                    - new BinomialDistribution(null, all[0], (double) without[1] / without[0])
                            .cumulativeProbability(all[1] - 1);
            assertThat(limit.quasi()).isCloseTo(Math.max(0, quasi), within(1e-12));
        }
    }

    private static int[] count(Cases cases, Prim.Found box, String free) {
        int[] found = new int[2];
        for (int i = 0; i < cases.count(); i++) {
            boolean in = true;
            for (Prim.Limit limit : box.limits()) {
                double value = cases.value(i, cases.factors().indexOf(limit.factor()));
                in &= limit.factor().equals(free) || value >= limit.low() && value <= limit.high();
            }
            found[0] += in ? 1 : 0;
            found[1] += in ? (int) cases.share(i) : 0;
        }
        return found;
    }

    @Test
    void thePathGetsSmallerStepByStep() {
        Cases cases = cases(4, 1000, 5, (x, chance) -> inside(x) ? 1 : 0);
        List<Prim.Step> path = new Prim(0.05, 0.05, 1).find(cases).get(0).path();
        assertThat(path.get(0).coverage()).isEqualTo(1);
        assertThat(path.get(0).mass()).isEqualTo(1);
        for (int s = 1; s < path.size(); s++) {
            assertThat(path.get(s).mass()).isLessThan(path.get(s - 1).mass());
            assertThat(path.get(s).mass()).isGreaterThanOrEqualTo(0.05);
            assertThat(path.get(s).coverage())
                    .isLessThanOrEqualTo(path.get(s - 1).coverage());
        }
    }

    /** A factor with few levels: they are peeled whole, and the box is exact. */
    @Test
    void equalValuesStayTogether() {
        double[][] places = new double[400][2];
        double[] shares = new double[400];
        for (int i = 0; i < 400; i++) {
            places[i][0] = i % 4;
            places[i][1] = i / 4 % 10;
            shares[i] = places[i][0] >= 2 && places[i][1] <= 4 ? 1 : 0;
        }
        Cases cases = new Cases("planted", List.of("a", "b"), List.of(List.of(), List.of()), places, shares);
        Prim.Found box = new Prim(0.05, 0.05, 1).find(cases).get(0);
        assertThat(box.step()).isEqualTo(new Prim.Step(1, 1, 0.25, 2));
        assertThat(limit(box, "a").low()).isEqualTo(1.5);
        assertThat(limit(box, "b").high()).isEqualTo(4.5);
    }

    private static Cases withWords() {
        var random = new SplittableRandom(6);
        double[][] places = new double[600][2];
        double[] shares = new double[600];
        for (int i = 0; i < 600; i++) {
            places[i][0] = (int) (random.nextDouble() * 4);
            places[i][1] = random.nextDouble();
            shares[i] = (places[i][0] == 1 || places[i][0] == 3) && places[i][1] > 0.5 ? 1 : 0;
        }
        return new Cases(
                "planted",
                List.of("rule", "x"),
                List.of(List.of("hawk", "imitate", "logit", "mild"), List.of()),
                places,
                shares);
    }

    @Test
    void wordsAreLimitedToThoseThatMatter() {
        Prim.Found box = new Prim(0.05, 0.05, 1).find(withWords()).get(0);
        assertThat(limit(box, "rule").words()).containsExactly("imitate", "mild");
        assertThat(box.step().coverage()).isGreaterThan(0.95);
        Tree.Grown tree = new Tree(3, 10, 1).grow(withWords());
        assertThat(tree.root().leaves())
                .anyMatch(leaf -> leaf.rules().contains("rule in imitate|mild") && leaf.mean() > 0.98);
    }

    @Test
    void theTreeFindsAPlantedSplit() {
        Cases cases = cases(4, 1000, 7, (x, chance) -> chance < (x[1] > 0.7 ? 0.9 : 0.1) ? 1 : 0);
        Tree.Grown tree = new Tree(4, 20, 1).grow(cases);
        assertThat(tree.depth()).isEqualTo(1);
        assertThat(tree.root().children()).extracting(Tree.Node::rule).allMatch(rule -> rule.startsWith("x2 "));
        String cut = tree.root().children().get(0).rule().replace("x2 <= ", "");
        assertThat(Double.parseDouble(cut)).isCloseTo(0.7, within(0.01));
        assertThat(tree.root().children().get(1).mean()).isCloseTo(0.9, within(0.05));
    }

    @Test
    void crossValidationKeepsTheDepthThatIsThere() {
        Tree.Grown none = new Tree(4, 5, 1).grow(cases(4, 400, 8, (x, chance) -> chance < 0.4 ? 1 : 0));
        assertThat(none.depth()).isZero();
        Tree.Grown two = new Tree(4, 5, 1).grow(cases(4, 800, 9, (x, chance) -> x[0] > 0.5 && x[3] < 0.4 ? 1 : 0));
        assertThat(two.depth()).isEqualTo(2);
        assertThat(two.root().leaves()).anyMatch(leaf -> leaf.mean() == 1);
        assertThat(two.tried().get(2).error())
                .isLessThan(0.2 * two.tried().get(0).error());
    }

    @Test
    void noLeafIsSmallerThanAllowed() {
        Cases cases = cases(3, 300, 10, (x, chance) -> x[0] > 0.95 ? 1 : 0);
        assertThat(new Tree(4, 40, 1).grow(cases).root().leaves()).allMatch(leaf -> leaf.cases() >= 40);
    }

    @Test
    void noiseAloneGivesNoTightBox() {
        double[] shares = new double[200];
        Arrays.fill(shares, 0.5);
        double[][] places = TestSweep.random(2, 200, new SplittableRandom(1));
        Cases cases = new Cases("flat", List.of("a", "b"), List.of(List.of(), List.of()), places, shares);
        assertThat(new Prim(0.05, 0.05, 2).find(cases)).isEmpty();
    }

    @Test
    void settingsHaveBounds() {
        assertThatThrownBy(() -> new Prim(0.5, 0.05, 1)).hasMessageContaining("alpha (0.5) must be");
        assertThatThrownBy(() -> new Prim(0.05, 0, 1)).hasMessageContaining("mass (0.0) must be");
        assertThatThrownBy(() -> new Tree(0, 1, 1)).hasMessageContaining("depth (0) must be");
    }
}
