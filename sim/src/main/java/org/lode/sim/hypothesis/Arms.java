package org.lode.sim.hypothesis;

import java.util.List;

/** What measures ask of the arms of a hypothesis. */
final class Arms {
    private Arms() {}

    /** @throws IllegalArgumentException if the arms are others, or in another order */
    static void require(List<String> arms, List<String> wanted) {
        if (!arms.equals(wanted)) {
            throw new IllegalArgumentException(
                    "arms (" + String.join(", ", arms) + ") must be " + String.join(", ", wanted) + ", in this order");
        }
    }
}
