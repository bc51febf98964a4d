package org.lode.sim.experiment;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Where the rows of each run lie: eight bytes a run. */
final class Places {
    private static final int MOST_RUNS = 500_000_000;
    private static final int OFFSET_BITS = 44;

    private final long firstPoint;
    private final long replications;
    private final long[] places;
    private final BitSet failed;
    private long known;

    private final List<Path> parts;

    /** @param parts files, by their number in {@link #part} */
    Places(SweepPlan plan, List<Path> parts) {
        this.parts = List.copyOf(parts);
        if (plan.runs() > MOST_RUNS) {
            throw new IllegalArgumentException(
                    "runs (" + plan.runs() + ") must be at most " + MOST_RUNS + "; split the plan");
        }
        firstPoint = plan.firstPoint();
        replications = plan.replications();
        places = new long[(int) plan.runs()];
        failed = new BitSet();
    }

    private int index(long point, long replication) {
        return (int) ((point - firstPoint) * replications + replication - 1);
    }

    /** Notes the rows of a run; of several, those that went well, else the last. Runs outside the plan are passed over. */
    void put(long point, long replication, boolean hasFailed, int part, long offset) {
        if (replication < 1 || replication > replications || point < firstPoint) {
            return;
        }
        long at = (point - firstPoint) * replications + replication - 1;
        if (at >= places.length) {
            return;
        }
        int run = (int) at;
        if (places[run] != 0 && !failed.get(run) && hasFailed) {
            return;
        }
        known += places[run] == 0 ? 1 : 0;
        places[run] = (part + 1L) << OFFSET_BITS | offset;
        failed.set(run, hasFailed);
    }

    /** Whether a run is there, whatever came of it. */
    boolean has(long point, long replication) {
        return places[index(point, replication)] != 0;
    }

    /** Whether a run is there and went well. */
    boolean done(long point, long replication) {
        return has(point, replication) && !failed.get(index(point, replication));
    }

    private int part(long point, long replication) {
        return (int) (places[index(point, replication)] >>> OFFSET_BITS) - 1;
    }

    private long offset(long point, long replication) {
        return places[index(point, replication)] & ((1L << OFFSET_BITS) - 1);
    }

    /** The rows of the runs that are there. */
    Runs open() throws IOException {
        return new Runs();
    }

    /** Reads runs in any order; belongs to one thread. */
    final class Runs implements Closeable {
        private final List<Part.Reader> readers = new ArrayList<>();

        private Runs() throws IOException {
            for (Path part : parts) {
                readers.add(new Part.Reader(part));
            }
        }

        PlanRuns.Result at(long point, long replication) throws IOException {
            return readers.get(part(point, replication)).at(offset(point, replication));
        }

        @Override
        public void close() throws IOException {
            for (Part.Reader reader : readers) {
                reader.close();
            }
        }
    }

    /** How many runs are there. */
    long known() {
        return known;
    }

    /** How many of them failed. */
    long failures() {
        return failed.cardinality();
    }
}
