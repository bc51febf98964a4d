package org.lode.sim.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A result directory that was written, to be read back. */
public final class ResultDirectory {
    private final Path directory;
    private final JsonNode manifest;

    private ResultDirectory(Path directory, JsonNode manifest) {
        this.directory = directory;
        this.manifest = manifest;
    }

    /**
     * Opens a directory.
     *
     * @throws FileSystemException if it is not a result directory
     */
    public static ResultDirectory open(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new FileSystemException(directory.toString(), null, "no such directory");
        }
        if (!Files.exists(directory.resolve(ResultFiles.MANIFEST))) {
            throw new FileSystemException(
                    directory.toString(), null, "not a result directory: it has no " + ResultFiles.MANIFEST);
        }
        return new ResultDirectory(directory, Manifest.read(directory));
    }

    public Path path() {
        return directory;
    }

    /** What the manifest says about a key; empty text where it says nothing. */
    public String fact(String key) {
        return manifest.path(key).asText();
    }

    /** The hashes that the manifest holds, by file. */
    public Map<String, String> hashes() {
        Map<String, String> hashes = new LinkedHashMap<>();
        manifest.path("files")
                .properties()
                .forEach(entry -> hashes.put(entry.getKey(), entry.getValue().asText()));
        return hashes;
    }

    /**
     * What does not fit the manifest: one line for each file that is missing, changed or unknown. Analyses that were made from
     * the results afterwards do not count.
     */
    public List<String> damage() throws IOException {
        Map<String, String> said = hashes();
        Map<String, String> found = Manifest.hashes(directory);
        var names = new TreeSet<>(said.keySet());
        names.addAll(found.keySet());
        List<String> damage = new ArrayList<>();
        for (String name : names) {
            if (!found.containsKey(name)) {
                damage.add(name + ": missing");
            } else if (!said.containsKey(name)) {
                if (ResultFiles.ofAnalysis(name)) {
                    continue;
                }
                damage.add(name + ": not in the manifest");
            } else if (!said.get(name).equals(found.get(name))) {
                damage.add(name + ": SHA-256 is " + found.get(name) + ", the manifest says " + said.get(name));
            }
        }
        return damage;
    }

    /** Whether there is a file of this name. */
    public boolean has(String file) {
        return Files.exists(directory.resolve(file));
    }

    /** Opens a table, which the caller closes. */
    public CsvTable table(String file) throws IOException {
        return CsvTable.open(directory.resolve(file));
    }
}
