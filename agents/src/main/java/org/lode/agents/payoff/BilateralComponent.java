package org.lode.agents.payoff;

import org.lode.agents.view.MarketOutcome;
import org.lode.agents.view.WorldView;

/**
 * A component that adds up over minerals and other actors, each part a flow of one mineral's market times a factor of the
 * profile: exposures times hazards, price differences times market shares. So the stage game stays a sum over minerals.
 */
public non-sealed interface BilateralComponent extends PayoffComponent {
    /** Whose part may be other than 0 in a mineral's market. */
    enum Others {
        /** Actors on whose soil a mine, a plant or a project stands. */
        SUPPLIERS,
        /** Actors that use the mineral. */
        USERS
    }

    /** Whose part may be other than 0. */
    Others others();

    /** The actor's flow from {@code other} per unit of {@link #factor}, USD bn a year; from the market alone. */
    double flow(int actor, int other, MarketOutcome outcome);

    /** What the flow is multiplied by; from the profile and the slow state alone. */
    double factor(int actor, int other, int mineral, WorldView view);
}
