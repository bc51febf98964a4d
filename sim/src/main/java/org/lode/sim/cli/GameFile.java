package org.lode.sim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.lode.games.catalog.Catalog;
import org.lode.games.form.NormalForm;
import org.lode.games.format.FormatException;
import org.lode.games.format.GambitFormat;
import org.lode.games.format.TableFormat;

/** Games and other tables in files, as text in UTF-8; what they are not is said with the file's name. */
final class GameFile {
    /** What a game of the catalogue starts with instead of a path. */
    static final String CATALOG = "catalog:";

    /** Another of Gambit's formats: its first word, the end of its files' names, and what it is called. */
    private record Format(String word, String ending, String title) {}

    private static final List<Format> UNSUPPORTED = List.of(
            new Format("EFG", ".efg", "an extensive form (.efg)"),
            new Format("#AGG", ".agg", "an action-graph game (.agg)"),
            new Format("#BAGG", ".bagg", "a Bayesian action-graph game (.bagg)"));

    private static final int FIRST_BYTES = 4096;

    private GameFile() {}

    /** Something that reads a text and knows lines and columns, not the file's name. */
    interface Reading<T> {
        T from(Reader reader) throws IOException;
    }

    /** Reads a game of the catalogue, a table ({@code .csv}) or a Gambit file. */
    static NormalForm game(Path file) throws IOException {
        String name = file.toString();
        if (name.startsWith(CATALOG)) {
            return Catalog.named(name.substring(CATALOG.length())).game();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        String start = firstWord(file);
        for (Format format : UNSUPPORTED) {
            if (start.equals(format.word) || lower.endsWith(format.ending)) {
                throw new IllegalArgumentException(file + ":1: " + format.title
                        + " is not supported; lode solve reads strategic forms, as Gambit's .nfg or as .csv");
            }
        }
        return read(file, lower.endsWith(".csv") ? TableFormat::read : GambitFormat::read);
    }

    /** Reads a text, and puts the file's name before what is wrong with it. */
    static <T> T read(Path file, Reading<T> reading) throws IOException {
        refuseUtf16(file);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return reading.from(reader);
        } catch (FormatException wrong) {
            throw new IllegalArgumentException(file + ":" + wrong.getMessage(), wrong);
        } catch (CharacterCodingException wrong) {
            throw new IllegalArgumentException(
                    file + ": not a UTF-8 text; other encodings, such as Latin-1, are not supported: save it as UTF-8",
                    wrong);
        }
    }

    private static void refuseUtf16(Path file) throws IOException {
        byte[] first = first(file);
        boolean mark = first.length > 1 && (first[0] & 0xFF) + (first[1] & 0xFF) == 0xFF + 0xFE;
        boolean zeros = false;
        for (byte each : first) {
            zeros |= each == 0;
        }
        if (mark || zeros) {
            throw new IllegalArgumentException(
                    file + ": UTF-16, or no text at all, is not supported: save it as a UTF-8 text");
        }
    }

    private static String firstWord(Path file) throws IOException {
        String text = new String(first(file), StandardCharsets.ISO_8859_1).stripLeading();
        return text.split("\\s", 2)[0];
    }

    private static byte[] first(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new byte[0]; // a pipe is read once; what is missing or a directory is said when it is opened
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(FIRST_BYTES);
        }
    }
}
