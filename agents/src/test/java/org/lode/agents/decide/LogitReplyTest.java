package org.lode.agents.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lode.games.form.NormalForm;

class LogitReplyTest extends DecisionRuleContract {
    private static final NormalForm CHOICE = NormalForm.of(new int[] {3}, 0, StrictMath.log(2), StrictMath.log(5));

    @Override
    DecisionRule rule() {
        return new LogitReply(2, 0.5, 0, 0);
    }

    @Override
    DecisionRule precise() {
        return new LogitReply(1000, 1, 0, 0);
    }

    @Test
    void oddsAreExponentialInPayoff() {
        int[] counts = count(new LogitReply(1, 1, 0, 0), new HandMadeSituation(CHOICE, 0));
        assertThat(counts[0] / 40_000.0).isCloseTo(1 / 8.0, within(0.01));
        assertThat(counts[1] / 40_000.0).isCloseTo(2 / 8.0, within(0.01));
        assertThat(counts[2] / 40_000.0).isCloseTo(5 / 8.0, within(0.01));
    }

    @Test
    void oddsLeaveOutWhatIsClosed() {
        int[] counts = count(new LogitReply(1, 1, 0, 0), new HandMadeSituation(CHOICE, 0).closed(0, 2));
        assertThat(counts[0] / 40_000.0).isCloseTo(1 / 3.0, within(0.01));
        assertThat(counts[2]).isZero();
    }

    @Test
    void withoutRevisionItKeepsWhatItPlayed() {
        assertThat(count(new LogitReply(1000, 0, 0, 0), new HandMadeSituation(CHOICE, 0).starting(1))[1])
                .isEqualTo(40_000);
    }

    @Test
    void revisionIsTheChanceOfReconsidering() {
        int kept = count(new LogitReply(1000, 0.3, 0, 0), new HandMadeSituation(CHOICE, 0).starting(0))[0];
        assertThat(kept / 40_000.0).isCloseTo(0.7, within(0.01));
    }

    @Test
    void aClosedStrategyForcesAReply() {
        assertThat(count(
                        new LogitReply(1000, 0, 0, 0),
                        new HandMadeSituation(CHOICE, 0).starting(0).closed(0, 0))[2])
                .isEqualTo(40_000);
    }

    /** The odds of staying over moving are exp(lambda (V - V') + b0 + b1 A): b0 and b1 are log odds, not payoffs. */
    @Test
    void statusQuoAndAbandonmentAreLogOdds() {
        double kappa = 0.7;
        double b0 = 1.3;
        double b1 = 2.1;
        var seen = new HandMadeSituation(CHOICE, 0).starting(1).abandoning(0.4, 0, 0.9);
        double[] odds = {
            StrictMath.exp(kappa * 0 - b0 - b1 * 0.4),
            StrictMath.exp(kappa * StrictMath.log(2)),
            StrictMath.exp(kappa * StrictMath.log(5) - b0 - b1 * 0.9)
        };
        assertChances(new LogitReply(kappa, 1, b0, b1), seen, odds);
        int[] counts = count(new LogitReply(kappa, 1, b0, b1), seen);
        double total = odds[0] + odds[1] + odds[2];
        for (int s = 0; s < 3; s++) {
            assertThat(counts[s] / 40_000.0).isCloseTo(odds[s] / total, within(0.01));
        }
    }

    @Test
    void theCostsOfMovingAreNotMultipliedByThePrecision() {
        var flat = NormalForm.of(new int[] {2}, 3, 3);
        for (double kappa : new double[] {0, 1, 50}) {
            assertChances(
                    new LogitReply(kappa, 1, 2, 0), new HandMadeSituation(flat, 0), new double[] {1, StrictMath.exp(-2)
                    });
        }
    }

    @Test
    void whereTheLastStrategyIsClosedEveryOtherCostsTheSame() {
        var seen = new HandMadeSituation(CHOICE, 0).starting(1).closed(0, 1);
        assertChances(new LogitReply(1, 1, 3, 0), seen, new double[] {1, 0, 5});
    }

    @Test
    void inertiaKeepsWhatHoldsAndForgetsWhatPays() {
        var seen = new HandMadeSituation(CHOICE, 0).starting(0).abandoning(0, 0.5, 0);
        DecisionRule inertia = new LogitReply(6, 0.8, 1.5, 1).inertia();
        assertThat(inertia).isEqualTo(new LogitReply(0, 0.8, 1.5, 1));
        double[] odds = {1, StrictMath.exp(-1.5 - 0.5), StrictMath.exp(-1.5)};
        double total = odds[0] + odds[1] + odds[2];
        double[] chances = inertia.chances(seen);
        assertThat(chances[0]).isCloseTo(0.2 + 0.8 * odds[0] / total, within(1e-12));
        assertThat(chances[1]).isCloseTo(0.8 * odds[1] / total, within(1e-12));
        assertThat(chances[2]).isCloseTo(0.8 * odds[2] / total, within(1e-12));
    }

    @Test
    void theRulesThatOnlyFollowPayoffsHaveNoInertiaButACoin() {
        assertThat(new Qre(3).inertia()).isEqualTo(new Uniform());
        assertThat(new LevelK(2, 3, false).inertia()).isEqualTo(new Uniform());
        assertThat(new Scripted(List.of("s0")).inertia())
                .as("a script is followed whatever it pays")
                .isEqualTo(new Scripted(List.of("s0")));
    }

    private static void assertChances(LogitReply rule, HandMadeSituation seen, double[] odds) {
        double total = 0;
        for (double one : odds) {
            total += one;
        }
        double[] chances = rule.chances(seen);
        assertThat(chances).hasSameSizeAs(odds);
        for (int s = 0; s < odds.length; s++) {
            assertThat(chances[s]).as("strategy %s", s).isCloseTo(odds[s] / total, within(1e-12));
        }
    }

    @Test
    void payoffsOfAnySizeDoNotOverflow() {
        var wide = NormalForm.of(new int[] {2}, -1e100, 1e100);
        assertThat(new LogitReply(1e6, 1, 0, 0).choose(new HandMadeSituation(wide, 0), new SplittableRandom(1)))
                .isEqualTo(1);
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> new LogitReply(-1, 0.5, 0, 0))
                .hasMessage("lambda (-1.0) must be at least 0.0 and finite");
        assertThatThrownBy(() -> new LogitReply(1, 1.5, 0, 0)).hasMessage("revision (1.5) must be between 0.0 and 1.0");
        assertThatThrownBy(() -> new LogitReply(1, 1, -1, 0))
                .hasMessage("statusQuo (-1.0) must be at least 0.0 and finite");
        assertThatThrownBy(() -> new LogitReply(1, 1, 0, Double.NaN))
                .hasMessage("abandonment (NaN) must be at least 0.0 and finite");
    }

    private static int[] count(DecisionRule rule, HandMadeSituation seen) {
        int[] counts = new int[3];
        var random = new SplittableRandom(7);
        for (int draw = 0; draw < 40_000; draw++) {
            counts[rule.choose(seen, random)]++;
        }
        return counts;
    }
}
