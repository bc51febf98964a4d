package org.lode.sim.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes what the reader knows of a kind of file as a JSON schema (draft 2020-12), for editors: keys, words, units and
 * bounds. A number may be plain, or a quantity with a unit that converts; of a quantity the bounds are not checked, since
 * they hold in the unit wanted. What a record's constructor refuses is beyond a schema.
 */
public final class JsonSchema {
    private final Map<String, Object> quantities = new TreeMap<>();
    /** Where a family is being written, by the key that names its members: inside itself it is referred to. */
    private final Map<String, String> open = new HashMap<>();

    /** Where each block of keys was first written. */
    private final Map<Object, String> written = new HashMap<>();

    private JsonSchema() {}

    /**
     * The schema of a kind, as a tree of maps, lists, text and numbers.
     *
     * @param meaning what files of the kind say
     */
    public static Map<String, Object> of(String kind, String meaning, SchemaKeys keys) {
        JsonSchema schema = new JsonSchema();
        Map<String, Object> properties = map("kind", map("const", kind));
        Map<String, Object> text = map("type", "string");
        properties.put(
                "extends",
                map(
                        "description",
                        "a file, or files, that this one is laid over",
                        "anyOf",
                        List.of(text, map("type", "array", "items", text))));
        properties.putAll(schema.properties(keys, "#"));
        Map<String, Object> top = map("$schema", "https://json-schema.org/draft/2020-12/schema");
        top.putAll(map("title", "Lode: kind " + kind, "description", meaning));
        top.putAll(object(properties, List.of("kind")));
        // A file that extends another need not be whole by itself.
        top.put("anyOf", List.of(map("required", List.of("extends")), map("required", required(keys))));
        top.put("$defs", schema.quantities);
        return top;
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> object = map("type", "object", "additionalProperties", false, "properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    private static List<String> required(SchemaKeys keys) {
        return names(keys, SchemaKeys::required);
    }

    private static List<String> names(SchemaKeys keys, Predicate<SchemaKeys> which) {
        return keys.keys().stream().filter(which).map(SchemaKeys::name).toList();
    }

    private Map<String, Object> properties(SchemaKeys keys, String at) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (SchemaKeys key : keys.keys()) {
            properties.put(key.name(), described(key, at + "/properties/" + key.name()));
        }
        return properties;
    }

    private Map<String, Object> described(SchemaKeys key, String at) {
        List<String> said = new ArrayList<>();
        if (key.doc() != null) {
            said.add(key.doc());
        }
        if (key.unit() != null) {
            said.add("[" + key.unit() + "]");
        }
        if (key.given() != null) {
            said.add("(default " + key.given() + ")");
        }
        Map<String, Object> schema = said.isEmpty() ? map() : map("description", String.join(" ", said));
        schema.putAll(of(key, at));
        return schema;
    }

    private Map<String, Object> of(SchemaKeys key, String at) {
        return switch (key.type()) {
            case "number", "quantity" -> number(key, "number");
            case "integer" -> number(key, "integer");
            case "boolean" -> map("type", "boolean");
            case "text" -> map("type", "string");
            case "date" -> map("type", "string", "pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
            case "month" -> map("type", "string", "pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$");
            case "choice" -> map("enum", key.choices());
            case "list" -> map("type", "array", "items", of(key.keys().get(0), at + "/items"));
            case "map" -> {
                Map<String, Object> each = of(key.keys().get(0), at + "/additionalProperties");
                Map<String, Object> schema = map("type", "object", "additionalProperties", each);
                if (!key.choices().isEmpty()) {
                    schema.put("propertyNames", map("enum", key.choices()));
                }
                yield schema;
            }
            case "object" -> shared(key, at, () -> object(properties(key, at), required(key)));
            case "either" ->
                map(
                        "anyOf",
                        IntStream.range(0, key.keys().size())
                                .mapToObj(i -> of(key.keys().get(i), at + "/anyOf/" + i))
                                .toList());
            case "family" -> shared(key, at, () -> family(key, at));
            case "any" -> map();
            default -> throw new IllegalStateException("type (" + key.type() + ") of " + key.name() + " has no schema");
        };
    }

    /** What is written, or a reference to where the same was. */
    private Map<String, Object> shared(SchemaKeys key, String at, Supplier<Map<String, Object>> content) {
        String before = key.keys().isEmpty() ? null : written.putIfAbsent(List.of(key.choices(), key.keys()), at);
        return before == null ? content.get() : map("$ref", before);
    }

    private Map<String, Object> family(SchemaKeys family, String at) {
        String naming = family.choices().get(0);
        if (family.keys().isEmpty()) {
            return map("$ref", open.get(naming));
        }
        open.put(naming, at);
        List<Object> members = new ArrayList<>();
        for (SchemaKeys member : family.keys()) {
            Map<String, Object> properties = map(naming, map("const", member.name()));
            properties.putAll(properties(member, at + "/oneOf/" + members.size()));
            List<String> required =
                    Stream.concat(Stream.of(naming), required(member).stream()).toList();
            members.add(object(properties, required));
        }
        List<String> bare = names(family, member -> required(member).isEmpty());
        if (!bare.isEmpty()) {
            members.add(map("enum", bare));
        }
        open.remove(naming);
        return map("oneOf", members);
    }

    private Map<String, Object> number(SchemaKeys key, String type) {
        Map<String, Object> plain = map("type", List.of(type, "object")); // bounds hold of numbers, $ref of objects
        bound(plain, key.minExcluded() ? "exclusiveMinimum" : "minimum", key.min());
        bound(plain, "maximum", key.max());
        plain.put("$ref", "#/$defs/" + quantity(key));
        return plain;
    }

    private static void bound(Map<String, Object> number, String word, double value) {
        if (!Double.isInfinite(value)) {
            Object shortest = value;
            number.put(word, value == (long) value ? (long) value : shortest);
        }
    }

    /** The name of the quantity's definition, which is made where it is first needed. */
    private String quantity(SchemaKeys key) {
        boolean anyUnit = key.unit() == null && key.type().equals("quantity");
        List<Unit> units = anyUnit
                ? List.of(Unit.values())
                : key.unit() == null ? Numbers.pure() : key.unit().alike();
        String name =
                anyUnit ? "ANY_UNIT" : key.unit() == null ? "PURE" : key.unit().name();
        Map<String, Object> text = map("type", "string");
        Map<String, Object> number = map("type", "number");
        Map<String, Object> properties = map("value", number);
        List<Object> symbols = new ArrayList<>(units.stream().map(Unit::symbol).toList());
        if (units.contains(Unit.ONE)) {
            symbols.add(1); // what YAML makes of it without quotes
        }
        properties.put("unit", map("enum", symbols));
        properties.put("source", text);
        properties.put("range", map("type", "array", "items", number, "minItems", 2, "maxItems", 2));
        properties.put("note", text);
        boolean needsUnit = anyUnit || key.unit() != null;
        Map<String, Object> quantity = object(properties, needsUnit ? List.of("value", "unit") : List.of("value"));
        quantity.remove("type"); // a plain number refers to it too
        quantities.put(name, quantity);
        return name;
    }
}
