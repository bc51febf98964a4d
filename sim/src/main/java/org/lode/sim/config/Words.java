package org.lode.sim.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what is not a number: text, booleans, dates and the constants of enums. */
final class Words {
    private Words() {}

    /** The value, or {@link Binding#FAILED} after reporting why there is none. */
    static Object read(Class<?> type, Node node, String name, Problems problems) {
        Object value;
        if (type == boolean.class || type == Boolean.class) {
            value = Scalars.bool(node, name, problems);
        } else if (type == String.class) {
            value = Scalars.text(node, name, problems);
        } else if (type == LocalDate.class || type == YearMonth.class) {
            value = date(type, node, name, problems);
        } else if (type.isEnum()) {
            String text = Scalars.text(node, name, problems);
            value = text == null ? null : constant(type, text, node.origin(), name, problems);
        } else {
            throw new IllegalStateException(
                    "type (" + type.getName() + ") of " + name + " must be one that Binder names");
        }
        return value == null ? Binding.FAILED : value;
    }

    private static Object date(Class<?> type, Node node, String name, Problems problems) {
        if (node instanceof ScalarNode scalar) {
            try {
                return type == LocalDate.class ? LocalDate.parse(scalar.text()) : YearMonth.parse(scalar.text());
            } catch (DateTimeException e) {
                // reported below, with what would have been right
            }
        }
        String wanted = type == LocalDate.class ? "a date such as 2026-02-04" : "a month such as 2026-02";
        problems.add(node.origin(), name + Scalars.found(node) + " must be " + wanted);
        return Binding.FAILED;
    }

    static Object constant(Class<?> type, String text, Origin origin, String name, Problems problems) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(Names.of((Enum<?>) constant), constant);
        }
        Object found = constants.get(text);
        if (found == null) {
            String near = Nearest.of(text, constants.keySet())
                    .map(n -> "; did you mean '" + n + "'?")
                    .orElse("");
            String listed = String.join(", ", constants.keySet());
            problems.add(origin, name + " (" + text + ") must be one of " + listed + near);
            return Binding.FAILED;
        }
        return found;
    }
}
