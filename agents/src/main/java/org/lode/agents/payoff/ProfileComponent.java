package org.lode.agents.payoff;

import org.lode.agents.view.WorldView;

/** A component that depends on the profile and the slow state, not on any one market. */
public non-sealed interface ProfileComponent extends PayoffComponent {
    /** The actor's flow, USD bn a year. */
    double flow(int actor, WorldView view);
}
