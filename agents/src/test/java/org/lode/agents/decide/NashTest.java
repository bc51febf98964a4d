package org.lode.agents.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lode.agents.decide.Nash.Selection.FOCAL_POINT;
import static org.lode.agents.decide.Nash.Selection.PAYOFF_DOMINANCE;
import static org.lode.agents.decide.Nash.Selection.RISK_DOMINANCE;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lode.games.form.NormalForm;

class NashTest extends DecisionRuleContract {
    /** Stag hunt in which stag pays more and hare is safer (Harsanyi and Selten 1988): losses 1 x 1 against 3 x 3. */
    private static final NormalForm STAG_HUNT = NormalForm.of(new int[] {2, 2}, 4, 0, 3, 3, 4, 3, 0, 3);

    @Override
    DecisionRule rule() {
        return new Nash(RISK_DOMINANCE, 100);
    }

    @Test
    void riskDominanceTakesTheHare() {
        assertThat(choose(new Nash(RISK_DOMINANCE, 100), new HandMadeSituation(STAG_HUNT, 0)))
                .isEqualTo(1);
    }

    @Test
    void payoffDominanceTakesTheStag() {
        assertThat(choose(new Nash(PAYOFF_DOMINANCE, 100), new HandMadeSituation(STAG_HUNT, 0).starting(1, 1)))
                .isZero();
    }

    @Test
    void theFocalPointIsThePrecedent() {
        var rule = new Nash(FOCAL_POINT, 100);
        assertThat(choose(rule, new HandMadeSituation(STAG_HUNT, 0).starting(1, 1)))
                .isEqualTo(1);
        assertThat(choose(rule, new HandMadeSituation(STAG_HUNT, 0).starting(0, 0)))
                .isZero();
    }

    @Test
    void whatIsClosedIsOutOfTheGame() {
        assertThat(choose(new Nash(RISK_DOMINANCE, 100), new HandMadeSituation(STAG_HUNT, 0).closed(1, 1)))
                .as("the other can only hunt stag")
                .isZero();
    }

    @Test
    void withoutAPureEquilibriumItMixesByQuantalResponse() {
        var pennies = NormalForm.of(new int[] {2, 2}, 1, -1, -1, 1, -1, 1, 1, -1);
        var random = new SplittableRandom(4);
        double heads = 0;
        for (int draw = 0; draw < 2000; draw++) {
            heads += 1 - new Nash(RISK_DOMINANCE, 20).choose(new HandMadeSituation(pennies, 0), random);
        }
        assertThat(heads / 2000).isCloseTo(0.5, within(0.04));
    }

    /** Pure coordination of three: everybody must settle on the same one of two equally good conventions. */
    @Test
    void actorsThatSelectAlikeCoordinate() {
        double[] payoffs = new double[24];
        for (int player = 0; player < 3; player++) {
            payoffs[player * 8] = 1;
            payoffs[player * 8 + 7] = 1;
        }
        var game = NormalForm.of(new int[] {2, 2, 2}, payoffs);
        for (Nash.Selection selection : Nash.Selection.values()) {
            var rule = new Nash(selection, 100);
            int first = choose(rule, new HandMadeSituation(game, 0).starting(0, 1, 1));
            for (int actor = 1; actor < 3; actor++) {
                var seen = new HandMadeSituation(game, actor).starting(0, 1, 1);
                assertThat(rule.choose(seen, new SplittableRandom(actor))).isEqualTo(first);
            }
        }
    }

    private static int choose(DecisionRule rule, HandMadeSituation seen) {
        return rule.choose(seen, new SplittableRandom(1));
    }
}
