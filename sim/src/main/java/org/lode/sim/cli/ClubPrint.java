package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.sim.analysis.ClubLines;
import org.lode.sim.analysis.TextTable;
import org.lode.sim.results.CsvTable;
import org.lode.sim.results.ResultFiles;

/** Prints the rows of {@code clubs.csv}: as they are, as sentences, or as JSON. */
final class ClubPrint {
    private ClubPrint() {}

    static void csv(PrintWriter out, byte[] rows) {
        out.print(new String(rows, StandardCharsets.UTF_8));
    }

    static void text(PrintWriter out, byte[] rows, int width) throws IOException {
        try (var file = new Kept(rows)) {
            List<String> lines = ClubLines.of(file.directory);
            for (String line :
                    lines.isEmpty() ? List.of("The scenario has no club with a choice of members.") : lines) {
                TextTable.wrap(line, width).forEach(out::println);
            }
        }
    }

    static void json(PrintWriter out, byte[] rows) throws IOException {
        List<Object> list = new ArrayList<>();
        try (var file = new Kept(rows);
                CsvTable table = CsvTable.open(file.directory.resolve(ResultFiles.CLUBS))) {
            while (table.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (String column : table.columns()) {
                    String cell = table.text(table.column(column));
                    if (!cell.isEmpty()) {
                        row.put(
                                column,
                                List.of("value", "low", "high").contains(column)
                                        ? table.number(table.column(column))
                                        : cell);
                    }
                }
                list.add(row);
            }
        }
        out.println(Json.text(Map.of("clubs", list)));
    }

    /** The rows as a file, which is what their readers take; gone when closed. */
    private static final class Kept implements AutoCloseable {
        private final Path directory;

        Kept(byte[] rows) throws IOException {
            directory = Files.createTempDirectory("lode");
            Files.write(directory.resolve(ResultFiles.CLUBS), rows);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(directory.resolve(ResultFiles.CLUBS));
            Files.deleteIfExists(directory);
        }
    }
}
