package org.lode.sim.results;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A result directory in the making. It is written beside its place, under a name that starts with a dot, and put in its place
 * when it is whole: who looks finds the old results or the new ones, never half of either. What a killed process leaves behind is
 * cleared away by the next run of the same scenario.
 */
public final class ResultDraft implements Closeable {
    private static final int TRIES = 20;

    private final Path place;
    private final Path draft;
    private boolean done;

    private ResultDraft(Path place, Path draft) {
        this.place = place;
        this.draft = draft;
    }

    /**
     * Starts a draft.
     *
     * @param parent directory of result directories, made if need be
     * @param name of the result directory
     * @throws FileSystemException if something else than a result directory has that name
     */
    public static ResultDraft open(Path parent, String name) throws IOException {
        Files.createDirectories(parent);
        Path place = parent.resolve(name);
        if (Files.exists(place) && !Files.exists(place.resolve(ResultFiles.MANIFEST))) {
            throw new FileSystemException(
                    place.toString(), null, "exists and is not a result directory: it has no " + ResultFiles.MANIFEST);
        }
        return draft(place);
    }

    /** Starts a draft that takes the place of a directory, whatever is in it. */
    public static ResultDraft replacing(Path place) throws IOException {
        return draft(place.toAbsolutePath().normalize());
    }

    /** Clears away what dead processes left of a directory, and puts back what one of them had moved aside. */
    public static void recover(Path place) throws IOException {
        Path whole = place.toAbsolutePath().normalize();
        if (Files.isDirectory(whole.resolveSibling(""))) {
            clear(whole.resolveSibling(""), whole.getFileName().toString());
        }
    }

    private static ResultDraft draft(Path place) throws IOException {
        Path parent = place.resolveSibling("");
        String name = place.getFileName().toString();
        clear(parent, name);
        Path draft =
                parent.resolve("." + name + ".tmp-" + ProcessHandle.current().pid());
        delete(draft);
        Files.createDirectory(draft);
        return new ResultDraft(place, draft);
    }

    /** Removes what dead processes left, and puts back what one of them had moved aside and not replaced. */
    private static void clear(Path parent, String name) throws IOException {
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, "." + name + ".{tmp,old}-*")) {
            entries.forEach(left::add);
        }
        for (Path path : left) {
            String file = path.getFileName().toString();
            String pid = file.substring(file.lastIndexOf('-') + 1);
            if (!pid.matches("\\d{1,18}")
                    || ProcessHandle.of(Long.parseLong(pid)).isPresent()) {
                continue;
            }
            Path place = parent.resolve(name);
            if (file.contains(".old-") && !Files.exists(place)) {
                Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
            } else {
                delete(path);
            }
        }
    }

    /** Where the files are written until the draft is published. */
    public Path directory() {
        return draft;
    }

    /** Where they will be. */
    public Path place() {
        return place;
    }

    /**
     * Writes the manifest and puts the directory in its place, instead of what was there. All files must be closed.
     *
     * @param facts what the manifest says besides versions and hashes, in order
     * @return where the directory now is
     */
    public Path publish(Map<String, Object> facts) throws IOException {
        Manifest.write(draft, facts);
        Path aside = place.resolveSibling(
                "." + place.getFileName() + ".old-" + ProcessHandle.current().pid());
        delete(aside);
        for (int attempt = 1; !done; attempt++) {
            try {
                Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException nothingThere) {
                // the usual case
            }
            try {
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
                done = true;
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
                // Another process has just published the same scenario: the last one stays.
                if (attempt == TRIES) {
                    throw another;
                }
                delete(aside);
            }
        }
        delete(aside);
        return place;
    }

    /** Deletes the draft if it was not published. */
    @Override
    public void close() throws IOException {
        if (!done) {
            delete(draft);
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(root)) {
            paths = new ArrayList<>(walk.toList());
        }
        for (int i = paths.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(paths.get(i));
        }
    }
}
