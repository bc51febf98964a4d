package org.lode.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lode.sim.chance.Streams;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;
import org.lode.sim.world.ScenarioReader;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole replications per second with nothing written, one simulation per thread; run from the root of the checkout, with {@code
 * -t 2} for two cores. {@code baseline-1} is the baseline with a horizon of one round.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Threads(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class RunBenchmark {
    @Param({"baseline", "baseline-1", "reduced-ten"})
    private String scenario = "";

    @SuppressWarnings("NullAway.Init") // JMH calls setUp first
    private Simulation simulation;

    private long replication;

    /** Reads the scenario. */
    @Setup
    public void setUp() {
        List<String> settings = new ArrayList<>();
        if (scenario.endsWith("-1")) {
            settings.addAll(List.of("foresight.horizon=1", "foresight.terminal=0"));
        }
        Path file = Path.of("configs/scenarios", scenario.replace("-1", "") + ".yaml");
        simulation = new Simulation(ScenarioReader.read(file, settings).scenario());
    }

    /** The next replication; another one each time, as their cost differs. */
    @Benchmark
    public int run() {
        replication++;
        simulation.run(new Streams(1, Streams.COMMON, replication), Trace.NONE);
        return simulation.round();
    }
}
