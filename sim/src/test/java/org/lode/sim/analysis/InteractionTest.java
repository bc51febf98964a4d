package org.lode.sim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lode.games.form.NormalForm;

class InteractionTest {
    /** Two players with two strategies: the payoffs of the first in profiles 00, 01, 10, 11, then those of the second. */
    private static List<Interaction> of(double... payoffs) {
        return Interaction.of(NormalForm.of(new int[] {2, 2}, payoffs));
    }

    @Test
    void wherePayoffsAddUpNobodyHangsOnOthers() {
        // own strategies bring 1 or 3, the other's 0 or 10; of the second 5 or 6, and 0 or 2
        List<Interaction> additive = of(1, 11, 3, 13, 5, 6, 7, 8);
        assertThat(additive.get(0).share()).isCloseTo(0, within(1e-15));
        assertThat(additive.get(0).dominant()).isEqualTo(1);
        assertThat(Interaction.median(additive)).isCloseTo(0, within(1e-15));
    }

    @Test
    void inPureCoordinationAllHangsOnOthers() {
        List<Interaction> coordination = of(1, 0, 0, 1, 1, 0, 0, 1);
        assertThat(coordination).allSatisfy(each -> {
            assertThat(each.share()).isEqualTo(1);
            assertThat(each.dominant()).isEqualTo(-1);
        });
    }

    @Test
    void aMixOfBothIsSharedByVariance() {
        // own effect +-a, interaction +-b: b^2 / (a^2 + b^2) = 4 / 13; a dominant strategy while a > b
        double a = 3;
        double b = 2;
        List<Interaction> mixed = of(-a + b, -a - b, a - b, a + b, 0, 0, 0, 0);
        assertThat(mixed.get(0).share()).isCloseTo(4.0 / 13, within(1e-15));
        assertThat(mixed.get(0).dominant()).isEqualTo(1);
        List<Interaction> turned = of(-b + a, -b - a, b - a, b + a, 0, 0, 0, 0);
        assertThat(turned.get(0).share()).isCloseTo(9.0 / 13, within(1e-15));
        assertThat(turned.get(0).dominant()).isEqualTo(-1);
    }

    @Test
    void effectsOfOthersAloneDoNotCount() {
        Interaction idle = of(4, 9, 4, 9, 0, 0, 0, 0).get(0);
        assertThat(idle.share()).isNaN();
        assertThat(idle.dominant()).isEqualTo(-1);
        assertThat(Interaction.median(List.of(idle))).isNaN();
    }

    @Test
    void aTieInOneProfileIsNoStrictDominance() {
        assertThat(of(0, 0, 1, 0, 0, 0, 0, 0).get(0).dominant()).isEqualTo(-1);
    }

    @Test
    void theMedianIsBetweenTheMiddleTwo() {
        assertThat(Interaction.median(List.of(
                        new Interaction(0, 0.4, -1), new Interaction(1, 0.1, -1), new Interaction(2, Double.NaN, -1))))
                .isCloseTo(0.25, within(1e-15));
    }
}
