package org.lode.sim.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.sim.analysis.Decimals;
import org.lode.sim.analysis.StageActor;
import org.lode.sim.analysis.TextTable;
import org.lode.sim.results.Rows;

/** Prints how the actors stand in a stage game: scale, interaction share, dominant strategy. */
final class ActorPrint {
    private ActorPrint() {}

    static void text(PrintWriter out, List<StageActor> actors, int width) {
        var table = new TextTable("actor", ">scale", ">interaction", "strictly dominant");
        int least = 0;
        int dominant = 0;
        boolean known = true;
        for (StageActor actor : actors) {
            known &= actor.known();
            least += actor.least() ? 1 : 0;
            dominant += actor.dominant().isEmpty() ? 0 : 1;
            table.row(
                    actor.actor(),
                    Decimals.three(actor.scale()) + (actor.least() ? " (least)" : ""),
                    Double.isNaN(actor.interaction()) ? "-" : Decimals.fixed(actor.interaction(), 2),
                    !actor.known() ? "not known" : actor.dominant().isEmpty() ? "none" : actor.dominant());
        }
        table.lines(width, "  ").forEach(out::println);
        double median = StageActor.interaction(actors);
        String said = (known ? "Strictly dominant strategies: " + dominant + " of " + actors.size() : "")
                + (Double.isNaN(median) ? "" : "; median interaction share " + Decimals.fixed(median, 2) + ".")
                + (least > 0 ? " The least scale binds for " + least + "." : "");
        TextTable.wrap(said.strip(), width).forEach(out::println);
    }

    static void csv(PrintWriter out, List<StageActor> actors) {
        Rows rows = new Rows()
                .texts(List.of("actor", "scale", "leastScale", "interaction", "dominant"))
                .end();
        for (StageActor actor : actors) {
            rows.text(actor.actor()).number(actor.scale()).whole(actor.least() ? 1 : 0);
            rows.number(actor.interaction()).text(actor.dominant()).end();
        }
        out.print(rows);
    }

    /** For a tree of JSON: one map for each actor; what is not known is left out. */
    static List<Object> json(List<StageActor> actors) {
        List<Object> list = new ArrayList<>();
        for (StageActor actor : actors) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("actor", actor.actor());
            one.put("scale", actor.scale());
            one.put("leastScale", actor.least());
            if (!Double.isNaN(actor.interaction())) {
                one.put("interaction", actor.interaction());
            }
            if (!actor.dominant().isEmpty()) {
                one.put("dominant", actor.dominant());
            }
            list.add(one);
        }
        return list;
    }
}
