package org.lode.sim.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lode.games.form.NormalForm;

class GameReadingTest {
    private static final NormalForm STAG_HUNT = NormalForm.of(new int[] {2, 2}, 4, 0, 3, 3, 4, 3, 0, 3);

    @Test
    void inPureCoordinationAllOfThePayoffIsInteraction() {
        var coordination = NormalForm.of(new int[] {2, 2}, 1, -1, -1, 1, 1, -1, -1, 1);
        assertThat(GameReading.of(coordination)).isEqualTo(new GameReading(1, 0));
    }

    @Test
    void whereTheOthersOnlyAddThereIsNoInteractionAndSomethingIsDominant() {
        // own strategy is worth 2, the other's 5, whatever the other does
        var additive = NormalForm.of(new int[] {2, 2}, 0, 5, 2, 7, 0, 2, 5, 7);
        assertThat(GameReading.of(additive)).isEqualTo(new GameReading(0, 2));
    }

    /** Own main effect of the stag is -1/2 a row, of the interaction 1 and 1: squares 4 x 1/4 against 4 x 1. */
    @Test
    void aStagHuntIsMostlyInteraction() {
        assertThat(GameReading.interaction(STAG_HUNT, 0)).isCloseTo(0.8, within(1e-12));
        assertThat(GameReading.of(STAG_HUNT).dominant()).isZero();
    }

    @Test
    void aTieIsNotStrictDominance() {
        var tied = NormalForm.of(new int[] {2, 2}, 1, 1, 1, 0, 0, 1, 0, 1);
        assertThat(GameReading.of(tied).dominant()).isEqualTo(1);
    }

    @Test
    void bothConventionsOfAStagHuntAreStrictByUpToOneAndThree() {
        assertThat(StrictEquilibria.of(STAG_HUNT, new double[] {1, 1})).containsExactly(0, 3);
        assertThat(StrictEquilibria.of(STAG_HUNT, new double[] {1.1, 1})).containsExactly(3);
    }

    @Test
    void equilibriaDifferWhereEnoughPlayersAreOnOtherTracks() {
        List<Integer> conventions = List.of(0, 3);
        assertThat(StrictEquilibria.differ(STAG_HUNT, conventions, (player, s) -> s, 2))
                .isTrue();
        assertThat(StrictEquilibria.differ(STAG_HUNT, conventions, (player, s) -> player == 0 ? s : 7, 2))
                .isFalse();
        assertThat(StrictEquilibria.differ(STAG_HUNT, List.of(0), (player, s) -> s, 1))
                .isFalse();
    }

    /** Around both hunting: own payoffs 4 and 3, and 0 and 3 if the other leaves; half of 1 and half of 3 from their means. */
    @Test
    void theSpreadIsOfOwnPayoffsAroundTheirMeans() {
        assertThat(PayoffSpread.of(STAG_HUNT, new int[] {0, 0}, 0))
                .isCloseTo(Math.sqrt((0.25 + 0.25 + 2.25 + 2.25) / 4), within(1e-12));
    }

    @Test
    void shapesOfOneStrategyHaveNothingToSay() {
        assertThat(GameReading.of(NormalForm.of(new int[] {1, 1}, 1, 1)).interaction())
                .isNaN();
    }
}
