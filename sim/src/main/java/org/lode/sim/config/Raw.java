package org.lode.sim.config;

/**
 * A block that its owner binds later, with {@link Binder#bind(Raw, Class)}.
 *
 * @param path the dotted path at which it stands
 */
public record Raw(String path, Node node) {}
