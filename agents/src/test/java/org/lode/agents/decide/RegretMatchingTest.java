package org.lode.agents.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lode.games.form.NormalForm;

class RegretMatchingTest extends DecisionRuleContract {
    /** Rock, paper, scissors. */
    private static final NormalForm RPS =
            NormalForm.of(new int[] {3, 3}, 0, -1, 1, 1, 0, -1, -1, 1, 0, 0, 1, -1, -1, 0, 1, 1, -1, 0);

    @Override
    DecisionRule rule() {
        return new RegretMatching(true, 10);
    }

    @Override
    DecisionRule precise() {
        return new RegretMatching(false, 1);
    }

    @Test
    void itAsksForForgonePayoffs() {
        assertThat(rule().needsForgone()).isTrue();
    }

    /** Three rounds at rock against rock, rock and paper: paper would have added 1, 1 and 1, scissors -1, -1 and 2. */
    @Test
    void theChanceOfSwitchingIsRegretOverTheNormaliser() {
        var seen = new HandMadeSituation(RPS, 0).played(0, 0).played(0, 0).played(0, 1);
        int[] counts = count(new RegretMatching(true, 2), seen);
        assertThat(counts[1] / 40_000.0).as("3 / 3 / 2").isCloseTo(0.5, within(0.01));
        assertThat(counts[2]).as("nothing on average").isZero();
    }

    /** Against rock, rock and scissors: paper would have added 1, 1 and -2. */
    @Test
    void whatIsNotRegrettedIsKept() {
        var seen = new HandMadeSituation(RPS, 0).played(0, 0).played(0, 0).played(0, 2);
        assertThat(count(new RegretMatching(true, 2), seen)[0]).isEqualTo(40_000);
    }

    /** Once paper was played too, conditional regret looks at its rounds only and unconditional at all. */
    @Test
    void conditionalRegretCountsTheLastStrategysRoundsOnly() {
        var seen = new HandMadeSituation(RPS, 0).played(0, 1).played(0, 1).played(1, 0);
        for (int stream = 0; stream < 50; stream++) {
            assertThat(new RegretMatching(true, 0.1).choose(seen, new SplittableRandom(stream)))
                    .as("paper won its one round")
                    .isEqualTo(1);
            assertThat(new RegretMatching(false, 0.1).choose(seen, new SplittableRandom(stream)))
                    .as("paper 1 + 1 + 0, scissors 2 + 2 - 2, rock -1")
                    .isNotZero();
        }
    }

    /** Hart and Mas-Colell (2000): average regret goes to 0 when all follow the procedure, slowly in the conditional form. */
    @Test
    void averageRegretFalls() {
        assertThat(averageRegret(true, 1500)).isLessThan(averageRegret(true, 50) / 2);
    }

    /** Blackwell's bound: the vector of regrets is at most range x sqrt(strategies / rounds), here 2 sqrt(3 / 1500). */
    @Test
    void unconditionalRegretIsWithinBlackwellsBound() {
        assertThat(averageRegret(false, 1500)).isLessThan(2 * StrictMath.sqrt(3 / 1500.0));
    }

    private static int[] count(DecisionRule rule, HandMadeSituation seen) {
        int[] counts = new int[3];
        var random = new SplittableRandom(2);
        for (int draw = 0; draw < 40_000; draw++) {
            counts[rule.choose(seen, random)]++;
        }
        return counts;
    }

    /** The largest unconditional average regret of either actor, over ten runs on average. */
    private static double averageRegret(boolean conditional, int rounds) {
        double sum = 0;
        for (int seed = 0; seed < 10; seed++) {
            var rule = new RegretMatching(conditional, 9);
            var random = new SplittableRandom(seed);
            var first = new HandMadeSituation(RPS, 0);
            var second = new HandMadeSituation(RPS, 1);
            for (int round = 0; round < rounds; round++) {
                int a = rule.choose(first, random);
                int b = rule.choose(second, random);
                first.played(a, b);
                second.played(a, b);
            }
            sum += Math.max(regret(first, 0), regret(second, 1));
        }
        return sum / 10;
    }

    private static double regret(HandMadeSituation seen, int actor) {
        double worst = 0;
        for (int instead = 0; instead < 3; instead++) {
            double gain = 0;
            for (int round = 0; round < seen.rounds(); round++) {
                gain += seen.forgone(round, actor, instead) - seen.payoff(round, actor);
            }
            worst = Math.max(worst, gain / seen.rounds());
        }
        return worst;
    }
}
