package org.lode.sim.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values by dotted path, such as {@code actors.US.strategies.club.priceFloor.ndpr}: keys of maps, and ids of list items
 * (or their index, from 0, where they have no id).
 */
public final class Settings {
    private Settings() {}

    /**
     * Applies {@code --set KEY=VALUE} settings in turn; a value is written as in a file: {@code 3}, {@code logit},
     * {@code [a, b]}, {@code {value: 3, unit: USD/kg}}.
     *
     * @throws ConfigException if one is not KEY=VALUE, or its path leads nowhere
     */
    public static MapNode apply(MapNode root, List<String> settings) {
        MapNode changed = root;
        for (String setting : settings) {
            Origin origin = Origin.setting(setting);
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new ConfigException(origin, "KEY=VALUE expected");
            }
            Node value = YamlReader.read(setting.substring(equals + 1), line -> origin);
            changed = set(changed, setting.substring(0, equals).strip(), value);
        }
        return changed;
    }

    /** Sets a number, as a sweep does; {@code origin} says who sets it. */
    public static MapNode set(MapNode root, String path, double value, String origin) {
        return set(root, path, new ScalarNode(Scalars.print(value), false, new Origin(origin, 0)));
    }

    /**
     * Sets the value at a path. All but the last segment must exist; the last may be a key that was left out, and
     * whether there is such a key is judged when the tree is bound. A number given for a quantity sets its value: the
     * unit stays, the source goes, and the range stays if it contains the number.
     *
     * @throws ConfigException if the path leads nowhere; the message names the closest segment that exists
     */
    public static MapNode set(MapNode root, String path, Node value) {
        List<String> segments = List.of(path.split("\\.", -1));
        return (MapNode) set(root, segments, 0, value);
    }

    private static Node set(Node node, List<String> segments, int depth, Node value) {
        String segment = segments.get(depth);
        boolean last = depth == segments.size() - 1;
        if (node instanceof MapNode map) {
            Node old = map.entries().get(segment);
            if (last && segment.equals("value") && map.isQuantity()) {
                return replaced(map, value);
            }
            if (last) {
                return map.with(segment, old == null ? value : replaced(old, value));
            }
            if (old != null) {
                return map.with(segment, set(old, segments, depth + 1, value));
            }
        } else if (node instanceof ListNode list && list.indexOf(segment) >= 0) {
            int place = list.indexOf(segment);
            List<Node> items = new ArrayList<>(list.items());
            Node old = items.get(place);
            items.set(place, last ? replaced(old, value) : set(old, segments, depth + 1, value));
            return new ListNode(items, list.origin());
        }
        throw missing(node, segments, depth, value.origin());
    }

    private static Node replaced(Node old, Node value) {
        if (!(old instanceof MapNode quantity && quantity.isQuantity() && value instanceof ScalarNode number)) {
            return value;
        }
        if (!number.isNumber()) {
            return value;
        }
        Map<String, Node> kept = new LinkedHashMap<>();
        kept.put("value", number);
        quantity.find("unit").ifPresent(unit -> kept.put("unit", unit));
        quantity.find("range")
                .filter(range -> contains(range, Double.parseDouble(number.text())))
                .ifPresent(range -> kept.put("range", range));
        return new MapNode(kept, value.origin());
    }

    private static boolean contains(Node range, double value) {
        return range instanceof ListNode list
                && list.items().size() == 2
                && list.items().get(0) instanceof ScalarNode low
                && list.items().get(1) instanceof ScalarNode high
                && low.isNumber()
                && high.isNumber()
                && Double.parseDouble(low.text()) <= value
                && value <= Double.parseDouble(high.text());
    }

    /** The node at a path; empty if the path leads nowhere. */
    public static Optional<Node> find(Node root, String path) {
        Node node = root;
        for (String segment : path.split("\\.", -1)) {
            Node next = null;
            if (node instanceof MapNode map) {
                next = map.entries().get(segment);
            } else if (node instanceof ListNode list && list.indexOf(segment) >= 0) {
                next = list.items().get(list.indexOf(segment));
            }
            if (next == null) {
                return Optional.empty();
            }
            node = next;
        }
        return Optional.of(node);
    }

    /**
     * The node at a path.
     *
     * @throws ConfigException if the path leads nowhere; the message names the closest segment that exists
     */
    public static Node at(Node root, String path) {
        List<String> segments = List.of(path.split("\\.", -1));
        Node node = root;
        for (int depth = 0; depth < segments.size(); depth++) {
            String segment = segments.get(depth);
            Node next = null;
            if (node instanceof MapNode map) {
                next = map.entries().get(segment);
            } else if (node instanceof ListNode list && list.indexOf(segment) >= 0) {
                next = list.items().get(list.indexOf(segment));
            }
            if (next == null) {
                throw missing(node, segments, depth, root.origin());
            }
            node = next;
        }
        return node;
    }

    private static ConfigException missing(Node node, List<String> segments, int depth, Origin origin) {
        String segment = segments.get(depth);
        String where = depth == 0 ? "at the top" : "in " + String.join(".", segments.subList(0, depth));
        if (node instanceof ScalarNode) {
            return new ConfigException(origin, "no '" + segment + "' " + where + ", which is " + node.what());
        }
        List<String> known = new ArrayList<>();
        if (node instanceof MapNode map) {
            known.addAll(map.entries().keySet());
        } else if (node instanceof ListNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                known.add(list.segment(i));
            }
        }
        return new ConfigException(origin, "no '" + segment + "' " + where + Nearest.hint(segment, known));
    }
}
