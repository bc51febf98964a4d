package org.lode.sim.experiment;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lode.sim.results.CsvTable;
import org.lode.sim.results.Hashes;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.RunRecorder;
import org.lode.sim.run.Replications.Failure;

/** The rows of a result directory's runs, one run after another in the order of the files; one run is in memory. */
final class FinishedRuns implements Closeable {
    private final Path directory;
    private final Lines runs;
    private final Lines rounds;
    private final Lines strategies;
    private final CsvTable failures;

    FinishedRuns(Path directory) throws IOException {
        this.directory = directory;
        failures = CsvTable.open(directory.resolve(ResultFiles.FAILURES));
        runs = new Lines(directory.resolve(ResultFiles.RUNS));
        rounds = new Lines(directory.resolve(ResultFiles.ROUNDS));
        strategies = new Lines(directory.resolve(ResultFiles.STRATEGIES));
    }

    /** The next run, or null after the last. */
    PlanRuns.@Nullable Result next() throws IOException {
        String row = runs.line;
        if (row == null) {
            return null;
        }
        String[] cells = row.split(",", 4);
        long point;
        long replication;
        try {
            point = Long.parseLong(cells[0]);
            replication = Long.parseLong(cells[1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IOException(
                    directory.resolve(ResultFiles.RUNS) + ": row (" + row + ") must start with point and replication",
                    e);
        }
        runs.move();
        String key = cells[0] + "," + cells[1] + ",";
        byte[] ofRounds = rounds.of(key);
        byte[] ofStrategies = strategies.of(key);
        if (cells.length > 2 && cells[2].equals("failed")) {
            return new PlanRuns.Result(point, replication, null, failure(cells[0], cells[1]));
        }
        byte[] ofRun = (row + "\n").getBytes(StandardCharsets.UTF_8);
        return new PlanRuns.Result(point, replication, new RunRecorder.Recorded(ofRun, ofRounds, ofStrategies), null);
    }

    private Failure failure(String point, String replication) throws IOException {
        if (!failures.next()
                || !failures.text(failures.column("point")).equals(point)
                || !failures.text(failures.column("replication")).equals(replication)) {
            throw new IOException(directory.resolve(ResultFiles.FAILURES) + ": no row for point " + point
                    + ", replication " + replication + ", which failed");
        }
        return new Failure(
                Long.parseLong(replication),
                failures.text(failures.column("exception")),
                failures.text(failures.column("message")));
    }

    /** Whether rows are left that belong to no run. */
    boolean left() {
        return rounds.line != null || strategies.line != null;
    }

    @Override
    public void close() throws IOException {
        runs.close();
        rounds.close();
        strategies.close();
        failures.close();
    }

    /** The lines of a file after its header; of a file that is not there, none. */
    private static final class Lines implements Closeable {
        private final @Nullable BufferedReader reader;
        private @Nullable String line;

        Lines(Path file) throws IOException {
            reader = Files.exists(file)
                    ? new BufferedReader(new InputStreamReader(Hashes.content(file), StandardCharsets.UTF_8))
                    : null;
            move();
            move();
        }

        void move() throws IOException {
            line = reader == null ? null : reader.readLine();
        }

        /** The lines at hand that start with a key. */
        byte[] of(String key) throws IOException {
            var found = new StringBuilder();
            while (line != null && line.startsWith(key)) {
                found.append(line).append('\n');
                move();
            }
            return found.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            if (reader != null) {
                reader.close();
            }
        }
    }
}
