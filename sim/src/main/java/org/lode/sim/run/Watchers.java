package org.lode.sim.run;

import java.util.List;

/** Several that watch the same run, told in their order. */
public record Watchers(List<? extends Trace> all) implements Trace {
    public Watchers {
        all = List.copyOf(all);
    }

    @Override
    public void started(Simulation run) {
        all.forEach(each -> each.started(run));
    }

    @Override
    public void entered(Simulation run) {
        all.forEach(each -> each.entered(run));
    }

    @Override
    public void chose(Simulation run) {
        all.forEach(each -> each.chose(run));
    }

    @Override
    public void played(Simulation run) {
        all.forEach(each -> each.played(run));
    }

    @Override
    public void ended(Simulation run) {
        all.forEach(each -> each.ended(run));
    }
}
