package org.lode.sim.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lode.sim.chance.Streams;
import org.lode.sim.results.RunRecorder;
import org.lode.sim.run.Replications.Failure;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader.Loaded;

/** Computes runs of a plan, one after another, in any order. Belongs to one thread; the scenarios are shared. */
final class PlanRuns {
    private final SweepPlan plan;
    private final Bindings bindings;
    private long point = -1;
    private @Nullable Simulation simulation;
    private @Nullable RunRecorder recorder;

    /** The scenarios of the points last asked for, so that points visited in turn are not bound anew each time. */
    static final class Bindings {
        private static final int MOST = 256;

        private final SweepPlan plan;
        private final Map<Long, Loaded> kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Loaded> eldest) {
                return size() > MOST;
            }
        };

        Bindings(SweepPlan plan) {
            this.plan = plan;
        }

        Loaded of(long point) {
            synchronized (this) {
                Loaded loaded = kept.get(point);
                if (loaded != null) {
                    return loaded;
                }
            }
            Loaded loaded = plan.scenario(point);
            synchronized (this) {
                kept.put(point, loaded);
            }
            return loaded;
        }
    }

    /**
     * What a run brought.
     *
     * @param rows null if it failed
     * @param failure null if it went well
     */
    record Result(
            long point,
            long replication,
            RunRecorder.@Nullable Recorded rows,
            @Nullable Failure failure) {}

    PlanRuns(SweepPlan plan, Bindings bindings) {
        this.plan = plan;
        this.bindings = bindings;
    }

    /** Computes one run; what it throws is its result. */
    Result run(long of, long replication) {
        try {
            return new Result(of, replication, rows(of, replication, null), null);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            point = -1;
            return new Result(of, replication, null, Failure.of(replication, e));
        }
    }

    /** Computes one run under another pair of eyes; lets through what it throws. */
    RunRecorder.Recorded watched(long of, long replication, Trace eyes) {
        return rows(of, replication, eyes);
    }

    private RunRecorder.Recorded rows(long of, long replication, @Nullable Trace eyes) {
        Streams streams = plan.streams(of, replication);
        if (simulation == null || recorder == null || of != point || plan.drawn()) {
            point = -1;
            Loaded loaded = bindings.of(of);
            Scenario scenario = (plan.drawn() ? plan.drawn(loaded, streams) : loaded).scenario();
            simulation = new Simulation(scenario);
            recorder = new RunRecorder(scenario, plan.recording());
            point = of;
        }
        recorder.of(of, replication);
        simulation.run(streams, eyes == null ? recorder : new Both(recorder, eyes));
        return recorder.recorded();
    }

    /** Two traces of one run. */
    private record Both(Trace first, Trace second) implements Trace {
        @Override
        public void started(Simulation run) {
            first.started(run);
            second.started(run);
        }

        @Override
        public void entered(Simulation run) {
            first.entered(run);
            second.entered(run);
        }

        @Override
        public void chose(Simulation run) {
            first.chose(run);
            second.chose(run);
        }

        @Override
        public void played(Simulation run) {
            first.played(run);
            second.played(run);
        }

        @Override
        public void ended(Simulation run) {
            first.ended(run);
            second.ended(run);
        }
    }
}
