package org.lode.sim.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long each part of a command took: {@code timing.csv}, in seconds of wall-clock time. */
public final class Timing {
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long since = System.nanoTime();

    /** Ends a part. */
    public void lap(String part) {
        long now = System.nanoTime();
        seconds.merge(part, (now - since) * 1e-9, Double::sum);
        since = now;
    }

    /** Seconds that a part took; 0 if there was none of that name. */
    public double seconds(String part) {
        return seconds.getOrDefault(part, 0.0);
    }

    /** Writes the file into a directory. */
    public void write(Path directory) throws IOException {
        Rows rows = new Rows().text("part").text("seconds").end();
        seconds.forEach((part, took) -> rows.text(part).number(took).end());
        Files.write(directory.resolve(ResultFiles.TIMING), rows.bytes());
    }
}
