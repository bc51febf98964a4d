package org.lode.sim.lockin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.lode.sim.run.Progress;
import org.lode.sim.run.Replications;

/**
 * Where lock-in metrics experiment on a process: it runs their samples on threads, hands them out in the order of histories, and
 * keeps the paths that nobody forces anything on, which many metrics share. Belongs to one thread, which asks.
 */
public final class Laboratory {
    private final PathProcess process;
    private final Scope scope;
    private final int threads;
    private final Estimator estimator;
    private final Progress progress;
    private final List<Replications.Failure> failures = new ArrayList<>();
    private @Nullable List<Path> paths;
    private long done;

    /**
     * How much is run.
     *
     * @param rounds length of an unforced path
     * @param replications unforced paths
     * @param histories paths that are forked; the first of the replications
     */
    public record Scope(int rounds, int replications, int histories) {
        public Scope {
            if (rounds < 1 || replications < 1 || histories < 1) {
                throw new IllegalArgumentException("rounds (" + rounds + "), replications (" + replications
                        + ") and histories (" + histories + ") must be at least 1");
            }
        }
    }

    /**
     * @param threads at least 1
     * @param progress told how many samples are done so far
     */
    public Laboratory(PathProcess process, Scope scope, int threads, Estimator estimator, Progress progress) {
        this.process = process;
        this.scope = scope;
        this.threads = threads;
        this.estimator = estimator;
        this.progress = progress;
    }

    public PathProcess process() {
        return process;
    }

    public int rounds() {
        return scope.rounds();
    }

    public Estimator estimator() {
        return estimator;
    }

    /** The unforced paths, in order; run when first asked for. */
    public List<Path> paths() {
        List<Path> known = paths;
        if (known == null) {
            known = each(
                    scope.replications(), replication -> Path.of(process, process.start(replication), scope.rounds()));
            paths = known;
        }
        return known;
    }

    /** Samples each history that is to be forked, in order. */
    public <T> List<T> histories(LongFunction<T> sample) {
        return each(scope.histories(), sample);
    }

    /** Histories that threw and were left out. */
    public List<Replications.Failure> failures() {
        return List.copyOf(failures);
    }

    private <T> List<T> each(int count, LongFunction<T> sample) {
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
                            failures.add(failure);
                        }
                    },
                    replication -> progress.done(++done));
        } catch (IOException e) { // the sink writes nothing
            throw new UncheckedIOException(e);
        }
        if (samples.isEmpty()) {
            throw new IllegalStateException("all " + count + " histories failed, the first with "
                    + failures.get(failures.size() - 1).message());
        }
        return samples;
    }

    /** Plays a run on to a round. */
    static PathProcess.Run play(PathProcess.Run run, int to) {
        while (run.round() < to) {
            run.advance();
        }
        return run;
    }
}
