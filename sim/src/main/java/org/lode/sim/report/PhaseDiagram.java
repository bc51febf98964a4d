package org.lode.sim.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.games.format.Numbers;
import org.lode.sim.analysis.Decimals;
import org.lode.sim.lockin.Regime;
import org.lode.sim.results.CsvTable;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.Rows;

/**
 * The phase diagram of a sweep over two factors: in each cell of their grid the regime in which most replications spend most
 * rounds, the paler the fewer they are. {@code figures/phase.csv} holds what is drawn.
 */
public final class PhaseDiagram {
    private static final int CELL = 40;
    private static final int LEFT = 90;
    private static final int TOP = 20;
    private static final int BELOW = 60;
    private static final int LEGEND = 150;

    private final List<String> factors;
    private final Map<Long, List<String>> places = new LinkedHashMap<>();
    private final Map<Long, int[]> counts = new LinkedHashMap<>();

    private PhaseDiagram(List<String> factors) {
        this.factors = factors;
    }

    /**
     * Draws the diagram into a result directory, if its design is a full grid of two factors.
     *
     * @param design name of the table of points
     * @return the files written; none for another design
     */
    public static List<Path> write(Path directory, String design) throws IOException {
        if (!Files.exists(directory.resolve(design))) {
            return List.of();
        }
        try (CsvTable points = CsvTable.open(directory.resolve(design))) {
            if (points.columns().size() != 3) {
                return List.of();
            }
            var diagram = new PhaseDiagram(points.columns().subList(1, 3));
            while (points.next()) {
                diagram.places.put((long) points.number(0), List.of(points.text(1), points.text(2)));
                diagram.counts.put((long) points.number(0), new int[Regime.values().length]);
            }
            return diagram.full() ? diagram.draw(directory) : List.of();
        }
    }

    private List<String> levels(int factor) {
        return places.values().stream()
                .map(place -> place.get(factor))
                .distinct()
                .toList();
    }

    private boolean full() {
        return levels(0).size() > 1
                && levels(1).size() > 1
                && levels(0).size() * levels(1).size() == places.size()
                && places.values().stream().distinct().count() == places.size();
    }

    private List<Path> draw(Path directory) throws IOException {
        try (CsvTable runs = CsvTable.open(directory.resolve(ResultFiles.RUNS))) {
            int point = runs.column("point");
            int status = runs.column("status");
            int regime = runs.column("regimeModal");
            while (runs.next()) {
                int[] row = counts.get((long) runs.number(point));
                if (row != null && runs.text(status).equals("ok")) {
                    row[Regime.of(runs.text(regime)).ordinal()]++;
                }
            }
        }
        Path figures = Files.createDirectories(directory.resolve("figures"));
        Path csv = figures.resolve("phase.csv");
        Path svg = figures.resolve("phase.svg");
        Rows rows = new Rows()
                .text("point")
                .texts(factors)
                .text("regime")
                .text("share")
                .text("n")
                .end();
        places.forEach((point, place) -> {
            int[] row = counts.getOrDefault(point, new int[Regime.values().length]);
            int n = sum(row);
            rows.whole(point).texts(place).text(n == 0 ? "" : Regime.values()[modal(row)].id());
            rows.number(n == 0 ? Double.NaN : (double) row[modal(row)] / n)
                    .whole(n)
                    .end();
        });
        Files.write(csv, rows.bytes());
        Files.writeString(svg, picture());
        return List.of(csv, svg);
    }

    private static int sum(int[] row) {
        int n = 0;
        for (int count : row) {
            n += count;
        }
        return n;
    }

    /** The largest count; of equal ones the first. */
    private static int modal(int[] row) {
        int best = 0;
        for (int r = 1; r < row.length; r++) {
            best = row[r] > row[best] ? r : best;
        }
        return best;
    }

    private String picture() {
        List<String> across = levels(1);
        List<String> up = levels(0);
        int width = LEFT + CELL * across.size() + LEGEND;
        int height = TOP + CELL * up.size() + BELOW;
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\""
                + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" font-family=\"sans-serif\" font-size=\"11\" fill=\""
                + colour(Palette.INK.getRGB()) + "\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        List<Integer> seen = new ArrayList<>();
        places.forEach((point, place) -> {
            int[] row = counts.getOrDefault(point, new int[Regime.values().length]);
            int x = LEFT + CELL * across.indexOf(place.get(1));
            int y = TOP + CELL * (up.size() - 1 - up.indexOf(place.get(0)));
            if (sum(row) > 0) {
                int regime = modal(row);
                if (!seen.contains(regime)) {
                    seen.add(regime);
                }
                double share = (double) row[regime] / sum(row);
                svg.append(rect(x, y, CELL, regime, share));
                svg.append(text(x + CELL / 2, y + CELL / 2 + 4, "middle", Decimals.fixed(100 * share, 0)));
            }
        });
        int bottom = TOP + CELL * up.size();
        for (int i = 0; i < across.size(); i++) {
            svg.append(text(LEFT + CELL * i + CELL / 2, bottom + 16, "middle", label(across.get(i))));
        }
        for (int i = 0; i < up.size(); i++) {
            svg.append(text(LEFT - 6, bottom - CELL * i - CELL / 2 + 4, "end", label(up.get(i))));
        }
        svg.append(text(LEFT + CELL * across.size() / 2, bottom + 40, "middle", factors.get(1)));
        int middle = TOP + CELL * up.size() / 2;
        svg.append("<text transform=\"translate(20 " + middle + ") rotate(-90)\" text-anchor=\"middle\">"
                + escaped(factors.get(0)) + "</text>\n");
        seen.sort(null);
        int right = LEFT + CELL * across.size() + 16;
        for (int i = 0; i < seen.size(); i++) {
            svg.append(rect(right, TOP + 22 * i, 14, seen.get(i), 1));
            svg.append(text(right + 20, TOP + 22 * i + 11, "start", Regime.values()[seen.get(i)].id()));
        }
        svg.append(text(right, TOP + 22 * seen.size() + 16, "start", "numbers: % of runs"));
        return svg.append("</svg>\n").toString();
    }

    private static String rect(int x, int y, int size, int regime, double share) {
        return "<rect x=\"" + x + "\" y=\"" + y + "\" width=\"" + size + "\" height=\"" + size + "\" fill=\""
                + colour(Palette.of(Regime.values()[regime]).getRGB()) + "\" fill-opacity=\""
                + Decimals.fixed(0.25 + 0.75 * share, 2) + "\" stroke=\"#ffffff\"/>\n";
    }

    private static String text(int x, int y, String anchor, String text) {
        return "<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\">" + escaped(text) + "</text>\n";
    }

    private static String colour(int rgb) {
        return "#" + Integer.toHexString(0x1000000 | (rgb & 0xffffff)).substring(1);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String label(String level) {
        try {
            String three = Decimals.three(Double.parseDouble(level));
            return three.length() < level.length() ? three : Numbers.text(Double.parseDouble(level));
        } catch (NumberFormatException e) {
            return level.length() > 12 ? level.substring(0, 11) + "\u2026" : level;
        }
    }
}
