package org.lode.agents.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lode.games.form.NormalForm;

class UniformTest extends DecisionRuleContract {
    private static final NormalForm UNEQUAL = NormalForm.of(new int[] {4}, -100, 0, 5, 1e6);

    @Override
    DecisionRule rule() {
        return new Uniform();
    }

    @Override
    boolean findsDominance() {
        return false; // it does not look
    }

    @Test
    void whatPaysAndWhatWasPlayedDoNotMatter() {
        var seen = new HandMadeSituation(UNEQUAL, 0).played(3).abandoning(1, 1, 1, 0);
        int[] counts = new int[4];
        var random = new SplittableRandom(3);
        for (int draw = 0; draw < 40_000; draw++) {
            counts[new Uniform().choose(seen, random)]++;
        }
        for (int count : counts) {
            assertThat(count / 40_000.0).isCloseTo(0.25, within(0.01));
        }
    }

    @Test
    void itsChancesAreOneOverTheNumberOfOpenStrategies() {
        assertThat(new Uniform().chances(new HandMadeSituation(UNEQUAL, 0).played(3)))
                .containsExactly(0.25, 0.25, 0.25, 0.25);
        assertThat(new Uniform()
                        .chances(new HandMadeSituation(UNEQUAL, 0).played(3).closed(0, 3, 1)))
                .containsExactly(0.5, 0, 0.5, 0);
    }

    @Test
    void aCoinHasNoPrecisionAndNothingToTakeAway() {
        assertThat(new Uniform().precision()).isEmpty();
        assertThat(new Uniform().inertia()).isEqualTo(new Uniform());
    }
}
