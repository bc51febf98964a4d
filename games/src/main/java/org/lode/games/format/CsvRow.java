package org.lode.games.format;

import java.util.List;

/** One line of comma-separated values. */
final class CsvRow {
    private CsvRow() {}

    /**
     * Splits a line at commas outside quotes; doubled quotes inside quotes stand for one. Cells are stripped.
     *
     * @param cells overwritten
     * @return false if a quote is not closed
     */
    static boolean split(String row, List<String> cells) {
        cells.clear();
        if (row.indexOf('"') < 0) {
            int from = 0;
            for (int comma = row.indexOf(','); comma >= 0; comma = row.indexOf(',', from)) {
                cells.add(row.substring(from, comma).strip());
                from = comma + 1;
            }
            cells.add(row.substring(from).strip());
            return true;
        }
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int k = 0; k < row.length(); k++) {
            char c = row.charAt(k);
            if (c == '"' && quoted && k + 1 < row.length() && row.charAt(k + 1) == '"') {
                cell.append('"');
                k++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return !quoted;
    }

    /** Reads a finite decimal number; NaN if the text is anything else, as Java's suffixes and hexadecimals are. */
    static double number(String cell) {
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        char last = cell.charAt(cell.length() - 1);
        if (last == 'd'
                || last == 'D'
                || last == 'f'
                || last == 'F'
                || cell.indexOf('x') >= 0
                || cell.indexOf('X') >= 0) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(cell);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
