package org.lode.sim.analysis;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.lode.sim.results.ResultFiles;

/** What differs in the values of two result directories' config.resolved.json; sources, ranges and notes do not count. */
public final class ConfigDifferences {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    /** What stands in for a value that one of the two does not have. */
    public static final String NONE = "";

    private ConfigDifferences() {}

    /**
     * One value that differs.
     *
     * @param path dotted, items of lists by their id where they have one
     * @param a with its unit; {@link #NONE} if it is not there
     * @param b likewise
     */
    public record Difference(String path, String a, String b) {}

    /** The differences, in the order of the first configuration, then of what only the second has. */
    public static List<Difference> of(Path first, Path second) throws IOException {
        Map<String, String> a = values(first);
        Map<String, String> b = values(second);
        var paths = new LinkedHashSet<>(a.keySet());
        paths.addAll(b.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            String was = a.getOrDefault(path, NONE);
            String is = b.getOrDefault(path, NONE);
            if (!was.equals(is) || a.containsKey(path) != b.containsKey(path)) {
                differences.add(new Difference(path, was, is));
            }
        }
        return List.copyOf(differences);
    }

    private static Map<String, String> values(Path directory) throws IOException {
        Path file = directory.resolve(ResultFiles.CONFIG);
        JsonNode config = JSON.readTree(Files.readString(file)).path("config");
        if (!config.isObject()) {
            throw new IOException(file + ": config must be a map");
        }
        Map<String, String> values = new LinkedHashMap<>();
        collect(config, "", values);
        return values;
    }

    private static void collect(JsonNode node, String path, Map<String, String> values) {
        if (node.isObject() && node.has("value") && node.path("value").isValueNode()) {
            String unit = node.path("unit").asText();
            String value = node.path("value").asText();
            values.put(path, unit.isEmpty() || unit.equals("1") ? value : value + " " + unit);
        } else if (node.isObject()) {
            node.properties().forEach(entry -> collect(entry.getValue(), joined(path, entry.getKey()), values));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isContainerNode()) {
            for (int i = 0; i < node.size(); i++) {
                String id = node.get(i).path("id").asText();
                collect(node.get(i), joined(path, id.isEmpty() ? Integer.toString(i) : id), values);
            }
        } else {
            values.put(path, node.isValueNode() ? node.asText() : node.toString());
        }
    }

    private static String joined(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
