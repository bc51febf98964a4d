package org.lode.sim.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lode.sim.analysis.Decimals;
import org.lode.sim.analysis.Discovery;
import org.lode.sim.analysis.Prim;

/** The figure of a discovery: each box's peeling path and its limits within the factors' ranges; as SVG and PNG. */
public final class DiscoveryFigures {
    private static final int WIDE = 420;
    /** Room for so many limits at least, so that the path beside them is high enough. */
    private static final int ROWS = 9;

    private DiscoveryFigures() {}

    /**
     * Draws the boxes.
     *
     * @param directory which exists
     * @return the files written; none without a box
     */
    public static List<Path> write(Discovery discovery, Path directory) throws IOException {
        List<Path> written = new ArrayList<>();
        if (discovery.boxes().isEmpty()) {
            return written;
        }
        int rows = discovery.boxes().stream()
                .mapToInt(box -> box.limits().size())
                .max()
                .orElse(0);
        List<Plate> panels = new ArrayList<>();
        for (int b = 0; b < discovery.boxes().size(); b++) {
            Prim.Found box = discovery.boxes().get(b);
            Plot limits = limits(discovery, box, b, Math.max(ROWS, rows));
            panels.add(path(discovery, box, b, limits.height()));
            panels.add(limits);
        }
        SensitivityFigures.save(new Sheet(panels, 2), directory, "boxes", written);
        return written;
    }

    private static Plot path(Discovery discovery, Prim.Found box, int number, int height) {
        Plot plot = Plot.plane("box " + (number + 1) + ": peeling", "coverage", "density", WIDE, height);
        plot.with(0, 0).with(1, 1);
        for (Prim.Step step : box.path()) {
            plot.dot(step.coverage(), step.density(), Palette.series(step.limited()), "");
        }
        plot.dot(box.step().coverage(), box.step().density(), Palette.INK, "box " + (number + 1));
        box.path().stream()
                .map(Prim.Step::limited)
                .distinct()
                .sorted()
                .limit(6)
                .forEach(limited -> plot.legend(limited + (limited == 1 ? " factor" : ""), Palette.series(limited)));
        return plot.line(0, discovery.overall(), 1, discovery.overall(), Palette.GREY, true);
    }

    private static Plot limits(Discovery discovery, Prim.Found box, int number, int rows) {
        List<String> names = box.limits().stream().map(Discovery::rule).toList();
        Plot plot = Plot.rows(
                "box " + (number + 1) + ": coverage "
                        + Decimals.fixed(box.step().coverage(), 2) + ", density "
                        + Decimals.fixed(box.step().density(), 2),
                "place in the range of the factor",
                names,
                rows,
                WIDE);
        plot.with(0, 0).with(1, 0);
        for (int row = 0; row < names.size(); row++) {
            Prim.Limit limit = box.limits().get(row);
            double[] ends = discovery.within(limit);
            plot.bar(0, 1, row, Palette.GRID);
            plot.bar(ends[0], ends[1], row, limit.quasi() <= 0.05 ? Palette.BLUE : Palette.SKY);
        }
        return plot.legend("quasi-p at most 0.05", Palette.BLUE).legend("above", Palette.SKY);
    }
}
