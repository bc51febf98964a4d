package org.lode.sim.experiment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.ListNode;
import org.lode.sim.config.Min;

/**
 * A factor as written.
 *
 * @param path where its value goes in the scenario; or several {@code paths} that get the same
 * @param multiply whether the value multiplies what stands at each path
 * @param values numbers, words, or whole rules and strategies
 * @param range two numbers, instead of values
 * @param levels how many values of the range a grid takes
 * @param log whether levels and samples are spread evenly over the logarithm
 * @param whole whether only whole numbers are meant
 */
record FactorData(
        String id,
        Optional<String> path,
        @Default("[]") List<String> paths,
        @Default("false") boolean multiply,
        @Nullable ListNode values,

        @Doc("[low, high], in the unit of the scenario's file") @Default("[]")
        List<Double> range,

        @Min(2) @Default("2") int levels,
        @Default("false") boolean log,
        @Default("false") boolean whole) {
    FactorData {
        paths = List.copyOf(paths);
        range = List.copyOf(range);
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(
                    "factor id (" + id + ") must be letters, digits, dots, dashes and underscores");
        }
        if (path.isPresent() != paths.isEmpty()) {
            throw new IllegalArgumentException("factor " + id + " must have either path or paths");
        }
        if (values != null && !range.isEmpty()) {
            throw new IllegalArgumentException("factor " + id + " must not have both values and a range");
        }
        if (!range.isEmpty() && (range.size() != 2 || !(range.get(0) < range.get(1)))) {
            throw new IllegalArgumentException(
                    "range of factor " + id + " (" + range + ") must be [low, high], low first");
        }
        if (log && (range.isEmpty() || range.get(0) <= 0)) {
            throw new IllegalArgumentException("factor " + id + " with log must have a range above 0");
        }
        if (values != null && values.items().isEmpty()) {
            throw new IllegalArgumentException("values of factor " + id + " must be at least one");
        }
        if (whole && !range.stream().allMatch(end -> end == Math.rint(end))) {
            throw new IllegalArgumentException("range of factor " + id + " (" + range + ") must be whole numbers");
        }
    }
}
