package org.lode.agents.payoff;

import org.lode.agents.view.MarketOutcome;

/** A component that adds up over minerals and depends on each one's market alone, hence can be tabulated. */
public non-sealed interface MineralComponent extends PayoffComponent {
    /** The actor's flow from this market, USD bn a year. */
    double flow(int actor, MarketOutcome outcome);

    /** The part of {@link #flow} that happens once and that the terminal value therefore leaves out, USD bn a year. */
    default double oneOff(int actor, MarketOutcome outcome) {
        return 0;
    }
}
