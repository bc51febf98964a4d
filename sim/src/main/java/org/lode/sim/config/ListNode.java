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

    /** The index of the item that a path addresses by this segment; -1 if there is none. */
    int indexOf(String segment) {
        for (int i = 0; i < items.size(); i++) {
            if (segment(i).equals(segment)) {
                return i;
            }
        }
        return -1;
    }

    /** How item {@code index} is addressed in a path: its id, or else the component that it names alone, or else its index. */
    String segment(int index) {
        return id(items.get(index))
                .or(() -> word(items.get(index), "component").filter(this::once))
                .orElse(Integer.toString(index));
    }

    private boolean once(String component) {
        return items.stream()
                        .filter(item -> word(item, "component")
                                .filter(component::equals)
                                .isPresent())
                        .count()
                == 1;
    }

    static Optional<String> id(Node item) {
        return word(item, "id");
    }

    private static Optional<String> word(Node item, String key) {
        return item instanceof MapNode map && map.entries().get(key) instanceof ScalarNode word
                ? Optional.of(word.text())
                : Optional.empty();
    }

    @Override
    public String what() {
        return "a list";
    }
}
