package org.lode.sim.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.lode.sim.analysis.Decimals;

/** Marks in a plane, or in named rows, in the house style; both axes take what is in it, with round ticks. */
final class Plot implements Plate {
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final BasicStroke HAIR = new BasicStroke(0.6f);
    private static final BasicStroke LINE = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final int TOP = 30;
    private static final int BOTTOM = 40;
    private static final int RIGHT = 16;
    private static final int AXIS = 62;
    private static final int LEGEND = 16;
    private static final int ROW = 22;
    private static final int LONGEST = 28;

    private record Mark(double x, double y, Color colour, String label) {}

    private record Segment(double x1, double y1, double x2, double y2, Color colour, BasicStroke stroke) {}

    private record Bar(double from, double to, double y, Color colour) {}

    private record Band(double[] x, double[] low, double[] high, Color colour) {}

    private record Entry(String name, Color colour) {}

    private final String title;
    private final String across;
    private final String up;
    private final int width;
    private final int height;
    private final List<String> rows;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private final List<Entry> legend = new ArrayList<>();
    private double left = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    private Plot(String title, String across, String up, List<String> rows, int width, int height) {
        this.title = title;
        this.across = across;
        this.up = up;
        this.rows = List.copyOf(rows);
        this.width = width;
        this.height = height;
    }

    /** A plane with two axes of numbers. */
    static Plot plane(String title, String across, String up, int width, int height) {
        return new Plot(title, across, up, List.of(), width, height);
    }

    /**
     * Rows from the top, the n-th at y = n.
     *
     * @param room for how many rows the height is made, so that plots beside each other are of one height
     */
    static Plot rows(String title, String across, List<String> rows, int room, int width) {
        return new Plot(title, across, "", rows, width, height(room));
    }

    /** How high a plot with room for some rows is. */
    static int height(int room) {
        return TOP + LEGEND + BOTTOM + ROW * Math.max(2, room);
    }

    private void take(double x, double y) {
        if (Double.isFinite(x)) {
            left = Math.min(left, x);
            right = Math.max(right, x);
        }
        if (Double.isFinite(y)) {
            low = Math.min(low, y);
            high = Math.max(high, y);
        }
    }

    /** Makes room for a place. */
    Plot with(double x, double y) {
        take(x, y);
        return this;
    }

    /** A dot, with a label unless that is empty; nothing for a place that is not finite. */
    Plot dot(double x, double y, Color colour, String label) {
        if (Double.isFinite(x) && Double.isFinite(y)) {
            take(x, y);
            marks.add(new Mark(x, y, colour, label));
        }
        return this;
    }

    /** A line between two places, dashed or not. */
    Plot line(double x1, double y1, double x2, double y2, Color colour, boolean dashed) {
        if (Double.isFinite(x1) && Double.isFinite(y1) && Double.isFinite(x2) && Double.isFinite(y2)) {
            take(x1, y1);
            take(x2, y2);
            segments.add(new Segment(
                    x1,
                    y1,
                    x2,
                    y2,
                    colour,
                    dashed
                            ? new BasicStroke(
                                    1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 3}, 0)
                            : LINE));
        }
        return this;
    }

    /** The area between two lines. */
    Plot band(double[] x, double[] lows, double[] highs, Color colour) {
        for (int i = 0; i < x.length; i++) {
            take(x[i], lows[i]);
            take(x[i], highs[i]);
        }
        bands.add(new Band(x.clone(), lows.clone(), highs.clone(), Palette.pale(colour)));
        return this;
    }

    /** A bar in a row. */
    Plot bar(double from, double to, double row, Color colour) {
        take(from, row);
        take(to, row);
        bars.add(new Bar(from, to, row, colour));
        return this;
    }

    /** Says what a colour stands for. */
    Plot legend(String name, Color colour) {
        legend.add(new Entry(name, colour));
        return this;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST
                ? name
                : name.substring(0, LONGEST / 2) + "\u2026" + name.substring(name.length() - LONGEST / 2 + 1);
    }

    /** Round steps, about five of them. */
    private static double step(double span) {
        double decade = StrictMath.pow(10, Math.floor(StrictMath.log10(span / 4)));
        double rest = span / 4 / decade;
        return decade * (rest < 1.5 ? 1 : rest < 3.5 ? 2 : rest < 7.5 ? 5 : 10);
    }

    @Override
    public void paint(Graphics2D page) {
        page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        page.setFont(LABEL);
        FontMetrics metrics = page.getFontMetrics();
        int start = AXIS;
        for (String row : rows) {
            start = Math.max(start, metrics.stringWidth(shortened(row)) + 16);
        }
        double[] x = ends(left, right);
        double[] y = rows.isEmpty() ? ends(low, high) : new double[] {rows.size() - 0.5, -0.5, 1};
        int foot = rows.isEmpty() ? height - BOTTOM : TOP + LEGEND + ROW * rows.size();
        var frame = new Frame(x, y, start, width - RIGHT, foot, TOP + LEGEND);
        page.setColor(Palette.INK);
        page.setFont(TITLE);
        page.drawString(title, start, 16);
        page.setFont(LABEL);
        axes(page, metrics, frame);
        for (Bar bar : bars) {
            double from = Math.min(frame.x(bar.from), frame.x(bar.to));
            page.setColor(bar.colour);
            page.fill(new Rectangle2D.Double(
                    from, frame.y(bar.y) - 5, Math.max(1, Math.abs(frame.x(bar.to) - frame.x(bar.from))), 10));
        }
        for (Band band : bands) {
            var area = new Path2D.Double();
            for (int i = 0; i < 2 * band.x.length; i++) {
                int at = i < band.x.length ? i : 2 * band.x.length - 1 - i;
                double edge = frame.y(i < band.x.length ? band.low[at] : band.high[at]);
                if (i == 0) {
                    area.moveTo(frame.x(band.x[at]), edge);
                } else {
                    area.lineTo(frame.x(band.x[at]), edge);
                }
            }
            area.closePath();
            page.setColor(band.colour);
            page.fill(area);
        }
        for (Segment segment : segments) {
            page.setColor(segment.colour);
            page.setStroke(segment.stroke);
            page.draw(new Line2D.Double(
                    frame.x(segment.x1), frame.y(segment.y1), frame.x(segment.x2), frame.y(segment.y2)));
        }
        for (Mark mark : marks) {
            page.setColor(mark.colour);
            page.fill(new Ellipse2D.Double(frame.x(mark.x) - 3.5, frame.y(mark.y) - 3.5, 7, 7));
        }
        labels(page, metrics, frame);
        int at = start;
        for (Entry entry : legend) {
            page.setColor(entry.colour);
            page.fill(new Ellipse2D.Double(at, TOP - 5, 7, 7));
            page.setColor(Palette.INK);
            page.drawString(entry.name, at + 11, TOP + 3);
            at += 11 + metrics.stringWidth(entry.name) + 14;
        }
    }

    /** Labels of dots, each where it covers no other: above, below, then further off. */
    private void labels(Graphics2D page, FontMetrics metrics, Frame frame) {
        List<Rectangle2D> taken = new ArrayList<>();
        for (Mark mark : marks) {
            taken.add(new Rectangle2D.Double(frame.x(mark.x) - 4, frame.y(mark.y) - 4, 8, 8));
        }
        page.setColor(Palette.INK);
        for (Mark mark : marks) {
            if (mark.label.isEmpty()) {
                continue;
            }
            String label = shortened(mark.label);
            int wide = metrics.stringWidth(label);
            boolean toLeft = frame.x(mark.x) + 6 + wide > width - 2;
            double x = toLeft ? frame.x(mark.x) - 6 - wide : frame.x(mark.x) + 6;
            for (int shift = 0; shift <= 8; shift++) {
                double y = frame.y(mark.y) - 3 + (shift % 2 == 0 ? -1 : 1) * ((shift + 1) / 2) * 12;
                var place = new Rectangle2D.Double(x, y - 10, wide, 12);
                boolean fits = y < frame.foot() && taken.stream().noneMatch(place::intersects);
                if (fits) {
                    taken.add(place);
                    page.drawString(label, (float) x, (float) y);
                    break;
                }
            }
        }
    }

    private static double[] ends(double least, double most) {
        if (!(least <= most)) {
            return new double[] {0, 1, 0.25};
        }
        double from = least;
        double to = most > least ? most : least + Math.max(1e-9, Math.abs(least) * 0.1);
        double step = step(to - from);
        return new double[] {Math.floor(from / step + 1e-9) * step, Math.ceil(to / step - 1e-9) * step, step};
    }

    private record Frame(double[] across, double[] up, int start, int end, int foot, int top) {
        double x(double value) {
            return start + (value - across[0]) / (across[1] - across[0]) * (end - start);
        }

        double y(double value) {
            return foot - (value - up[0]) / (up[1] - up[0]) * (foot - top);
        }
    }

    private static String tick(double value, double step) {
        double rounded = Math.rint(value / step) * step;
        String text = Decimals.three(Math.abs(rounded) < step / 2 ? 0 : rounded);
        return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private void axes(Graphics2D page, FontMetrics metrics, Frame frame) {
        page.setStroke(HAIR);
        double[] x = frame.across;
        for (double at = x[0]; at <= x[1] + x[2] / 2; at += x[2]) {
            page.setColor(Palette.GRID);
            page.draw(new Line2D.Double(frame.x(at), frame.top, frame.x(at), frame.foot));
            page.setColor(Palette.INK);
            String label = tick(at, x[2]);
            page.drawString(label, (float) frame.x(at) - metrics.stringWidth(label) / 2f, frame.foot + 14f);
        }
        page.drawString(across, (frame.start + frame.end - metrics.stringWidth(across)) / 2, frame.foot + 30);
        if (!rows.isEmpty()) {
            for (int r = 0; r < rows.size(); r++) {
                String label = shortened(rows.get(r));
                page.drawString(label, frame.start - 8 - metrics.stringWidth(label), (float) frame.y(r) + 4);
            }
            return;
        }
        double[] y = frame.up;
        for (double at = y[0]; at <= y[1] + y[2] / 2; at += y[2]) {
            page.setColor(Palette.GRID);
            page.draw(new Line2D.Double(frame.start, frame.y(at), frame.end, frame.y(at)));
            page.setColor(Palette.INK);
            String label = tick(at, y[2]);
            page.drawString(label, frame.start - 6 - metrics.stringWidth(label), (float) frame.y(at) + 4);
        }
        var turned = (Graphics2D) page.create();
        turned.rotate(-StrictMath.PI / 2);
        turned.drawString(up, -(frame.top + frame.foot) / 2 - metrics.stringWidth(up) / 2, 14);
        turned.dispose();
    }
}
