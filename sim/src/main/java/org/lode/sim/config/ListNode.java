package org.lode.sim.config;

import java.util.List;
import java.util.Optional;

/** Items in the order written. */
public record ListNode(List<Node> items, Origin origin) implements Node {
    public ListNode {
        items = List.copyOf(items);
    }

    /** Whether every item is a map with an {@code id}, so that the list merges by id; true for an empty list. */
    boolean hasIds() {
        return items.stream().allMatch(item -> id(item).isPresent());
    }

    /** The index of the item with this id, or at this index where it has no id; -1 if there is none. */
    int indexOf(String segment) {
        for (int i = 0; i < items.size(); i++) {
            if (id(items.get(i)).orElse(Integer.toString(i)).equals(segment)) {
                return i;
            }
        }
        return -1;
    }

    /** How item {@code index} is addressed in a path: its id, or else its index. */
    String segment(int index) {
        return id(items.get(index)).orElse(Integer.toString(index));
    }

    static Optional<String> id(Node item) {
        return item instanceof MapNode map && map.entries().get("id") instanceof ScalarNode id
                ? Optional.of(id.text())
                : Optional.empty();
    }

    @Override
    public String what() {
        return "a list";
    }
}
