package org.lode.sim.hypothesis;

import java.util.List;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;

/** Several series of one run. */
record Watchers(List<RunSeries> series) implements Trace {
    @Override
    public void started(Simulation run) {
        series.forEach(each -> each.started(run));
    }

    @Override
    public void played(Simulation run) {
        series.forEach(each -> each.played(run));
    }
}
