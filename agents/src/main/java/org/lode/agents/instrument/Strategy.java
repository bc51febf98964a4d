package org.lode.agents.instrument;

import java.time.YearMonth;
import java.util.Objects;

/**
 * A named bundle of instrument settings on an actor's menu, open in a span of dates.
 *
 * @param id the name in configuration, results and tables
 * @param name a phrase for people
 * @param from first month in which it may be chosen
 * @param until last month in which it may be chosen
 * @param settings what it sets
 */
public record Strategy(String id, String name, YearMonth from, YearMonth until, Settings settings) {
    public Strategy {
        Objects.requireNonNull(id);
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("until (" + until + ") must not be before from (" + from + ")");
        }
    }

    /** Whether it may be chosen in {@code month}. */
    public boolean open(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(until);
    }
}
