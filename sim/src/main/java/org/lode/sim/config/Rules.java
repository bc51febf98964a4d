package org.lode.sim.config;

import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;

/**
 * What a record component demands of its numbers.
 *
 * @param unit the unit it wants; null if it did not say
 */
record Rules(
        @Nullable Unit unit,
        double min,
        double above,
        double max,
        @Nullable String doc) {
    static final Rules NONE =
            new Rules(null, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, null);

    static Rules of(AnnotatedElement component) {
        In in = component.getAnnotation(In.class);
        Min min = component.getAnnotation(Min.class);
        Above above = component.getAnnotation(Above.class);
        Max max = component.getAnnotation(Max.class);
        Doc doc = component.getAnnotation(Doc.class);
        return new Rules(
                in == null ? null : in.value(),
                min == null ? Double.NEGATIVE_INFINITY : min.value(),
                above == null ? Double.NEGATIVE_INFINITY : above.value(),
                max == null ? Double.POSITIVE_INFINITY : max.value(),
                doc == null ? null : doc.value());
    }

    /** What {@code value} breaks, as the end of a sentence; null if it breaks nothing. */
    @Nullable String broken(double value) {
        if (value < min) {
            return "must be at least " + Scalars.print(min);
        }
        if (value <= above && above != Double.NEGATIVE_INFINITY) {
            return "must be above " + Scalars.print(above);
        }
        if (value > max) {
            return "must be at most " + Scalars.print(max);
        }
        return null;
    }
}
