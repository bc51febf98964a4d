package org.lode.sim.report;

import java.awt.Color;
import java.util.List;
import org.lode.sim.lockin.Regime;

/** Colours that people with any kind of colour vision tell apart (Okabe and Ito 2008, Color universal design). */
final class Palette {
    static final Color BLUE = new Color(0x0072B2);
    static final Color ORANGE = new Color(0xE69F00);
    static final Color GREEN = new Color(0x009E73);
    static final Color VERMILION = new Color(0xD55E00);
    static final Color PURPLE = new Color(0xCC79A7);
    static final Color SKY = new Color(0x56B4E9);
    static final Color YELLOW = new Color(0xF0E442);
    static final Color GREY = new Color(0xBBBBBB);
    static final Color INK = new Color(0x222222);
    /** Over areas as well as beside them, so it is see-through. */
    static final Color GRID = new Color(0, 0, 0, 34);

    private static final List<Color> SERIES = List.of(BLUE, ORANGE, GREEN, VERMILION, PURPLE, SKY, YELLOW, GREY);

    private Palette() {}

    /** The colour of the n-th series; repeats after eight. */
    static Color series(int n) {
        return SERIES.get(n % SERIES.size());
    }

    /** The colour of a regime: Western ones cold, the dominant supplier's warm. */
    static Color of(Regime regime) {
        return switch (regime) {
            case US_CLUB -> BLUE;
            case DUAL_TRACK -> SKY;
            case PLURAL -> GREEN;
            case FRAGMENTED -> GREY;
            case BIFURCATED -> ORANGE;
            case CHINA_CENTRED -> VERMILION;
        };
    }

    /** A colour to fill an area behind a line. */
    static Color pale(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 70);
    }
}
