package org.lode.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lode.games.form.NormalForm;
import org.lode.sim.chance.Streams;
import org.lode.sim.run.Simulation;
import org.lode.sim.stage.StageGame;
import org.lode.sim.world.ScenarioReader;
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

/**
 * The baseline's stage game as it enters round 0, as a table over the first four strategies of eight actors (65,536 profiles), every
 * market path run anew; the ninth actor keeps to its first strategy. Run from the root of the checkout.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class StageBenchmark {
    private static final int ACTORS = 8;
    private static final int[] FOUR = {0, 1, 2, 3};

    @SuppressWarnings("NullAway.Init") // JMH calls setUp first
    private StageGame game;

    @SuppressWarnings("NullAway.Init")
    private int[][] menus;

    private int[] start = {};

    /** Reads the scenario and enters round 0. */
    @Setup
    public void setUp() {
        Path file = Path.of("configs/scenarios/baseline.yaml");
        var simulation = new Simulation(ScenarioReader.read(file, List.of()).scenario());
        simulation.enter(new Streams(1, Streams.COMMON, 1), 0);
        game = new StageGame(simulation.world());
        start = simulation.scenario().startProfile();
        menus = new int[game.players()][];
        int wide = 0;
        for (int i = 0; i < menus.length; i++) {
            boolean four = wide < ACTORS && game.strategies(i) >= FOUR.length;
            menus[i] = four ? FOUR : new int[] {0};
            wide += four ? 1 : 0;
        }
    }

    /** The table from nothing. */
    @Benchmark
    public NormalForm table() {
        game.refresh(start);
        return game.table(menus);
    }
}
