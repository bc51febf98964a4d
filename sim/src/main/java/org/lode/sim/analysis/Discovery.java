package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.List;
import org.lode.games.format.Numbers;
import org.lode.sim.results.Rows;

/** Boxes and tree of one outcome. */
public record Discovery(Cases cases, List<Prim.Found> boxes, Tree.Grown tree) {
    public Discovery {
        boxes = List.copyOf(boxes);
    }

    /** Looks for both. */
    public static Discovery of(Cases cases, Prim prim, Tree tree) {
        return new Discovery(cases, prim.find(cases), tree.grow(cases));
    }

    /** Mean of the outcome over all points. */
    public double overall() {
        return cases.total() / cases.count();
    }

    /** A limit as a rule: {@code 0.2 <= a <= 0.4}, {@code rule in x|y}. */
    public static String rule(Prim.Limit limit) {
        if (!limit.words().isEmpty()) {
            return limit.factor() + (limit.words().size() == 1 ? " = " : " in ") + String.join("|", limit.words());
        }
        String low = Double.isInfinite(limit.low()) ? "" : Decimals.three(limit.low()) + " <= ";
        String high = Double.isInfinite(limit.high()) ? "" : " <= " + Decimals.three(limit.high());
        return low.isEmpty()
                ? limit.factor() + high
                : high.isEmpty() ? limit.factor() + " >= " + Decimals.three(limit.low()) : low + limit.factor() + high;
    }

    /** Where a limit lies between the least and the largest value of its factor, 0 to 1; all of it for words. */
    public double[] within(Prim.Limit limit) {
        int factor = cases.factors().indexOf(limit.factor());
        double[] span = cases.span(factor);
        double width = span[1] > span[0] ? span[1] - span[0] : 1;
        return limit.words().isEmpty()
                ? new double[] {
                    Math.max(0, (limit.low() - span[0]) / width), Math.min(1, (limit.high() - span[0]) / width)
                }
                : new double[] {0, (double) limit.words().size() / cases.words(factor)};
    }

    /** One row for each limit of each box. */
    public Rows boxRows() {
        var rows = new Rows()
                .texts(List.of(
                        "box", "coverage", "density", "mass", "cases", "factor", "low", "high", "words", "quasiP"))
                .end();
        for (int b = 0; b < boxes.size(); b++) {
            Prim.Found box = boxes.get(b);
            for (Prim.Limit limit : box.limits()) {
                rows.whole(b + 1L)
                        .number(box.step().coverage())
                        .number(box.step().density());
                rows.number(box.step().mass()).whole(box.cases()).text(limit.factor());
                rows.number(Double.isInfinite(limit.low()) ? Double.NaN : limit.low());
                rows.number(Double.isInfinite(limit.high()) ? Double.NaN : limit.high());
                rows.text(String.join("|", limit.words())).number(limit.quasi()).end();
            }
        }
        return rows;
    }

    /** The peeling path of each box. */
    public Rows pathRows() {
        var rows = new Rows()
                .texts(List.of("box", "step", "coverage", "density", "mass", "limits", "chosen"))
                .end();
        for (int b = 0; b < boxes.size(); b++) {
            Prim.Found box = boxes.get(b);
            for (int s = 0; s < box.path().size(); s++) {
                Prim.Step step = box.path().get(s);
                rows.whole(b + 1L).whole(s).number(step.coverage()).number(step.density());
                rows.number(step.mass())
                        .whole(step.limited())
                        .whole(s == box.chosen() ? 1 : 0)
                        .end();
            }
        }
        return rows;
    }

    /** The leaves of the tree, the one with most of the outcome first. */
    public List<Tree.Leaf> leaves() {
        List<Tree.Leaf> leaves = new ArrayList<>(tree.root().leaves());
        leaves.sort(java.util.Comparator.comparingDouble(leaf -> -leaf.mean()));
        return leaves;
    }

    /** One row for each leaf. */
    public Rows treeRows() {
        var rows = new Rows()
                .texts(List.of("leaf", "density", "coverage", "mass", "cases", "rules"))
                .end();
        long number = 0;
        for (Tree.Leaf leaf : leaves()) {
            rows.whole(++number).number(leaf.mean()).number(coverage(leaf));
            rows.number((double) leaf.cases() / cases.count()).whole(leaf.cases());
            rows.text(String.join(" and ", leaf.rules())).end();
        }
        return rows;
    }

    /** Share of all of the outcome that lies in a leaf. */
    public double coverage(Tree.Leaf leaf) {
        return leaf.mean() * leaf.cases() / cases.total();
    }

    /** What was found, in lines. */
    public List<String> text(int width) {
        List<String> lines = new ArrayList<>();
        lines.add(cases.outcome() + ": holds in " + Decimals.percent(overall()) + " of the runs, over " + cases.count()
                + " points");
        if (boxes.isEmpty()) {
            lines.add("no box is denser than the whole");
        }
        for (int b = 0; b < boxes.size(); b++) {
            Prim.Found box = boxes.get(b);
            lines.add("");
            lines.add(
                    "box " + (b + 1) + ": coverage " + Decimals.fixed(box.step().coverage(), 3) + ", density "
                            + Decimals.fixed(box.step().density(), 3) + ", " + box.cases() + " points ("
                            + Decimals.percent(box.step().mass()) + "); step " + box.chosen() + " of "
                            + (box.path().size() - 1) + " of the peeling");
            var table = new TextTable("limit", ">quasi-p");
            box.limits().forEach(limit -> table.row(rule(limit), probability(limit.quasi())));
            lines.addAll(table.lines(width, "  "));
        }
        lines.add("");
        Tree.Tried tried = tree.tried().get(tree.depth());
        lines.add("tree of depth " + tree.depth() + ": mean squared error in cross-validation "
                + Decimals.fixed(tried.error(), 4) + ", without splits "
                + Decimals.fixed(tree.tried().get(0).error(), 4));
        var table = new TextTable(">density", ">coverage", ">points", "rules");
        for (Tree.Leaf leaf : leaves()) {
            table.row(
                    Decimals.fixed(leaf.mean(), 3),
                    Decimals.fixed(coverage(leaf), 3),
                    Integer.toString(leaf.cases()),
                    leaf.rules().isEmpty() ? "(all)" : String.join(" and ", leaf.rules()));
        }
        lines.addAll(table.lines(width, "  "));
        return lines;
    }

    static String probability(double p) {
        return p < 0.0001 ? "<0.0001" : Numbers.text(Math.rint(p * 1e4) / 1e4);
    }
}
