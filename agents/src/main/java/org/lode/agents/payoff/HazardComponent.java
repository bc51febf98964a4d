package org.lode.agents.payoff;

import org.lode.agents.view.MarketOutcome;

/** A component that adds up over minerals and suppliers, each supplier's part times its hazard in the profile. */
public non-sealed interface HazardComponent extends PayoffComponent {
    /** The actor's flow per unit of hazard of {@code supplier}, USD bn a year. */
    double flow(int actor, int supplier, MarketOutcome outcome);
}
