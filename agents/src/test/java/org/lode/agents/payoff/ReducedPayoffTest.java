package org.lode.agents.payoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lode.games.form.NormalForm;
import org.lode.games.solve.PureEnumeration;

class ReducedPayoffTest {
    @Test
    void aPayoffIsOwnWorthPlusPairsPlusClubs() {
        var game = ReducedPayoff.of(1, 2, 3, 2)
                .own(0, 1, 10)
                .pair(0, 1, 1, 2, 0.5)
                .pair(0, 1, 2, 0, -2)
                .pair(0, 0, 1, 2, 99) // of the other own strategy
                .pair(1, 2, 0, 1, 77) // of the other actor
                .member(0, 0, 1)
                .member(0, 1, 2)
                .member(0, 2, 1)
                .club(0, 0, 1, 0, 100, 200, 400)
                .build();
        assertThat(game.players()).isEqualTo(3);
        assertThat(game.shape()).containsExactly(2, 3, 2);
        assertThat(game.payoff(0, new int[] {1, 2, 0})).isEqualTo(10 + 0.5 - 2 + 200);
        assertThat(game.payoff(0, new int[] {1, 0, 1})).isEqualTo(10 + 200);
        assertThat(game.payoff(0, new int[] {1, 2, 1})).isEqualTo(10 + 0.5 + 400);
        assertThat(game.payoff(0, new int[] {0, 2, 0})).isEqualTo(99);
        assertThat(game.payoff(1, new int[] {1, 2, 0})).isEqualTo(77);
        assertThat(game.payoff(2, new int[] {1, 2, 0})).isEqualTo(0);
    }

    /** Rousseau's hunt by pairs: hare 3 for sure, stag 4 if both hunt it. */
    @Test
    void aStagHuntWrittenAsPairsHasBothConventions() {
        var hunt = ReducedPayoff.of(0, 2, 2)
                .pair(0, 0, 1, 0, 4)
                .pair(1, 0, 0, 0, 4)
                .own(0, 1, 3)
                .own(1, 1, 3)
                .build();
        assertThat(PureEnumeration.indexes(NormalForm.from(hunt))).containsExactly(0, 3);
    }

    /** Network externality of Katz and Shapiro (1985): joining pays only in company, so none and all are equilibria. */
    @Test
    void aClubWithNetworkValueFormsWhollyOrNotAtAll() {
        var builder = ReducedPayoff.of(1, 2, 2, 2);
        for (int actor = 0; actor < 3; actor++) {
            builder.member(0, actor, 1).club(0, actor, 1, 0, -1, -0.5, 2);
        }
        assertThat(PureEnumeration.indexes(NormalForm.from(builder.build()))).containsExactly(0, 7);
    }

    @Test
    void aBuiltTableDoesNotFollowItsBuilder() {
        var builder = ReducedPayoff.of(0, 1).own(0, 0, 1);
        var game = builder.build();
        builder.own(0, 0, 2);
        assertThat(game.payoff(0, new int[] {0})).isEqualTo(1);
    }

    @Test
    void termsOutsideTheTableAreRefused() {
        var builder = ReducedPayoff.of(1, 2, 2);
        assertThatThrownBy(() -> builder.own(0, 2, 1)).hasMessage("strategy (2) of actor 0 must be from 0 to 1");
        assertThatThrownBy(() -> builder.pair(0, 0, 0, 1, 1)).hasMessage("other (0) must not be the actor itself");
        assertThatThrownBy(() -> builder.club(1, 0, 0, 0, 0, 0)).hasMessage("club (1) must be from 0 to 0");
        assertThatThrownBy(() -> builder.club(0, 0, 0, 1))
                .hasMessage("worth (1 numbers) must have one for each size from 0 to 2");
        assertThatThrownBy(() -> builder.own(0, 0, Double.NaN)).hasMessage("own (NaN) must be finite");
    }
}
