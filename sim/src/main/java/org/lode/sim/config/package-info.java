/**
 * The strict reader: text becomes a tree whose every node knows its file and line, trees merge by {@code extends}, and
 * a tree binds to records by component name. Nothing here knows a domain type.
 */
package org.lode.sim.config;
