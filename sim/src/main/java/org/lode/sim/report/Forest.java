package org.lode.sim.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;
import org.lode.sim.analysis.Comparison.Verdict;
import org.lode.sim.analysis.Decimals;

/**
 * Effects with their intervals, one under the other, on an axis with zero in its middle; dashed lines at the bound within which
 * they do not matter.
 *
 * @param limit end of the axis; what lies beyond is cut off with an arrow
 */
record Forest(String title, List<Row> rows, double bound, double limit) implements Plate {
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final int LINE = 17;
    private static final int TOP = 34;
    private static final int FOOT = 44;
    private static final int NAMES = 190;
    private static final int PLOT = 380;
    private static final int LEGEND = 110;

    /**
     * One effect.
     *
     * @param low NaN where there is no interval
     */
    record Row(String name, double effect, double low, double high, Verdict verdict) {}

    Forest {
        rows = List.copyOf(rows);
    }

    @Override
    public int width() {
        return NAMES + PLOT + LEGEND;
    }

    @Override
    public int height() {
        return TOP + LINE * rows.size() + FOOT;
    }

    private double x(double effect) {
        return NAMES + PLOT * (0.5 + Math.max(-limit, Math.min(limit, effect)) / (2 * limit));
    }

    private static Color colour(Verdict verdict) {
        return switch (verdict) {
            case IDENTICAL -> Palette.INK;
            case EQUIVALENT -> Palette.GREEN;
            case DIFFERENT -> Palette.VERMILION;
            case CANNOT_TELL -> Palette.ORANGE;
        };
    }

    @Override
    public void paint(Graphics2D page) {
        page.setColor(Palette.INK);
        page.setFont(TITLE);
        page.drawString(title, NAMES, 18);
        page.setFont(LABEL);
        FontMetrics metrics = page.getFontMetrics();
        int bottom = TOP + LINE * rows.size();
        for (int tick = -2; tick <= 2; tick++) {
            double at = limit * tick / 2;
            int x = (int) Math.rint(x(at));
            page.setStroke(new BasicStroke(tick == 0 ? 1f : 0.6f));
            page.setColor(tick == 0 ? Palette.GREY : Palette.GRID);
            page.drawLine(x, TOP - 6, x, bottom);
            String label = Decimals.three(at);
            page.setColor(Palette.INK);
            page.drawString(label, x - metrics.stringWidth(label) / 2, bottom + 16);
        }
        page.setColor(Palette.INK);
        page.setStroke(new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 3}, 0));
        for (double side : new double[] {-bound, bound}) {
            int x = (int) Math.rint(x(side));
            page.drawLine(x, TOP - 6, x, bottom);
        }
        String axis = "difference, B - A, in pooled standard deviations";
        page.drawString(axis, NAMES + PLOT / 2 - metrics.stringWidth(axis) / 2, bottom + 34);
        for (int r = 0; r < rows.size(); r++) {
            row(page, metrics, rows.get(r), TOP + LINE * r + LINE / 2);
        }
        int y = TOP + 4;
        for (Verdict verdict : Verdict.values()) {
            page.setColor(colour(verdict));
            page.fillOval(NAMES + PLOT + 14, y - 4, 8, 8);
            page.setColor(Palette.INK);
            page.drawString(verdict.toString(), NAMES + PLOT + 28, y + 4);
            y += LINE;
        }
    }

    private void row(Graphics2D page, FontMetrics metrics, Row row, int y) {
        page.setColor(Palette.INK);
        page.drawString(row.name, NAMES - 10 - metrics.stringWidth(row.name), y + 4);
        page.setColor(colour(row.verdict));
        if (!Double.isNaN(row.low)) {
            page.setStroke(new BasicStroke(1.6f));
            page.drawLine((int) Math.rint(x(row.low)), y, (int) Math.rint(x(row.high)), y);
        }
        int x = (int) Math.rint(x(row.effect));
        if (Math.abs(row.effect) > limit) {
            int back = row.effect > 0 ? -8 : 8;
            page.fillPolygon(new int[] {x, x + back, x + back}, new int[] {y, y - 5, y + 5}, 3);
        } else {
            page.fillOval(x - 4, y - 4, 8, 8);
        }
    }
}
