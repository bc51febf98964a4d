package org.lode.sim.config;

/**
 * What a tree was bound to.
 *
 * @param value the record
 * @param provenance where its numbers come from
 */
public record Bound<T>(T value, Provenance provenance) {}
