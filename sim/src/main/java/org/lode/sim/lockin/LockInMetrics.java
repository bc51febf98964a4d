package org.lode.sim.lockin;

import java.util.List;
import java.util.Locale;

/** All lock-in metrics, one line each. */
public final class LockInMetrics {
    public static final List<Class<? extends LockInMetric>> ALL = List.of(
            SwitchingCost.class,
            ReversalTest.class,
            Hysteresis.class,
            ArthurMargin.class,
            BasinShare.class,
            EarlyHistory.class,
            RelativeSpeed.class,
            BifurcationIndex.class,
            Concentration.class);

    private LockInMetrics() {}

    /** The name of a metric in configurations and results, such as {@code reversalTest}. */
    public static String name(Class<? extends LockInMetric> metric) {
        String name = metric.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
