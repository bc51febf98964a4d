package org.lode.sim.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.lode.sim.config.ListNode;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Node;
import org.lode.sim.config.ScalarNode;

/** Numbers of a mineral after actors were left out of the scenario: theirs go to the rest of the world, or to all others. */
final class LeftShares {
    private LeftShares() {}

    /** Demand shares of those who stay, adding up to what they did; the same object if nobody went. */
    static MapNode shares(MapNode shares, Predicate<String> out, String rest) {
        double gone = 0;
        double all = 0;
        for (Map.Entry<String, Node> entry : shares.entries().entrySet()) {
            double share = number(entry.getValue());
            gone += out.test(entry.getKey()) ? share : 0;
            all += share;
        }
        Map<String, Node> left = new LinkedHashMap<>(shares.entries());
        if (!left.keySet().removeIf(out)) {
            return shares;
        }
        Node resting = left.get(rest);
        if (resting != null) {
            left.put(rest, valued(resting, number(resting) + gone));
        } else if (all > gone) {
            double factor = all / (all - gone);
            left.replaceAll((actor, share) -> valued(share, number(share) * factor));
        }
        return new MapNode(left, shares.origin());
    }

    /** Shares of ore that go to the dominant supplier; the rest's becomes the mean of what is mined on its soil by now. */
    static MapNode ore(MapNode ore, MapNode mineral, Predicate<String> out, String rest) {
        Map<String, Node> left = new LinkedHashMap<>(ore.entries());
        if (!left.keySet().removeIf(out)) {
            return ore;
        }
        double mined = 0;
        double sent = 0;
        if (mineral.find("producers").orElse(null) instanceof ListNode producers) {
            for (Node node : producers.items()) {
                if (node instanceof MapNode producer
                        && producer.find("host").orElse(null) instanceof ScalarNode host
                        && (host.text().equals(rest) || out.test(host.text()))) {
                    double capacity = mine(producer);
                    Node share = ore.entries().get(host.text());
                    mined += capacity;
                    sent += share == null ? 0 : capacity * number(share);
                }
            }
        }
        Node resting = left.get(rest);
        if (resting != null && mined > 0) {
            left.put(rest, valued(resting, sent / mined));
        }
        return new MapNode(left, ore.origin());
    }

    /** Mining capacity in t/yr as written; 0 if there is none. */
    private static double mine(MapNode producer) {
        return producer.find("capacity").orElse(null) instanceof MapNode capacity
                ? capacity.find("mine").map(LeftShares::number).orElse(0.0)
                : 0;
    }

    private static double number(Node node) {
        Node value = node instanceof MapNode quantity ? quantity.entries().get("value") : node;
        return value instanceof ScalarNode scalar && scalar.isNumber() ? Double.parseDouble(scalar.text()) : 0;
    }

    /** The same quantity with another value; the range stays if it holds it, and the source always. */
    private static Node valued(Node node, double value) {
        String text = Double.toString(value);
        if (!(node instanceof MapNode quantity)) {
            return new ScalarNode(text, false, node.origin());
        }
        MapNode kept = quantity.with("value", new ScalarNode(text, false, node.origin()));
        boolean within = quantity.find("range").orElse(null) instanceof ListNode range
                && range.items().size() == 2
                && number(range.items().get(0)) <= value
                && value <= number(range.items().get(1));
        return within ? kept : kept.without("range");
    }
}
