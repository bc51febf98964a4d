package org.lode.sim.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lode.games.coalition.MembershipGame;
import org.lode.games.coalition.MembershipTable;
import org.lode.games.coalition.NearMiss;
import org.lode.games.coalition.Stability;
import org.lode.games.coalition.Ties;
import org.lode.games.coalition.Transfer;
import org.lode.games.format.Numbers;
import org.lode.sim.analysis.TextTable;

/**
 * What {@code lode club} prints of a club.
 *
 * @param names of the actors, in the order of their bits
 * @param least tariff for full participation; empty if there is none or the club has no tariff
 * @param keeps the least tariff that keeps each actor in a club of all; empty for a club without a tariff
 * @param looks at each tariff
 */
record ClubStudy(List<String> names, OptionalDouble least, List<OptionalDouble> keeps, List<Look> looks) {
    private static final String COLUMNS =
            "row,tariff,members,size,welfare,toMembers,fromMembers,toOutsiders,actor,switch,gain";

    /** Smaller numbers are rounding; the text shows them as 0. */
    private static final double NOTHING = 1e-12;

    ClubStudy {
        names = List.copyOf(names);
        keeps = List.copyOf(keeps);
        looks = List.copyOf(looks);
    }

    /**
     * A membership and its money, in the file's unit.
     *
     * @param kind stable, near or full
     * @param welfare sum of all payoffs, members and outsiders
     * @param pay what keeps everybody where it is
     * @param mover who alone switches; null if nobody or several do, or it is not a near miss
     */
    record Row(String kind, long members, double welfare, Transfer pay, Stability.@Nullable Deviation mover) {
        static Row of(String kind, MembershipGame game, long members, Stability.@Nullable Deviation mover) {
            double welfare = 0;
            for (int actor = 0; actor < game.actors(); actor++) {
                welfare += game.payoff(actor, members);
            }
            return new Row(kind, members, welfare, Transfer.of(game, members), mover);
        }
    }

    /**
     * The club at one tariff.
     *
     * @param tariff share of the value of trade; empty for a club without one
     * @param rows stable memberships, then near misses, then the club of all
     */
    record Look(OptionalDouble tariff, int actors, List<Row> rows) {
        Look {
            rows = List.copyOf(rows);
        }

        static Look of(OptionalDouble tariff, MembershipGame game, Ties ties, double tolerance, int near) {
            List<Row> rows = new ArrayList<>();
            Arrays.stream(Stability.stable(game, ties, tolerance))
                    .forEach(members -> rows.add(Row.of("stable", game, members, null)));
            NearMiss.of(game, ties, tolerance, near)
                    .forEach(miss -> rows.add(Row.of("near", game, miss.members(), miss.deviation())));
            rows.add(Row.of("full", game, (1L << game.actors()) - 1, null));
            return new Look(tariff, game.actors(), rows);
        }

        long stable() {
            return rows.stream().filter(row -> row.kind().equals("stable")).count();
        }
    }

    /** Who binds: the actors that only the least tariff for full participation keeps. */
    private List<String> binding() {
        return IntStream.range(0, keeps.size())
                .filter(actor -> least.isPresent()
                        && keeps.get(actor).isPresent()
                        && keeps.get(actor).getAsDouble() >= least.getAsDouble() * (1 - 1e-12)
                        && least.getAsDouble() > 0)
                .mapToObj(names::get)
                .toList();
    }

    /** Who leaves a club of all at any tariff. */
    private List<String> lost() {
        return IntStream.range(0, keeps.size())
                .filter(actor -> keeps.get(actor).isEmpty())
                .mapToObj(names::get)
                .toList();
    }

    List<String> text(int width) {
        List<String> lines = new ArrayList<>();
        if (!keeps.isEmpty()) {
            String all = names.size() + " actors. Least tariff for full participation: ";
            String answer = least.isEmpty()
                    ? "none; no tariff keeps " + String.join(", ", lost()) + ", which exports nothing"
                    : "t* = " + shown(least.getAsDouble())
                            + (binding().isEmpty()
                                    ? ""
                                    : " of the value of trade; it keeps " + String.join(", ", binding()));
            lines.addAll(TextTable.wrap(all + answer + ".", width));
        }
        for (Look look : looks) {
            lines.add("");
            String at = look.tariff().isPresent()
                    ? "At a tariff of " + shown(look.tariff().getAsDouble()) + ": "
                    : "";
            lines.add(at + look.stable() + " of " + (1L << look.actors()) + " memberships are stable.");
            var table = new TextTable(
                    "",
                    ">size",
                    ">welfare",
                    ">members need",
                    ">can give",
                    ">to keep others out",
                    "who moves",
                    "members");
            for (Row row : look.rows()) {
                table.row(
                        row.kind(),
                        String.valueOf(Long.bitCount(row.members())),
                        shown(row.welfare()),
                        shown(row.pay().toMembers()),
                        shown(row.pay().fromMembers()),
                        shown(row.pay().toOutsiders()),
                        mover(row),
                        row.members() == 0 ? "nobody" : members(row).replace(";", " "));
            }
            lines.addAll(table.lines(width, "  "));
        }
        return lines;
    }

    private String mover(Row row) {
        Stability.Deviation mover = row.mover();
        return mover == null
                ? ""
                : names.get(mover.actor()) + (mover.member() ? " leaves" : " joins") + " for " + shown(mover.gain());
    }

    private static String shown(double value) {
        double rounded = new BigDecimal(value)
                .round(new MathContext(6, RoundingMode.HALF_EVEN))
                .doubleValue();
        return Numbers.text(Math.abs(value) < NOTHING ? 0 : rounded);
    }

    private String members(Row row) {
        return MembershipTable.text(names, row.members());
    }

    List<String> csv() {
        List<String> lines = new ArrayList<>();
        lines.add(COLUMNS);
        if (!keeps.isEmpty()) {
            String all = MembershipTable.text(names, (1L << names.size()) - 1);
            List<String> who = least.isPresent() ? binding() : lost();
            lines.add(String.join(
                    ",",
                    "tStar",
                    number(least),
                    quoted(all),
                    String.valueOf(names.size()),
                    ",,,",
                    quoted(String.join(";", who)),
                    ","));
        }
        for (Look look : looks) {
            for (Row row : look.rows()) {
                Stability.Deviation mover = row.mover();
                lines.add(String.join(
                        ",",
                        row.kind(),
                        number(look.tariff()),
                        quoted(members(row)),
                        String.valueOf(Long.bitCount(row.members())),
                        Numbers.text(row.welfare()),
                        Numbers.text(row.pay().toMembers()),
                        Numbers.text(row.pay().fromMembers()),
                        Numbers.text(row.pay().toOutsiders()),
                        mover == null ? "" : quoted(names.get(mover.actor())),
                        mover == null ? "" : mover.member() ? "leaves" : "joins",
                        mover == null ? "" : Numbers.text(mover.gain())));
            }
        }
        return lines;
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Numbers.text(value.getAsDouble()) : "";
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\n\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("actors", names);
        if (!keeps.isEmpty()) {
            tree.put("tStar", least.isPresent() ? (Object) least.getAsDouble() : "none");
            tree.put("binding", least.isPresent() ? binding() : lost());
        }
        List<Object> list = new ArrayList<>();
        for (Look look : looks) {
            Map<String, Object> one = new LinkedHashMap<>();
            look.tariff().ifPresent(tariff -> one.put("tariff", tariff));
            for (String kind : List.of("stable", "near", "full")) {
                one.put(
                        kind,
                        look.rows().stream()
                                .filter(row -> row.kind().equals(kind))
                                .map(this::tree)
                                .toList());
            }
            list.add(one);
        }
        tree.put("looks", list);
        return tree;
    }

    private Map<String, Object> tree(Row row) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "members",
                IntStream.range(0, names.size())
                        .filter(actor -> MembershipGame.isMember(actor, row.members()))
                        .mapToObj(names::get)
                        .toList());
        tree.put("welfare", row.welfare());
        tree.put("toMembers", row.pay().toMembers());
        tree.put("fromMembers", row.pay().fromMembers());
        tree.put("toOutsiders", row.pay().toOutsiders());
        Stability.Deviation mover = row.mover();
        if (mover != null) {
            tree.put("actor", names.get(mover.actor()));
            tree.put("switch", mover.member() ? "leaves" : "joins");
            tree.put("gain", mover.gain());
        }
        return tree;
    }
}
