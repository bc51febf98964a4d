package org.lode.sim.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads numbers and quantities, checks their unit, source, range and bounds, and notes where they came from. */
final class Numbers {
    private final boolean requiresSources;
    private final Problems problems;
    private final List<Provenance.Parameter> parameters;

    Numbers(boolean requiresSources, Problems problems, List<Provenance.Parameter> parameters) {
        this.requiresSources = requiresSources;
        this.problems = problems;
        this.parameters = parameters;
    }

    /** A value of a numeric type; {@link Binding#FAILED} after reporting why it is none; null for other types. */
    @Nullable Object read(Class<?> type, Rules rules, Node node, String path) {
        if (type == Quantity.class || type == double.class || type == Double.class) {
            Quantity quantity = quantity(rules, node, path, type == Quantity.class);
            if (quantity == null) {
                return Binding.FAILED;
            }
            parameters.add(new Provenance.Parameter(path, quantity, rules.doc()));
            return type == Quantity.class ? quantity : (Object) quantity.value();
        }
        boolean isInt = type == int.class || type == Integer.class;
        if (!isInt && type != long.class && type != Long.class) {
            return null;
        }
        Object whole = node instanceof MapNode ? wholeOfQuantity(rules, node, path) : whole(rules, node, path);
        if (whole instanceof Long value && isInt) {
            if (value != value.intValue()) {
                problems.add(node.origin(), Names.last(path) + Scalars.found(node) + " must fit in 32 bits");
                return Binding.FAILED;
            }
            return value.intValue();
        }
        return whole;
    }

    private Object whole(Rules rules, Node node, String path) {
        String name = Names.last(path);
        if (Scalars.number(node, name, problems) == null) {
            return Binding.FAILED;
        }
        long value;
        try {
            value = new BigDecimal(((ScalarNode) node).text()).longValueExact();
        } catch (ArithmeticException e) {
            problems.add(node.origin(), name + Scalars.found(node) + " must be a whole number of at most 64 bits");
            return Binding.FAILED;
        }
        String broken = rules.broken(value);
        if (broken != null) {
            problems.add(node.origin(), name + Scalars.found(node) + " " + broken);
            return Binding.FAILED;
        }
        return value;
    }

    private Object wholeOfQuantity(Rules rules, Node node, String path) {
        Quantity quantity = quantity(rules, node, path, false);
        if (quantity == null) {
            return Binding.FAILED;
        }
        if (quantity.value() != StrictMath.rint(quantity.value())) {
            String found = " (" + Scalars.print(quantity.value()) + ")";
            problems.add(quantity.origin(), Names.last(path) + found + " must be a whole number");
            return Binding.FAILED;
        }
        parameters.add(new Provenance.Parameter(path, quantity, rules.doc()));
        return (long) quantity.value();
    }

    private @Nullable Quantity quantity(Rules rules, Node node, String path, boolean anyUnit) {
        String name = Names.last(path);
        if (node instanceof MapNode map) {
            return quantity(rules, map, path, name, anyUnit);
        }
        Double value = Scalars.number(node, name, problems);
        if (value == null) {
            return null;
        }
        if (!hasSource(null, rules, node, name, Scalars.found(node))) {
            return null;
        }
        String broken = rules.broken(value);
        if (broken != null) {
            problems.add(node.origin(), name + Scalars.found(node) + " " + broken);
            return null;
        }
        Unit unit = rules.unit() == null ? Unit.ONE : rules.unit();
        return new Quantity(value, unit, null, Double.NaN, Double.NaN, null, node.origin());
    }

    private @Nullable Quantity quantity(Rules rules, MapNode map, String path, String name, boolean anyUnit) {
        if (!checkKeys(map, path)) {
            return null;
        }
        Node valueNode = map.entries().get("value");
        if (valueNode == null) {
            return null;
        }
        Double written = Scalars.number(valueNode, name, problems);
        Unit unit = unit(rules, map, name, anyUnit);
        if (written == null || unit == null) {
            return null;
        }
        Unit wanted = rules.unit() == null ? unit : rules.unit();
        double value = unit.convert(written, wanted);
        String found = " (" + Scalars.print(written) + (unit == wanted ? "" : " " + unit) + ")";
        String in = unit == wanted ? "" : " " + wanted;
        String broken = rules.broken(value);
        if (broken != null) {
            problems.add(valueNode.origin(), name + found + " " + broken + in);
            return null;
        }
        Node sourceNode = map.entries().get("source");
        String source = sourceNode == null ? null : Scalars.text(sourceNode, "source", problems);
        Node noteNode = map.entries().get("note");
        String note = noteNode == null ? null : Scalars.text(noteNode, "note", problems);
        double[] range = range(map, written, name);
        if (range == null
                || (sourceNode != null && source == null)
                || (noteNode != null && note == null)
                || !hasSource(source, rules, valueNode, name, found)) {
            return null;
        }
        double low = unit.convert(range[0], wanted);
        double high = unit.convert(range[1], wanted);
        for (double end : new double[] {low, high}) {
            broken = rules.broken(end);
            if (broken != null) {
                problems.add(
                        map.require("range").origin(),
                        "range of " + name + " (" + Scalars.print(end) + ") " + broken + in);
                return null;
            }
        }
        return new Quantity(value, wanted, source, low, high, note, valueNode.origin());
    }

    private boolean checkKeys(MapNode map, String path) {
        List<String> known = List.of("value", "unit", "source", "range", "note");
        boolean right = true;
        boolean meantValue = false;
        for (var entry : map.entries().entrySet()) {
            String key = entry.getKey();
            if (!known.contains(key)) {
                String hint = Nearest.hint(key, known);
                meantValue |= hint.contains("'value'");
                problems.add(entry.getValue().origin(), "unknown key '" + key + "' in " + path + hint);
                right = false;
            }
        }
        if (!map.entries().containsKey("value") && !meantValue) {
            problems.add(map.origin(), "missing key 'value' in " + path);
            right = false;
        }
        return right;
    }

    /** Without a declared unit a number is a pure one: a factor, or a share of something. */
    static List<Unit> pure() {
        return List.of(Unit.ONE, Unit.SHARE);
    }

    private @Nullable Unit unit(Rules rules, MapNode map, String name, boolean anyUnit) {
        List<Unit> allowed;
        if (rules.unit() != null) {
            allowed = rules.unit().alike();
        } else {
            allowed = anyUnit ? List.of(Unit.values()) : pure();
        }
        String listed = allowed.stream().map(Unit::symbol).collect(Collectors.joining(", "));
        Node node = map.entries().get("unit");
        if (node == null) {
            if (rules.unit() == null && !anyUnit) {
                return Unit.ONE;
            }
            problems.add(map.origin(), name + " has no unit; allowed: " + listed);
            return null;
        }
        String symbol = node instanceof ScalarNode scalar ? scalar.text() : node.what();
        Unit unit = Unit.of(symbol).orElse(null);
        if (unit == null || !allowed.contains(unit)) {
            problems.add(node.origin(), "unit of " + name + " (" + symbol + ") is not allowed; allowed: " + listed);
            return null;
        }
        return unit;
    }

    private boolean hasSource(@Nullable String source, Rules rules, Node value, String name, String found) {
        boolean has = source != null && !source.isBlank();
        if (has || !requiresSources || rules.unit() == null || !value.origin().isFile()) {
            return true;
        }
        problems.add(value.origin(), name + found + " needs a source: {value, unit: " + rules.unit() + ", source}");
        return false;
    }

    /** The ends of the range as written, NaN where there is none; null after reporting what is wrong with it. */
    private double @Nullable [] range(MapNode map, double value, String name) {
        Node node = map.entries().get("range");
        if (node == null) {
            return new double[] {Double.NaN, Double.NaN};
        }
        if (!(node instanceof ListNode list) || list.items().size() != 2) {
            problems.add(node.origin(), "range of " + name + Scalars.found(node) + " must be two numbers: [low, high]");
            return null;
        }
        Double low = Scalars.number(list.items().get(0), "range of " + name, problems);
        Double high = Scalars.number(list.items().get(1), "range of " + name, problems);
        if (low == null || high == null) {
            return null;
        }
        if (!(low <= value && value <= high)) {
            String ends = " [" + Scalars.print(low) + ", " + Scalars.print(high) + "]";
            problems.add(
                    node.origin(),
                    "range" + ends + " of " + name + " must contain its value (" + Scalars.print(value) + ")");
            return null;
        }
        return new double[] {low, high};
    }
}
