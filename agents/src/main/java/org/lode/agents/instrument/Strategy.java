package org.lode.agents.instrument;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/**
 * A named bundle of instrument settings on an actor's menu, open in a span of dates.
 *
 * @param id the name in configuration, results and tables
 * @param name a phrase for people
 * @param from first month in which it may be chosen
 * @param until last month in which it may be chosen
 * @param options the option it takes of each list of moves; its own id where the menu lists bundles
 * @param settings what it sets
 */
public record Strategy(
        String id, String name, YearMonth from, YearMonth until, List<String> options, Settings settings) {
    /** A bundle of its own. */
    public Strategy(String id, String name, YearMonth from, YearMonth until, Settings settings) {
        this(id, name, from, until, List.of(id), settings);
    }

    public Strategy {
        Objects.requireNonNull(id);
        options = List.copyOf(options);
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("until (" + until + ") must not be before from (" + from + ")");
        }
    }

    /** In how many lists of moves it takes another option than {@code other}; 0 if they are one and the same. */
    public int steps(Strategy other) {
        int steps = 0;
        for (int list = 0; list < options.size(); list++) {
            steps += options.get(list).equals(other.options.get(list)) ? 0 : 1;
        }
        return steps;
    }

    /** Whether it may be chosen in {@code month}. */
    public boolean open(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(until);
    }
}
