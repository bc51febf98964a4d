package org.lode.sim.world;

import java.time.YearMonth;
import java.util.List;

/**
 * How long the hegemon's course is believed to last: pi(h) = exp(-lambda h) x the product over its elections before h of the
 * chance that they leave the government as it is. lambda stands for retreats within a term alone, by budget or court.
 */
public final class Course {
    private final WorldState state;
    private final double turnover;
    /** Months from the start to each election that is not yet history. */
    private final int[] elections;

    Course(Scenario scenario, WorldState state) {
        this.state = state;
        var governments = scenario.hegemon < 0
                ? null
                : scenario.actorData().get(scenario.hegemon).governments().orElse(null);
        if (governments == null || governments.types().size() < 2) {
            turnover = 0;
            elections = new int[0];
            return;
        }
        turnover = governments.turnover();
        YearMonth known = governments.known();
        List<YearMonth> future = governments.elections().stream()
                .filter(date -> date.isAfter(known))
                .toList();
        elections = future.stream().mapToInt(scenario::months).toArray();
    }

    /**
     * Chance that the course survives some years from now.
     *
     * @param held factor on the chance of a change by what policies have built, 0..1
     */
    public double survival(double years, double held) {
        double survives = StrictMath.exp(-state.beliefs.reversalHazard * years);
        double until = state.beliefs.month + 12 * years;
        for (int month : elections) {
            if (month >= state.beliefs.month && month < until) {
                survives *= 1 - turnover * held;
            }
        }
        return survives;
    }
}
