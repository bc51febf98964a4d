package org.lode.sim.experiment;

import java.util.BitSet;

/** Where the rows of each run lie: eight bytes a run. */
final class Places {
    private static final int MOST_RUNS = 500_000_000;
    private static final int OFFSET_BITS = 44;

    private final long firstPoint;
    private final long replications;
    private final long[] places;
    private final BitSet failed;
    private long known;

    Places(SweepPlan plan) {
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

    int part(long point, long replication) {
        return (int) (places[index(point, replication)] >>> OFFSET_BITS) - 1;
    }

    long offset(long point, long replication) {
        return places[index(point, replication)] & ((1L << OFFSET_BITS) - 1);
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
