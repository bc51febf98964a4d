package org.lode.sim.config;

/**
 * A piece of configuration that knows where it was written. Nodes never change; {@link Settings} and {@code extends}
 * build new ones.
 */
public sealed interface Node permits MapNode, ListNode, ScalarNode {
    /** Where this was written: the line of its key, or of the item itself in a list. */
    Origin origin();

    /** What this is, for a message: "a map", "a list", "text" and the like. */
    String what();

    /**
     * Returns the node at a dotted path; items of a list are addressed by their {@code id}, or by index from 0 where
     * they have none.
     *
     * @throws ConfigException if a segment does not exist; the message names the closest one that does
     */
    default Node at(String path) {
        return Settings.at(this, path);
    }
}
