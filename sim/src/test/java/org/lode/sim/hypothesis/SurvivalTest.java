package org.lode.sim.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Weeks of remission of leukaemia patients (Freireich et al. 1963, Blood 21), the textbook example of censored times: with
 * 6-mercaptopurine, where + marks the censored, and with placebo.
 */
class SurvivalTest {
    private static final Survival TREATED = of("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
    private static final Survival PLACEBO = of("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

    private static Survival of(String text) {
        String[] words = text.split(" ");
        double[] times = new double[words.length];
        boolean[] seen = new boolean[words.length];
        for (int i = 0; i < words.length; i++) {
            seen[i] = !words[i].endsWith("+");
            times[i] = Double.parseDouble(words[i].replace("+", ""));
        }
        return new Survival(times, seen);
    }

    @Test
    void theKaplanMeierCurveIsThePublishedOne() {
        assertThat(TREATED.left(6)).isCloseTo(0.857, within(5e-4));
        assertThat(TREATED.left(10)).isCloseTo(0.753, within(5e-4));
        assertThat(TREATED.left(23)).isCloseTo(0.448, within(5e-4));
        assertThat(TREATED.median()).isEqualTo(23);
        assertThat(PLACEBO.median()).isEqualTo(8);
    }

    @Test
    void theLogRankTestIsThePublishedOne() {
        Survival.LogRank test = Survival.logRank(TREATED, PLACEBO);
        assertThat(test.excess()).isCloseTo(9 - 19.25, within(0.005));
        assertThat(test.chiSquared()).isCloseTo(16.79, within(0.01));
        assertThat(test.logHazardRatio()).isNegative();
    }

    @Test
    void aMedianThatIsNotReachedIsNotSaid() {
        assertThat(of("1 5+ 5+ 5+").median()).isNaN();
    }
}
