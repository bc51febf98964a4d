package org.lode.sim.report;

import java.awt.Graphics2D;

/** What fills one place of a {@link Sheet}. */
interface Plate {
    int width();

    int height();

    /** Paints with the upper left corner at the origin. */
    void paint(Graphics2D page);
}
