package org.lode.benchmarks;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntConsumer;
import org.lode.games.form.NormalForm;
import org.lode.games.format.GambitFormat;
import org.lode.games.solve.CertifiedSupports;
import org.lode.games.solve.OneEquilibrium;
import org.lode.games.solve.PureEnumeration;
import org.lode.games.solve.SupportEnumeration;
import org.lode.games.solve.VertexEnumeration;

/**
 * Prints how long solvers take on random games with integer payoffs from 0 to 999, as a table in Markdown.
 *
 * <p>Beside the elapsed time it gives the processor time of the whole process, which other programs on the machine do not
 * lengthen much; a parallel solver's is the sum over cores, and includes the compiler and the garbage collector.
 */
public final class SolverTimes {
    private static final int GAMES = 16;

    private SolverTimes() {}

    /** Measures everything, each case after a warm-up on other games. */
    public static void main(String[] args) {
        System.out.println("| what | games | elapsed, median ms | elapsed, largest ms | processor, mean ms |");
        System.out.println("|---|---|---|---|---|");
        NormalForm[] three = random(100, 3, 3, 3);
        measure("all equilibria, 3 x 3 x 3", 100, 100, i -> new CertifiedSupports().solve(three[i]));
        measure("all equilibria by paths, 3 x 3 x 3", 30, 10, i -> new SupportEnumeration().solve(three[i]));
        NormalForm[] twelve = random(GAMES, 12, 12);
        measure("all equilibria, 12 x 12, exact", GAMES, GAMES, i -> new VertexEnumeration().solve(twelve[i]));
        NormalForm[] fourteen = random(GAMES, 14, 14);
        measure("all equilibria, 14 x 14, exact", GAMES, 4, i -> new VertexEnumeration().solve(fourteen[i]));
        NormalForm[] six = random(GAMES, 4, 4, 4, 4, 4, 4);
        measure("one equilibrium, 6 players x 4", GAMES, GAMES, i -> new OneEquilibrium().solve(six[i]));
        NormalForm[] ten = random(1, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);
        measure("pure equilibria, 10 players x 4", 30, 30, i -> PureEnumeration.indexes(ten[0]));
        StringBuilder text = new StringBuilder();
        try {
            GambitFormat.write(ten[0], text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String file = text.toString();
        measure("reading 10 players x 4, " + file.length() / 1_000_000 + " MB of .nfg", 5, 2, i -> {
            try {
                GambitFormat.read(new StringReader(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void measure(String what, int games, int warmUp, IntConsumer solve) {
        for (int i = 0; i < warmUp; i++) {
            solve.accept(games - 1 - i);
        }
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double[] elapsed = new double[games];
        long processor = system.getProcessCpuTime();
        for (int i = 0; i < games; i++) {
            long start = System.nanoTime();
            solve.accept(i);
            elapsed[i] = (System.nanoTime() - start) / 1e6;
        }
        double used = (system.getProcessCpuTime() - processor) / 1e6 / games;
        Arrays.sort(elapsed);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f |%n",
                what,
                games,
                elapsed[games / 2],
                elapsed[games - 1],
                used);
    }

    private static NormalForm[] random(int games, int... counts) {
        NormalForm[] random = new NormalForm[games];
        for (int seed = 0; seed < games; seed++) {
            random[seed] = NormalForm.of(
                    counts,
                    new Random(seed)
                            .ints((long) counts.length * NormalForm.profiles(counts), 0, 1000)
                            .asDoubleStream()
                            .toArray());
        }
        return random;
    }
}
