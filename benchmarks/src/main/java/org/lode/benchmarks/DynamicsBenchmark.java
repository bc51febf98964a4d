package org.lode.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.lode.games.dynamics.AlphaRank;
import org.lode.games.dynamics.MarkovEquilibrium;
import org.lode.games.dynamics.MarkovQuantalResponse;
import org.lode.games.dynamics.StochasticGame;
import org.lode.games.form.NormalForm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of dynamics and of Markov perfect equilibria with six players of four strategies, cold and warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 0)
@Measurement(iterations = 3)
public class DynamicsBenchmark {
    private static final int[] COUNTS = {4, 4, 4, 4, 4, 4};

    @Param({"1", "2", "3"})
    private long seed;

    @SuppressWarnings("NullAway.Init") // JMH calls setUp first
    private NormalForm random;

    @SuppressWarnings("NullAway.Init")
    private NormalForm common;

    @SuppressWarnings("NullAway.Init")
    private StochasticGame stochastic;

    @Setup
    public void setUp() {
        var draws = new SplittableRandom(seed);
        random = NormalForm.ofOwned(COUNTS, draws.doubles(6 * 4096).toArray());
        double[] shared = draws.doubles(4096).toArray();
        double[] payoffs = new double[6 * 4096];
        Arrays.setAll(payoffs, k -> shared[k % 4096]);
        common = NormalForm.ofOwned(COUNTS, payoffs);
        double[][][] stage = new double[3][6][];
        double[][][] chances = new double[3][3][4096];
        for (int s = 0; s < 3; s++) {
            for (int i = 0; i < 6; i++) {
                stage[s][i] = draws.doubles(4096).toArray();
            }
            for (int k = 0; k < 4096; k++) {
                double first = draws.nextDouble();
                double second = (1 - first) * draws.nextDouble();
                chances[s][0][k] = first;
                chances[s][1][k] = second;
                chances[s][2][k] = 1 - first - second;
            }
        }
        stochastic =
                StochasticGame.of(new int[][] {COUNTS, COUNTS, COUNTS}, stage, chances, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9);
    }

    @Benchmark
    public double[] alphaRankOfARandomGame() {
        return AlphaRank.strong(random, 1e-6);
    }

    /** Many sinks between which the chain hardly moves. */
    @Benchmark
    public double[] alphaRankOfACommonInterestGame() {
        return AlphaRank.of(common, 10, 50);
    }

    @Benchmark
    public double markovPerfectEquilibriumInThreeStates() {
        MarkovEquilibrium found = MarkovQuantalResponse.solve(stochastic, 1e-7, 10_000);
        if (found.regret() > 1e-6) {
            throw new IllegalStateException("regret (" + found.regret() + ") must be at most 1e-6");
        }
        return found.regret();
    }
}
