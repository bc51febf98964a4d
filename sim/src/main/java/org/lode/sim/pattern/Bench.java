package org.lode.sim.pattern;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Settings;
import org.lode.sim.lockin.Estimator;
import org.lode.sim.run.Progress;
import org.lode.sim.run.Replications;
import org.lode.sim.run.Simulation;
import org.lode.sim.world.ScenarioReader;
import org.lode.sim.world.ScenarioReader.Loaded;

/**
 * Where patterns experiment: it runs worlds that differ from the scenario by a change, keeps what they brought so that patterns
 * share it, and draws intervals. The chance of a run is keyed by seed and replication alone, so runs of all worlds are pairs.
 */
public final class Bench {
    static final double LEVEL = 0.95;
    private static final int RESAMPLES = 1000;

    private final MapNode scenario;
    private final Path file;
    private final Size size;
    private final long seed;
    private final int threads;
    private final Progress progress;
    private final Loaded base;
    private final Map<Change, List<Played>> watched = new HashMap<>(); // never iterated
    private final Map<Change, List<Played>> thought = new HashMap<>(); // never iterated
    private final List<String> notes = new ArrayList<>();
    private long done;

    /**
     * @param scenario its tree
     * @param file where it was read from
     * @param threads at least 1
     * @param progress told how many runs and games are done
     */
    public Bench(MapNode scenario, Path file, Size size, long seed, int threads, Progress progress) {
        this.scenario = Settings.set(scenario, "seed", seed, "seed");
        this.file = file;
        this.size = size;
        this.seed = seed;
        this.threads = threads;
        this.progress = progress;
        base = ScenarioReader.bind(this.scenario, file, false);
    }

    Loaded base() {
        return base;
    }

    Path file() {
        return file;
    }

    Size size() {
        return size;
    }

    int threads() {
        return threads;
    }

    long seed() {
        return seed;
    }

    Streams streams(long replication) {
        return new Streams(seed, Streams.COMMON, replication);
    }

    /** Intervals by bootstrap. */
    Estimator estimator() {
        return new Estimator(LEVEL, RESAMPLES, streams(0));
    }

    /** Something to print beside the figures. */
    void note(String line) {
        notes.add(line);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    MapNode tree() {
        return scenario;
    }

    Loaded load(Change change) {
        return change.equals(Change.NONE) ? base : ScenarioReader.bind(change.applied(scenario), file, false);
    }

    /** The first runs of a world; run when first asked for. */
    List<Played> runs(Change change, int count) {
        boolean known = thought.getOrDefault(change, List.of()).size() >= count;
        return runs(change, count, known ? thought : watched, () -> null);
    }

    /** The same with what the actors thought. */
    List<Played> thoughts(Change change, int count, Supplier<Mind> minds) {
        return runs(change, count, thought, minds);
    }

    private List<Played> runs(
            Change change, int count, Map<Change, List<Played>> kept, Supplier<? extends @Nullable Mind> minds) {
        List<Played> known = kept.getOrDefault(change, List.of());
        if (known.size() < count) {
            Loaded loaded = load(change);
            known = each(count, replication -> {
                var watch = new Watch(loaded.scenario(), minds.get());
                new Simulation(loaded.scenario()).run(streams(replication), watch);
                return watch.kept();
            });
            kept.put(change, known);
        }
        return known.subList(0, count);
    }

    /**
     * Computes samples 1 to {@code count} on threads, in order.
     *
     * @throws IllegalStateException if one fails
     */
    <T> List<T> each(int count, LongFunction<T> sample) {
        List<T> samples = new ArrayList<>(count);
        try {
            Replications.run(
                    count,
                    threads,
                    () -> sample::apply,
                    new Replications.Sink<T>() {
                        @Override
                        public void add(long replication, T result) {
                            samples.add(result);
                        }

                        @Override
                        public void failed(Replications.Failure failure) {
                            throw new IllegalStateException("replication " + failure.replication() + ": "
                                    + failure.exception() + ": " + failure.message());
                        }
                    },
                    replication -> progress.done(++done));
        } catch (IOException e) { // the sink writes nothing
            throw new UncheckedIOException(e);
        }
        return samples;
    }
}
