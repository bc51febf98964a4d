package org.lode.agents.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lode.games.form.NormalForm;

class BestReplyTest extends DecisionRuleContract {
    @Override
    DecisionRule rule() {
        return new BestReply(0.5);
    }

    @Override
    DecisionRule precise() {
        return new BestReply(1);
    }

    @Test
    void itRepliesToWhatTheOthersPlayedLast() {
        var coordination = NormalForm.of(new int[] {2, 2}, 1, 0, 0, 1, 1, 0, 0, 1);
        var seen = new HandMadeSituation(coordination, 0).played(1, 1).played(1, 0);
        assertThat(new BestReply(1).choose(seen, new SplittableRandom(1))).isZero();
    }

    @Test
    void tiesAreBrokenByAnEvenDraw() {
        var seen = new HandMadeSituation(NormalForm.of(new int[] {4}, 1, 0, 1, 1), 0);
        int[] counts = new int[4];
        var random = new SplittableRandom(3);
        for (int draw = 0; draw < 30_000; draw++) {
            counts[new BestReply(1).choose(seen, random)]++;
        }
        assertThat(counts[1]).isZero();
        assertThat(counts[0] / 30_000.0).isCloseTo(1 / 3.0, within(0.012));
        assertThat(counts[3] / 30_000.0).isCloseTo(1 / 3.0, within(0.012));
    }
}
