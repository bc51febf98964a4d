package org.lode.sim.config;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one key of a configuration may hold: the reader's own view of its schema, to print, and to hold a JSON schema
 * against.
 *
 * @param name the key; {@code *} for every item of a list or value of a map; the member's name in a family
 * @param type number, quantity, integer, boolean, text, date, month, choice, map, list, object, family, either or any
 * @param required whether it must be given
 * @param given what is taken where it is left out; null if nothing
 * @param unit the unit wanted; null if none is
 * @param min least value, negative infinity if none; excluded if {@code minExcluded}
 * @param max greatest value, positive infinity if none
 * @param doc what the key means; null if its record does not say
 * @param choices the words a choice allows, in order; for a family, the key that names the member
 * @param keys keys of an object; members of a family; the single {@code *} of a list or map; what either may be
 */
public record SchemaKeys(
        String name,
        String type,
        boolean required,
        @Nullable String given,
        @Nullable Unit unit,
        double min,
        boolean minExcluded,
        double max,
        @Nullable String doc,
        List<String> choices,
        List<SchemaKeys> keys) {
    public SchemaKeys {
        choices = List.copyOf(choices);
        keys = List.copyOf(keys);
    }

    /** A key of a type without unit, bounds or meaning, to stand in {@link #with}. */
    public static SchemaKeys of(String type, List<String> choices, SchemaKeys... keys) {
        double none = Double.POSITIVE_INFINITY;
        return new SchemaKeys("*", type, true, null, null, -none, false, none, null, choices, List.of(keys));
    }

    /** The same with every key of that name, at any depth, holding what {@code block} says: its owner binds it later. */
    public SchemaKeys with(String key, SchemaKeys block) {
        List<SchemaKeys> replaced = keys.stream()
                .map(k -> k.name.equals(key) ? k.holding(block.type, block.choices, block.keys) : k.with(key, block))
                .toList();
        return holding(type, choices, replaced);
    }

    private SchemaKeys holding(String held, List<String> words, List<SchemaKeys> below) {
        return new SchemaKeys(name, held, required, given, unit, min, minExcluded, max, doc, words, below);
    }

    /** The key of that name below this one. */
    public Optional<SchemaKeys> find(String key) {
        return keys.stream().filter(k -> k.name().equals(key)).findFirst();
    }

    /** One line per key, indented: name, type, unit, bounds, default and meaning. */
    public String text() {
        StringBuilder out = new StringBuilder();
        print(out, "");
        return out.toString();
    }

    private void print(StringBuilder out, String indent) {
        out.append(indent).append(name).append(": ").append(type);
        if (unit != null) {
            out.append(" [").append(unit).append(']');
        }
        if (min != Double.NEGATIVE_INFINITY) {
            out.append(minExcluded ? ", above " : ", at least ").append(Scalars.print(min));
        }
        if (max != Double.POSITIVE_INFINITY) {
            out.append(", at most ").append(Scalars.print(max));
        }
        if (!choices.isEmpty()) {
            out.append(type.equals("family") ? ", by " : ", one of ").append(String.join(", ", choices));
        }
        if (given != null) {
            out.append(", default ").append(given);
        } else if (!required) {
            out.append(", optional");
        }
        if (doc != null) {
            out.append(": ").append(doc);
        }
        out.append('\n');
        keys.forEach(key -> key.print(out, indent + "  "));
    }
}
