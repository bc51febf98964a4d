package org.lode.sim.config;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Turns a tree into records: each key fills the component of its name, and nothing is guessed. Keys are checked before
 * values, so that a misspelt key is reported as that; all problems of a tree are reported together.
 *
 * <p>A component may be a number ({@code double}, {@code int}, {@code long}, {@link Quantity}), {@code boolean}, {@link
 * String}, an enum (in lower camel case), {@link java.time.LocalDate}, {@link java.time.YearMonth}, another record, a
 * member of a plug-in family, a {@link List}, {@link Map} (in file order; keys text or an enum) or {@link
 * java.util.Optional} of those, or {@link Raw} or a {@link Node} for a block that somebody else binds. {@link In},
 * {@link Min}, {@link Above} and {@link Max} say which numbers are allowed, {@link Default} and nullable components what
 * may be left out. What a record's constructor refuses by IllegalArgumentException is reported at the line of the
 * record. A binder never changes; the methods that add to it return another.
 */
public final class Binder {
    private final boolean requiresSources;
    private final Map<Class<?>, Family> families;

    private Binder(boolean requiresSources, Map<Class<?>, Family> families) {
        this.requiresSources = requiresSources;
        this.families = families;
    }

    /** A binder without families, for files that need not name sources. */
    public Binder() {
        this(false, Map.of());
    }

    /**
     * Demands of every number in a file whose component has a unit ({@link In}) that it be a quantity with a source;
     * what comes from {@code --set} or a default is exempt.
     */
    public Binder requiringSources() {
        return new Binder(true, families);
    }

    /**
     * Adds a plug-in family, its members named by their record's name in lower camel case: {@code {rule: logitReply,
     * lambda: 2}}. A member all of whose settings may be left out may be given by its name alone.
     *
     * @param key the key that names the member
     * @param members the family's list
     */
    public <T> Binder family(Class<T> type, String key, List<Class<? extends T>> members) {
        return family(type, key, members, Names::of);
    }

    /** Adds a plug-in family whose members are named by {@code name}. */
    public <T> Binder family(
            Class<T> type, String key, List<Class<? extends T>> members, Function<Class<?>, String> name) {
        Map<Class<?>, Family> more = new LinkedHashMap<>(families);
        more.put(type, Family.of(key, members, name));
        return new Binder(requiresSources, more);
    }

    /**
     * Binds a whole file. If the type is annotated with {@link Kind}, the file must say so.
     *
     * @throws ConfigException with every problem of the tree
     */
    public <T> Bound<T> bind(Node node, Class<T> type) {
        return bind(node, type, "");
    }

    /**
     * Binds a block that was kept unbound; paths in messages and provenance continue from where it stands.
     *
     * @throws ConfigException with every problem of the block
     */
    public <T> Bound<T> bind(Raw raw, Class<T> type) {
        return bind(raw.node(), type, raw.path());
    }

    private <T> Bound<T> bind(Node node, Class<T> type, String path) {
        Binding binding = new Binding(requiresSources, families);
        Object value = binding.root(node, type, path);
        return new Bound<>(type.cast(value), binding.provenance());
    }

    /** How deep a block of numbers is: one number, a map of them, or a map of such maps. */
    public enum Depth {
        NUMBER,
        MAP,
        MAP_OF_MAPS
    }

    private record Shapes(double number, Map<String, Double> map, Map<String, Map<String, Double>> mapOfMaps) {}

    /**
     * Binds a block of numbers whose unit and bounds are known only at run time, such as a policy instrument's settings.
     *
     * @param unit the unit wanted
     * @param doc what the numbers mean
     * @return a Double, a map of them, or a map of such maps, as {@code depth} says
     * @throws ConfigException with every problem of the block
     */
    public Bound<Object> numbers(Raw raw, Depth depth, Unit unit, double least, double most, String doc) {
        Binding binding = new Binding(requiresSources, families);
        Rules rules = new Rules(unit, least, Double.NEGATIVE_INFINITY, most, doc);
        Object value = binding.block(shape(depth), rules, raw.node(), raw.path());
        return new Bound<>(value, binding.provenance());
    }

    /** Describes what {@link #numbers} reads at a key. */
    public static SchemaKeys keys(String name, Depth depth, Unit unit, double least, double most, String doc) {
        Rules rules = new Rules(unit, least, Double.NEGATIVE_INFINITY, most, doc);
        return SchemaReader.read(name, shape(depth), rules);
    }

    private static Type shape(Depth depth) {
        return Shapes.class.getRecordComponents()[depth.ordinal()].getGenericType();
    }

    /** Describes what a record reads: its keys, units and bounds. */
    public SchemaKeys keys(Class<?> type) {
        return SchemaReader.read(type, families);
    }
}
