package org.lode.benchmarks;

import java.io.IOException;
import java.io.StringReader;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lode.games.form.NormalForm;
import org.lode.games.format.GambitFormat;
import org.lode.games.solve.AllEquilibria;
import org.lode.games.solve.OneEquilibrium;
import org.lode.games.solve.Solution;
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

/** Time to solve random games with integer payoffs from 0 to 999, a different one each time, and to read a large file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class SolverBenchmark {
    private static final int GAMES = 16;

    private final NormalForm[] twelve = new NormalForm[GAMES];
    private final NormalForm[] fourteen = new NormalForm[GAMES];
    private final NormalForm[] three = new NormalForm[GAMES];
    private final NormalForm[] six = new NormalForm[GAMES];
    private String file = "";
    private int next;

    @Setup
    public void setUp() throws IOException {
        for (int seed = 0; seed < GAMES; seed++) {
            twelve[seed] = random(seed, 12, 12);
            fourteen[seed] = random(seed, 14, 14);
            three[seed] = random(seed, 3, 3, 3);
            six[seed] = random(seed, 4, 4, 4, 4, 4, 4);
        }
        StringBuilder text = new StringBuilder();
        GambitFormat.write(random(1, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4), text);
        file = text.toString();
    }

    @Benchmark
    public Solution allOfTwelveByTwelve() {
        return new AllEquilibria().solve(twelve[next++ % GAMES]);
    }

    @Benchmark
    public Solution allOfFourteenByFourteen() {
        return new AllEquilibria().solve(fourteen[next++ % GAMES]);
    }

    @Benchmark
    public Solution allOfThreeByThreeByThree() {
        return new AllEquilibria().solve(three[next++ % GAMES]);
    }

    @Benchmark
    public Solution oneOfSixPlayersWithFour() {
        return new OneEquilibrium().solve(six[next++ % GAMES]);
    }

    @Benchmark
    public NormalForm readTenPlayersWithFour() throws IOException {
        return GambitFormat.read(new StringReader(file));
    }

    private static NormalForm random(long seed, int... counts) {
        return NormalForm.of(
                counts,
                new Random(seed)
                        .ints((long) counts.length * NormalForm.profiles(counts), 0, 1000)
                        .asDoubleStream()
                        .toArray());
    }
}
