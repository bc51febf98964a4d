package org.lode.games.format;

/** Names as cells of comma-separated values. */
public final class CsvText {
    private CsvText() {}

    /** Returns a cell: in quotation marks, doubled inside, if a reader could not tell where it ends otherwise (RFC 4180). */
    public static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ') && text.equals(text.strip());
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Returns a name fit for one line of a report: what would break the line is a blank. */
    public static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
