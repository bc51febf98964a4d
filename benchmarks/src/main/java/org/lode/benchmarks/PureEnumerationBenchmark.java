package org.lode.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.lode.games.form.NormalForm;
import org.lode.games.solve.PureEnumeration;
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

/** Time to find all pure equilibria of a random game, by its size. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PureEnumerationBenchmark {
    /** Players, all with the same number of strategies. */
    @Param({"4", "6"})
    private int players;

    /** Strategies of each player. */
    @Param({"4", "8"})
    private int strategies;

    @SuppressWarnings("NullAway.Init") // JMH calls setUp first
    private NormalForm game;

    @Setup
    public void setUp() {
        int[] counts = new int[players];
        Arrays.fill(counts, strategies);
        var random = new SplittableRandom(1);
        game = NormalForm.ofOwned(
                counts,
                random.doubles((long) players * NormalForm.profiles(counts)).toArray());
    }

    @Benchmark
    public int[] indexes() {
        return PureEnumeration.indexes(game);
    }
}
