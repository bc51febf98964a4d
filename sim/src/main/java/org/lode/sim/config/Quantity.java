package org.lode.sim.config;

import org.jspecify.annotations.Nullable;

/**
 * A number with what is known about it.
 *
 * @param value finite, in {@code unit}
 * @param source where the number comes from; null if nobody said
 * @param low lower end of the plausible range, in {@code unit}; NaN if there is no range
 * @param high upper end of the plausible range; NaN if there is no range
 * @param note a remark; null if there is none
 * @param origin where the value was written
 */
public record Quantity(
        double value,
        Unit unit,
        @Nullable String source,
        double low,
        double high,
        @Nullable String note,
        Origin origin) {
    public Quantity {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value (" + value + ") must be finite");
        }
        if (Double.isNaN(low) != Double.isNaN(high) || low > value || value > high) {
            throw new IllegalArgumentException("range [" + low + ", " + high + "] must contain the value " + value);
        }
    }

    /** Whether a plausible range was given. */
    public boolean hasRange() {
        return !Double.isNaN(low);
    }
}
