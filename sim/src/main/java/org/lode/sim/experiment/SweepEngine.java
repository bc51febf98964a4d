package org.lode.sim.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lode.sim.run.Progress;

/**
 * Computes the runs of a shard on threads that take the next piece of work whenever they are free. A piece is a few replications
 * of one point; every point gets its first piece before any gets its second, so a sweep that is cut off is balanced. Where a
 * precision decides about the replications, shards share the points and not the pieces: all runs of a point are in one shard.
 */
final class SweepEngine {
    /** In so many pieces the replications of a point are computed, where there are as many. */
    private static final long PIECES = 10;

    private final SweepPlan plan;
    private final Shard shard;
    private final Places places;
    private final long size;
    private final long pieces;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong computed = new AtomicLong();
    private final Deque<Open> queue = new ArrayDeque<>();
    private volatile @Nullable Throwable broken;

    /** @param places what is there already; not changed */
    SweepEngine(SweepPlan plan, Shard shard, Places places) {
        this.plan = plan;
        this.shard = shard;
        this.places = places;
        size = (plan.replications() + PIECES - 1) / PIECES;
        pieces = (plan.replications() + size - 1) / size * plan.points();
        next.set(shard.index() - 1L);
    }

    private long point(long piece) {
        return plan.firstPoint() + piece % plan.points();
    }

    private long first(long piece) {
        return piece / plan.points() * size + 1;
    }

    private long last(long piece) {
        return Math.min(plan.replications(), first(piece) + size - 1);
    }

    /**
     * Computes what is missing and returns how many runs that were.
     *
     * @throws IOException if rows cannot be written; what was written stays
     */
    long run(SweepDirectory directory, int threads, Progress progress) throws IOException {
        var bindings = new PlanRuns.Bindings(plan);
        Thread[] workers = new Thread[(int) Math.min(threads, Math.max(1, pieces))];
        for (int w = 0; w < workers.length; w++) {
            int number = w + 1;
            workers[w] = new Thread(() -> work(directory, number, bindings, progress), "sweep-" + number);
            workers[w].setDaemon(true);
            workers[w].start();
        }
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            broken = e;
            Thread.currentThread().interrupt();
        }
        Throwable thrown = broken;
        if (thrown instanceof IOException io) {
            throw io;
        } else if (thrown instanceof Error error) {
            throw error;
        } else if (thrown instanceof RuntimeException exception) {
            throw exception;
        } else if (thrown != null) {
            throw new UncheckedIOException(new IOException("interrupted", thrown));
        }
        return computed.get();
    }

    private void work(SweepDirectory directory, int worker, PlanRuns.Bindings bindings, Progress progress) {
        try (Part part = Part.append(directory.part(shard, worker))) {
            var runs = new PlanRuns(plan, bindings);
            Precision precision = plan.precision();
            if (precision != null) {
                untilPrecise(precision, runs, part, progress);
                return;
            }
            for (long piece = next.getAndAdd(shard.count());
                    piece < pieces && broken == null;
                    piece = next.getAndAdd(shard.count())) {
                for (long r = first(piece); r <= last(piece) && broken == null; r++) {
                    if (!places.done(point(piece), r)) {
                        part.add(runs.run(point(piece), r));
                        tell(progress);
                    }
                }
            }
        } catch (IOException | RuntimeException | Error e) { // a full disk, out of memory: no run's fault
            broken = e;
        }
    }

    /** Takes points in turn, a batch of replications each time, until their means are known well enough. */
    private void untilPrecise(Precision precision, PlanRuns runs, Part part, Progress progress) throws IOException {
        try (Places.Runs there = places.open()) {
            for (Open open = open(precision); open != null && broken == null; open = open(precision)) {
                Precision.Known known = open.known;
                long last = precision.next(known.done());
                for (long r = known.done() + 1; r <= last && broken == null; r++) {
                    if (places.done(open.point, r)) {
                        known.add(there.at(open.point, r));
                    } else {
                        PlanRuns.Result run = runs.run(open.point, r);
                        part.add(run);
                        known.add(run);
                        tell(progress);
                    }
                }
                if (!known.enough()) {
                    synchronized (queue) {
                        queue.addLast(open);
                    }
                }
            }
        }
    }

    /** A point that may need more runs; one worker has it at a time. */
    private record Open(long point, Precision.Known known) {}

    /** A point of this shard that has had no run yet, else the one that waited longest. */
    private @Nullable Open open(Precision precision) {
        long index = next.getAndAdd(shard.count());
        if (index < plan.points()) {
            return new Open(plan.firstPoint() + index, precision.of(plan.base().scenario()));
        }
        synchronized (queue) {
            return queue.pollFirst();
        }
    }

    private void tell(Progress progress) {
        synchronized (computed) {
            progress.done(computed.incrementAndGet());
        }
    }
}
