package org.lode.agents.payoff;

import org.lode.agents.view.MarketOutcome;

/**
 * The expected loss of a cut-off: the exposure to each supplier times the hazard that it cuts (chokepoints of Farrell and
 * Newman 2019, seen by the target). Per unit of hazard here; whoever sums multiplies by the hazard of the profile.
 */
public record ValueAtRisk() implements HazardComponent {
    @Override
    public double flow(int actor, int supplier, MarketOutcome outcome) {
        return actor == supplier ? 0 : -outcome.exposure(actor, supplier);
    }
}
