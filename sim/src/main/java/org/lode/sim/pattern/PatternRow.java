package org.lode.sim.pattern;

import java.util.Locale;
import org.lode.sim.lockin.Estimate;

/**
 * A figure held against its band.
 *
 * @param pattern that asks for it
 * @param figure its id
 * @param says what it is, in words
 */
public record PatternRow(
        String pattern, String figure, String says, Band band, Estimate estimate, Verdict verdict, String absent) {
    /** What comes of holding a figure against its band. */
    public enum Verdict {
        PASS,
        MISS,
        /** Not built yet. */
        ABSENT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Pattern and figure, as the table calls it. */
    public String name() {
        return pattern + " " + figure;
    }

    static PatternRow of(String pattern, Band band, Figure figure) {
        Estimate found = figure.estimate();
        Verdict verdict = !figure.absent().isEmpty()
                ? Verdict.ABSENT
                : band.holds(found.value(), found.low(), found.high()) ? Verdict.PASS : Verdict.MISS;
        return new PatternRow(pattern, figure.id(), band.says(), band, found, verdict, figure.absent());
    }
}
