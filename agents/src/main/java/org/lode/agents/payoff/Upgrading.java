package org.lode.agents.payoff;

import org.lode.agents.instrument.Range;
import org.lode.agents.view.MarketOutcome;

/**
 * What processing at home is worth beyond the surplus and the royalty it pays: jobs, skills and the next stage (Hirschman
 * 1958, linkages; Indonesia's nickel is the benchmark).
 *
 * @param weightPerValueAdded worth of a unit of value added, dimensionless, at least 0
 * @param resourceStatesOnly whether only resource states count it
 */
public record Upgrading(double weightPerValueAdded, boolean resourceStatesOnly) implements MineralComponent {
    public Upgrading {
        Range.atLeast("weightPerValueAdded", weightPerValueAdded, 0);
    }

    @Override
    public double flow(int actor, MarketOutcome outcome) {
        return resourceStatesOnly && !outcome.resourceState(actor)
                ? 0
                : weightPerValueAdded * outcome.processingValue(actor);
    }
}
