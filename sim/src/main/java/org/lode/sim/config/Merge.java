package org.lode.sim.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays one tree over another: maps merge, lists of items with an {@code id} merge by id, everything else is replaced.
 * A new value for a quantity keeps the unit, and drops the source, range and note, which spoke of the old value. A map
 * that names another member of a plug-in family replaces the old member with its settings.
 */
final class Merge {
    private final List<String> familyKeys;

    Merge(List<String> familyKeys) {
        this.familyKeys = familyKeys;
    }

    Node merge(Node under, Node over) {
        if (under instanceof MapNode below) {
            if (over instanceof MapNode above) {
                return maps(below, above);
            }
            if (over instanceof ScalarNode above && above.isNumber() && below.isQuantity()) {
                return maps(below, new MapNode(Map.of("value", above), above.origin()));
            }
        }
        if (under instanceof ListNode below && over instanceof ListNode above && mergesById(below, above)) {
            return lists(below, above);
        }
        return over;
    }

    private static boolean mergesById(ListNode below, ListNode above) {
        return !below.items().isEmpty() && !above.items().isEmpty() && below.hasIds() && above.hasIds();
    }

    private MapNode maps(MapNode below, MapNode above) {
        for (String key : familyKeys) {
            if (below.entries().get(key) instanceof ScalarNode old
                    && above.entries().get(key) instanceof ScalarNode member
                    && !old.text().equals(member.text())) {
                return above;
            }
        }
        Map<String, Node> merged = new LinkedHashMap<>(below.entries());
        if (below.isQuantity() && above.entries().containsKey("value")) {
            merged.keySet().removeAll(List.of("source", "range", "note"));
        }
        above.entries().forEach((key, value) -> merged.merge(key, value, this::merge));
        return new MapNode(merged, above.origin());
    }

    private ListNode lists(ListNode below, ListNode above) {
        List<Node> merged = new ArrayList<>(below.items());
        for (Node item : above.items()) {
            int place = new ListNode(merged, above.origin())
                    .indexOf(ListNode.id(item).orElseThrow());
            if (place < 0) {
                merged.add(item);
            } else {
                merged.set(place, merge(merged.get(place), item));
            }
        }
        return new ListNode(merged, above.origin());
    }
}
