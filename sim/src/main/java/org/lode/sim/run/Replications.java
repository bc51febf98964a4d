package org.lode.sim.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Many replications on a few threads. Results arrive in the order of replications whatever the number of threads, and only a
 * few are held at a time, so memory does not grow with their number. One that throws is handed on as a failure; the rest goes on.
 */
public final class Replications {
    /** Replications that a thread takes at a time: many when there are many, so that short ones do not wait in line. */
    private static final int LARGEST_CHUNK = 16;
    /** Chunks that may be finished or under way at a time, per thread. */
    private static final int CHUNKS_AHEAD = 4;

    private Replications() {}

    /** Computes one replication; each thread has its own. */
    public interface Task<R> {
        /** Returns the result of replication {@code replication}, from 1; any exception makes it a failure. */
        R run(long replication);
    }

    /** Takes results in order, on the calling thread. */
    public interface Sink<R> {
        void add(long replication, R result) throws IOException;

        void failed(Failure failure) throws IOException;
    }

    /**
     * A replication that threw.
     *
     * @param replication from 1
     * @param exception class of the exception
     * @param message what it said, in one line
     */
    public record Failure(long replication, String exception, String message) {
        /** Of what a replication threw. */
        public static Failure of(long replication, Throwable thrown) {
            String message = thrown.getMessage() == null ? "" : thrown.getMessage();
            return new Failure(
                    replication, thrown.getClass().getName(), message.strip().replaceAll("\\s*\\R\\s*", "; "));
        }
    }

    /**
     * Runs replications 1 to {@code count}.
     *
     * @param threads at least 1
     * @param tasks makes a task for each thread
     * @param progress told after each replication is delivered
     * @throws IOException if the sink throws it; the remaining replications are not run
     */
    public static <R> void run(long count, int threads, Supplier<Task<R>> tasks, Sink<R> sink, Progress progress)
            throws IOException {
        if (count < 1) {
            throw new IllegalArgumentException("replications (" + count + ") must be at least 1");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads (" + threads + ") must be at least 1");
        }
        new Pool<>(count, threads, tasks).deliver(sink, progress);
    }

    /** One result or failure. */
    private record Done<R>(@Nullable R result, @Nullable Failure failure) {}

    private static final class Pool<R> {
        private final long count;
        private final int chunk;
        private final long chunks;
        private final Supplier<Task<R>> tasks;
        private final AtomicLong next = new AtomicLong();
        /** Finished chunks by number modulo the length; a thread may not run farther ahead than that. */
        private final List<Optional<List<Done<R>>>> ring = new ArrayList<>();

        private final Thread[] workers;
        private long delivered;
        private boolean stopped;
        private @Nullable Throwable broken;

        Pool(long count, int threads, Supplier<Task<R>> tasks) {
            this.count = count;
            this.tasks = tasks;
            chunk = (int) Math.max(1, Math.min(LARGEST_CHUNK, count / (64L * threads)));
            chunks = (count + chunk - 1) / chunk;
            workers = new Thread[(int) Math.min(threads, chunks)];
            for (int slot = 0; slot < workers.length * CHUNKS_AHEAD; slot++) {
                ring.add(Optional.empty());
            }
            for (int w = 0; w < workers.length; w++) {
                workers[w] = new Thread(this::work, "replications-" + (w + 1));
                workers[w].setDaemon(true);
            }
        }

        void deliver(Sink<R> sink, Progress progress) throws IOException {
            for (Thread worker : workers) {
                worker.start();
            }
            try {
                for (long at = 0; at < chunks; at++) {
                    long replication = at * chunk;
                    for (Done<R> done : take(at)) {
                        replication++;
                        if (done.failure() != null) {
                            sink.failed(done.failure());
                        } else if (done.result() != null) {
                            sink.add(replication, done.result());
                        }
                        progress.done(replication);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UncheckedIOException(new IOException("interrupted", e));
            } finally {
                stop();
            }
        }

        private synchronized List<Done<R>> take(long at) throws InterruptedException {
            int slot = (int) (at % ring.size());
            while (ring.get(slot).isEmpty()) {
                if (broken instanceof Error error) {
                    throw error;
                }
                if (broken instanceof RuntimeException exception) {
                    throw exception;
                }
                wait();
            }
            List<Done<R>> done = ring.get(slot).get();
            ring.set(slot, Optional.empty());
            delivered = at + 1;
            notifyAll();
            return done;
        }

        private void work() {
            try {
                Task<R> task = tasks.get();
                for (long at = next.getAndIncrement(); at < chunks && room(at); at = next.getAndIncrement()) {
                    put(at, compute(task, at));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // stopped
            } catch (Error | RuntimeException e) { // no replication's fault: out of memory, a task that cannot be made
                fail(e);
            }
        }

        private List<Done<R>> compute(Task<R> task, long at) {
            List<Done<R>> done = new ArrayList<>(chunk);
            long last = Math.min(count, (at + 1) * chunk);
            for (long replication = at * chunk + 1; replication <= last; replication++) {
                try {
                    done.add(new Done<>(task.run(replication), null));
                } catch (RuntimeException | StackOverflowError | AssertionError e) {
                    done.add(new Done<>(null, Failure.of(replication, e)));
                }
            }
            return done;
        }

        private synchronized boolean room(long at) throws InterruptedException {
            while (!stopped && at >= delivered + ring.size()) {
                wait();
            }
            return !stopped;
        }

        private synchronized void put(long at, List<Done<R>> done) {
            ring.set((int) (at % ring.size()), Optional.of(done));
            notifyAll();
        }

        private synchronized void fail(Throwable thrown) {
            broken = thrown;
            notifyAll();
        }

        private synchronized void stop() {
            stopped = true;
            notifyAll();
        }
    }
}
