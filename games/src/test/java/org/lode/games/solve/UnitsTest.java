package org.lode.games.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.games.check.Regret;
import org.lode.games.dynamics.FictitiousPlay;
import org.lode.games.dynamics.RepeatedGame;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;

/** What a solver calls an equilibrium does not depend on the units in which anybody's payoffs are written. */
class UnitsTest {
    @Test
    void everySolverFindsTheOnlyEquilibriumOfAnIndexAgainstDollars() {
        NormalForm game = Games.read("mixed-units.nfg");
        MixedProfile only = MixedProfile.of(game.shape(), 0.5, 0.5, 0.25, 0.75);
        for (Solver solver : Solvers.ALL) {
            Solution found = solver.solve(game);
            if (solver instanceof PureEnumeration) {
                assertThat(found.equilibria()).isEmpty();
                continue;
            }
            assertThat(found.equilibria()).as(solver.name()).hasSize(1);
            assertThat(found.equilibria().get(0).profile().distance(only))
                    .as(solver.name())
                    .isLessThan(1e-9);
            assertThat(found.equilibria().get(0).regretShare())
                    .as(solver.name())
                    .isLessThan(1e-12);
        }
    }

    @Test
    void aGainOfHalfThePayoffIsSeenBesideBillions() {
        NormalForm game = Games.read("mixed-units.nfg");
        MixedProfile even = MixedProfile.of(game.shape(), 0.5, 0.5, 0.5, 0.5);
        assertThat(Regret.perPlayer(game, even)).containsExactly(new double[] {0.025, 0}, within(1e-15));
        assertThat(Regret.share(game, even)).isCloseTo(0.025 / 0.15, within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void oneEquilibriumIsTheSameInAnyUnits(long seed) {
        NormalForm game = SolverContractTest.random(seed, new int[] {3, 2, 3});
        MixedProfile one = new OneEquilibrium().solve(game).equilibria().get(0).profile();
        MixedProfile other =
                new OneEquilibrium().solve(inOddUnits(game)).equilibria().get(0).profile();
        assertThat(one.distance(other)).isLessThan(1e-9);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void allEquilibriaOfThreeAreTheSameInAnyUnits(long seed) {
        NormalForm game = SolverContractTest.random(seed, new int[] {2, 3, 2});
        List<Equilibrium> all = new AllEquilibria().solve(game).equilibria();
        Solution others = new AllEquilibria().solve(inOddUnits(game));
        assertThat(others.isComplete()).isTrue();
        assertThat(others.equilibria()).hasSameSizeAs(all);
        for (Equilibrium each : all) {
            assertThat(others.equilibria()).anyMatch(other -> other.profile().distance(each.profile()) < 1e-9);
        }
    }

    @Test
    void learningStopsWhenEveryPlayersRegretIsSmallInItsOwnRange() {
        NormalForm game = Games.read("mixed-units.nfg");
        FictitiousPlay.Outcome outcome = FictitiousPlay.play(game, 1 << 20, 0.01);
        assertThat(Regret.share(game, outcome.frequencies())).isLessThan(0.02);
        assertThat(outcome.rounds()).isGreaterThan(1).isLessThan(1 << 20);
    }

    @Test
    void repeatedDilemmasSustainCooperationFromTheSameFactorInAnyUnits() {
        NormalForm dilemma = NormalForm.of(new int[] {2, 2}, 3, 0, 5, 1, 3, 5, 0, 1);
        double least = new RepeatedGame(dilemma).smallestDiscount(0, 0).orElseThrow();
        assertThat(least).isCloseTo(0.5, within(1e-6));
        assertThat(new RepeatedGame(inOddUnits(dilemma)).smallestDiscount(0, 0).orElseThrow())
                .isCloseTo(least, within(1e-8));
    }

    private static NormalForm inOddUnits(NormalForm game) {
        double[] payoffs = game.payoffs();
        for (int i = 0; i < payoffs.length; i++) {
            payoffs[i] *= i < game.profiles() ? 1e-9 : 1e12;
        }
        assertThat(Arrays.stream(payoffs).max().orElseThrow()).isGreaterThan(1e12);
        return NormalForm.of(game.shape(), payoffs);
    }
}
