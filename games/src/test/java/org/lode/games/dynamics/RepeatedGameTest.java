package org.lode.games.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.games.form.NormalForm;

class RepeatedGameTest {
    /** Reward 9, temptation 10, sucker 1, punishment 3. */
    private static final NormalForm DILEMMA = NormalForm.of(new int[] {2, 2}, 9, 1, 10, 3, 9, 10, 1, 3);

    /** Friedman (1971): cooperation needs (T - R) / (T - P) = 1/7; no punishment is worse than the stage equilibrium. */
    @Test
    void cooperationInTheDilemmaNeedsOneSeventh() {
        RepeatedGame repeated = new RepeatedGame(DILEMMA);
        assertThat(repeated.smallestDiscount(0, 0).orElseThrow()).isCloseTo(1 / 7.0, within(1e-8));
        assertThat(repeated.smallestDiscountByReversion(new double[] {3, 3}, 0, 0)
                        .orElseThrow())
                .isCloseTo(1 / 7.0, within(1e-12));
        assertThat(repeated.smallestDiscount(1, 1).orElseThrow()).isZero();
        assertThat(repeated.smallestDiscount(0, 1)).isEmpty(); // the exploited one would rather have 3 for ever
        assertThat(repeated.payoffSet(0.1)).containsExactly(new RepeatedGame.Payoffs(3, 3));
    }

    /** Patient players can get everything feasible and individually rational (Fudenberg and Maskin 1986). */
    @Test
    void patientPlayersReachTheFolkTheoremsSet() {
        List<RepeatedGame.Payoffs> corners = new RepeatedGame(DILEMMA).payoffSet(0.9);
        // The feasible set's edge from (9, 9) to (10, 1) meets the punishment payoff 3 at 9.75.
        assertThat(corners).hasSize(4);
        assertThat(corners.get(0).first()).isCloseTo(3, within(1e-9));
        assertThat(corners).anySatisfy(c -> {
            assertThat(c.first()).isCloseTo(9.75, within(1e-8));
            assertThat(c.second()).isCloseTo(3, within(1e-8));
        });
        assertThat(corners).anySatisfy(c -> {
            assertThat(c.first()).isCloseTo(9, within(1e-9));
            assertThat(c.second()).isCloseTo(9, within(1e-9));
        });
    }

    /** Abreu (1986): in a Cournot duopoly a stick and a carrot punish harder than reverting to the stage equilibrium. */
    @Test
    void optimalPunishmentsSustainCollusionWithLessPatience() {
        double[] outputs = {3, 4, 5, 6, 7, 8}; // price 12 - Q, no costs: monopoly half 3, Cournot 4
        int n = outputs.length;
        double[] payoffs = new double[2 * n * n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double price = Math.max(0, 12 - outputs[a] - outputs[b]);
                payoffs[a * n + b] = price * outputs[a];
                payoffs[n * n + a * n + b] = price * outputs[b];
            }
        }
        RepeatedGame duopoly = new RepeatedGame(NormalForm.of(new int[] {n, n}, payoffs));
        double reversion =
                duopoly.smallestDiscountByReversion(new double[] {16, 16}, 0, 0).orElseThrow();
        // Against 3 the best output on this grid is 4 or 5 (price 5 or 4): 20, a gain of 2 over 18.
        assertThat(reversion).isCloseTo(2 / (2 + 2.0), within(1e-12));
        double optimal = duopoly.smallestDiscount(0, 0).orElseThrow();
        assertThat(optimal).isLessThan(reversion - 0.05);
        assertThat(duopoly.sustains(optimal + 1e-6, 0, 0)).isTrue();
        assertThat(duopoly.sustains(optimal - 1e-6, 0, 0)).isFalse();
    }

    /** The fixed point of Abreu, Pearce and Stacchetti's operator, with all continuations instead of the binding ones. */
    @ParameterizedTest
    @CsvSource({"1, 0.3", "2, 0.5", "3, 0.6", "4, 0.7", "5, 0.4", "6, 0.8", "7, 0.55", "8, 0.65"})
    void bindingContinuationsGiveTheSameSetAsAll(long seed, double delta) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] payoffs = new double[18];
        Arrays.setAll(payoffs, k -> Math.floor(10 * random.nextDouble()));
        payoffs[0] = 9; // both rows and columns have one strict equilibrium, so the set is not empty
        payoffs[9] = 9;
        payoffs[3] = payoffs[6] = payoffs[10] = payoffs[11] = 0;
        NormalForm game = NormalForm.of(new int[] {3, 3}, payoffs);
        List<Polygon.Point> found = new ArrayList<>();
        new RepeatedGame(game).payoffSet(delta).forEach(p -> found.add(new Polygon.Point(p.first(), p.second())));
        Polygon sannikov = Polygon.hull(found, 1e-12);
        Polygon all = largestSelfGenerated(game, delta);
        assertThat(sannikov.beyond(all)).isLessThan(1e-6);
        assertThat(all.beyond(sannikov)).isLessThan(1e-6);
    }

    private static Polygon largestSelfGenerated(NormalForm game, double delta) {
        List<Polygon.Point> points = new ArrayList<>();
        for (int a = 0; a < 9; a++) {
            points.add(new Polygon.Point(game.payoff(0, a), game.payoff(1, a)));
        }
        Polygon set = Polygon.hull(points, 1e-12);
        for (int round = 0; round < 600; round++) {
            points.clear();
            for (int a = 0; a < 9; a++) {
                double first = Double.NEGATIVE_INFINITY;
                double second = Double.NEGATIVE_INFINITY;
                for (int s = 0; s < 3; s++) {
                    first = Math.max(first, game.payoff(0, s * 3 + a % 3));
                    second = Math.max(second, game.payoff(1, a / 3 * 3 + s));
                }
                double x = set.leastX() + (1 - delta) / delta * (first - game.payoff(0, a));
                double y = set.leastY() + (1 - delta) / delta * (second - game.payoff(1, a));
                for (Polygon.Point w : set.above(x, y, 1e-12).vertices()) {
                    points.add(new Polygon.Point(
                            (1 - delta) * game.payoff(0, a) + delta * w.x(),
                            (1 - delta) * game.payoff(1, a) + delta * w.y()));
                }
            }
            set = Polygon.hull(points, 1e-12);
        }
        return set;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void moreImpatiencePutsUpWithLess(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] payoffs = new double[18];
        Arrays.setAll(payoffs, k -> random.nextDouble());
        payoffs[0] = 1;
        payoffs[9] = 1;
        RepeatedGame game = new RepeatedGame(NormalForm.of(new int[] {3, 3}, payoffs));
        Polygon smaller = hull(game.payoffSet(0.05));
        for (double delta = 0.1; delta < 0.95; delta += 0.1) {
            Polygon larger = hull(game.payoffSet(delta));
            assertThat(smaller.beyond(larger)).isLessThan(1e-7);
            smaller = larger;
        }
    }

    private static Polygon hull(List<RepeatedGame.Payoffs> corners) {
        return Polygon.hull(
                corners.stream()
                        .map(c -> new Polygon.Point(c.first(), c.second()))
                        .toList(),
                1e-13);
    }

    @Test
    void withoutAnEquilibriumInPureActionsTheSetIsEmpty() {
        NormalForm pennies = NormalForm.of(new int[] {2, 2}, 1, -1, -1, 1, -1, 1, 1, -1);
        assertThat(new RepeatedGame(pennies).payoffSet(0.5)).isEmpty();
        assertThat(new RepeatedGame(pennies).smallestDiscount(0, 0)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatedGame(pennies).payoffSet(1))
                .withMessageContaining("delta (1.0)");
    }
}
