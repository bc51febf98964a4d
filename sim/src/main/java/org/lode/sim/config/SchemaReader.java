package org.lode.sim.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Derives {@link SchemaKeys} from records and families, by the same rules as {@link Binding}. */
final class SchemaReader {
    private final Map<Class<?>, Family> families;
    private final Set<Class<?>> open = new HashSet<>();

    private SchemaReader(Map<Class<?>, Family> families) {
        this.families = families;
    }

    static SchemaKeys read(Class<?> type, Map<Class<?>, Family> families) {
        return new SchemaReader(families).of(Names.of(type), type, Rules.NONE, true, null);
    }

    /** What may stand at a key that may be left out, without families. */
    static SchemaKeys read(String name, Type type, Rules rules) {
        return new SchemaReader(Map.of()).of(name, type, rules, false, null);
    }

    private SchemaKeys of(String name, Type type, Rules rules, boolean required, @Nullable String given) {
        Type plain = type;
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return of(name, arguments[0], rules, false, given);
            }
            plain = generic.getRawType();
            if (plain == List.class || plain == Map.class) {
                SchemaKeys each = of("*", arguments[arguments.length - 1], rules, true, null);
                List<String> choices = plain == Map.class ? choices(arguments[0]) : List.of();
                String kind = plain == Map.class ? "map" : "list";
                return keys(name, kind, required, given, Rules.NONE, rules.doc(), choices, List.of(each));
            }
        }
        if (!(plain instanceof Class<?> single)) {
            throw new IllegalStateException("type (" + type + ") of " + name + " must be one that Binder names");
        }
        Family family = families.get(single);
        List<SchemaKeys> below = new ArrayList<>();
        if (family != null) {
            if (open.add(single)) {
                family.members().forEach((member, record) -> below.add(of(member, record, Rules.NONE, true, null)));
                open.remove(single);
            }
            return keys(name, "family", required, given, Rules.NONE, rules.doc(), List.of(family.key()), below);
        }
        String kind = kind(single);
        if (kind.equals("object") && open.add(single)) {
            components(single, below);
            open.remove(single);
        }
        return keys(name, kind, required, given, rules, rules.doc(), choices(single), below);
    }

    private void components(Class<?> type, List<SchemaKeys> below) {
        for (RecordComponent component : type.getRecordComponents()) {
            String given = Binding.given(component);
            below.add(of(
                    component.getName(),
                    component.getGenericType(),
                    Rules.of(component),
                    given == null && !Binding.isNullable(component),
                    given));
        }
    }

    private static SchemaKeys keys(
            String name,
            String type,
            boolean required,
            @Nullable String given,
            Rules rules,
            @Nullable String doc,
            List<String> choices,
            List<SchemaKeys> below) {
        boolean minExcluded = rules.above() != Double.NEGATIVE_INFINITY && rules.above() >= rules.min();
        double min = StrictMath.max(rules.min(), rules.above());
        return new SchemaKeys(
                name, type, required, given, rules.unit(), min, minExcluded, rules.max(), doc, choices, below);
    }

    private static List<String> choices(Type type) {
        return type instanceof Class<?> plain && plain.isEnum()
                ? Arrays.stream(plain.getEnumConstants())
                        .map(constant -> Names.of((Enum<?>) constant))
                        .toList()
                : List.of();
    }

    private static String kind(Class<?> type) {
        if (type == Quantity.class) {
            return "quantity";
        } else if (type == double.class || type == Double.class) {
            return "number";
        } else if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "integer";
        } else if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        } else if (type == LocalDate.class) {
            return "date";
        } else if (type == YearMonth.class) {
            return "month";
        } else if (type == String.class) {
            return "text";
        } else if (type == Raw.class || Node.class.isAssignableFrom(type)) {
            return "any";
        } else if (type.isEnum()) {
            return "choice";
        } else if (type.isRecord()) {
            return "object";
        }
        throw new IllegalStateException("type (" + type.getName() + ") must be one that Binder names");
    }
}
