package org.lode.sim.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.lode.sim.analysis.Decimals;

/**
 * One chart over time in the house style: no frame, faint grid, round ticks with both ends, small type that survives a
 * column's width. Plots of one size have axes in the same places, so that panels line up.
 */
final class Panel implements Plate {
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final BasicStroke HAIR = new BasicStroke(0.6f);
    private static final BasicStroke NONE = new BasicStroke(0.01f);
    /** Room for the legend, and for the labels of the y axis. */
    private static final int LEGEND = 112;

    private static final int AXIS = 60;
    /** Room below the plot for the years. */
    private static final int FOOT = 12;

    private static final int LINE = 16;
    private static final double[] COARSE = {1, 2, 5};
    private static final double[] MIDDLE = {1, 1.5, 2, 3, 5, 7};
    private static final double[] FINE = {1, 1.2, 1.5, 1.7, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8};

    private record Tick(double at, String label) {}

    private record Entry(String name, Color colour, BasicStroke line) {}

    private final XYChart chart;
    private final String unit;
    private final int width;
    private final int height;
    private double[] years;
    private final List<Tick> across = new ArrayList<>();
    private final List<Tick> up = new ArrayList<>();
    private final List<Entry> legend = new ArrayList<>();

    /**
     * @param years of the rounds, ascending
     * @param unit title of the y axis, with its unit
     */
    Panel(String title, double[] years, String unit, int width, int height) {
        this.years = years;
        this.width = width;
        this.height = height;
        chart = new XYChartBuilder().width(width - LEGEND).height(height - FOOT).build();
        chart.setTitle(title);
        this.unit = unit;
        var style = chart.getStyler();
        style.setChartTitleVisible(!title.isEmpty());
        style.setChartTitleBoxVisible(false);
        style.setChartTitleFont(TITLE);
        style.setChartTitlePadding(3);
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotBackgroundColor(Color.WHITE);
        style.setChartFontColor(Palette.INK);
        style.setPlotBorderVisible(false);
        style.setPlotGridLinesVisible(false);
        style.setPlotMargin(0);
        style.setPlotContentSize(1);
        style.setChartPadding(8);
        style.setAxisTitlePadding(4);
        style.setAxisTitleFont(LABEL);
        style.setAxisTickLabelsFont(LABEL);
        style.setAxisTickLabelsColor(Color.WHITE); // keeps the room; the labels are drawn below, ends included
        style.setAxisTickMarksColor(Palette.INK);
        style.setAxisTicksMarksVisible(false);
        style.setXAxisTitleVisible(false);
        style.setYAxisTitleVisible(false);
        style.setxAxisTickLabelsFormattingFunction(year -> " ");
        style.setyAxisTickLabelsFormattingFunction(value -> " ");
        style.setYAxisLeftWidthHint(AXIS);
        style.setLegendVisible(false);
        style.setAntiAlias(true);
        double first = years[0];
        double last = years[years.length - 1];
        style.setXAxisMin(first);
        style.setXAxisMax(last > first ? last : first + 1);
        if (last - first < 2) {
            fractions(first, last);
        } else {
            years(first, last);
        }
    }

    /** Labels of a short axis: its ends and three places between them. */
    private void fractions(double first, double last) {
        for (int tick = 0; tick <= 4; tick++) {
            double at = first + (last - first) * tick / 4;
            across.add(new Tick(at, Decimals.three(at)));
        }
    }

    /** Labels of whole years, about six of them. */
    private void years(double first, double last) {
        int step = 1;
        for (int next : new int[] {2, 5, 10, 20, 50, 100, 500, 1000}) {
            step = (last - first) / step > 8 ? next : step;
        }
        for (int year = (int) Math.ceil(first / step) * step; year <= last; year += step) {
            across.add(new Tick(year, Integer.toString(year)));
        }
    }

    /** Shares on the y axis, as percentages, from 0 to a multiple of a quarter that holds {@code most}. */
    Panel shares(double most) {
        double top = Math.min(1, Math.max(0.25, Math.ceil(most * 4) / 4));
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setYAxisMax(top);
        double step = top > 0.5 ? 0.25 : 0.1;
        for (int tick = 0; tick * step <= top + 1e-9; tick++) {
            up.add(new Tick(tick * step, Decimals.fixed(100 * tick * step, 0)));
        }
        return this;
    }

    /** What is added next stands at other places across than the panel was made with. */
    Panel at(double[] places) {
        years = places;
        return this;
    }

    /** A plain y axis between two values, with round labels. */
    Panel range(double least, double most) {
        chart.getStyler().setYAxisMin(least);
        chart.getStyler().setYAxisMax(most);
        double step = decade(most - least);
        step = (most - least) / step < 2 ? step / 5 : (most - least) / step < 5 ? step / 2 : step;
        for (long tick = (long) Math.ceil(least / step - 1e-9); tick * step <= most + 1e-9 * step; tick++) {
            int decimals = (int) Math.max(0, -Math.floor(StrictMath.log10(step) + 1e-9));
            up.add(new Tick(tick * step, Decimals.fixed(tick * step, decimals)));
        }
        return this;
    }

    /**
     * A logarithmic y axis with labels at round prices; lines and bands then take logarithms to base ten.
     *
     * @param least lowest value shown, above 0
     */
    Panel logarithmic(double least, double most) {
        double[] digits = most / least > 8 ? COARSE : most / least > 2.5 ? MIDDLE : FINE;
        double tick = round(least, digits);
        boolean wide = most / least > 200;
        chart.getStyler().setYAxisMin(StrictMath.log10(tick));
        for (boolean more = true; more; ) {
            more = tick < most;
            double exponent = StrictMath.log10(tick);
            if (!wide || Math.abs(exponent - Math.rint(exponent)) < 1e-9) {
                String label = Decimals.three(tick);
                up.add(new Tick(exponent, label.contains(".") ? label.replaceAll("\\.?0+$", "") : label));
            }
            chart.getStyler().setYAxisMax(exponent);
            double above = tick * 1.001;
            double decade = decade(above);
            tick = 10 * decade;
            for (int d = digits.length - 1; d >= 0; d--) {
                tick = digits[d] * decade >= above ? digits[d] * decade : tick;
            }
        }
        return this;
    }

    /** A y axis with about five round labels, from below {@code least} to above {@code most}. */
    Panel linear(double least, double most) {
        double size = Math.max(most - least, 1e-9 * Math.max(1, Math.abs(most)));
        double step = round(size / 3, COARSE);
        double bottom = Math.floor(least / step);
        double top = Math.max(bottom + 1, Math.ceil(most / step));
        chart.getStyler().setYAxisMin(bottom * step);
        chart.getStyler().setYAxisMax(top * step);
        for (double tick = bottom; tick <= top; tick++) {
            String label = Decimals.three(tick * step);
            up.add(new Tick(tick * step, label.contains(".") ? label.replaceAll("\\.?0+$", "") : label));
        }
        return this;
    }

    /** The largest digit times a power of ten that is at most {@code value}. */
    private static double round(double value, double[] digits) {
        double found = decade(value);
        for (double digit : digits) {
            found = digit * decade(value) <= value ? digit * decade(value) : found;
        }
        return found;
    }

    private static double decade(double value) {
        return StrictMath.pow(10, Math.floor(StrictMath.log10(value)));
    }

    /**
     * Areas on top of each other, the first at the bottom; those that are 0 throughout are left out.
     *
     * @param shares by name, then round
     */
    Panel stack(List<String> names, double[][] shares, List<Color> colours) {
        double[] below = new double[years.length];
        for (int s = 0; s < names.size(); s++) {
            double[] above = new double[years.length];
            boolean any = false;
            for (int t = 0; t < years.length; t++) {
                above[t] = Math.min(1, below[t] + shares[s][t]);
                any |= shares[s][t] > 0;
            }
            if (any) {
                area(names.get(s), below, above, colours.get(s));
                legend.add(0, new Entry(names.get(s), colours.get(s), NONE));
            }
            below = above;
        }
        return this;
    }

    /** The area between two lines, without a place in the legend. */
    Panel band(String name, double[] low, double[] high, Color colour) {
        area(name, low, high, Palette.pale(colour));
        return this;
    }

    private void area(String name, double[] low, double[] high, Color colour) {
        int n = years.length;
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        for (int t = 0; t < n; t++) {
            x[t] = years[t];
            y[t] = low[t];
            x[2 * n - 1 - t] = years[t];
            y[2 * n - 1 - t] = high[t];
        }
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(colour);
        series.setLineColor(colour);
        series.setLineStyle(NONE);
        series.setMarker(SeriesMarkers.NONE);
    }

    /** A line. */
    Panel line(String name, double[] values, Color colour, boolean dashed) {
        XYSeries series = chart.addSeries(name, years, values);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line);
        series.setLineColor(colour);
        BasicStroke stroke = dashed
                ? new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 3}, 0)
                : new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        series.setLineStyle(stroke);
        series.setMarker(SeriesMarkers.NONE);
        legend.add(new Entry(name, colour, stroke));
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

    @Override
    public void paint(Graphics2D page) {
        chart.paint(page, width - LEGEND, height - FOOT);
        page.setFont(LABEL);
        FontMetrics metrics = page.getFontMetrics();
        var style = chart.getStyler();
        double left = chart.getScreenXFromChart(style.getXAxisMin());
        double right = chart.getScreenXFromChart(style.getXAxisMax());
        double bottom = chart.getScreenYFromChart(style.getYAxisMin());
        page.setStroke(HAIR);
        for (Tick tick : up) {
            int y = (int) Math.rint(chart.getScreenYFromChart(tick.at));
            page.setColor(Palette.GRID);
            page.drawLine((int) left, y, (int) right, y);
            page.setColor(Palette.INK);
            page.drawString(tick.label, (int) left - 6 - metrics.stringWidth(tick.label), y + 4);
        }
        for (Tick tick : across) {
            int x = (int) Math.rint(chart.getScreenXFromChart(tick.at));
            page.setColor(Palette.INK);
            page.drawLine(x, (int) bottom, x, (int) bottom + 4);
            page.drawString(tick.label, x - metrics.stringWidth(tick.label) / 2, (int) bottom + LINE);
        }
        double top = chart.getScreenYFromChart(style.getYAxisMax());
        var turned = (Graphics2D) page.create();
        turned.rotate(-StrictMath.PI / 2);
        turned.drawString(unit, (int) (-(top + bottom) / 2) - metrics.stringWidth(unit) / 2, 14);
        turned.dispose();
        int y = (int) top + 8;
        for (Entry entry : legend) {
            int x = (int) right + 12;
            page.setColor(entry.colour);
            if (entry.line == NONE) {
                page.fillRect(x, y - 5, 10, 10);
            } else {
                page.setStroke(entry.line);
                page.drawLine(x - 2, y, x + 12, y);
            }
            page.setColor(Palette.INK);
            page.drawString(entry.name, x + LINE, y + 4);
            y += LINE;
        }
    }
}
