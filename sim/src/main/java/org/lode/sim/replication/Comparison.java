package org.lode.sim.replication;

import java.util.Locale;
import org.lode.sim.config.Unit;

/**
 * A published figure beside the one computed.
 *
 * @param id of the replication
 * @param title of the replication
 * @param figure its name; empty where the replication is absent
 * @param says what the figure is; where absent, why
 * @param published NaN where absent
 * @param computed NaN where absent, or where the code found no such number
 * @param tolerance largest difference that passes, in the same unit
 * @param source of the published figure
 */
public record Comparison(
        String id,
        String title,
        String figure,
        String says,
        Unit unit,
        double published,
        double computed,
        double tolerance,
        Verdict verdict,
        String source) {
    /** How a figure came out. */
    public enum Verdict {
        PASS,
        MISS,
        /** Nothing is computed yet. */
        ABSENT;

        /** In lower case, as printed. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Comparison of(ReplicationData data, String figure, Published published, double computed) {
        double value = published.value().value();
        boolean holds = Math.abs(computed - value) <= published.tolerance(); // never for NaN
        return new Comparison(
                data.id(),
                data.name(),
                figure,
                published.says(),
                published.value().unit(),
                value,
                computed,
                published.tolerance(),
                holds ? Verdict.PASS : Verdict.MISS,
                String.valueOf(published.value().source()));
    }

    static Comparison absent(ReplicationData data) {
        return new Comparison(
                data.id(),
                data.name(),
                "",
                data.absent().orElse(""),
                Unit.ONE,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Verdict.ABSENT,
                data.source());
    }
}
