package org.lode.sim.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.games.format.Numbers;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.ListNode;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Node;
import org.lode.sim.config.Origin;
import org.lode.sim.config.ScalarNode;
import org.lode.sim.config.Settings;

/** What a sweep varies: one value, put at one or several places of the scenario. */
public final class Factor {
    private final FactorData data;
    private final List<String> paths;
    private final Origin origin;

    Factor(FactorData data, Origin origin) {
        this.data = data;
        this.origin = origin;
        paths = data.path().map(List::of).orElse(data.paths());
    }

    /** The factor's name: a column of the design. */
    public String id() {
        return data.id();
    }

    /** Where the factor is written. */
    Origin origin() {
        return origin;
    }

    /** Where its value goes. */
    public List<String> paths() {
        return paths;
    }

    /** Whether it can be sampled or laid on a grid: has values or a range. */
    boolean bounded() {
        return data.values() != null || !data.range().isEmpty();
    }

    /** Whether its values are numbers between two ends. */
    public boolean ranged() {
        return !data.range().isEmpty();
    }

    /** How many values it takes on a grid. */
    int levels() {
        ListNode values = data.values();
        return values == null ? data.levels() : values.items().size();
    }

    /** The value of a level, from 0; of a range, its ends and evenly between. */
    Node level(int level) {
        ListNode values = data.values();
        if (values != null) {
            return values.items().get(level);
        }
        int last = data.levels() - 1;
        double value;
        if (data.log()) {
            value = level == 0
                    ? data.range().get(0)
                    : level == last ? data.range().get(1) : at((double) level / last);
        } else {
            // This order of operations gives 0.65, not 0.6500000000000001.
            value = (data.range().get(0) * (last - level) + data.range().get(1) * level) / last;
        }
        if (data.whole() && value != Math.rint(value)) {
            throw new ConfigException(
                    origin,
                    "factor " + id() + ": level " + (level + 1) + " of " + levels() + " (" + Numbers.text(value)
                            + ") must be a whole number; choose levels that divide the range");
        }
        return number(value);
    }

    /** The value at a place of the factor, 0 to 1: evenly over a range, each of the values with the same share. */
    Node sample(double place) {
        ListNode values = data.values();
        if (values != null) {
            int n = values.items().size();
            return values.items().get((int) Math.min(n - 1, Math.floor(place * n)));
        }
        if (data.whole()) {
            double low = data.range().get(0);
            double high = data.range().get(1);
            return number(Math.min(high, low + Math.floor(place * (high - low + 1))));
        }
        return number(at(place));
    }

    /** Where in its range a value lies, 0 to 1; evenly over the logarithm if samples are. */
    public double place(double value) {
        double low = data.range().get(0);
        double high = data.range().get(1);
        return data.log() ? StrictMath.log(value / low) / StrictMath.log(high / low) : (value - low) / (high - low);
    }

    private double at(double place) {
        double low = data.range().get(0);
        double high = data.range().get(1);
        return data.log() ? low * StrictMath.exp(place * StrictMath.log(high / low)) : low + place * (high - low);
    }

    private ScalarNode number(double value) {
        return new ScalarNode(Numbers.text(value), false, origin);
    }

    /** The value that a cell of a table stands for: one of the values by its text, else what the cell says. */
    Node parse(String cell, Origin where) {
        ListNode values = data.values();
        if (values == null) {
            return new ScalarNode(cell, false, where);
        }
        List<String> known = new ArrayList<>();
        for (Node value : values.items()) {
            known.add(text(value));
            if (text(value).equals(cell)) {
                return value;
            }
        }
        throw new ConfigException(where, id() + " (" + cell + ") must be one of " + String.join(", ", known));
    }

    /** Puts a value at its places. */
    MapNode set(MapNode scenario, Node value) {
        MapNode tree = scenario;
        for (String path : paths) {
            tree = Settings.set(tree, path, data.multiply() ? product(scenario, path, value) : value);
        }
        return tree;
    }

    private Node product(MapNode scenario, String path, Node value) {
        Node old = Settings.at(scenario, path);
        Node bare = old instanceof MapNode map && map.isQuantity() ? map.require("value") : old;
        if (bare instanceof ScalarNode base && base.isNumber() && value instanceof ScalarNode by && by.isNumber()) {
            return number(Double.parseDouble(base.text()) * Double.parseDouble(by.text()));
        }
        throw new ConfigException(origin, "factor " + id() + " can multiply numbers only, and " + path + " is not one");
    }

    /** A value in one line, as in design.csv: a scalar's text, anything else as it could be written in a file. */
    static String text(Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.text();
        }
        if (value instanceof ListNode list) {
            return "["
                    + String.join(", ", list.items().stream().map(Factor::text).toList()) + "]";
        }
        List<String> parts = new ArrayList<>();
        Map<String, Node> entries = new LinkedHashMap<>(((MapNode) value).entries());
        entries.keySet().removeAll(List.of("source", "note", "range"));
        entries.forEach((key, node) -> parts.add(key + ": " + text(node)));
        return "{" + String.join(", ", parts) + "}";
    }
}
