package org.lode.games.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;

class EvolutionTest {
    /** Zeeman (1980): the mixture attracts, yet a pure strategy's mutants can invade it; the first strategy is stable. */
    private static final double[][] ZEEMAN = {{0, 6, -4}, {-3, 0, 5}, {-1, 3, 0}};

    private static final double[] CENTRE = {1 / 3.0, 1 / 3.0, 1 / 3.0};

    @Test
    void zeemansMixtureAttractsButIsNotEvolutionarilyStable() {
        Replicator replicator = new Replicator(ZEEMAN);
        assertThat(replicator.regret(CENTRE)).isCloseTo(0, within(1e-15));
        assertThat(replicator.stability(CENTRE)).isEqualTo(Replicator.Stability.ATTRACTING);
        assertThat(replicator.follow(new double[] {0.30, 0.36, 0.34}, 200)).containsExactly(CENTRE, within(1e-6));
        assertThat(EvolutionaryStability.isStable(ZEEMAN, CENTRE)).isFalse();
        assertThat(EvolutionaryStability.all(ZEEMAN)).hasSize(1);
        assertThat(EvolutionaryStability.all(ZEEMAN).get(0)).containsExactly(new double[] {1, 0, 0}, within(1e-12));
        assertThat(replicator.stability(new double[] {1, 0, 0})).isEqualTo(Replicator.Stability.ATTRACTING);
    }

    /** Maynard Smith and Price (1973): hawks and doves mix at V / C. */
    @Test
    void hawksAndDovesMix() {
        double[][] game = {{-1, 4}, {0, 2}}; // V = 4, C = 6
        assertThat(EvolutionaryStability.all(game)).hasSize(1);
        assertThat(EvolutionaryStability.all(game).get(0))
                .containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-12));
        assertThat(new Replicator(game).follow(new double[] {0.01, 0.99}, 100))
                .containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-9));
    }

    /** Rock-paper-scissors: stable if winning pays more than losing costs, neutral if equal, repelling if less. */
    @Test
    void rockPaperScissorsDependsOnTheStakes() {
        assertThat(new Replicator(rockPaperScissors(2)).stability(CENTRE)).isEqualTo(Replicator.Stability.ATTRACTING);
        assertThat(new Replicator(rockPaperScissors(1)).stability(CENTRE)).isEqualTo(Replicator.Stability.NEUTRAL);
        assertThat(new Replicator(rockPaperScissors(0.5)).stability(CENTRE)).isEqualTo(Replicator.Stability.REPELLING);
        assertThat(EvolutionaryStability.all(rockPaperScissors(2))).hasSize(1);
        assertThat(EvolutionaryStability.all(rockPaperScissors(1))).isEmpty();
        assertThat(EvolutionaryStability.all(rockPaperScissors(0.5))).isEmpty();
        double[] orbit = new Replicator(rockPaperScissors(1)).follow(new double[] {0.5, 0.3, 0.2}, 50);
        assertThat(orbit[0] * orbit[1] * orbit[2]).isCloseTo(0.03, within(1e-6)); // the product is conserved
    }

    private static double[][] rockPaperScissors(double win) {
        return new double[][] {{0, -1, win}, {win, 0, -1}, {-1, win, 0}};
    }

    @Test
    void aCoordinationGameHasTwoPureStableStrategiesAndARepellingMixture() {
        double[][] game = {{2, 0}, {0, 1}};
        assertThat(EvolutionaryStability.all(game)).hasSize(2);
        assertThat(EvolutionaryStability.all(game).get(0)).containsExactly(new double[] {1, 0}, within(1e-12));
        assertThat(EvolutionaryStability.all(game).get(1)).containsExactly(new double[] {0, 1}, within(1e-12));
        assertThat(new Replicator(game).stability(new double[] {1 / 3.0, 2 / 3.0}))
                .isEqualTo(Replicator.Stability.REPELLING);
    }

    /** The definition: every strategy nearby does worse against itself than the stable one does against it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void stableStrategiesBeatAllNeighbours(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + (int) (random.nextDouble() * 4);
        double[][] game = new double[n][n];
        for (double[] row : game) {
            Arrays.setAll(row, k -> Math.floor(7 * random.nextDouble())); // integers: ties and degenerate games occur
        }
        List<double[]> stable = EvolutionaryStability.all(game);
        Replicator replicator = new Replicator(game);
        for (double[] x : stable) {
            assertThat(replicator.regret(x)).isLessThan(1e-9);
            for (int trial = 0; trial < 300; trial++) {
                double[] near = new double[n];
                double total = 0;
                for (int a = 0; a < n; a++) {
                    near[a] = random.nextDouble() < 0.4 ? 0 : random.nextDouble();
                    total += near[a];
                }
                double advantage = 0;
                for (int a = 0; a < n; a++) {
                    near[a] = 0.999 * x[a] + 0.001 * (total > 0 ? near[a] / total : x[a]);
                }
                double distance = 0;
                for (int a = 0; a < n; a++) {
                    for (int b = 0; b < n; b++) {
                        advantage += (x[a] - near[a]) * game[a][b] * near[b];
                    }
                    distance += Math.abs(x[a] - near[a]);
                }
                assertThat(advantage).as(Arrays.toString(x)).isGreaterThan(distance > 1e-6 ? 0 : -1e-15);
            }
        }
    }

    /** Robinson (1951): in zero-sum games frequencies come near equilibrium, slowly. */
    @Test
    void fictitiousPlaySolvesMatchingPennies() {
        NormalForm pennies = NormalForm.of(new int[] {2, 2}, 1, -1, -1, 1, -1, 1, 1, -1);
        FictitiousPlay.Outcome outcome = FictitiousPlay.play(pennies, 1 << 18, 0);
        assertThat(outcome.regret()).isLessThan(0.01);
        assertThat(outcome.frequencies().probability(0, 0)).isCloseTo(0.5, within(0.01));
    }

    /** Shapley (1964): there are games in which it never settles; the regret says so. */
    @Test
    void fictitiousPlayCyclesInShapleysGame() {
        NormalForm shapley = NormalForm.of(new int[] {3, 3}, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 0, 0);
        FictitiousPlay.Outcome outcome = FictitiousPlay.play(shapley, 100_000, 1e-3);
        assertThat(outcome.rounds()).isEqualTo(100_000);
        assertThat(outcome.regret()).isGreaterThan(0.02);
    }

    @Test
    void fictitiousPlayStopsWhenRegretIsSmall() {
        NormalForm dominant = NormalForm.of(new int[] {2, 2}, 3, 0, 5, 1, 3, 5, 0, 1);
        FictitiousPlay.Outcome outcome = FictitiousPlay.play(dominant, 1_000_000, 1e-3);
        assertThat(outcome.rounds()).isLessThan(10_000);
        assertThat(outcome.frequencies().probability(1, 1)).isGreaterThan(0.99);
    }

    /** With large precision the logit dynamic rests near a strict equilibrium, with none at the uniform mixture. */
    @Test
    void theLogitDynamicRestsAtQuantalResponses() {
        double[][] game = {{2, 0}, {0, 1}};
        assertThat(new LogitDynamic(game, 0).follow(new double[] {0.9, 0.1}, 30))
                .containsExactly(new double[] {0.5, 0.5}, within(1e-9));
        double[] rest = new LogitDynamic(game, 3).follow(new double[] {0.5, 0.5}, 60);
        double[] slope = new double[2];
        new LogitDynamic(game, 3).velocity(rest, slope);
        assertThat(slope).containsExactly(new double[] {0, 0}, within(1e-9));
        assertThat(StrictMath.log(rest[0] / rest[1])).isCloseTo(3 * (2 * rest[0] - rest[1]), within(1e-7));
    }

    @Test
    void whatIsNotSymmetricIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymmetricGame.matrix(NormalForm.of(new int[] {2, 2}, 1, 2, 3, 4, 1, 2, 3, 4)))
                .withMessageContaining("to be symmetric");
        assertThat(SymmetricGame.matrix(NormalForm.of(new int[] {2, 2}, 1, 2, 3, 4, 1, 3, 2, 4)))
                .isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
    }

    /** Ritzberger and Weibull (1995): with a population per role only strict equilibria attract; the dynamic conserves cycles. */
    @Test
    void withAPopulationPerRoleStrictEquilibriaAttractAndMixturesDoNot() {
        NormalForm dilemma = NormalForm.of(new int[] {2, 2}, 3, 0, 5, 1, 3, 5, 0, 1);
        RoleReplicator.End end = new RoleReplicator(dilemma).follow(MixedProfile.uniform(new int[] {2, 2}), 500);
        assertThat(end.state().probability(0, 1)).isCloseTo(1, within(1e-9));
        assertThat(end.regret()).isLessThan(1e-9);
        assertThat(end.speed()).isLessThan(1e-9);

        NormalForm pennies = NormalForm.of(new int[] {2, 2}, 1, -1, -1, 1, -1, 1, 1, -1);
        MixedProfile start = MixedProfile.of(new int[] {2, 2}, 0.8, 0.2, 0.6, 0.4);
        RoleReplicator.End orbit = new RoleReplicator(pennies).follow(start, 500);
        assertThat(orbit.speed()).isGreaterThan(1e-3);
        double product = 1; // of all shares: conserved
        for (double share : orbit.state().probabilities()) {
            product *= share;
        }
        assertThat(product).isCloseTo(0.8 * 0.2 * 0.6 * 0.4, within(1e-5));
    }
}
