package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lode.agents.decide.DecisionRules;
import org.lode.agents.decide.Scripted;

/** Who plays what at the end of a run, how often it changed course, and why: a line for each actor. */
final class WhyLines {
    private static final String SCRIPTED = DecisionRules.name(Scripted.class);

    private WhyLines() {}

    /** The lines; none where nobody's strategies were recorded. */
    static List<String> of(Recorded recorded, List<Why> all, int width) {
        List<String> lines = new ArrayList<>();
        if (recorded.actors().isEmpty()) {
            return lines;
        }
        int last = all.stream().mapToInt(Why::round).max().orElse(-1);
        lines.add("Who plays what at the end, how often each changed course" + (last < 0 ? "" : ", and why"));
        var table = new TextTable("", "at the end", ">turns", last < 0 ? "" : heading(recorded, last));
        for (String actor : recorded.actors()) {
            String why = all.stream()
                    .filter(each -> each.round() == last && each.actor().equals(actor))
                    .map(WhyLines::sentence)
                    .findFirst()
                    .orElse("");
            table.row(actor, modal(recorded, actor), Decimals.fixed(turns(recorded, actor), 1), why);
        }
        lines.addAll(table.lines(width, "  "));
        if (last >= 0) {
            lines.addAll(TextTable.wrap(
                    "Gains are over its next best strategy, in units of its scale (USD bn a year), all others as they last"
                            + " played; it moves if what is named falls by the gain.",
                    width));
        }
        return lines;
    }

    private static String heading(Recorded recorded, int round) {
        return "in replication 1 of " + recorded.replications() + ", "
                + recorded.dates().get(round);
    }

    private static String modal(Recorded recorded, String actor) {
        int last = recorded.rounds() - 1;
        List<String> strategies = recorded.strategies(actor);
        int modal = 0;
        for (int s = 1; s < strategies.size(); s++) {
            modal = recorded.count(actor, s, last) > recorded.count(actor, modal, last) ? s : modal;
        }
        double share = (double) recorded.count(actor, modal, last) / recorded.replications();
        return strategies.get(modal) + " " + Decimals.percent(share);
    }

    /** Changes of strategy per replication, from the first round on. */
    private static double turns(Recorded recorded, String actor) {
        int turns = 0;
        for (int r = 0; r < recorded.replications(); r++) {
            for (int t = 1; t < recorded.rounds(); t++) {
                turns += recorded.played(actor, r, t) != recorded.played(actor, r, t - 1) ? 1 : 0;
            }
        }
        return (double) turns / recorded.replications();
    }

    private static String sentence(Why why) {
        String scripted = why.rule().equals(SCRIPTED) ? " as scripted" : "";
        if (why.next().isEmpty()) {
            return why.strategy() + scripted + ", nothing else is open";
        }
        boolean pays = why.gain() >= 0;
        String money = Double.isNaN(why.gainUsdBn()) ? "" : " (" + signed(why.gainUsdBn()) + " bn)";
        String by = why.component().isEmpty() ? "" : ": " + words(why.component()) + " " + gain(why.componentGain());
        return why.strategy() + scripted + " " + gain(why.gain()) + money + (pays ? " over " : " under ") + why.next()
                + by;
    }

    private static String gain(double scales) {
        return (scales >= 0 ? "+" : "") + Decimals.fixed(scales, 2);
    }

    private static String signed(double value) {
        return (value >= 0 ? "+" : "") + Decimals.three(value);
    }

    /** A component's name in words: valueAtRisk is value at risk. */
    private static String words(String camel) {
        return camel.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
