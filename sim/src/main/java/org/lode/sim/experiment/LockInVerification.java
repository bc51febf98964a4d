package org.lode.sim.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.sim.lockin.LockInPlan;
import org.lode.sim.results.ResultDirectory;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.run.Progress;
import org.lode.sim.world.ScenarioReader.Loaded;

/** Measures the lock-in of a result directory again and compares every byte of its tables. */
public final class LockInVerification {
    private LockInVerification() {}

    /** About how many samples a directory takes. */
    public static long samples(Path directory) throws IOException {
        return plan(directory).samples();
    }

    private static LockInPlan plan(Path directory) throws IOException {
        boolean quick = Boolean.parseBoolean(ResultDirectory.open(directory).fact("quick"));
        Loaded loaded = SweepPlan.of(directory).base();
        return LockInPlan.of(loaded, directory.resolve(ResultFiles.CONFIG), quick);
    }

    /**
     * Verifies a directory.
     *
     * @param threads at least 1
     * @return one line for each difference
     */
    public static List<String> differences(Path directory, int threads, Progress progress) throws IOException {
        ResultDirectory results = ResultDirectory.open(directory);
        List<String> differences = new ArrayList<>(results.damage());
        LockInPlan plan = plan(directory);
        var run = new LockInRun(SweepPlan.of(directory).base(), directory.resolve(ResultFiles.CONFIG), plan);
        LockInRun.Measured measured = run.measure(threads, progress);
        Map<String, String> files = new LinkedHashMap<>(run.tables(measured));
        if (results.has(ResultFiles.PLACEBO)) {
            files.put(
                    ResultFiles.PLACEBO,
                    LockInPlacebo.rows(run.placebos(measured, threads, progress))
                            .toString());
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            String written = results.has(file.getKey())
                    ? Files.readString(directory.resolve(file.getKey()), StandardCharsets.UTF_8)
                    : "";
            if (!written.equals(file.getValue())) {
                differences.add(file.getKey() + ": is not what its histories give");
            }
        }
        return differences;
    }
}
