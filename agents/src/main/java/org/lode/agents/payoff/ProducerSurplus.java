package org.lode.agents.payoff;

import org.lode.agents.view.MarketOutcome;

/** Profit of the mines and plants that the actor owns, wherever they stand, less their capital charges. */
public record ProducerSurplus() implements MineralComponent {
    @Override
    public double flow(int actor, MarketOutcome outcome) {
        return outcome.ownersProfit(actor) - outcome.capitalCharge(actor);
    }
}
