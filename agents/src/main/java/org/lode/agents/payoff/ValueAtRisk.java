package org.lode.agents.payoff;

import org.lode.agents.view.MarketOutcome;
import org.lode.agents.view.WorldView;

/**
 * The expected loss of a cut-off: the exposure to each supplier times the hazard that it cuts (chokepoints of Farrell and
 * Newman 2019, seen by the target).
 */
public record ValueAtRisk() implements BilateralComponent {
    @Override
    public Others others() {
        return Others.SUPPLIERS;
    }

    @Override
    public double flow(int actor, int other, MarketOutcome outcome) {
        return actor == other ? 0 : -outcome.exposure(actor, other);
    }

    @Override
    public double factor(int actor, int other, int mineral, WorldView view) {
        return view.hazard(actor, other, mineral);
    }
}
