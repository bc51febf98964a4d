package org.lode.games.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;

class CheckTest {
    private static final NormalForm STAG_HUNT = NormalForm.of(new int[] {2, 2}, 4, 0, 3, 3, 4, 3, 0, 3);
    private static final NormalForm DILEMMA = NormalForm.of(new int[] {2, 2}, 3, 0, 5, 1, 3, 5, 0, 1);

    @Test
    void bothConventionsOfTheStagHuntAreStrict() {
        assertThat(Regret.margin(STAG_HUNT, new int[] {0, 0})).isEqualTo(1);
        assertThat(Regret.margin(STAG_HUNT, new int[] {1, 1})).isEqualTo(3);
        assertThat(Regret.of(STAG_HUNT, new int[] {0, 1})).isEqualTo(3);
    }

    @Test
    void theMixedEquilibriumOfTheStagHuntLeavesNothingToGain() {
        var mixed = MixedProfile.of(new int[] {2, 2}, 0.75, 0.25, 0.75, 0.25);
        assertThat(Regret.of(STAG_HUNT, mixed)).isZero();
        assertThat(Regret.of(STAG_HUNT, MixedProfile.uniform(new int[] {2, 2}))).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void tiedBestRepliesAreAllGiven() {
        var tied = NormalForm.of(new int[] {3, 1}, 2, 2, 1, 0, 0, 0);
        assertThat(BestReplies.of(tied, 0, new int[] {2, 0})).containsExactly(0, 1);
    }

    @Test
    void defectionSurvivesAloneAndIsTheOnlyInefficientOutcome() {
        assertThat(Dominance.survivors(DILEMMA, Dominance.Kind.STRICT)).isEqualTo(List.of(List.of(1), List.of(1)));
        assertThat(Efficiency.pareto(DILEMMA)).containsExactly(0, 1, 2);
        assertThat(Efficiency.utilitarian(DILEMMA)).isZero();
    }

    @Test
    void weakDominanceRemovesWhatStrictDominanceKeeps() {
        var game = NormalForm.of(new int[] {2, 2}, 1, 0, 1, 1, 0, 0, 0, 0);
        assertThat(Dominance.survivors(game, Dominance.Kind.STRICT)).isEqualTo(List.of(List.of(0, 1), List.of(0, 1)));
        assertThat(Dominance.survivors(game, Dominance.Kind.WEAK)).isEqualTo(List.of(List.of(1), List.of(0, 1)));
    }

    @Test
    void eliminationGoesOnWhileItFindsSomething() {
        // Guess 2/3 of the average from {0, 1, 2, 3}: only 0 and 1 survive iterated strict elimination of pure by pure.
        var threeByThree = NormalForm.of(new int[] {3, 3}, 5, 1, 2, 4, 3, 6, 3, 2, 1, 3, 2, 1, 2, 3, 0, 1, 4, 0);
        var kept = Dominance.survivors(threeByThree, Dominance.Kind.STRICT);
        var left = Dominance.restrict(threeByThree, kept);
        assertThat(left.shape()).containsExactly(2, 2);
        assertThat(left.payoff(0, new int[] {1, 0})).isEqualTo(4);
        assertThat(left.strategyName(0, 1)).isEqualTo("2");
    }
}
