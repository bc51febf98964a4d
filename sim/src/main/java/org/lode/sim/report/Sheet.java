package org.lode.sim.report;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Panels of one size in a grid, as SVG and as PNG.
 *
 * @param columns panels side by side
 */
record Sheet(List<? extends Plate> panels, int columns) {
    /** Pixels of the PNG per point of the page: sharp in print at a column's width. */
    private static final int SCALE = 3;

    Sheet {
        panels = List.copyOf(panels);
        if (panels.isEmpty() || columns < 1) {
            throw new IllegalArgumentException(
                    "panels (" + panels.size() + ") and columns (" + columns + ") must be at least 1");
        }
    }

    /** Writes {@code name.svg} and {@code name.png}; needs no display. */
    void write(Path directory, String name) throws IOException {
        int wide = panels.get(0).width();
        int high = panels.get(0).height();
        int width = wide * Math.min(columns, panels.size());
        int height = high * ((panels.size() + columns - 1) / columns);
        var vector = new VectorGraphics2D();
        paint(vector, wide, high);
        try (OutputStream out = Files.newOutputStream(directory.resolve(name + ".svg"))) {
            new SVGProcessor()
                    .getDocument(vector.getCommands(), new PageSize(0, 0, width, height))
                    .writeTo(out);
        }
        var image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pixels = image.createGraphics();
        pixels.setColor(Color.WHITE);
        pixels.fillRect(0, 0, image.getWidth(), image.getHeight());
        pixels.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pixels.scale(SCALE, SCALE);
        paint(pixels, wide, high);
        pixels.dispose();
        try (OutputStream out = Files.newOutputStream(directory.resolve(name + ".png"))) {
            ImageIO.write(image, "png", out);
        }
    }

    private void paint(Graphics2D page, int wide, int high) {
        for (int p = 0; p < panels.size(); p++) {
            var place = (Graphics2D) page.create();
            place.translate(p % columns * wide, p / columns * high);
            panels.get(p).paint(place);
            place.dispose();
        }
    }
}
