package org.lode.sim.lockin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.sim.chance.Streams;
import org.lode.sim.run.Progress;

/** The index of the reversal test on worlds that are built to lock in and on worlds that are not. */
class ReversalTestTest {
    private static ReversalTest test(int... rounds) {
        List<Integer> grid = java.util.Arrays.stream(rounds).boxed().toList();
        return new ReversalTest(grid, 4, 10, 15, 0.8, List.of(), "x");
    }

    private static Laboratory laboratory(PathProcess process, int threads) {
        var estimator = new Estimator(0.95, 400, new Streams(3, Streams.COMMON, 0));
        return new Laboratory(process, new Laboratory.Scope(30, 60, 60), threads, estimator, Progress.NONE);
    }

    private static Estimate find(List<Finding> findings, String measure, double at) {
        return findings.stream()
                .filter(finding -> finding.measure().equals(measure) && Double.compare(finding.at(), at) == 0)
                .findFirst()
                .orElseThrow()
                .estimate();
    }

    @Test
    void aWorldOfTwoWellsIsLockedInFromTheFirstRound() {
        var findings = test(1, 5, 20).measure(laboratory(Worlds.twoWells(1), 2));
        for (int at : new int[] {1, 5, 20}) {
            assertThat(find(findings, "L", at).value()).isEqualTo(1);
            assertThat(find(findings, "L", at).low()).isGreaterThan(0.8);
            assertThat(find(findings, "P0", at).value()).isCloseTo(0.5, within(0.05));
        }
        assertThat(find(findings, "tStar", Double.NaN).value()).isEqualTo(1);
        assertThat(find(findings, "tStar", Double.NaN).high()).isEqualTo(1);
    }

    @Test
    void beforeTheTossAWorldOfTwoWellsIsNotLockedIn() {
        var findings = test(0, 4).measure(laboratory(Worlds.twoWells(2), 2));
        Estimate before = find(findings, "L", 0);
        assertThat(before.low()).isLessThan(0);
        assertThat(before.high()).isGreaterThan(0);
        assertThat(find(findings, "tStar", Double.NaN).value()).isEqualTo(4);
    }

    /** However uneven its classes: against the sum of squares 0.8 : 0.2 would give .375. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.65, 0.8})
    void aMemorylessWorldIsNotLockedIn(double share) {
        var findings = test(5, 15).measure(laboratory(Worlds.memoryless(3, share), 2));
        for (int at : new int[] {5, 15}) {
            assertThat(find(findings, "L", at).value()).isCloseTo(0, within(0.1));
            assertThat(find(findings, "squares", at).value())
                    .isCloseTo(share * share + (1 - share) * (1 - share), within(0.06));
        }
        assertThat(find(findings, "tStar", Double.NaN).value()).isInfinite();
    }

    /** It forgets slowly, so that with the same chance forks would seem to come back; with fresh chance they do not. */
    @Test
    void aSlowAutoregressionIsNotLockedIn() {
        PathProcess slow = Worlds.autoregression(4, 0.9, 0.8);
        var findings = test(10, 20).measure(laboratory(slow, 2));
        for (int at : new int[] {10, 20}) {
            assertThat(find(findings, "L", at).value()).isCloseTo(0, within(0.2));
            assertThat(find(findings, "L", at).high()).isLessThan(0.4);
        }
        assertThat(find(findings, "tStar", Double.NaN).value()).isInfinite();
        int back = 0;
        for (long history = 1; history <= 60; history++) {
            PathProcess.Run free = Laboratory.play(slow.start(history), 10);
            PathProcess.Run forced = free.fork(0);
            PathForcing.play(forced, 0, 4);
            back += Laboratory.play(free, 24).state(0)
                            == Laboratory.play(forced, 24).state(0)
                    ? 1
                    : 0;
        }
        assertThat(back).isGreaterThan(45);
        // A shock fades: by the law it keeps .9^10 of itself.
        assertThat(find(findings, "amplification", Double.NaN).value()).isCloseTo(Math.pow(0.9, 10), within(1e-9));
    }

    @Test
    void whereAllHistoriesEndAlikeNothingIsContingent() {
        var findings = test(5).measure(laboratory(Worlds.memoryless(5, 0.999), 1));
        assertThat(find(findings, "P0", 5).value()).isGreaterThan(ReversalTest.NOT_CONTINGENT);
        assertThat(find(findings, "L", 5).defined()).isFalse();
        assertThat(find(findings, "tStar", Double.NaN).value()).isInfinite();
    }

    @Test
    void anyNumberOfThreadsFindsTheSame() {
        PathProcess process = Worlds.autoregression(6, 0.95, 0.5);
        assertThat(test(3, 9).measure(laboratory(process, 3)))
                .isEqualTo(test(3, 9).measure(laboratory(process, 1)));
    }

    @Test
    void anAnswerOfPathDependenceNeedsAllThreeLegs() {
        var test = test(1, 5, 20);
        var wells = laboratory(Worlds.twoWells(1), 2);
        var inWells = PathDependence.of(wells, test, test.measure(wells));
        assertThat(inWells.legs().get(0).answer()).isEqualTo(PathDependence.Answer.YES);
        assertThat(inWells.legs().get(2).answer()).isEqualTo(PathDependence.Answer.YES);
        // A well pulls back: the shock dies away, so that nothing feeds on itself.
        assertThat(inWells.legs().get(1).answer()).isEqualTo(PathDependence.Answer.NO);
        assertThat(inWells.answer()).isEqualTo(PathDependence.Answer.NO);
        assertThat(inWells.hangsOn()).anyMatch(word -> word.startsWith("self-reinforcement: were it yes"));
        var none = laboratory(Worlds.memoryless(3, 0.6), 2);
        var memoryless = PathDependence.of(none, test, test.measure(none));
        assertThat(memoryless.legs().get(2).answer()).isEqualTo(PathDependence.Answer.NO);
        assertThat(memoryless.answer()).isEqualTo(PathDependence.Answer.NO);
    }

    /** Polya's urn after many draws: contingent, an adopter more draws others, and a few against the stream change nothing. */
    @Test
    void anUrnOfManyBallsIsPathDependent() {
        var test = new ReversalTest(List.of(10, 60), 2, 40, 15, 0.8, List.of("capacity"), "walk");
        var urn = laboratory(Urn.polya(1, 1, 8), 2);
        var verdict = PathDependence.of(urn, test, test.measure(urn));
        assertThat(verdict.legs().get(0).answer()).isEqualTo(PathDependence.Answer.YES);
        assertThat(verdict.legs().get(1).answer()).isEqualTo(PathDependence.Answer.YES);
        assertThat(verdict.legs().get(2).estimate().value()).isGreaterThan(0.8);
        assertThat(verdict.answer()).isNotEqualTo(PathDependence.Answer.NO);
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> test(5, 5))
                .withMessageContaining("rounds [5, 5] must be at least 0 and ascend");
        assertThatIllegalArgumentException().isThrownBy(() -> test()).withMessageContaining("at least one");
    }
}
