package org.lode.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.lode.games.coalition.CharacteristicFunction;
import org.lode.games.coalition.MembershipGame;
import org.lode.games.coalition.Nucleolus;
import org.lode.games.coalition.ShapleyValue;
import org.lode.games.coalition.Stability;
import org.lode.games.coalition.TabledWorth;
import org.lode.games.coalition.TariffClub;
import org.lode.games.coalition.Ties;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time to find every stable membership of a climate club of 20 actors, and the values of cooperative games. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ClubBenchmark {
    @SuppressWarnings("NullAway.Init") // JMH calls setUp first
    private MembershipGame club;

    @SuppressWarnings("NullAway.Init")
    private CharacteristicFunction fifteen;

    @SuppressWarnings("NullAway.Init")
    private CharacteristicFunction twenty;

    @Setup
    public void setUp() {
        var random = new SplittableRandom(1);
        double[] gain = new double[20];
        double[][] trade = new double[20][20];
        for (int i = 0; i < 20; i++) {
            gain[i] = 4 * random.nextDouble() - 3;
            Arrays.setAll(trade[i], j -> random.nextDouble());
        }
        club = new TariffClub(gain, trade).apply(0.1);
        fifteen = superadditive(15, random);
        twenty = superadditive(20, random);
    }

    private static CharacteristicFunction superadditive(int players, SplittableRandom random) {
        double[] worth = new double[1 << players];
        for (int s = 1; s < worth.length; s++) {
            int size = Integer.bitCount(s);
            worth[s] = size * size * (1 + 0.1 * random.nextDouble());
        }
        return TabledWorth.of(worth);
    }

    @Benchmark
    public long[] stableMembershipsOfTwenty() {
        return Stability.stable(club, Ties.KEEP, 0);
    }

    @Benchmark
    public double[] shapleyValueOfTwenty() {
        return ShapleyValue.exact(twenty);
    }

    @Benchmark
    public double[] nucleolusOfFifteen() {
        return Nucleolus.of(fifteen);
    }
}
