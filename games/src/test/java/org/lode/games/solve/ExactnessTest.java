package org.lode.games.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lode.games.check.BestReplies;
import org.lode.games.check.Dominance;
import org.lode.games.check.Efficiency;
import org.lode.games.check.Regret;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;

/** Payoffs that doubles cannot tell apart are told apart, and a regret of 0 is none. */
class ExactnessTest {
    /** The first strategy pays 9007199254740993, the second 9007199254740992; everything else is 0. */
    private static final NormalForm BEYOND_2_TO_53 = Games.read("p1.nfg");

    /** The first strategy pays 1/3, the second 0.33333333333333333333; of three players. */
    private static final NormalForm THIRDS = Games.read("p3.nfg");

    @Test
    void pureEquilibriaAreThoseThatAllFinds() {
        for (NormalForm game : List.of(BEYOND_2_TO_53, THIRDS)) {
            List<MixedProfile> all = new AllEquilibria()
                    .solve(game).equilibria().stream()
                            .map(Equilibrium::profile)
                            .filter(MixedProfile::isPure)
                            .toList();
            assertThat(new PureEnumeration().solve(game).equilibria().stream().map(Equilibrium::profile))
                    .containsExactlyInAnyOrderElementsOf(all);
        }
        // With the others on their first strategies the second one of A pays less, so that profile is none.
        assertThat(PureEnumeration.indexes(BEYOND_2_TO_53)).doesNotContain(2);
        assertThat(PureEnumeration.indexes(THIRDS)).doesNotContain(4);
    }

    @Test
    void theBetterOfTwoPayoffsThatRoundToTheSameIsTheOnlyBestReply() {
        assertThat(BestReplies.of(BEYOND_2_TO_53, 0, new int[] {1, 0})).containsExactly(0);
        assertThat(Regret.of(BEYOND_2_TO_53, new int[] {1, 0})).isEqualTo(1);
        assertThat(Regret.of(THIRDS, new int[] {1, 0, 0})).isBetween(3.3e-21, 3.4e-21);
        assertThat(Regret.of(THIRDS, MixedProfile.pure(THIRDS.shape(), 1, 0, 0)))
                .isBetween(3.3e-21, 3.4e-21);
        assertThat(Efficiency.pareto(BEYOND_2_TO_53)).containsExactly(0);
    }

    @Test
    void dominanceIsDecidedInFractions() {
        assertThat(Dominance.survivors(BEYOND_2_TO_53, Dominance.Kind.WEAK).get(0))
                .containsExactly(0);
        assertThat(Dominance.survivors(THIRDS, Dominance.Kind.WEAK).get(0)).containsExactly(0);
        assertThat(Dominance.survivors(BEYOND_2_TO_53, Dominance.Kind.STRICT).get(0))
                .containsExactly(0, 1);
    }

    @Test
    void aMixtureThatDoublesCannotHoldHasARegretThoughDoublesSeeNone() {
        NormalForm game = NormalForm.of(new int[] {2, 2}, 0, 0, 0, 0, 1, 0, 0, 1);
        MixedProfile even = MixedProfile.of(game.shape(), 0.5, 0.5, 0.5, 0.5);
        assertThat(Regret.of(game, even)).isZero();
        double third = 1.0 / 3; // a little less than a third, so B gains a little by its second strategy
        NormalForm tilted = NormalForm.of(new int[] {2, 2}, 0, 0, 0, 0, 2, 0, 0, 1);
        MixedProfile thirds = MixedProfile.of(tilted.shape(), third, 1 - third, 0.5, 0.5);
        assertThat(Regret.of(tilted, thirds)).isPositive().isLessThan(1e-15);
    }

    @Test
    void anEquilibriumInFractionsHasNoRegret() {
        NormalForm tilted = NormalForm.of(new int[] {2, 2}, 1, 0, 0, 2, 0, 1, 2, 0);
        Equilibrium mixed = new AllEquilibria().solve(tilted).equilibria().get(0);
        assertThat(mixed.exact()).hasToString("[2/3, 1/3, 2/3, 1/3]");
        assertThat(mixed.regret()).isZero();
    }
}
