package org.lode.sim.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Reads JSON into the same tree as {@link YamlReader}, and refuses the same: nulls, repeated keys, a second document. */
final class JsonReader {
    private static final int DEEPEST = 50;

    private final JsonParser parser;
    private final IntFunction<Origin> origins;
    private final Problems problems = new Problems();

    private JsonReader(JsonParser parser, IntFunction<Origin> origins) {
        this.parser = parser;
        this.origins = origins;
    }

    static Node read(String text, IntFunction<Origin> origins) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return new JsonReader(parser, origins).document();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            String problem = e.getOriginalMessage().strip().replaceAll("\\s+", " ");
            throw new ConfigException(origins.apply(line), "this is not JSON: " + problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Node document() throws IOException {
        if (parser.nextToken() == null) {
            throw new ConfigException(origins.apply(1), "there is nothing here; expected keys and values");
        }
        Node root = node(line(), "the document", 0);
        if (parser.nextToken() != null) {
            problems.add(line(), "a second document starts here; a file holds one");
        }
        problems.check();
        return root;
    }

    private Origin line() {
        return origins.apply(parser.currentTokenLocation().getLineNr());
    }

    private Node node(Origin origin, String name, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new ConfigException(origin, "nested deeper than " + DEEPEST + " levels");
        }
        switch (parser.currentToken()) {
            case START_OBJECT:
                return map(origin, depth);
            case START_ARRAY:
                return list(origin, name, depth);
            case VALUE_NULL:
                problems.add(origin, name + " has no value (null); give one or leave the key out");
                return new ScalarNode("", true, origin);
            default:
                return new ScalarNode(parser.getText(), parser.currentToken() == JsonToken.VALUE_STRING, origin);
        }
    }

    private MapNode map(Origin origin, int depth) throws IOException {
        Map<String, Node> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Origin line = line();
            String key = parser.currentName();
            parser.nextToken();
            Node earlier = entries.putIfAbsent(key, node(line, "'" + key + "'", depth + 1));
            if (earlier != null) {
                problems.add(
                        line,
                        "repeated key '" + key + "'; it stands already on line "
                                + earlier.origin().line());
            }
        }
        return new MapNode(entries, origin);
    }

    private ListNode list(Origin origin, String name, int depth) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(line(), "item " + (items.size() + 1) + " of " + name, depth + 1));
        }
        return new ListNode(items, origin);
    }
}
