package org.lode.games.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdoptionTest {
    private static final double[] NO_APPEAL = {0, 0};

    @Test
    void attractionIsAppealPlusPulledShares() {
        double[] chances = new double[2];
        new Adoption(new double[] {1, 2}, 4, 2).probabilities(new double[] {0.5, 0.25}, chances);
        assertThat(chances).containsExactly(new double[] {2 / 4.25, 2.25 / 4.25}, within(1e-15)); // 1 + 4/4, 2 + 4/16
    }

    @Test
    void theBufferMayBeTheSharesThemselves() {
        double[] shares = {0.2, 0.8};
        new Adoption(NO_APPEAL, 1, 0.5).probabilities(shares, shares);
        assertThat(shares[0]).isCloseTo(1.0 / 3, within(1e-15)); // square roots stand 1 to 2
    }

    /** Polya (1930): from one ball of each colour, after n draws every count is equally likely. */
    @Test
    void thePolyaUrnIsUniformOverShares() {
        int draws = 8;
        int urns = 45_000;
        int[] times = new int[draws + 1];
        Adoption urn = new Adoption(NO_APPEAL, 1, 1);
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < urns; k++) {
            times[(int) urn.from(1, 1).run(draws, random).count(0) - 1]++;
        }
        double chiSquare = 0;
        double expected = urns / (draws + 1.0);
        for (int count : times) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        assertThat(chiSquare).isLessThan(26.1); // 99.9 percent point for eight degrees of freedom
    }

    /** Arthur (1989): a race with constant chances ends as the random walk's formulas say. */
    @ParameterizedTest
    @CsvSource({"0.55, 10, 10, 0.881499, 76.2999", "0.5, 10, 10, 0.5, 100", "0.5, 4, 12, 0.75, 48", "0.45, 3, 7, 0, 0"})
    void aRaceEndsAsTheWalkSays(double up, int ahead, int behind, double winning, double duration) {
        RandomWalk walk = new RandomWalk(up, ahead, behind);
        if (duration > 0) {
            assertThat(walk.winning()).isCloseTo(winning, within(5e-7));
            assertThat(walk.duration()).isCloseTo(duration, within(5e-5));
        }
        Adoption constant = new Adoption(new double[] {up, 1 - up}, 0, 1);
        SplittableRandom random = new SplittableRandom(2);
        int races = 20_000;
        int won = 0;
        long steps = 0;
        for (int k = 0; k < races; k++) {
            AdoptionProcess process = constant.from(0, 0);
            won += process.race(ahead, behind, random) ? 1 : 0;
            steps += process.steps();
        }
        double p = walk.winning();
        assertThat((double) won / races).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / races)));
        assertThat((double) steps / races).isCloseTo(walk.duration(), within(0.04 * walk.duration()));
    }

    @Test
    void longOddsDoNotOverflow() {
        assertThat(new RandomWalk(0.01, 500, 500).winning()).isBetween(0.0, 1e-300);
        assertThat(new RandomWalk(0.99, 500, 500).winning()).isEqualTo(1);
        assertThat(new RandomWalk(0.3, 200, 100).duration()).isCloseTo(250, within(1e-6));
    }

    /** Arthur (1989): only increasing returns lock in, and which technology wins is chance. */
    @ParameterizedTest
    @CsvSource({"2.0, LOCKED", "1.0, SPREAD", "0.5, SHARED"})
    void returnsDecideWhetherTheMarketLocksIn(double elasticity, String outcome) {
        int runs = 300;
        int locked = 0;
        int shared = 0;
        int first = 0;
        for (int seed = 0; seed < runs; seed++) {
            double share = new Adoption(NO_APPEAL, 1, elasticity)
                    .from(1, 1)
                    .run(4_000, new SplittableRandom(seed))
                    .share(0);
            locked += share < 0.01 || share > 0.99 ? 1 : 0;
            shared += Math.abs(share - 0.5) < 0.1 ? 1 : 0;
            first += share > 0.5 ? 1 : 0;
        }
        assertThat(first).isBetween(110, 190); // no technology is favoured
        switch (outcome) {
            case "LOCKED" -> assertThat(locked).isGreaterThan(290);
            case "SHARED" -> assertThat(shared).isGreaterThan(290);
            default -> { // uniform shares: 2 percent at the ends, 20 percent around the middle
                assertThat(locked).isLessThan(20);
                assertThat(shared).isBetween(32, 88);
            }
        }
    }

    @Test
    void drawsNeverTakeWhatHasNoChance() {
        Adoption three = new Adoption(new double[] {0, 1, 0}, 0, 1);
        double[] chances = new double[3];
        three.probabilities(new double[] {1, 1, 1}, chances);
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < 1_000; k++) {
            assertThat(three.draw(chances, random)).isEqualTo(1);
        }
    }

    @Test
    void whatAttractsNobodyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Adoption(NO_APPEAL, 0, 1))
                .withMessageContaining("pull (0.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Adoption(new double[] {-1, 1}, 0, 1))
                .withMessageContaining("appeal of group 0 (-1.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Adoption(NO_APPEAL, 1, 1).from(0, 0).step(new SplittableRandom(1)))
                .withMessageContaining("must be positive");
    }
}
