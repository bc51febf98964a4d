package org.lode.sim.replication;

import org.lode.sim.config.Doc;
import org.lode.sim.config.Min;
import org.lode.sim.config.Quantity;

/**
 * A figure as published.
 *
 * @param says what it is, in words
 * @param value with its source, which must be given
 * @param tolerance largest difference that passes, in the value's unit; half of the last digit printed, or of chance three
 *     standard errors
 */
public record Published(
        @Doc("what the figure is, in words") String says,
        @Doc("as published, with its source") Quantity value,

        @Doc("largest difference that passes, in the unit of the value") @Min(0) double tolerance) {
    public Published {
        if (value.source() == null) {
            throw new IllegalArgumentException("value (" + value.value() + ") must have a source");
        }
    }
}
