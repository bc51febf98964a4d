package org.lode.sim.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.lode.games.format.Numbers;

/**
 * Rows of comma-separated values as bytes (RFC 4180 with plain line feeds): the shortest decimals that read back the same, an
 * empty cell for what is not a number, quotes where a text needs them. Re-usable.
 */
public final class Rows {
    private byte[] bytes = new byte[512];
    private int length;
    private boolean inRow;

    /** Adds a cell with text. */
    public Rows text(String value) {
        separate();
        boolean quoted = value.indexOf(',') >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        append(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
        return this;
    }

    /** Adds a cell with a number; an empty one for NaN. */
    public Rows number(double value) {
        separate();
        if (!Double.isNaN(value)) {
            append(Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Numbers.text(value));
        }
        return this;
    }

    /** Adds a cell with a whole number. */
    public Rows whole(long value) {
        separate();
        if (value >= 0 && value < 10) {
            reserve(1);
            bytes[length++] = (byte) ('0' + value);
        } else {
            append(Long.toString(value));
        }
        return this;
    }

    /** Adds a cell for each text. */
    public Rows texts(List<String> values) {
        values.forEach(this::text);
        return this;
    }

    /** Ends the row. */
    public Rows end() {
        reserve(1);
        bytes[length++] = '\n';
        inRow = false;
        return this;
    }

    private void separate() {
        if (inRow) {
            reserve(1);
            bytes[length++] = ',';
        }
        inRow = true;
    }

    @SuppressWarnings("deprecation") // the only copy of ASCII without a detour
    private void append(String value) {
        int size = value.length();
        boolean ascii = true;
        for (int i = 0; i < size && ascii; i++) {
            ascii = value.charAt(i) < 0x80;
        }
        if (ascii) {
            reserve(size);
            value.getBytes(0, size, bytes, length);
            length += size;
        } else {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            reserve(utf8.length);
            System.arraycopy(utf8, 0, bytes, length, utf8.length);
            length += utf8.length;
        }
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    /** Forgets all rows. */
    public void clear() {
        length = 0;
        inRow = false;
    }

    /** What was added so far, as a copy. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Writes what was added so far. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
