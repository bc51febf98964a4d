package org.lode.agents.payoff;

import org.lode.agents.view.MarketOutcome;

/** Royalty and tax that the actor takes as host, whoever owns the mine. */
public record Royalty() implements MineralComponent {
    @Override
    public double flow(int actor, MarketOutcome outcome) {
        return outcome.royalty(actor);
    }
}
