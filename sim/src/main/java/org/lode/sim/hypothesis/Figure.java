package org.lode.sim.hypothesis;

import java.util.function.ToDoubleFunction;

/**
 * A number that goes with an answer.
 *
 * @param name what it is
 * @param unit of the number
 * @param statistic of any cells; NaN where they do not say
 */
public record Figure(String name, String unit, ToDoubleFunction<Cells> statistic) {}
