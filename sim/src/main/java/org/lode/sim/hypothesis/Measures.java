package org.lode.sim.hypothesis;

import java.util.List;

/** The list of measures. */
public final class Measures {
    public static final List<Class<? extends Measure>> ALL = List.of(
            ModalRegime.class,
            RelativeClocks.class,
            Persistence.class,
            DivergenceGain.class,
            FloorUnderLowPrices.class,
            EarlierSplit.class,
            FloorCost.class);

    private Measures() {}
}
