package org.lode.sim.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a tree after all merging and setting: the same bytes on every JDK. */
public final class Resolved {
    private static final double EXACT_WHOLE = 0x1p53;

    private Resolved() {}

    /**
     * The tree as JSON: {@code config} holds the values in their order and reads back as a configuration, {@code
     * origins} says for each path where its value was written.
     *
     * @param base directory to which the names of files are given relative, where they lie in it; null for as they are
     */
    public static String json(MapNode root, @Nullable Path base) {
        return write(true, json -> {
                    json.writeStartObject();
                    json.writeFieldName("config");
                    value(json, root, "", Set.of(), false);
                    json.writeObjectFieldStart("origins");
                    origins(json, root, "", base);
                    json.writeEndObject();
                    json.writeEndObject();
                })
                + "\n";
    }

    /**
     * SHA-256, in hex, of the values and units alone: where they stand, and their sources, ranges and notes, do not
     * count.
     *
     * @param excluded dotted paths that do not count, such as {@code replications}
     */
    public static String hash(MapNode root, Set<String> excluded) {
        String text = write(false, json -> value(json, root, "", excluded, true));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private interface Body {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static String write(boolean pretty, Body body) {
        StringWriter out = new StringWriter();
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            if (pretty) {
                DefaultIndenter lines = new DefaultIndenter("  ", "\n");
                json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines));
            }
            body.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void value(JsonGenerator json, Node node, String path, Set<String> excluded, boolean bare)
            throws IOException {
        if (node instanceof MapNode map) {
            boolean quantity = bare && map.isQuantity();
            json.writeStartObject();
            for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
                String key = entry.getKey();
                String child = Names.join(path, key);
                boolean counts = !quantity || key.equals("value") || key.equals("unit");
                if (counts && !excluded.contains(child)) {
                    json.writeFieldName(key);
                    value(json, entry.getValue(), child, excluded, bare);
                }
            }
            json.writeEndObject();
        } else if (node instanceof ListNode list) {
            json.writeStartArray();
            for (int i = 0; i < list.items().size(); i++) {
                value(json, list.items().get(i), Names.join(path, list.segment(i)), excluded, bare);
            }
            json.writeEndArray();
        } else if (node instanceof ScalarNode scalar) {
            scalar(json, scalar);
        }
    }

    private static void scalar(JsonGenerator json, ScalarNode scalar) throws IOException {
        if (scalar.isBoolean()) {
            json.writeBoolean(scalar.text().equals("true"));
        } else if (!scalar.isNumber()) {
            json.writeString(scalar.text());
        } else if (scalar.text().matches("-?[0-9]+")) {
            json.writeNumber(new BigDecimal(scalar.text()).toBigIntegerExact());
        } else {
            double value = Double.parseDouble(scalar.text());
            if (value == StrictMath.rint(value) && Math.abs(value) < EXACT_WHOLE) {
                json.writeNumber((long) value);
            } else if (Double.isFinite(value)) {
                json.writeNumber(value);
            } else {
                json.writeString(scalar.text());
            }
        }
    }

    private static void origins(JsonGenerator json, Node node, String path, @Nullable Path base) throws IOException {
        if (node instanceof MapNode map && map.isQuantity()) {
            origin(json, map.require("value").origin(), path, base);
        } else if (node instanceof MapNode map) {
            for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
                origins(json, entry.getValue(), Names.join(path, entry.getKey()), base);
            }
        } else if (node instanceof ListNode list && list.items().stream().anyMatch(i -> !(i instanceof ScalarNode))) {
            for (int i = 0; i < list.items().size(); i++) {
                origins(json, list.items().get(i), Names.join(path, list.segment(i)), base);
            }
        } else {
            origin(json, node.origin(), path, base);
        }
    }

    private static void origin(JsonGenerator json, Origin origin, String path, @Nullable Path base) throws IOException {
        Origin shown = origin;
        if (base != null && origin.isFile()) {
            Path file = Path.of(origin.file());
            if (file.isAbsolute() == base.isAbsolute()) {
                String relative = base.normalize().relativize(file.normalize()).toString();
                shown = new Origin(relative.replace('\\', '/'), origin.line());
            }
        }
        json.writeStringField(path, shown.toString());
    }
}
