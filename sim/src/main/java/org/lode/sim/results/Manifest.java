package org.lode.sim.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a result directory was made of and by: {@code manifest.json}, with the SHA-256 of each file. */
final class Manifest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORMAT = 1;

    private Manifest() {}

    /**
     * Writes the manifest of a directory whose other files are whole.
     *
     * @param facts what else to say, in order
     */
    static void write(Path directory, Map<String, Object> facts) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("lode", version());
        root.put("java", Runtime.version().toString());
        root.put("vendor", System.getProperty("java.vendor", ""));
        root.put("system", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
        root.set("git", git());
        root.put("written", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.forEach((key, value) -> root.set(key, JSON.valueToTree(value)));
        ObjectNode files = root.putObject("files");
        hashes(directory).forEach(files::put);
        Files.writeString(
                directory.resolve(ResultFiles.MANIFEST),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    /** SHA-256 by path of all files of a directory but the manifest, sorted. */
    static Map<String, String> hashes(Path directory) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(directory)) {
            paths = walk.filter(Files::isRegularFile).toList();
        }
        Map<String, String> hashes = new TreeMap<>();
        for (Path path : paths) {
            String name = directory.relativize(path).toString().replace('\\', '/');
            if (!name.equals(ResultFiles.MANIFEST)) {
                hashes.put(name, Hashes.of(path));
            }
        }
        return hashes;
    }

    /** Reads the manifest of a directory. */
    static JsonNode read(Path directory) throws IOException {
        Path file = directory.resolve(ResultFiles.MANIFEST);
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": not a manifest: " + e.getOriginalMessage(), e);
        }
    }

    private static String version() throws IOException {
        try (InputStream file = Manifest.class.getResourceAsStream("/org/lode/sim/version.properties")) {
            var properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return properties.getProperty("version", "unknown");
        }
    }

    /** The commit that Lode was run from and whether it was changed since; empty outside a checkout or without git. */
    private static ObjectNode git() {
        ObjectNode git = JSON.createObjectNode();
        String home = System.getProperty("lode.home", "");
        if (home.isEmpty()) {
            return git;
        }
        String commit = git(home, "rev-parse", "HEAD");
        if (!commit.isEmpty()) {
            git.put("commit", commit);
            git.put(
                    "changed",
                    !git(home, "status", "--porcelain", "--untracked-files=no").isEmpty());
        }
        return git;
    }

    private static String git(String home, String... words) {
        var command =
                Stream.concat(Stream.of("git", "-C", home), Stream.of(words)).toList();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(10, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? text.strip() : "";
        } catch (IOException e) {
            return ""; // no git here: the manifest then does not say
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
