package org.lode.sim.calibrate;

import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Kind;

/** What one actor was seen to do, half-year by half-year without a gap. */
@Kind("actor-record")
public record ActorRecord(
        String id,
        String name,

        @Doc("file of the actor whose menu the strategies are on, relative to this file; none if it is not modelled")
        Optional<String> menu,

        @Doc("why it is not modelled; none if it is") Optional<String> unmodelled,

        @Doc("strategies that no menu has, proposed, with what they are") @Default("{}")
        Map<String, String> proposed,

        @Doc("one row a half-year, in order") List<HalfYear> halfYears) {
    private static final int MONTHS = 6;

    public ActorRecord {
        proposed = Collections.unmodifiableMap(new LinkedHashMap<>(proposed));
        halfYears = List.copyOf(halfYears);
        if (menu.isPresent() == unmodelled.isPresent()) {
            throw new IllegalArgumentException(id + " must have a menu, or say why it is unmodelled, and not both");
        }
        if (menu.isPresent() && !proposed.isEmpty()) {
            throw new IllegalArgumentException(
                    id + " has a menu, so its strategies belong there and proposed must be left out");
        }
        if (halfYears.isEmpty()) {
            throw new IllegalArgumentException("halfYears of " + id + " (none) must be at least one");
        }
        for (int row = 1; row < halfYears.size(); row++) {
            YearMonth next = halfYears.get(row - 1).date().plusMonths(MONTHS);
            if (!halfYears.get(row).date().equals(next)) {
                throw new IllegalArgumentException("date (" + halfYears.get(row).date() + ") of row " + (row + 1)
                        + " of " + id + " must be the half-year after the row before, " + next);
            }
        }
    }

    /**
     * One half-year: what held at its end, and the course chosen last in it and held for at least four weeks.
     *
     * @param date its first month
     * @param strategy an id of the actor's menu, or of those proposed
     */
    public record HalfYear(
            YearMonth date,
            String strategy,

            @Doc("the reading that comes next, where another strategy could be read into the same acts")
            Optional<String> rival,

            @Doc("how sure the event is") Sure sure,
            @Doc("clubs and forums it is in") @Default("[]") List<String> membership,
            @Doc("how the state buys") @Default("[]") List<String> buying,

            @Doc("instruments in force, with target and minerals after colons where they have any") @Default("[]")
            List<String> instruments,

            String event,
            String source) {
        private static final int FIRST = 1;
        private static final int SECOND = 7;

        public HalfYear {
            membership = List.copyOf(membership);
            buying = List.copyOf(buying);
            instruments = List.copyOf(instruments);
            if (date.getMonthValue() != FIRST && date.getMonthValue() != SECOND) {
                throw new IllegalArgumentException(
                        "date (" + date + ") must be January or July, the first month of a half-year");
            }
            if (rival.isPresent() && rival.get().equals(strategy)) {
                throw new IllegalArgumentException("rival (" + strategy + ") of " + date + " must be another strategy");
            }
        }

        /** The half-year as people write it, such as 2010H1. */
        public String halfYear() {
            return date.getYear() + (date.getMonthValue() == FIRST ? "H1" : "H2");
        }
    }

    /** Whether the strategy is another than in the row before; false in the first row. */
    public boolean switched(int row) {
        return row > 0
                && !halfYears.get(row).strategy().equals(halfYears.get(row - 1).strategy());
    }

    /** Whether strategy, memberships, buying or instruments differ from the row before; false in the first row. */
    public boolean changed(int row) {
        if (row == 0) {
            return false;
        }
        HalfYear now = halfYears.get(row);
        HalfYear before = halfYears.get(row - 1);
        return switched(row)
                || !now.membership().equals(before.membership())
                || !now.buying().equals(before.buying())
                || !now.instruments().equals(before.instruments());
    }
}
