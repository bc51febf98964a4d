package org.lode.sim.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lode.sim.chance.Draws;
import org.lode.sim.hypothesis.Answer.Hinge;
import org.lode.sim.hypothesis.Answer.Verdict;
import org.lode.sim.hypothesis.HypothesisData.Decision;
import org.lode.sim.lockin.Regime;

/** Where a hypothesis is planted to be true the answer is yes, and no where it is planted to be false. */
class PlantedWorldsTest {
    private static final double DUAL = Regime.DUAL_TRACK.ordinal();
    private static final double CHINA = Regime.CHINA_CENTRED.ordinal();

    private static Planted modalRegime() {
        return new Planted(
                new ModalRegime("dual-track", 5, 10, List.of(0.35), List.of(1.3), List.of(1.2), List.of(2.0)),
                List.of("free"),
                Planted.above(0));
    }

    private static Answer dualTrack(double share) {
        return modalRegime().answer((random, parameters) -> {
            double regime = random.nextDouble() < share ? DUAL : CHINA;
            return new double[][] {{regime, regime}};
        });
    }

    @Test
    void theDualTrackIsModalWhereFourRunsInFiveAreInIt() {
        Answer answer = dualTrack(0.8);
        assertThat(answer.verdict()).isEqualTo(Verdict.YES);
        assertThat(answer.effect().estimate()).isCloseTo(0.6, within(0.2));
        assertThat(answer.shareOfSeeds()).isCloseTo(0.8, within(0.2));
    }

    @Test
    void theDualTrackIsNotModalWhereOneRunInFiveIsInIt() {
        assertThat(dualTrack(0.2).verdict()).isEqualTo(Verdict.NO);
    }

    @Test
    void anEvenWorldIsInconclusive() {
        assertThat(dualTrack(0.5).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static Answer clocks(double chanceThatTheFirstDecides) {
        return new Planted(new RelativeClocks(0.35, 0.5, 8, 5), List.of("free"), Planted.above(0))
                .answer((random, parameters) -> {
                    boolean west = random.nextDouble() < 0.5;
                    boolean decided = random.nextDouble() < chanceThatTheFirstDecides;
                    double regime = decided == west ? DUAL : CHINA;
                    double first = 3 + (int) (random.nextDouble() * 4);
                    return new double[][] {
                        {west ? first : 15, west ? 1 : 0, west ? 15 : first, west ? 0 : 1, regime, west ? 1 : 2, 0, 0}
                    };
                });
    }

    @Test
    void theClocksTellTheRegimeWhereTheFirstToStrikeDecides() {
        Answer answer = clocks(0.9);
        assertThat(answer.verdict()).isEqualTo(Verdict.YES);
        assertThat(answer.effect().estimate()).isGreaterThan(0.2);
    }

    @Test
    void theClocksTellNothingWhereTheRegimeIsTossed() {
        assertThat(clocks(0.5).verdict()).isNotEqualTo(Verdict.YES);
    }

    /** One regime nearly always, whatever the clocks say: clocks cannot beat naming it. */
    @Test
    void theClocksAddNothingWhereTheRegimeIsForegone() {
        Answer answer = new Planted(new RelativeClocks(0.35, 0.5, 8, 5), List.of("free"), Planted.above(0))
                .answer((random, parameters) -> {
                    boolean west = random.nextDouble() < 0.5;
                    return new double[][] {{5, 1, 5, 1, CHINA, west ? 1 : 2, 0, 0}};
                });
        assertThat(answer.verdict()).isEqualTo(Verdict.NO);
        assertThat(answer.effect().estimate()).isZero();
    }

    private static Answer persistence(double left, double gain) {
        return new Planted(new Persistence(4, 5), List.of("never", "continued", "reversed"), Planted.above(0.5))
                .answer((random, parameters) -> {
                    double common = 0.3 + 0.02 * Draws.normal(random);
                    double own = gain + 0.01 * Draws.normal(random);
                    return new double[][] {
                        {common, common}, {common + own, common + own}, {common + left * own, common + own}
                    };
                });
    }

    @Test
    void diversificationPersistsWhereNineTenthsAreLeft() {
        Answer answer = persistence(0.9, 0.1);
        assertThat(answer.verdict()).isEqualTo(Verdict.YES);
        assertThat(answer.effect().estimate()).isCloseTo(0.9, within(0.01));
    }

    @Test
    void diversificationDoesNotPersistWhereATenthIsLeft() {
        assertThat(persistence(0.1, 0.1).verdict()).isEqualTo(Verdict.NO);
    }

    @Test
    void persistenceIsNoQuestionWhereNothingWasGained() {
        Answer answer = persistence(0.9, 0);
        assertThat(answer.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(answer.why()).contains("premise");
    }

    private static Answer divergence(double early, double late) {
        return new Planted(new DivergenceGain(5, 10), List.of("united", "split"), Planted.below(0.5))
                .answer((random, parameters) -> {
                    double level = Draws.normal(random);
                    double noise = 0.1 * Draws.normal(random);
                    return new double[][] {{level, level}, {level + early + noise, level + late + noise}};
                });
    }

    @Test
    void theGainFromDivergenceIsBoundedWhereItFades() {
        assertThat(divergence(1, 0.2).verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void theGainFromDivergenceIsNotBoundedWhereItStays() {
        assertThat(divergence(1, 1).verdict()).isEqualTo(Verdict.NO);
    }

    @Test
    void theGainFromDivergenceIsRefutedWhereThereIsALoss() {
        Answer answer = divergence(-1, -0.2);
        assertThat(answer.verdict()).isEqualTo(Verdict.NO);
        assertThat(answer.why()).contains("premise");
    }

    private static Answer floor(double interaction, double growthAtLowPrices) {
        return new Planted(
                        new FloorUnderLowPrices(10, 0.03), List.of("both", "floor", "low", "neither"), Planted.above(0))
                .answer((random, parameters) -> {
                    double noise = 0.02 * Draws.normal(random);
                    double low = 10 * growthAtLowPrices + noise;
                    double neither = low + 0.3;
                    return new double[][] {
                        {low + 0.1 + interaction + 0.01 * Draws.normal(random)}, {neither + 0.1}, {low}, {neither}
                    };
                });
    }

    @Test
    void aFloorMattersUnderLowPricesWhereTheyInteract() {
        Answer answer = floor(0.2, 0.01);
        assertThat(answer.verdict()).isEqualTo(Verdict.YES);
        assertThat(answer.effect().estimate()).isCloseTo(0.2, within(0.01));
    }

    @Test
    void aFloorMattersNoMoreUnderLowPricesWhereTheInteractionIsNegative() {
        assertThat(floor(-0.2, 0.01).verdict()).isEqualTo(Verdict.NO);
    }

    @Test
    void lowPricesDoNotHoldCapacityBackWhereItGrowsAnyway() {
        Answer answer = floor(0.2, 0.08);
        assertThat(answer.verdict()).isEqualTo(Verdict.NO);
        assertThat(answer.why()).contains("premise");
    }

    private static Answer split(double earlier) {
        return new Planted(new EarlierSplit(0.35, 1.3, 0.1, 2), List.of("loose", "solid"), Planted.above(0))
                .answer((random, parameters) -> {
                    double split = 7 + Draws.normal(random);
                    double sooner = split - earlier + 0.2 * Draws.normal(random);
                    return new double[][] {{split, 1, 8, 1, 1.3, 0.1}, {sooner, 1, 4, 1, 1.3, 0.1}};
                });
    }

    @Test
    void solidTracksSplitTheMarketEarlierWhereTheyDoSoByTwoYears() {
        Answer answer = split(2);
        assertThat(answer.verdict()).isEqualTo(Verdict.YES);
        assertThat(answer.effect().estimate()).isCloseTo(2, within(0.1));
    }

    @Test
    void solidTracksDoNotSplitTheMarketEarlierWhereTheyDelayIt() {
        assertThat(split(-2).verdict()).isEqualTo(Verdict.NO);
    }

    private static Answer cost(double riseAtOne) {
        return new Planted(
                        new FloorCost(List.of(0.0, 1.0, 2.0), 3, 8, 0.3, 0.5),
                        List.of("none", "full", "twice"),
                        new Decision(Optional.of(0.3), Optional.of(0.5)))
                .answer((random, parameters) -> {
                    double level = 1 + 0.05 * Draws.normal(random);
                    return new double[][] {
                        {level, level, 0.3, 10},
                        {level * (1 + riseAtOne), level, 0.4, 12},
                        {level * (1 + 2 * riseAtOne), level, 0.5, 14}
                    };
                });
    }

    @Test
    void aFullFloorCostsAsClaimedWhereItRaisesCostByTwoFifths() {
        Answer answer = cost(0.4);
        assertThat(answer.verdict()).isEqualTo(Verdict.YES);
        assertThat(answer.effect().estimate()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void aFullFloorCostsLessThanClaimedWhereItRaisesCostByATenth() {
        assertThat(cost(0.1).verdict()).isEqualTo(Verdict.NO);
    }

    /** Rise in proportion to the multiple: 30 % at 1.5 and 50 % beyond the last arm. */
    @Test
    void theMultipleThatRaisesCostSoMuchIsInterpolatedOrNotSaid() {
        Answer answer = cost(0.2);
        assertThat(figure(answer, "floor multiple at a rise of 0.3")).isCloseTo(1.5, within(1e-9));
        assertThat(figure(answer, "share outside gained at a rise of 0.3")).isCloseTo(0.15, within(1e-9));
        assertThat(figure(answer, "capacity outside gained at a rise of 0.3")).isCloseTo(0.3, within(1e-9));
        assertThat(figure(answer, "floor multiple at a rise of 0.5")).isNaN();
    }

    private static double figure(Answer answer, String name) {
        return answer.figures().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value()
                .estimate();
    }

    @Test
    void theParameterThatMovesTheEffectIsNamedAndNoneOfTheOthers() {
        Answer answer = new Planted(new EarlierSplit(0.35, 1.3, 0.1, 2), List.of("loose", "solid"), Planted.above(0))
                .answer(
                        (random, parameters) -> {
                            double by = 2 + (parameters.length > 3 ? parameters[3] : 0) + 0.2 * Draws.normal(random);
                            return new double[][] {{9, 1, 8, 1, 1, 0}, {9 - by, 1, 4, 1, 1, 0}};
                        },
                        40,
                        2,
                        500);
        assertThat(answer.hinges()).extracting(Hinge::parameter).containsExactly("parameter3");
        assertThat(answer.hinges().get(0).correlation()).isGreaterThan(0.8);
    }

    @Test
    void noiseNamesNoParameter() {
        assertThat(split(2).hinges()).isEmpty();
    }

    /** Draws differ much more than seeds: counting every run as its own would make the interval too narrow. */
    @Test
    void theIntervalIsThatOfDrawsNotOfRuns() {
        Planted.World world = (random, parameters) -> {
            double by = parameters[0];
            return new double[][] {{9, 1, 8, 1, 1, 0}, {9 - by, 1, 4, 1, 1, 0}};
        };
        var planted = new Planted(new EarlierSplit(0.35, 1.3, 0.1, 2), List.of("loose", "solid"), Planted.above(0));
        Answer few = planted.answer(world, 40, 1, 1);
        Answer many = planted.answer(world, 40, 50, 1);
        double wide = few.effect().high() - few.effect().low();
        assertThat(many.effect().high() - many.effect().low()).isCloseTo(wide, within(0.1 * wide));
        assertThat(wide).isCloseTo(2 * 1.96 / StrictMath.sqrt(40), within(0.2));
    }
}
