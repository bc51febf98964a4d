package org.lode.sim.lockin;

/**
 * One number that a metric reports.
 *
 * @param metric its name, as in a configuration
 * @param measure what was measured, such as {@code L}
 * @param subject of whom or what, such as {@code regime withdrawal}
 * @param at round, or level of a ramp; NaN if it is about no single one
 * @param unit of the value; {@code 1} for pure numbers
 */
public record Finding(String metric, String measure, String subject, double at, Estimate estimate, String unit) {}
