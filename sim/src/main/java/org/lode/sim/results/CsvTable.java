package org.lode.sim.results;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** A table read row by row, compressed or not; only the row at hand is in memory. */
public final class CsvTable implements Closeable {
    private static final CsvMapper MAPPER =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private final Path file;
    private final MappingIterator<String[]> rows;
    private final List<String> columns;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private String[] row = {};
    private long line = 1;

    private CsvTable(Path file, MappingIterator<String[]> rows) {
        this.file = file;
        this.rows = rows;
        this.columns = List.of(rows.next());
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i), i);
        }
    }

    /**
     * Opens a file, which must have a header.
     *
     * @throws IOException if it cannot be read or is empty
     */
    public static CsvTable open(Path file) throws IOException {
        var reader = new InputStreamReader(Hashes.content(file), StandardCharsets.UTF_8);
        try {
            return new CsvTable(file, MAPPER.readerFor(String[].class).readValues(reader));
        } catch (NoSuchElementException e) {
            reader.close();
            throw new IOException(file + ":1: a header expected, the file is empty", e);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    public List<String> columns() {
        return columns;
    }

    /**
     * The place of a column.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public int column(String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException(file + ":1: no column '" + name + "'");
        }
        return place;
    }

    /**
     * Moves to the next row; false if there is none.
     *
     * @throws IOException if the row has another number of cells than the header
     */
    public boolean next() throws IOException {
        try {
            if (!rows.hasNextValue()) {
                return false;
            }
            row = rows.nextValue();
        } catch (UncheckedIOException e) {
            throw new IOException(file + ":" + (line + 1) + ": " + e.getMessage(), e);
        }
        line++;
        if (row.length != columns.size()) {
            throw new IOException(
                    file + ":" + line + ": " + row.length + " cells, must be " + columns.size() + " as in the header");
        }
        return true;
    }

    /** A cell of the row at hand. */
    public String text(int column) {
        return row[column];
    }

    /** A cell as a number; NaN if it is empty. */
    public double number(int column) {
        String cell = row[column];
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        try {
            return switch (cell) {
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(cell);
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    file + ":" + line + ": " + columns.get(column) + " (" + cell + ") must be a number", e);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
