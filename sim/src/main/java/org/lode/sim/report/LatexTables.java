package org.lode.sim.report;

import java.util.List;
import org.lode.agents.actor.Actor;
import org.lode.agents.instrument.Strategy;
import org.lode.sim.analysis.Decimals;
import org.lode.sim.config.Provenance;
import org.lode.sim.world.MineralData;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader;

/** A scenario's tables for a paper, for the LaTeX packages booktabs and longtable. */
public final class LatexTables {
    private LatexTables() {}

    /** Actors with their strategies, and minerals; every parameter too where asked for. */
    public static String of(ScenarioReader.Loaded loaded, boolean withParameters) {
        var out = new StringBuilder();
        strategies(out, loaded.scenario());
        minerals(out, loaded.scenario());
        if (withParameters) {
            parameters(out, loaded.parameters().parameters());
        }
        return out.toString();
    }

    private static void strategies(StringBuilder out, Scenario scenario) {
        var menus = new Menus(scenario);
        begin(out, "Actors and their strategies.", "strategies", "llp{.62\\textwidth}", "actor & strategy & settings");
        for (Actor actor : scenario.actors()) {
            for (int s = 0; s < actor.menu().size(); s++) {
                Strategy strategy = actor.menu().get(s);
                row(out, s == 0 ? actor.id() : "", strategy.id(), menus.text(strategy));
            }
        }
        end(out);
    }

    private static void minerals(StringBuilder out, Scenario scenario) {
        begin(
                out,
                "Minerals at the base round: prices in USD/kg, demand in t a year, capacity in the dominant supplier.",
                "minerals",
                "lrrrrrr",
                "mineral & home price & pool price & demand & mined & refined & producers");
        for (int m = 0; m < scenario.mineralCount(); m++) {
            MineralData mineral = scenario.mineral(m);
            String dominant = mineral.dominant().orElse("-");
            row(
                    out,
                    mineral.name(),
                    Decimals.three(mineral.price().home()),
                    Decimals.three(mineral.price().pool()),
                    Decimals.three(mineral.demand().world()),
                    Description.hostShare(mineral, 0, dominant),
                    Description.hostShare(mineral, 1, dominant),
                    Integer.toString(mineral.producers().size()));
        }
        end(out);
    }

    private static void parameters(StringBuilder out, List<Provenance.Parameter> parameters) {
        begin(
                out,
                "Parameters.",
                "parameters",
                "p{.3\\textwidth}rlp{.14\\textwidth}p{.3\\textwidth}",
                "parameter & value & unit & range & source");
        for (Provenance.Parameter parameter : parameters) {
            var quantity = parameter.quantity();
            String range = quantity.hasRange()
                    ? Decimals.three(quantity.low()) + " to " + Decimals.three(quantity.high())
                    : "";
            String source = quantity.source();
            row(
                    out,
                    parameter.path(),
                    Decimals.three(quantity.value()),
                    quantity.unit().symbol(),
                    range,
                    source == null ? "" : source);
        }
        end(out);
    }

    private static void begin(StringBuilder out, String caption, String label, String columns, String header) {
        out.append("\\begin{longtable}{").append(columns).append("}\n");
        out.append("\\caption{").append(caption).append("}\\label{tab:").append(label);
        out.append("}\\\\\n\\toprule\n").append(header).append(" \\\\\n\\midrule\n\\endfirsthead\n");
        out.append("\\toprule\n").append(header).append(" \\\\\n\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n");
    }

    private static void end(StringBuilder out) {
        out.append("\\end{longtable}\n\n");
    }

    private static void row(StringBuilder out, String... cells) {
        for (int c = 0; c < cells.length; c++) {
            out.append(c == 0 ? "" : " & ").append(escaped(cells[c]));
        }
        out.append(" \\\\\n");
    }

    /** Text with LaTeX's special characters escaped. */
    static String escaped(String text) {
        var out = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '&', '%', '$', '#', '_', '{', '}' -> out.append('\\').append(c);
                case '\\' -> out.append("\\textbackslash{}");
                case '~' -> out.append("\\textasciitilde{}");
                case '^' -> out.append("\\textasciicircum{}");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
