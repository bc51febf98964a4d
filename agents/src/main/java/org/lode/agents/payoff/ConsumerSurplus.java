package org.lode.agents.payoff;

import org.lode.agents.view.MarketOutcome;

/** What the actor's buyers gain or lose by price and shortage against the reference price (Marshall 1890). */
public record ConsumerSurplus() implements MineralComponent {
    @Override
    public double flow(int actor, MarketOutcome outcome) {
        return outcome.consumerSurplus(actor);
    }
}
