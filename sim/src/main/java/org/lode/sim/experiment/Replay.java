package org.lode.sim.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lode.games.form.Game;
import org.lode.sim.results.Rows;
import org.lode.sim.results.RunRecorder;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;

/** One run of a result directory, computed again under observation. */
public final class Replay {
    private Replay() {}

    /**
     * What the run brought.
     *
     * @param row its row of runs.csv
     * @param same whether all rows on file are what it gave now, byte for byte
     */
    public record Repeated(String row, boolean same) {}

    /**
     * Repeats a run.
     *
     * @param alternatives is given one row for each actor, round and open strategy; see {@link Alternatives}
     * @throws IllegalArgumentException if the directory holds no such run, or the run failed
     */
    public static Repeated of(Path directory, long point, long replication, Rows alternatives) throws IOException {
        SweepPlan plan = SweepPlan.of(directory);
        PlanRuns.Result was = find(directory, point, replication);
        if (was == null) {
            throw new IllegalArgumentException("run (" + point + ":" + replication + ") must be POINT:REPLICATION with"
                    + " points " + plan.firstPoint() + " to " + (plan.firstPoint() + plan.points() - 1)
                    + " and replications 1 to " + plan.replications());
        }
        RunRecorder.Recorded then = was.rows();
        if (then == null) {
            throw new IllegalArgumentException("run (" + point + ":" + replication + ") failed: " + was.failure());
        }
        RunRecorder.Recorded now = new PlanRuns(plan, new PlanRuns.Bindings(plan))
                .watched(point, replication, new Alternatives(alternatives));
        boolean same = Arrays.equals(then.run(), now.run())
                && Arrays.equals(then.rounds(), now.rounds())
                && Arrays.equals(then.strategies(), now.strategies());
        return new Repeated(new String(now.run(), StandardCharsets.UTF_8).strip(), same);
    }

    private static PlanRuns.@Nullable Result find(Path directory, long point, long replication) throws IOException {
        try (var runs = new FinishedRuns(directory)) {
            for (PlanRuns.Result run = runs.next(); run != null; run = runs.next()) {
                if (run.point() == point && run.replication() == replication) {
                    return run;
                }
            }
            return null;
        }
    }

    /**
     * Writes what each actor could choose: in each round each open strategy with its payoff if all others repeat what they last
     * played, whether the actor played it last, and whether it chose it now.
     */
    private record Alternatives(Rows rows) implements Trace {
        @Override
        public void started(Simulation run) {
            rows.text("round").text("date").text("actor").text("strategy").text("payoff");
            rows.text("previous").text("chosen").end();
        }

        @Override
        public void chose(Simulation run) {
            var scenario = run.scenario();
            Game stage = run.stage();
            int[] profile = new int[scenario.choosers()];
            for (int i = 0; i < profile.length; i++) {
                profile[i] = run.previous(i);
            }
            for (int i = 0; i < profile.length; i++) {
                var actor = scenario.actors().get(i);
                for (int s = 0; s < actor.menu().size(); s++) {
                    if (run.open(i, s)) {
                        profile[i] = s;
                        rows.whole(run.round()).text(run.date().toString()).text(actor.id());
                        rows.text(actor.menu().get(s).id()).number(stage.payoff(i, profile));
                        rows.whole(run.previous(i) == s ? 1 : 0).whole(run.strategy(i) == s ? 1 : 0);
                        rows.end();
                    }
                }
                profile[i] = run.previous(i);
            }
        }
    }
}
