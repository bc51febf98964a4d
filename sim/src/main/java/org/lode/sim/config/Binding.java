package org.lode.sim.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One walk over a tree that builds records from it, and collects problems on the way. */
final class Binding {
    /** Stands for a value that could not be read and was reported. */
    static final Object FAILED = new Object();

    private final Map<Class<?>, Family> families;
    private final Problems problems = new Problems();
    private final List<Provenance.Parameter> parameters = new ArrayList<>();
    private final Numbers numbers;

    Binding(boolean requiresSources, Map<Class<?>, Family> families) {
        this.families = families;
        this.numbers = new Numbers(requiresSources, problems, parameters);
    }

    Object root(Node node, Class<?> type, String path) {
        Kind kind = type.getAnnotation(Kind.class);
        if (path.isEmpty()
                && kind != null
                && node instanceof MapNode map
                && map.find("kind").isEmpty()) {
            problems.add(node.origin(), "missing key 'kind'; it must be " + kind.value());
        }
        Object value = read(type, Rules.NONE, node, path);
        problems.check();
        return value;
    }

    Object block(Type type, Rules rules, Node node, String path) {
        Object value = read(type, rules, node, path);
        problems.check();
        return value;
    }

    Provenance provenance() {
        return new Provenance(parameters);
    }

    /** What a message calls a whole file. */
    private static String whole(Class<?> type) {
        Kind kind = type.getAnnotation(Kind.class);
        return kind == null ? Names.of(type) : kind.value();
    }

    private Object read(Type type, Rules rules, Node node, String path) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return list(arguments[0], rules, node, path);
            }
            if (generic.getRawType() == Map.class) {
                return map(arguments[0], arguments[1], rules, node, path);
            }
            if (generic.getRawType() == Optional.class) {
                Object value = read(arguments[0], rules, node, path);
                return value == FAILED ? FAILED : Optional.of(value);
            }
            type = generic.getRawType();
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException("type (" + type + ") of " + path + " must be one that Binder names");
        }
        return plain(plain, rules, node, path);
    }

    private Object plain(Class<?> type, Rules rules, Node node, String path) {
        if (type == Raw.class) {
            return new Raw(path, node);
        }
        if (Node.class.isAssignableFrom(type)) {
            return type.isInstance(node) ? node : wrong(node, path, type == MapNode.class ? "a map" : "a list");
        }
        if (families.containsKey(type)) {
            return member(families.get(type), node, path);
        }
        if (type.isRecord() && type != Quantity.class) {
            return node instanceof MapNode map ? record(type, map, Set.of(), path) : wrong(node, path, "a map");
        }
        Object value = numbers.read(type, rules, node, path);
        if (value == null) {
            value = Words.read(type, node, Names.last(path), problems);
        }
        return value;
    }

    private Object wrong(Node node, String path, String wanted) {
        String name = path.isEmpty() ? "the document" : Names.last(path);
        problems.add(node.origin(), name + Scalars.found(node) + " must be " + wanted);
        return FAILED;
    }

    private Object list(Type type, Rules rules, Node node, String path) {
        if (!(node instanceof ListNode list)) {
            return wrong(node, path, "a list");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            values.add(read(type, rules, list.items().get(i), Names.join(path, list.segment(i))));
        }
        return values.contains(FAILED) ? FAILED : List.copyOf(values);
    }

    private Object map(Type keyType, Type type, Rules rules, Node node, String path) {
        if (!(node instanceof MapNode map)) {
            return wrong(node, path, "a map");
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        boolean failed = false;
        for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
            Node value = entry.getValue();
            Object key = keyType == String.class
                    ? entry.getKey()
                    : Words.constant((Class<?>) keyType, entry.getKey(), value.origin(), "key", problems);
            Object bound = read(type, rules, value, Names.join(path, entry.getKey()));
            failed |= key == FAILED || bound == FAILED;
            values.put(key, bound);
        }
        return failed ? FAILED : Collections.unmodifiableMap(values);
    }

    private Object member(Family family, Node node, String path) {
        MapNode map;
        Node named;
        if (node instanceof MapNode settings) {
            map = settings;
            named = settings.entries().get(family.key());
        } else {
            map = new MapNode(Map.of(), node.origin());
            named = node;
        }
        if (named == null) {
            problems.add(
                    node.origin(),
                    missing(family.key(), path, "the document") + "; one of: "
                            + String.join(", ", family.members().keySet()));
            return FAILED;
        }
        String name = Scalars.text(named, family.key(), problems);
        if (name == null) {
            return FAILED;
        }
        Class<?> member = family.members().get(name);
        if (member == null) {
            Set<String> known = family.members().keySet();
            problems.add(named.origin(), "unknown " + family.key() + " '" + name + "'" + Nearest.hint(name, known));
            return FAILED;
        }
        return record(member, map, Set.of(family.key()), path);
    }

    private Object record(Class<?> type, MapNode map, Set<String> alsoAllowed, String path) {
        RecordComponent[] components = type.getRecordComponents();
        Set<String> keys = new LinkedHashSet<>();
        Arrays.stream(components).forEach(component -> keys.add(component.getName()));
        Set<String> allowed = new LinkedHashSet<>(alsoAllowed);
        allowed.addAll(keys);
        boolean failed = checkKind(type, map, allowed);
        String where = path.isEmpty() ? whole(type) : path;
        Set<String> meant = unknownKeys(map, allowed, where);
        failed |= meant == null;

        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String key = components[i].getName();
            Node node = map.entries().get(key);
            if (node == null && meant != null && meant.contains(key)) {
                failed = true;
                continue;
            }
            arguments[i] = node == null
                    ? absent(components[i], map, where, Names.join(path, key))
                    : read(components[i].getGenericType(), Rules.of(components[i]), node, Names.join(path, key));
            failed |= arguments[i] == FAILED;
        }
        return failed || (meant != null && !meant.isEmpty()) ? FAILED : construct(type, components, arguments, map);
    }

    private boolean checkKind(Class<?> type, MapNode map, Collection<String> allowed) {
        Kind kind = type.getAnnotation(Kind.class);
        if (kind == null || allowed.contains("kind")) {
            return false;
        }
        allowed.add("kind");
        Node found = map.entries().get("kind");
        if (found == null
                || (found instanceof ScalarNode scalar && scalar.text().equals(kind.value()))) {
            return false;
        }
        problems.add(found.origin(), "kind" + Scalars.found(found) + " must be " + kind.value());
        return true;
    }

    /** Reports keys that are not allowed; returns the keys that were probably meant, or null if some mean nothing. */
    private @Nullable Set<String> unknownKeys(MapNode map, Set<String> allowed, String where) {
        Set<String> free = new LinkedHashSet<>(allowed);
        free.removeAll(map.entries().keySet());
        Set<String> meant = new HashSet<>();
        boolean lost = false;
        for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
            String key = entry.getKey();
            if (allowed.contains(key)) {
                continue;
            }
            Optional<String> near = Nearest.of(key, free).or(() -> Nearest.of(key, allowed));
            near.ifPresent(meant::add);
            lost |= near.isEmpty();
            String hint = near.map(n -> "; did you mean '" + n + "'?").orElseGet(() -> Nearest.hint(key, allowed));
            problems.add(entry.getValue().origin(), "unknown key '" + key + "' in " + where + hint);
        }
        return lost && meant.isEmpty() ? null : meant;
    }

    private @Nullable Object absent(RecordComponent component, MapNode map, String where, String path) {
        String given = given(component);
        if (given != null) {
            Node node = YamlReader.read(given, line -> Origin.DEFAULT);
            return read(component.getGenericType(), Rules.of(component), node, path);
        }
        if (component.getType() == Optional.class) {
            return Optional.empty();
        }
        if (isNullable(component)) {
            return null;
        }
        problems.add(map.origin(), missing(component.getName(), where, where));
        return FAILED;
    }

    /**
     * What a component is where a file leaves it out: as annotated, or as its record's own {@code DEFAULTS} map says, which plug-ins
     * of modules without annotations have; null if it must be given.
     */
    static @Nullable String given(RecordComponent component) {
        Default annotated = component.getAnnotation(Default.class);
        if (annotated != null) {
            return annotated.value();
        }
        try {
            Object defaults =
                    component.getDeclaringRecord().getField("DEFAULTS").get(null);
            return ((Map<?, ?>) defaults).get(component.getName()) instanceof String text ? text : null;
        } catch (NoSuchFieldException none) {
            return null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(component.getDeclaringRecord() + " must have public DEFAULTS", e);
        }
    }

    private static String missing(String key, String path, String otherwise) {
        return "missing key '" + key + "' in " + (path.isEmpty() ? otherwise : path);
    }

    static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private Object construct(Class<?> type, RecordComponent[] components, Object[] arguments, MapNode map) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ConfigException found) {
                problems.addAll(found.problems());
                return FAILED;
            }
            if (e.getCause() instanceof IllegalArgumentException refused) {
                String message = refused.getMessage() == null ? "refused by " + Names.of(type) : refused.getMessage();
                problems.add(map.origin(), message.strip().replaceAll("\\s*\\R\\s*", "; "));
                return FAILED;
            }
            throw new IllegalStateException("record (" + type.getName() + ") failed when built", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record (" + type.getName() + ") cannot be built", e);
        }
    }
}
