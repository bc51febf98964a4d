package org.lode.agents.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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

    @Test
    void payoffsOfAnySizeDoNotOverflow() {
        var wide = NormalForm.of(new int[] {2}, -1e300, 1e300);
        assertThat(new LogitReply(1e6, 1, 0, 0).choose(new HandMadeSituation(wide, 0), new SplittableRandom(1)))
                .isEqualTo(1);
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> new LogitReply(-1, 0.5, 0, 0)).hasMessage("lambda (-1.0) must be at least 0.0 and finite");
        assertThatThrownBy(() -> new LogitReply(1, 1.5, 0, 0)).hasMessage("revision (1.5) must be between 0.0 and 1.0");
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
