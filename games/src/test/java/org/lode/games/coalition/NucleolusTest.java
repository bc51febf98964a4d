package org.lode.games.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NucleolusTest {
    /** A coalition of creditors is sure of what the others' claims leave (O'Neill 1982). */
    private static CharacteristicFunction bankruptcy(double estate, double... claims) {
        return CharacteristicFunction.of(claims.length, coalition -> {
            double left = estate;
            for (int i = 0; i < claims.length; i++) {
                left -= (coalition >>> i & 1) == 0 ? claims[i] : 0;
            }
            return coalition == 0 ? 0 : Math.max(0, left);
        });
    }

    /** The contested-garment-consistent rule (Aumann and Maschler 1985). */
    private static double[] talmud(double estate, double... claims) {
        double half = Arrays.stream(claims).sum() / 2;
        double[] halves = Arrays.stream(claims).map(c -> c / 2).toArray();
        if (estate <= half) {
            return equalUpTo(estate, halves);
        }
        double[] losses = equalUpTo(2 * half - estate, halves);
        double[] shares = new double[claims.length];
        Arrays.setAll(shares, i -> claims[i] - losses[i]);
        return shares;
    }

    private static double[] equalUpTo(double amount, double[] caps) {
        double low = 0;
        double high = amount;
        for (int halving = 0; halving < 200; halving++) {
            double level = (low + high) / 2;
            if (Arrays.stream(caps).map(c -> Math.min(c, level)).sum() < amount) {
                low = level;
            } else {
                high = level;
            }
        }
        double level = high;
        return Arrays.stream(caps).map(c -> Math.min(c, level)).toArray();
    }

    /** The Mishnah's three widows with claims 100, 200, 300 (Aumann and Maschler 1985, table 1). */
    @ParameterizedTest
    @CsvSource({
        "100, 33.333333333333336, 33.333333333333336, 33.333333333333336",
        "200, 50, 75, 75",
        "300, 50, 100, 150"
    })
    void theTalmudsEstatesAreDividedAsItSays(double estate, double first, double second, double third) {
        assertThat(Nucleolus.of(bankruptcy(estate, 100, 200, 300)))
                .containsExactly(new double[] {first, second, third}, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void bankruptcyAgreesWithTheTalmudsRule(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] claims = new double[3 + (int) (random.nextDouble() * 8)];
        Arrays.setAll(claims, i -> 10 + 990 * random.nextDouble());
        double estate = random.nextDouble() * Arrays.stream(claims).sum();
        assertThat(Nucleolus.of(bankruptcy(estate, claims))).containsExactly(talmud(estate, claims), within(1e-7));
    }

    /** Barron (2013), problem 6.25: runways of 100, 150 and 400; the closed form of Littlechild (1974). */
    @Test
    void theAirportOfThreePlanes() {
        assertThat(Nucleolus.of(Airports.game(100, 150, 400)))
                .containsExactly(new double[] {-50, -50, -300}, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void airportsAgreeWithLittlechildsRule(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] cost = new double[2 + (int) (random.nextDouble() * 10)];
        Arrays.setAll(cost, i -> Math.floor(1 + 100 * random.nextDouble())); // integers: equal ones occur
        Arrays.sort(cost);
        double[] charges =
                Arrays.stream(Airports.littlechild(cost)).map(c -> -c).toArray();
        assertThat(Nucleolus.of(Airports.game(cost))).containsExactly(charges, within(1e-8));
        assertThat(Nucleolus.prenucleolus(Airports.game(cost))).containsExactly(charges, within(1e-8));
    }

    /** Maschler, Potters and Tijs (1992) type check: without balancing worths the floor matters. */
    @Test
    void thePrenucleolusMayGiveAPlayerLessThanItsOwnWorth() {
        // Player 0 adds nothing to {1, 2} but alone is worth 0; players 1 and 2 together exceed the grand coalition.
        TabledWorth game = TabledWorth.of(0, 0, 0, 0, 0, 0, 10, 6);
        assertThat(Nucleolus.prenucleolus(game)[0]).isNegative();
        assertThat(Nucleolus.of(game)).containsExactly(new double[] {0, 3, 3}, within(1e-9));
    }

    /** In the game of one left and two right gloves the whole worth goes to the left one. */
    @Test
    void theGloveMarketsCoreIsOnePoint() {
        var gloves = CharacteristicFunction.of(3, s -> (s & 1) != 0 && (s & 6) != 0 ? 1 : 0);
        assertThat(Nucleolus.of(gloves)).containsExactly(new double[] {1, 0, 0}, within(1e-9));
        assertThat(Core.point(gloves))
                .hasValueSatisfying(point -> assertThat(point).containsExactly(new double[] {1, 0, 0}, within(1e-9)));
    }

    @Test
    void majorityOfThreeHasAnEmptyCoreAndALeastCoreOfOneThird() {
        VotingGame majority = new VotingGame(2, 1, 1, 1);
        assertThat(Core.point(majority)).isEmpty();
        assertThat(Core.least(majority).excess()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(Nucleolus.of(majority)).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
    }

    /** Whoever has a veto in the Security Council shares all: the nucleolus lies in the core. */
    @Test
    void theSecurityCouncilsVetoPlayersShareAll() {
        double[] shares = Nucleolus.of(VotingGame.securityCouncil());
        assertThat(shares[0]).isCloseTo(0.2, within(1e-9));
        assertThat(shares[4]).isCloseTo(0.2, within(1e-9));
        assertThat(shares[14]).isCloseTo(0, within(1e-9));
    }

    /** No shares have lexicographically smaller excesses; tried on random games with random trades. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noTradeImprovesTheSortedExcesses(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 3 + (int) (random.nextDouble() * 5);
        double[] worth = new double[1 << n];
        for (int s = 1; s < worth.length; s++) {
            worth[s] = Math.floor(10 * random.nextDouble() * Integer.bitCount(s)); // integers: many ties
        }
        TabledWorth game = TabledWorth.of(worth);
        double[] shares = Nucleolus.prenucleolus(game);
        assertThat(Arrays.stream(shares).sum()).isCloseTo(worth[worth.length - 1], within(1e-8));
        double[] best = sortedExcesses(worth, shares);
        for (int trial = 0; trial < 500; trial++) {
            double[] other = shares.clone();
            double size = StrictMath.pow(10, -4 * random.nextDouble());
            for (int i = 0; i + 1 < n; i++) {
                double step = size * (random.nextDouble() - 0.5);
                other[i] += step;
                other[n - 1] -= step;
            }
            assertThat(isBetter(sortedExcesses(worth, other), best)).isFalse();
        }
    }

    private static double[] sortedExcesses(double[] worth, double[] shares) {
        double[] excess = new double[worth.length];
        for (int s = 1; s < worth.length; s++) {
            excess[s] = -worth[s];
            for (int i = 0; i < shares.length; i++) {
                excess[s] += (s >>> i & 1) != 0 ? shares[i] : 0;
            }
        }
        Arrays.sort(excess); // ascending in x(S) - v(S): largest excess first
        return excess;
    }

    private static boolean isBetter(double[] challenger, double[] best) {
        for (int k = 0; k < best.length; k++) {
            if (Math.abs(challenger[k] - best[k]) > 1e-8) {
                return challenger[k] > best[k];
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void pointsOfTheCoreSatisfyEveryCoalition(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] weight = new double[10];
        Arrays.setAll(weight, i -> random.nextDouble());
        var convex = CharacteristicFunction.of(
                10,
                coalition -> { // a convex game has a core (Shapley 1971)
                    double sum = 0;
                    for (int i = 0; i < 10; i++) {
                        sum += (coalition >>> i & 1) * weight[i];
                    }
                    return sum * sum;
                });
        double[] point = Core.point(convex).orElseThrow();
        for (int s = 1; s < 1 << 10; s++) {
            double sum = 0;
            for (int i = 0; i < 10; i++) {
                sum += (s >>> i & 1) * point[i];
            }
            assertThat(sum).isGreaterThanOrEqualTo(convex.worth(s) - 1e-8);
        }
    }

    @Test
    void aSinglePlayerKeepsItsWorth() {
        assertThat(Nucleolus.of(TabledWorth.of(0, 5))).containsExactly(5.0);
        assertThat(Core.point(TabledWorth.of(0, 5)))
                .hasValueSatisfying(p -> assertThat(p).containsExactly(5.0));
    }

    @Test
    void withoutImputationsThereIsNoNucleolus() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nucleolus.of(TabledWorth.of(0, 3, 3, 5)))
                .withMessageContaining("must not exceed the grand coalition's");
    }
}
