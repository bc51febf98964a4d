package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.List;

/** A table of text for a terminal: columns as wide as they must be, the last one wrapped to what is left. */
public final class TextTable {
    private static final String GAP = "  ";
    /** The last column is never squeezed below this. */
    private static final int LEAST = 16;

    private final List<String> header;
    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param header names of the columns; one that starts with {@code >} is set flush right */
    public TextTable(String... header) {
        this.header = new ArrayList<>();
        right = new boolean[header.length];
        for (int c = 0; c < header.length; c++) {
            right[c] = header[c].startsWith(">");
            this.header.add(right[c] ? header[c].substring(1) : header[c]);
        }
    }

    /** Adds a row with one cell per column. */
    public TextTable row(String... cells) {
        return row(List.of(cells));
    }

    /** Adds a row with one cell per column. */
    public TextTable row(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException("cells (" + cells.size() + ") must be " + header.size());
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** The lines, each at most {@code width} characters where the columns but the last leave room. */
    public List<String> lines(int width, String indent) {
        int last = header.size() - 1;
        int[] widths = new int[header.size()];
        for (int c = 0; c <= last; c++) {
            widths[c] = header.get(c).length();
            for (List<String> row : rows) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        int used = indent.length();
        for (int c = 0; c < last; c++) {
            used += widths[c] + GAP.length();
        }
        widths[last] = Math.min(widths[last], Math.max(LEAST, width - used));
        List<String> lines = new ArrayList<>();
        print(lines, header, widths, indent, used);
        for (List<String> row : rows) {
            print(lines, row, widths, indent, used);
        }
        return lines;
    }

    private void print(List<String> lines, List<String> row, int[] widths, String indent, int used) {
        int last = widths.length - 1;
        var line = new StringBuilder(indent);
        for (int c = 0; c < last; c++) {
            line.append(padded(row.get(c), widths[c], right[c])).append(GAP);
        }
        List<String> wrapped = wrap(row.get(last), widths[last]);
        for (int i = 0; i < wrapped.size(); i++) {
            String start = i == 0 ? line.toString() : " ".repeat(used);
            lines.add((start + padded(wrapped.get(i), widths[last], right[last])).stripTrailing());
        }
    }

    private static String padded(String text, int width, boolean right) {
        String blanks = " ".repeat(Math.max(0, width - text.length()));
        return right ? blanks + text : text + blanks;
    }

    /** The words of a text in lines of at most {@code width} characters; a longer word has a line of its own. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
