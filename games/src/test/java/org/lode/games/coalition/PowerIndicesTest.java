package org.lode.games.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerIndicesTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /** Shapley and Shubik's method for 15 members: 421/2145 and 4/2145 (for example Straffin 1993). */
    @Test
    void theSecurityCouncilsShapleyShubikIndices() {
        VotingGame council = VotingGame.securityCouncil();
        assertThat(council.shapleyShubik()[0]).isCloseTo(421.0 / 2145, EXACT); // 0.1963
        assertThat(council.shapleyShubik()[14]).isCloseTo(4.0 / 2145, EXACT); // 0.0019
        assertThat(ShapleyValue.exact(council)).containsExactly(council.shapleyShubik(), EXACT);
    }

    /** 848 and 84 swings of 5,080 (for example Straffin 1993): 16.69 and 1.65 percent. */
    @Test
    void theSecurityCouncilsBanzhafIndices() {
        VotingGame council = VotingGame.securityCouncil();
        assertThat(council.banzhaf()[0] * 16384).isCloseTo(848, within(1e-9));
        assertThat(council.banzhaf()[14] * 16384).isCloseTo(84, within(1e-9));
        assertThat(council.banzhafNormalised()[0]).isCloseTo(848.0 / 5080, EXACT);
        assertThat(BanzhafIndex.normalised(council)).containsExactly(council.banzhafNormalised(), EXACT);
    }

    /** The United States' electoral college of the 1970s has too many voters for a table; its indices sum to 1. */
    @Test
    void largeBodiesAreCountedByWeight() {
        int[] weights = new int[51];
        SplittableRandom random = new SplittableRandom(51);
        int total = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 3 + (int) (random.nextDouble() * 42);
            total += weights[i];
        }
        double sum = 0;
        for (double index : new VotingGame(total / 2 + 1, weights).shapleyShubik()) {
            sum += index;
        }
        assertThat(sum).isCloseTo(1, within(1e-10));
    }

    @Test
    void aVoterWhoseWeightNeverDecidesHasNoPower() {
        double[] index = new VotingGame(12, 4, 4, 4, 2, 2, 1).banzhaf(); // the EEC of 1958: Luxembourg is a dummy
        assertThat(index[5]).isZero();
        assertThat(index[0]).isPositive();
    }

    /** Shapley (1953): glove market with one left and two right gloves. */
    @Test
    void theGloveMarketPaysTheScarceGlove() {
        var gloves = CharacteristicFunction.of(3, s -> (s & 1) != 0 && (s & 6) != 0 ? 1 : 0);
        assertThat(ShapleyValue.exact(gloves)).containsExactly(new double[] {4 / 6.0, 1 / 6.0, 1 / 6.0}, EXACT);
    }

    /** Littlechild and Owen (1973): each runway piece is shared equally by those who need it. */
    @Test
    void theAirportGamesValueSharesEachPiece() {
        double[] value = ShapleyValue.exact(Airports.game(100, 150, 400));
        assertThat(value)
                .containsExactly(new double[] {-100 / 3.0, -100 / 3.0 - 25, -100 / 3.0 - 25 - 250}, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sampledValuesCoverTheExactOnes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] worth = new double[1 << 8];
        for (int s = 1; s < worth.length; s++) {
            worth[s] = random.nextDouble() * Integer.bitCount(s);
        }
        TabledWorth game = TabledWorth.of(worth);
        double[] exact = ShapleyValue.exact(game);
        ShapleyValue.Sampled sampled = ShapleyValue.sampled(game, 2_000, 4, random);
        double sum = 0;
        for (int i = 0; i < exact.length; i++) {
            assertThat(sampled.value(i)).isCloseTo(exact[i], within(sampled.halfWidth(i)));
            assertThat(sampled.halfWidth(i)).isBetween(0.001, 0.2);
            sum += sampled.value(i);
        }
        assertThat(sum).isCloseTo(worth[255], within(1e-9));
    }

    @Test
    void theSameSeedSamplesTheSame() {
        var game = VotingGame.securityCouncil();
        var one = ShapleyValue.sampled(game, 50, 2, new SplittableRandom(7));
        var two = ShapleyValue.sampled(game, 50, 2, new SplittableRandom(7));
        var other = ShapleyValue.sampled(game, 50, 2, new SplittableRandom(8));
        assertThat(one.value(0)).isEqualTo(two.value(0)).isNotEqualTo(other.value(0));
    }

    @Test
    void whatIsNoGameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TabledWorth.of(1, 2))
                .withMessageContaining("must be 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TabledWorth.of(0, 2, 3))
                .withMessageContaining("power of two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TabledWorth.of(0, Double.NaN))
                .withMessageContaining("must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VotingGame(9, 2, 3))
                .withMessageContaining("quota (9)");
    }
}
