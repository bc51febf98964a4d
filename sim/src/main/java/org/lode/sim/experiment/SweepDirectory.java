package org.lode.sim.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lode.sim.results.ResultFiles;

/** A sweep's result directory while it is being made: parts by shard and worker, each shard under a lock. */
final class SweepDirectory {
    private static final String PARTS = "parts";
    private static final String LOCK = "lock";
    private static final String PART = ".part";

    private final Path directory;

    SweepDirectory(Path directory) {
        this.directory = directory;
    }

    Path path() {
        return directory;
    }

    Path parts() {
        return directory.resolve(PARTS);
    }

    /** Whether all files of a finished sweep are there. */
    boolean finished() {
        return Files.exists(directory.resolve(ResultFiles.MANIFEST));
    }

    /** Whether anything of a shard is there. */
    boolean begun(Shard shard) throws IOException {
        return shard.equals(Shard.WHOLE)
                ? !partFiles().isEmpty()
                : partFiles().stream().anyMatch(part -> part.startsWith(of(shard)));
    }

    private Path of(Shard shard) {
        return parts().resolve(shard.directory());
    }

    /** The part of a worker, from 1. */
    Path part(Shard shard, int worker) {
        return of(shard).resolve("worker-" + worker + PART);
    }

    /** The part that holds what a finished sweep had, before it is extended. */
    Path earlier(Shard shard) {
        return of(shard).resolve("earlier" + PART);
    }

    /** All parts there are, in the order of their names. */
    List<Path> partFiles() throws IOException {
        if (!Files.isDirectory(parts())) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(parts())) {
            walk.filter(file -> file.toString().endsWith(PART)).sorted().forEach(found::add);
        }
        return found;
    }

    /** Cuts a shard's parts after their last whole run; returns how many bytes that took off. */
    long cutTails(Shard shard) throws IOException {
        long lost = 0;
        for (Path part : partFiles()) {
            if (part.startsWith(of(shard))) {
                long whole = Part.scan(part, (point, replication, failed, offset) -> {});
                long size = Files.size(part);
                if (whole < size) {
                    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                        channel.truncate(whole);
                    }
                    lost += size - whole;
                }
            }
        }
        return lost;
    }

    /** Where each run of a plan lies in some part. */
    Places places(SweepPlan plan, List<Path> parts) throws IOException {
        var places = new Places(plan, parts);
        for (int p = 0; p < parts.size(); p++) {
            int number = p;
            Part.scan(
                    parts.get(p),
                    (point, replication, failed, offset) -> places.put(point, replication, failed, number, offset));
        }
        return places;
    }

    /** Writes the plan, so that the directory can be resumed, merged and asked about by itself. */
    void describe(SweepPlan plan) throws IOException {
        Path draft = Files.createDirectories(parts())
                .resolve("plan-" + ProcessHandle.current().pid());
        Files.createDirectories(draft);
        plan.write(draft);
        try (Stream<Path> files = Files.list(draft)) {
            for (Path file : files.toList()) {
                Files.move(
                        file,
                        directory.resolve(file.getFileName()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.delete(draft);
    }

    /** Copies what {@link #describe} wrote. */
    void copyDescription(Path draft) throws IOException {
        for (String name : List.of(ResultFiles.CONFIG, SweepPlan.DESIGN, SweepPlan.TABLE)) {
            if (Files.exists(directory.resolve(name))) {
                Files.copy(directory.resolve(name), draft.resolve(name));
            }
        }
    }

    /** Held by the one process that works on a shard. */
    record Lock(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close(); // the lock goes with it, and with the process if that is killed
        }
    }

    /**
     * Takes the lock of a shard.
     *
     * @throws FileSystemException if another process has it
     */
    Lock lock(Shard shard) throws IOException {
        Files.createDirectories(of(shard));
        FileChannel channel =
                FileChannel.open(of(shard).resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (taken(channel) == null) {
            channel.close();
            throw new FileSystemException(
                    directory.toString(),
                    null,
                    "another process works on " + (shard.equals(Shard.WHOLE) ? "this sweep" : "shard " + shard)
                            + "; wait for it, or take another --shard");
        }
        return new Lock(channel);
    }

    private static @Nullable FileLock taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    /** The shards that have begun, and those at work now, in the order of their names. */
    List<String> shards() throws IOException {
        if (!Files.isDirectory(parts())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parts())) {
            return entries.filter(entry -> Files.exists(entry.resolve(LOCK)))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
