package org.lode.sim.lockin;

import java.util.List;
import org.lode.sim.config.Above;
import org.lode.sim.config.Binder;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Max;
import org.lode.sim.config.Min;

/**
 * The block {@code lockin} of a scenario: how lock-in is measured. All may be left out.
 *
 * @param replications unforced paths
 * @param histories of which forks are made: the first of the replications
 * @param level coverage of intervals
 * @param resamples of the bootstrap
 * @param metrics with their settings; empty for all that fit the scenario, as they are by default
 * @param reversals what is forced; empty for the usual ones: withdrawal, truce, dumping
 * @param ramps what is ramped; empty for the hegemon's first price floor
 */
public record LockInData(
        @Doc("unforced paths") @Min(2) @Max(10000000) @Default("200")
        int replications,

        @Doc("paths that are forked") @Min(2) @Max(1000000) @Default("24")
        int histories,

        @Doc("coverage of intervals") @Above(0) @Max(0.999) @Default("0.95")
        double level,

        @Doc("resamples of the bootstrap") @Min(1) @Max(1000000) @Default("1000")
        int resamples,

        @Doc("metrics with their settings; empty for all") @Default("[]")
        List<LockInMetric> metrics,

        @Doc("what is forced; empty for withdrawal, truce and dumping") @Default("[]")
        List<Reversal> reversals,

        @Doc("what is ramped; empty for the hegemon's first price floor") @Default("[]")
        List<RampData> ramps) {
    public LockInData {
        metrics = List.copyOf(metrics);
        reversals = List.copyOf(reversals);
        ramps = List.copyOf(ramps);
        if (histories > replications) {
            throw new IllegalArgumentException(
                    "histories (" + histories + ") must be at most replications (" + replications + ")");
        }
    }

    /** As it is where a scenario has no such block. */
    static LockInData usual() {
        return new LockInData(200, 24, 0.95, 1000, List.of(), List.of(), List.of());
    }

    /** The binder of this block. */
    public static Binder binder() {
        return new Binder()
                .family(
                        LockInMetric.class,
                        "metric",
                        LockInMetrics.ALL,
                        type -> LockInMetrics.name(type.asSubclass(LockInMetric.class)));
    }
}
