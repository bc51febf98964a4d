package org.lode.sim.results;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.lode.sim.run.Replications;
import org.lode.sim.world.Scenario;

/** Writes the rows of replications, delivered in order, straight to their files. */
public final class RunFiles implements Closeable {
    private static final List<String> FAILURE_COLUMNS = List.of("point", "replication", "seed", "exception", "message");

    private final OutputStream runs;
    private final OutputStream rounds;
    private final OutputStream strategies;
    private final OutputStream failures;
    private final List<OutputStream> open = new ArrayList<>();
    private final Rows row = new Rows();
    private final int runColumns;
    private final long seed;
    private long failed;

    /** Opens the files of a recording level in a directory and writes their headers; failures.csv always. */
    public RunFiles(Path directory, Scenario scenario, Recording recording, long seed) throws IOException {
        this.seed = seed;
        List<String> columns = RunRecorder.runColumns(scenario);
        runColumns = columns.size();
        try {
            runs = open(directory.resolve(ResultFiles.RUNS), columns);
            failures = open(directory.resolve(ResultFiles.FAILURES), FAILURE_COLUMNS);
            rounds = recording.rounds()
                    ? open(directory.resolve(ResultFiles.ROUNDS), RunRecorder.roundColumns(scenario))
                    : OutputStream.nullOutputStream();
            strategies = recording.strategies()
                    ? open(directory.resolve(ResultFiles.STRATEGIES), RunRecorder.strategyColumns(scenario))
                    : OutputStream.nullOutputStream();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private OutputStream open(Path file, List<String> columns) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        open.add(out);
        if (file.toString().endsWith(".gz")) {
            open.remove(out);
            out = new BufferedOutputStream(new GZIPOutputStream(out, 1 << 16), 1 << 16);
            open.add(out);
        }
        row.clear();
        row.texts(columns).end().writeTo(out);
        return out;
    }

    /** Adds a replication that ended well. */
    public void add(RunRecorder.Recorded recorded) throws IOException {
        runs.write(recorded.run());
        rounds.write(recorded.rounds());
        strategies.write(recorded.strategies());
    }

    /** Adds a replication that threw: a row without metrics, and a row in failures.csv. */
    public void failed(long point, Replications.Failure failure) throws IOException {
        failed++;
        row.clear();
        row.whole(point).whole(failure.replication()).text("failed");
        for (int column = RunRecorder.RUN_KEYS.size(); column < runColumns; column++) {
            row.text("");
        }
        row.end().writeTo(runs);
        row.clear();
        row.whole(point).whole(failure.replication()).whole(seed);
        row.text(failure.exception()).text(failure.message());
        row.end().writeTo(failures);
    }

    /** How many replications failed so far. */
    public long failed() {
        return failed;
    }

    /** Closes all files; must come before they are hashed. */
    @Override
    public void close() throws IOException {
        IOException first = null;
        for (OutputStream out : open) {
            try {
                out.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        open.clear();
        if (first != null) {
            throw first;
        }
    }
}
