package org.lode.sim.report;

import java.util.List;
import org.lode.sim.analysis.Decimals;
import org.lode.sim.analysis.Discovery;
import org.lode.sim.analysis.Prim;
import org.lode.sim.analysis.Tree;

/** A discovery's boxes and leaves as tables for a paper, for the LaTeX package booktabs. */
public final class DiscoveryLatex {
    private DiscoveryLatex() {}

    /** Both tables. */
    public static String of(Discovery discovery) {
        String outcome = LatexTables.escaped(discovery.cases().outcome());
        var out = new StringBuilder();
        begin(
                out,
                "Boxes in which " + outcome + " is frequent.",
                "boxes",
                "rrrp{.4\\textwidth}r",
                "box & coverage & density & limit & quasi-$p$");
        for (int b = 0; b < discovery.boxes().size(); b++) {
            Prim.Found box = discovery.boxes().get(b);
            for (int l = 0; l < box.limits().size(); l++) {
                Prim.Limit limit = box.limits().get(l);
                row(
                        out,
                        List.of(
                                l == 0 ? Integer.toString(b + 1) : "",
                                l == 0 ? Decimals.fixed(box.step().coverage(), 3) : "",
                                l == 0 ? Decimals.fixed(box.step().density(), 3) : "",
                                rule(Discovery.rule(limit)),
                                limit.quasi() < 0.0001 ? "$<$0.0001" : Decimals.fixed(limit.quasi(), 4)));
            }
        }
        end(out);
        begin(out, "Tree of " + outcome + ".", "tree", "rrrp{.5\\textwidth}", "density & coverage & points & rules");
        for (Tree.Leaf leaf : discovery.leaves()) {
            row(
                    out,
                    List.of(
                            Decimals.fixed(leaf.mean(), 3),
                            Decimals.fixed(discovery.coverage(leaf), 3),
                            Integer.toString(leaf.cases()),
                            leaf.rules().isEmpty() ? "(all)" : rule(String.join(", ", leaf.rules()))));
        }
        end(out);
        return out.toString();
    }

    private static String rule(String text) {
        return LatexTables.escaped(text)
                .replace("<=", "$\\le$")
                .replace(">=", "$\\ge$")
                .replace(" > ", " $>$ ")
                .replace("|", " or ");
    }

    private static void begin(StringBuilder out, String caption, String label, String columns, String header) {
        out.append("\\begin{table}\n\\caption{")
                .append(caption)
                .append("}\\label{tab:")
                .append(label);
        out.append("}\n\\begin{tabular}{").append(columns).append("}\n\\toprule\n");
        out.append(header).append(" \\\\\n\\midrule\n");
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append(String.join(" & ", cells)).append(" \\\\\n");
    }

    private static void end(StringBuilder out) {
        out.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n\n");
    }
}
