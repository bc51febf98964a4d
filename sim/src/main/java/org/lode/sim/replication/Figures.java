package org.lode.sim.replication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Figures as they are put together, in order. */
final class Figures {
    private final Map<String, DoubleSupplier> byName = new LinkedHashMap<>();

    Figures add(String name, DoubleSupplier figure) {
        if (byName.put(name, figure) != null) {
            throw new IllegalArgumentException("figure (" + name + ") must be computed once");
        }
        return this;
    }

    Map<String, DoubleSupplier> all() {
        return Collections.unmodifiableMap(byName);
    }

    /** The only one of a list; NaN if it has none or several. */
    static double only(int[] values) {
        return values.length == 1 ? values[0] : Double.NaN;
    }

    /** Something that several figures share: made when first asked for. Belongs to one thread. */
    static <T> Supplier<T> once(Supplier<T> made) {
        return new Supplier<>() {
            private final List<T> kept = new ArrayList<>(1);

            @Override
            public T get() {
                if (kept.isEmpty()) {
                    kept.add(made.get());
                }
                return kept.get(0);
            }
        };
    }
}
