package org.lode.sim.experiment;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lode.sim.results.ResultDirectory;
import org.lode.sim.results.ResultDraft;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.RunFiles;
import org.lode.sim.run.Progress;

/**
 * A plan on its way into a result directory. Runs go to parts as they end; when all are there they are sorted into the files of
 * a result directory, which takes the place of the parts at once. Whatever the threads, shards and interruptions, the files are
 * the same.
 */
public final class Sweep {
    private final SweepPlan plan;
    private final SweepDirectory directory;

    private Sweep(SweepPlan plan, SweepDirectory directory) {
        this.plan = plan;
        this.directory = directory;
    }

    /** The sweep of a plan below a parent directory. */
    public static Sweep of(SweepPlan plan, Path parent) throws IOException {
        Path directory = parent.resolve(plan.directory());
        ResultDraft.recover(directory);
        return new Sweep(plan, new SweepDirectory(directory));
    }

    /** The sweep that a directory holds. */
    public static Sweep of(Path directory) throws IOException {
        ResultDraft.recover(directory);
        if (!Files.isDirectory(directory)) {
            throw new FileSystemException(directory.toString(), null, "no such directory");
        }
        return new Sweep(SweepPlan.of(directory), new SweepDirectory(directory));
    }

    public Path path() {
        return directory.path();
    }

    public SweepPlan plan() {
        return plan;
    }

    /** Adds files to the directory before it is published, such as summaries. */
    public interface Finish {
        void add(Path draft) throws IOException;
    }

    /**
     * What came of computing.
     *
     * @param computed how many runs
     * @param lost bytes of unfinished runs that were cut off
     * @param missing runs that are nowhere yet: other shards'
     */
    public record Computed(long computed, long lost, long missing) {}

    /**
     * Computes what is missing of a shard.
     *
     * @param resume whether to go on with what is there
     * @throws FileSystemException if something is there and {@code resume} is false, or another process is at it
     */
    public Computed compute(Shard shard, int threads, boolean resume, Progress progress) throws IOException {
        plan.check();
        if (!resume && (directory.finished() || directory.begun(shard))) {
            throw new FileSystemException(
                    directory.path().toString(),
                    null,
                    "exists" + (directory.finished() ? "" : ", unfinished") + "; --resume computes what is missing");
        }
        if (!directory.finished() && Files.isDirectory(directory.path()) && foreign()) {
            throw new FileSystemException(directory.path().toString(), null, "exists and is not a result directory");
        }
        Files.createDirectories(directory.path());
        try (SweepDirectory.Lock lock = directory.lock(shard)) {
            long lost = directory.cutTails(shard);
            if (directory.finished() && whole()) {
                return new Computed(0, lost, 0);
            }
            takeUp(shard);
            directory.describe(plan);
            Places places = directory.places(plan, directory.partFiles());
            long computed = new SweepEngine(plan, shard, places).run(directory, threads, progress);
            Places now = directory.places(plan, directory.partFiles());
            return new Computed(computed, lost, missing(now));
        }
    }

    /** Runs that are nowhere yet; with a precision, of each point those of the next batch. */
    private long missing(Places places) throws IOException {
        Precision precision = plan.precision();
        if (precision == null) {
            return plan.runs() - places.known();
        }
        long missing = 0;
        try (Places.Runs runs = places.open()) {
            for (long point = plan.firstPoint(); point < plan.firstPoint() + plan.points(); point++) {
                Precision.Known known = precision.of(plan.base().scenario());
                while (!known.enough() && places.has(point, known.done() + 1)) {
                    known.add(runs.at(point, known.done() + 1));
                }
                missing += known.enough() ? 0 : precision.next(known.done()) - known.done();
            }
        }
        return missing;
    }

    /** Whether the finished directory holds all that the plan asks for. */
    private boolean whole() throws IOException {
        ResultDirectory made = ResultDirectory.open(directory.path());
        return directory.partFiles().isEmpty()
                && made.fact("failed").equals("0")
                && made.fact("precision")
                        .equals(plan.precision() == null ? "" : plan.precision().toString())
                && Long.parseLong(made.fact("replications")) >= plan.replications()
                && SweepPlan.of(directory.path()).recording().compareTo(plan.recording()) >= 0;
    }

    /** Goes on with what is there, if it keeps as much of a run as the plan asks for. */
    private void takeUp(Shard shard) throws IOException {
        if (!Files.exists(directory.path().resolve(ResultFiles.CONFIG))) {
            return;
        }
        var recording = SweepPlan.of(directory.path()).recording();
        if (recording == plan.recording()) {
            if (directory.finished()) {
                keepEarlier(shard);
            }
        } else if (!directory.finished()) {
            throw new FileSystemException(
                    directory.path().toString(),
                    null,
                    "was begun with record: " + recording.name().toLowerCase(Locale.ROOT)
                            + "; go on with that, or delete it");
        }
    }

    private boolean foreign() throws IOException {
        try (var entries = Files.list(directory.path())) {
            return entries.findAny().isPresent() && !Files.isDirectory(directory.parts());
        }
    }

    /** Copies the runs of a finished sweep into a part, so that it can be extended. */
    private void keepEarlier(Shard shard) throws IOException {
        Path file = directory.earlier(shard);
        Files.deleteIfExists(file);
        try (var runs = new FinishedRuns(directory.path());
                Part part = Part.append(file)) {
            for (PlanRuns.Result run = runs.next(); run != null; run = runs.next()) {
                part.add(run);
            }
        }
    }

    /**
     * Sorts all runs into the files of a result directory and publishes it.
     *
     * @return how many runs failed
     * @throws FileSystemException if runs are missing
     */
    public long merge(Finish finish) throws IOException {
        List<Path> parts = directory.partFiles();
        if (parts.isEmpty() && directory.finished()) {
            return Long.parseLong(ResultDirectory.open(directory.path()).fact("failed"));
        }
        List<SweepDirectory.Lock> locks = new ArrayList<>();
        try {
            for (String shard : directory.shards()) {
                locks.add(directory.lock(Shard.of(shard.replace("-of-", "/"))));
            }
            return merge(directory.places(plan, parts), finish);
        } finally {
            for (SweepDirectory.Lock lock : locks) {
                lock.close();
            }
        }
    }

    private long merge(Places places, Finish finish) throws IOException {
        long missing = missing(places);
        if (missing > 0) {
            throw new FileSystemException(
                    directory.path().toString(),
                    null,
                    missing + (plan.untilPrecise() ? " or more" : " of " + plan.runs())
                            + " runs are missing; compute them with lode sweep --resume, or the shards that are left");
        }
        try (ResultDraft draft = ResultDraft.replacing(directory.path())) {
            directory.copyDescription(draft.directory());
            long failed;
            try (RunFiles files =
                            new RunFiles(draft.directory(), plan.base().scenario(), plan.recording(), plan.seed());
                    Places.Runs runs = places.open()) {
                copy(runs, files);
                failed = files.failed();
            }
            finish.add(draft.directory());
            Map<String, Object> facts = new LinkedHashMap<>(plan.facts());
            facts.put("failed", failed);
            draft.publish(facts);
            return failed;
        }
    }

    private void copy(Places.Runs runs, RunFiles files) throws IOException {
        Precision precision = plan.precision();
        for (long point = plan.firstPoint(); point < plan.firstPoint() + plan.points(); point++) {
            Precision.Known known =
                    precision == null ? null : precision.of(plan.base().scenario());
            for (long replication = 1; replication <= plan.replications(); replication++) {
                PlanRuns.Result run = runs.at(point, replication);
                if (run.rows() != null) {
                    files.add(run.rows());
                } else if (run.failure() != null) {
                    files.failed(point, run.failure());
                }
                if (known != null) {
                    known.add(run);
                    if (known.enough()) {
                        break;
                    }
                }
            }
        }
    }

    /**
     * How far a sweep has come.
     *
     * @param done runs that are there
     * @param failed of them
     * @param shards those that have begun, as i-of-n
     */
    public record Status(boolean finished, long runs, long done, long failed, long bytes, List<String> shards) {}

    /** Looks at the parts; changes nothing. */
    public Status status() throws IOException {
        List<Path> parts = directory.partFiles();
        if (directory.finished() && parts.isEmpty()) {
            long failed = Long.parseLong(ResultDirectory.open(directory.path()).fact("failed"));
            long rows = Verification.rows(directory.path());
            return new Status(true, rows, rows, failed, 0, List.of());
        }
        Places places = directory.places(plan, parts);
        long bytes = 0;
        for (Path part : parts) {
            bytes += Files.size(part);
        }
        return new Status(false, plan.runs(), places.known(), places.failures(), bytes, directory.shards());
    }
}
