package org.lode.sim.config;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every number with a unit or a range that was bound, in the order of the records: what {@code describe} lists and
 * what a sensitivity analysis may vary.
 */
public record Provenance(List<Parameter> parameters) {
    /**
     * One number of the configuration.
     *
     * @param path its dotted path, as {@code --set} takes it
     * @param quantity the number in the unit that the model wants
     * @param doc what the number means; null if its record does not say
     */
    public record Parameter(
            String path, Quantity quantity, @Nullable String doc) {}

    public Provenance {
        parameters = List.copyOf(parameters);
    }

    /** The number at a path. */
    public Optional<Parameter> find(String path) {
        return parameters.stream().filter(p -> p.path().equals(path)).findFirst();
    }

    /** The numbers that have a range. */
    public List<Parameter> ranged() {
        return parameters.stream().filter(p -> p.quantity().hasRange()).toList();
    }
}
