package org.lode.agents.payoff;

import org.lode.agents.instrument.Instrument;
import org.lode.agents.view.WorldView;

/** How an actor's strategy stands to a club; 0 to a club that the scenario does not have (index -1). */
final class Membership {
    private Membership() {}

    /** How far it joins, 0..1. */
    static double join(int actor, int club, WorldView view) {
        return club < 0 ? 0 : view.settings(actor).of(Instrument.JOIN, club);
    }

    /** How far it joins or leads, whichever is more, 0..1. */
    static double part(int actor, int club, WorldView view) {
        return club < 0
                ? 0
                : Math.max(join(actor, club, view), view.settings(actor).of(Instrument.LEAD, club));
    }

    /** How far it joins and obeys, 0..1. */
    static double obedience(int actor, int club, WorldView view) {
        return club < 0 ? 0 : join(actor, club, view) * view.settings(actor).of(Instrument.BINDING, club);
    }
}
