package org.lode.sim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.games.check.Regret;
import org.lode.games.form.NormalForm;

class ChancePlayTest {
    private static final NormalForm PENNIES = NormalForm.of(new int[] {2, 2}, 1, -1, -1, 1, -1, 1, 1, -1);
    private static final NormalForm STAG_HUNT = NormalForm.of(new int[] {2, 2}, 4, 0, 3, 3, 4, 3, 0, 3);
    /** Aumann (1974), the game of chicken: dare or yield. */
    private static final NormalForm CHICKEN = NormalForm.of(new int[] {2, 2}, 0, 7, 2, 6, 0, 2, 7, 6);

    @Test
    void matchingPenniesIsMixedEvenly() {
        ChancePlay.Mixed one = new ChancePlay(PENNIES).one();
        assertThat(one.equilibrium()).isTrue();
        assertThat(one.regret()).isLessThan(1e-9);
        assertThat(one.profile().probability(0, 0)).isEqualTo(0.5, within(1e-9));
    }

    /** Beside its two conventions: each hunts the stag with probability 3/4, so that the other is indifferent. */
    @Test
    void theStagHuntsMixedEquilibriumIsShownRatherThanAConvention() {
        ChancePlay.Mixed one = new ChancePlay(STAG_HUNT).one();
        assertThat(one.equilibrium()).isTrue();
        assertThat(one.profile().probability(0, 0)).isEqualTo(0.75, within(1e-9));
        assertThat(one.profile().probability(1, 0)).isEqualTo(0.75, within(1e-9));
    }

    /** Aumann (1974): obeying a mediator who never says dare to both gives 10.5 together, more than any mixed equilibrium. */
    @Test
    void inChickenAMediatorDoesBetterThanChanceAlone() {
        List<ChancePlay.Lottery> bounds = new ChancePlay(CHICKEN).correlated();
        assertThat(bounds).extracting(ChancePlay.Lottery::type).containsExactly("correlated-best", "correlated-worst");
        assertThat(bounds.get(0).welfare()).isEqualTo(10.5, within(1e-6));
        assertThat(bounds.get(1).welfare()).isLessThanOrEqualTo(9 + 1e-6);
        assertThat(bounds).allSatisfy(bound -> assertThat(bound.regret()).isLessThan(1e-6));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theStatedRegretIsThatOfTheWholeGame(long seed) {
        var random = new Random(seed);
        int[] counts = {3, 3, 2, 2};
        var game = NormalForm.of(
                counts, random.ints(4L * 36, 0, 100).asDoubleStream().toArray());
        var chance = new ChancePlay(game);
        ChancePlay.Mixed one = chance.one();
        assertThat(one.regret()).isEqualTo(Regret.of(game, one.profile()));
        assertThat(one.equilibrium()).isEqualTo(one.regret() < 1e-8);
        double best = chance.correlated().get(0).welfare();
        double worst = chance.correlated().get(1).welfare();
        double mixed = 0;
        for (double payoff : payoffs(game, one)) {
            mixed += payoff;
        }
        assertThat(mixed).isBetween(worst - 1e-4, best + 1e-4);
    }

    private static double[] payoffs(NormalForm game, ChancePlay.Mixed one) {
        double[] payoffs = new double[game.players()];
        for (int index = 0; index < game.profiles(); index++) {
            int[] profile = game.profile(index);
            double weight = 1;
            for (int player = 0; player < profile.length; player++) {
                weight *= one.profile().probability(player, profile[player]);
            }
            for (int player = 0; player < profile.length; player++) {
                payoffs[player] += weight * game.payoff(player, index);
            }
        }
        return payoffs;
    }

    /** Two players in matching pennies beside three who have a dominant strategy among eight: four profiles are left of 2,048. */
    @Test
    void dominatedStrategiesCostNothingAndAreNeverPlayed() {
        int[] counts = {2, 2, 8, 8, 8};
        int profiles = NormalForm.profiles(counts);
        double[] payoffs = new double[5 * profiles];
        for (int index = 0; index < profiles; index++) {
            int first = index / (2 * 512);
            int second = index / 512 % 2;
            payoffs[index] = first == second ? 1 : -1;
            payoffs[profiles + index] = first == second ? -1 : 1;
            payoffs[2 * profiles + index] = index / 64 % 8;
            payoffs[3 * profiles + index] = index / 8 % 8;
            payoffs[4 * profiles + index] = index % 8;
        }
        var chance = new ChancePlay(NormalForm.of(counts, payoffs));
        assertThat(chance.profilesLeft()).isEqualTo(4);
        assertThat(chance.one().profile().probability(4, 7)).isEqualTo(1);
        assertThat(chance.correlated().get(0).chances())
                .allSatisfy(each -> assertThat(each.strategies().subList(2, 5)).containsExactly(7, 7, 7));
    }

    @Test
    void aGameTooLargeForProgramsIsLearnedAndItsRegretStated() {
        var random = new Random(5);
        int[] counts = {4, 4, 4, 4, 4};
        var game = NormalForm.of(counts, random.doubles(5L * 1024, 0, 1).toArray());
        ChancePlay.Lottery learned = new ChancePlay(game).correlated().get(0);
        assertThat(learned.type()).isEqualTo("coarse-learned");
        assertThat(learned.regret()).isBetween(0.0, 0.05);
        double sum = learned.chances().stream()
                .mapToDouble(ChancePlay.Chance::probability)
                .sum();
        assertThat(sum).isEqualTo(1, within(1e-9));
        assertThat(ChancePlay.learned(game).regret()).isBetween(0.0, 0.1);
    }
}
