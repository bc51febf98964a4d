package org.lode.agents.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lode.games.form.NormalForm;

class BayesianReplyTest extends DecisionRuleContract {
    /** Actor 0, the hegemon, stays (1) or retreats (0); actor 1 follows (1): worth 1 if it stays, -1 if not; or abstains. */
    private static final NormalForm FOLLOW = NormalForm.of(new int[] {2, 2}, 0, 0, 0, 0, 0, -1, 0, 1);

    @Override
    DecisionRule rule() {
        return new BayesianReply(2, 0.5, 0.1, 0.5);
    }

    @Override
    DecisionRule precise() {
        return new BayesianReply(1000, 0.5, 0.1, 0.5);
    }

    /** Retreat has chance 0.5 x 0.1 + 0.5 x 0.6 = 0.35, following is worth 0.3, odds exp(2 x 0.3). */
    @Test
    void beforeTheFirstRoundThePriorSpeaks() {
        assertThat(follows(new BayesianReply(2, 0.5, 0.1, 0.6), start())).isCloseTo(odds(2 * 0.3), within(0.01));
    }

    /** After two rounds of staying: odds 0.9^2 to 0.4^2, so committed with chance 0.81 / 0.97. */
    @Test
    void stayingEarnsCredit() {
        double committed = 0.81 / (0.81 + 0.16);
        double retreat = committed * 0.1 + (1 - committed) * 0.6;
        assertThat(follows(
                        new BayesianReply(2, 0.5, 0.1, 0.6),
                        start().played(1, 0).played(1, 0)))
                .isCloseTo(odds(2 * (1 - 2 * retreat)), within(0.01));
    }

    /** One round of staying and one of retreat: odds 0.9 x 0.1 to 0.4 x 0.6; the course is the one held before. */
    @Test
    void leavingCostsIt() {
        double committed = 0.09 / (0.09 + 0.24);
        double retreat = committed * 0.1 + (1 - committed) * 0.6;
        assertThat(follows(
                        new BayesianReply(2, 0.5, 0.1, 0.6),
                        start().played(1, 0).played(0, 0)))
                .isCloseTo(odds(2 * (1 - 2 * retreat)), within(0.01));
    }

    @Test
    void aCourseThatIsClosedIsGoneForCertain() {
        var seen = start().played(1, 0).played(1, 0).closed(0, 1);
        assertThat(follows(new BayesianReply(2, 1, 0.1, 0.6), seen)).isCloseTo(odds(-2), within(0.01));
    }

    @Test
    void theHegemonItselfReplies() {
        var own = NormalForm.of(new int[] {2, 2}, 0, 0, 1, 1, 0, 0, 0, 0);
        var seen = new HandMadeSituation(own, 0).hegemon(0, 0).starting(1, 0);
        assertThat(new BayesianReply(1000, 0.5, 0.1, 0.6).choose(seen, new SplittableRandom(1)))
                .isEqualTo(1);
    }

    @Test
    void typesMustDiffer() {
        assertThatThrownBy(() -> new BayesianReply(1, 0.5, 0.6, 0.6))
                .hasMessage("opportunism (0.6) must be above slip (0.6) and below 1");
    }

    private static HandMadeSituation start() {
        return new HandMadeSituation(FOLLOW, 1).hegemon(0, 0).starting(1, 0);
    }

    private static double odds(double exponent) {
        return 1 / (1 + StrictMath.exp(-exponent));
    }

    /** Share of draws that follow. */
    private static double follows(DecisionRule rule, HandMadeSituation seen) {
        var random = new SplittableRandom(4);
        double follows = 0;
        for (int draw = 0; draw < 40_000; draw++) {
            follows += rule.choose(seen, random);
        }
        return follows / 40_000;
    }
}
