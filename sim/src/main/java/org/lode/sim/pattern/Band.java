package org.lode.sim.pattern;

import java.util.Optional;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Quantity;
import org.lode.sim.config.Unit;

/**
 * Where a figure has to lie.
 *
 * @param says what the figure is, in words
 * @param least lower end, itself allowed
 * @param most upper end, itself allowed, in the unit of the lower
 * @param beyondNoise whether the figure's interval must exclude 0 as well
 */
public record Band(
        @Doc("what the figure is, in words") String says,
        @Doc("lower end, itself allowed") Optional<Quantity> least,

        @Doc("upper end, itself allowed, in the unit of the lower")
        Optional<Quantity> most,

        @Doc("whether the interval must exclude 0 as well") @Default("false")
        boolean beyondNoise) {
    public Band {
        if (least.isEmpty() && most.isEmpty()) {
            throw new IllegalArgumentException("a band must have an end: least, most or both");
        }
        if (least.isPresent() && most.isPresent()) {
            if (least.get().unit() != most.get().unit()) {
                throw new IllegalArgumentException("most (in " + most.get().unit() + ") must have the unit of least ("
                        + least.get().unit() + ")");
            }
            if (!(least.get().value() < most.get().value())) {
                throw new IllegalArgumentException("least (" + least.get().value() + ") must be below most ("
                        + most.get().value() + ")");
            }
        }
    }

    /** Lower end, negative infinity if there is none. */
    public double low() {
        return least.map(Quantity::value).orElse(Double.NEGATIVE_INFINITY);
    }

    /** Upper end, infinity if there is none. */
    public double high() {
        return most.map(Quantity::value).orElse(Double.POSITIVE_INFINITY);
    }

    /** Unit of the ends and of the figure. */
    public Unit unit() {
        return least.or(() -> most).map(Quantity::unit).orElseThrow();
    }

    /**
     * Whether a figure lies in the band; never for NaN.
     *
     * @param low lower end of its interval, NaN if it has none
     * @param high upper end of its interval, NaN if it has none
     */
    public boolean holds(double figure, double low, double high) {
        boolean beyond = !beyondNoise || low > 0 || high < 0;
        return figure >= low() && figure <= high() && beyond;
    }
}
