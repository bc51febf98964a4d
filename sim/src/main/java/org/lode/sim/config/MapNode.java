package org.lode.sim.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keys and their values, in the order written.
 *
 * @param entries values by key; iteration is in file order
 */
public record MapNode(Map<String, Node> entries, Origin origin) implements Node {
    static final Set<String> QUANTITY_KEYS = Set.of("value", "unit", "source", "range", "note");

    public MapNode {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The value of {@code key}, if there is one. */
    public Optional<Node> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /**
     * The value of {@code key}.
     *
     * @throws ConfigException if the key is missing
     */
    public Node require(String key) {
        Node node = entries.get(key);
        if (node == null) {
            throw new ConfigException(origin, "missing key '" + key + "'");
        }
        return node;
    }

    /**
     * The text of {@code key}.
     *
     * @throws ConfigException if the key is missing or its value is not text
     */
    public String text(String key) {
        Problems problems = new Problems();
        String text = Scalars.text(require(key), key, problems);
        problems.check();
        return text == null ? "" : text;
    }

    /** This map without {@code key}. */
    public MapNode without(String key) {
        var rest = new LinkedHashMap<>(entries);
        rest.remove(key);
        return new MapNode(rest, origin);
    }

    /** This map with {@code key} set, in its old place if it had one. */
    public MapNode with(String key, Node value) {
        var changed = new LinkedHashMap<>(entries);
        changed.put(key, value);
        return new MapNode(changed, origin);
    }

    /** Whether this is a quantity: {@code {value, unit[, source, range, note]}}. */
    public boolean isQuantity() {
        return entries.get("value") instanceof ScalarNode && QUANTITY_KEYS.containsAll(entries.keySet());
    }

    @Override
    public String what() {
        return "a map";
    }
}
