package org.lode.sim.analysis;

import static org.lode.sim.config.Unit.ONE;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.lode.sim.config.Above;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Kind;

/** Observed strategies, the prior of the preferences behind them, and how components share a weight, as configured. */
@Kind("observed-strategies")
public record PreferenceData(
        String source,

        @Doc("one row a round of the scenario, from its start")
        List<HalfYear> halfYears,

        Prior prior,

        @Doc("components that share one estimated weight; the first group holds the treasury and is the measure")
        List<Group> groups) {
    /** Weights beyond this number cannot be told apart by a few dozen choices. */
    private static final int MOST_GROUPS = 8;

    public PreferenceData {
        halfYears = List.copyOf(halfYears);
        groups = List.copyOf(groups);
        if (halfYears.size() < 2) {
            throw new IllegalArgumentException(
                    "halfYears (" + halfYears.size() + ") must be at least 2, one to leave out and one to learn from");
        }
        for (HalfYear row : halfYears) {
            if (!row.play().keySet().equals(halfYears.get(0).play().keySet())) {
                throw new IllegalArgumentException("play of " + row.date() + " must name the actors of "
                        + halfYears.get(0).date());
            }
        }
        if (groups.isEmpty() || groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException("groups (" + groups.size() + ") must be from 1 to " + MOST_GROUPS);
        }
        if (!groups.get(0).components().contains("treasury")) {
            throw new IllegalArgumentException(
                    "the first group (" + groups.get(0).id() + ") must hold treasury");
        }
        var seen = new HashSet<String>();
        for (Group group : groups) {
            for (String component : group.components()) {
                if (!seen.add(component)) {
                    throw new IllegalArgumentException("component " + component + " must be in one group only");
                }
            }
        }
    }

    /** What each actor was seen to play in one half-year, by ids. */
    public record HalfYear(YearMonth date, Map<String, String> play, String source) {}

    /** The ridge: normal priors of logarithms, so that precision and weights stay positive. */
    public record Prior(
            @Doc("precision of choice before the data") @In(ONE) @Above(0)
            double precision,

            @Doc("standard deviation of its logarithm") @In(ONE) @Above(0)
            double precisionSd,

            @Doc("standard deviation of the logarithm of each weight, around the scenario's") @In(ONE) @Above(0)
            double weightSd,

            @Doc("standard deviation of an actor's log precision and log weights around the pooled ones")
            @In(ONE)
            @Above(0)
            double deviationSd) {}

    /** Components that share one estimated multiple of their weights in the scenario. */
    public record Group(String id, List<String> components) {}

    String[] actors() {
        return halfYears.get(0).play().keySet().stream().sorted().toArray(String[]::new);
    }
}
